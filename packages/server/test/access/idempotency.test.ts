import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish } from '../books.ts';
import { openTestApp, type Reply, type TestApp } from '../harness.ts';

let t: TestApp;
/** Another server over the same database. */
let second: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  second = await openTestApp();
  await furnish(t, [['2026-01-01', '2026-12-31']]);
});

afterAll(async () => {
  await t.close();
  await second.close();
});

const sale = (more: object = {}) => ({
  journal: 'VT',
  date: '2026-03-12',
  lines: [
    { account: '512', debit: '12.50' },
    { account: '706', credit: '12.50' },
  ],
  ...more,
});

const onSecond: TestApp['call'] = (method, url, body, headers) =>
  second.call(method, url, body, { authorization: `Bearer ${t.key}`, ...headers });

const countEntries = async (): Promise<number> =>
  (await t.call('GET', '/v1/entries?limit=500')).body.items.length;

const isReplay = (reply: Reply) => reply.headers['idempotency-replayed'] === 'true';

/** What is true of replies to one request that was sent several times at once. */
async function expectOne(replies: Reply[], before: number): Promise<void> {
  expect(replies.map((r) => r.status)).toEqual(replies.map(() => 201));
  expect(new Set(replies.map((r) => r.body.id)).size).toBe(1);
  expect(replies.filter((r) => !isReplay(r))).toHaveLength(1);
  expect(await countEntries()).toBe(before + 1);
}

describe('idempotency', () => {
  test('entries.post the same key twice at once in one server: one entry, one of the replies is the replay', async () => {
    const before = await countEntries();
    const headers = { 'idempotency-key': 'at once' };
    const replies = await Promise.all([1, 2, 3].map(() => t.call('POST', '/v1/entries', sale(), headers)));
    await expectOne(replies, before);
  });

  test('entries.post the same key at once on two servers over one database: one entry', async () => {
    for (let round = 0; round < 5; round++) {
      const before = await countEntries();
      const headers = { 'idempotency-key': `two servers ${round}` };
      const replies = await Promise.all([
        t.call('POST', '/v1/entries', sale(), headers),
        onSecond('POST', '/v1/entries', sale(), headers),
        t.call('POST', '/v1/entries', sale(), headers),
      ]);
      await expectOne(replies, before);
    }
  });

  test('entries.post with an externalId: a repeated request is the replay, not a duplicate', async () => {
    const before = await countEntries();
    const headers = { 'idempotency-key': 'with external id' };
    const body = sale({ externalId: 'shop:1' });
    const replies = await Promise.all([
      t.call('POST', '/v1/entries', body, headers),
      t.call('POST', '/v1/entries', body, headers),
      onSecond('POST', '/v1/entries', body, headers),
    ]);
    await expectOne(replies, before);
    const later = await onSecond('POST', '/v1/entries', body, headers);
    expect(later).toMatchObject({ status: 201, body: replies[0]?.body });
    expect(isReplay(later)).toBe(true);
  });

  test('entries.post what is repeated after its period was closed is still the first reply', async () => {
    const headers = { 'idempotency-key': 'before the close' };
    const body = sale({ date: '2026-01-15' });
    const first = await t.call('POST', '/v1/entries', body, headers);
    expect((await t.call('POST', '/v1/periods/2026/1/close', {})).status).toBe(200);
    const again = await t.call('POST', '/v1/entries', body, headers);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(isReplay(again)).toBe(true);
  });

  test('entries.post.422.idempotency_conflict another body under the key, also at the same time', async () => {
    const before = await countEntries();
    const headers = { 'idempotency-key': 'other body' };
    const replies = await Promise.all([
      t.call('POST', '/v1/entries', sale(), headers),
      onSecond('POST', '/v1/entries', sale({ description: 'another' }), headers),
    ]);
    expect(replies.map((r) => r.status).sort()).toEqual([201, 422]);
    const refused = replies.find((r) => r.status === 422);
    expect(refused?.body).toMatchObject({
      code: 'idempotency_conflict',
      errors: [{ in: 'header', pointer: '/idempotency-key' }],
    });
    expect(await countEntries()).toBe(before + 1);
  });

  test('entries.post a refused request leaves its key free for the mended one', async () => {
    const headers = { 'idempotency-key': 'mended' };
    const refused = await t.call('POST', '/v1/entries', sale({ date: '2031-01-01' }), headers);
    expect(refused).toMatchObject({ status: 422, body: { code: 'year_unknown' } });
    expect((await t.call('POST', '/v1/entries', sale(), headers)).status).toBe(201);
  });

  test.each(['accounts.create', 'parties.create'])(
    '%s at once on two servers: one is made',
    async (operation) => {
      const area = operation.split('.')[0];
      const body =
        area === 'accounts'
          ? { code: '601', name: 'x', statement: 'result', type: 'expense' }
          : { code: 'C7', name: 'x' };
      const headers = { 'idempotency-key': operation };
      const replies = await Promise.all([
        t.call('POST', `/v1/${area}`, body, headers),
        onSecond('POST', `/v1/${area}`, body, headers),
      ]);
      expect(replies.map((r) => r.status)).toEqual([201, 201]);
      expect(replies[0]?.body).toEqual(replies[1]?.body);
      expect(replies.filter(isReplay)).toHaveLength(1);
    },
  );

  test('accounts.create a key that served another operation is refused', async () => {
    const headers = { 'idempotency-key': 'of another operation' };
    expect((await t.call('POST', '/v1/parties', { code: 'C8', name: 'x' }, headers)).status).toBe(201);
    const body = { code: 'C8', name: 'x', statement: 'result', type: 'expense' };
    const reply = await t.call('POST', '/v1/accounts', body, headers);
    expect(reply).toMatchObject({ status: 422, body: { code: 'idempotency_conflict' } });
    expect(reply.body.detail).toContain('parties.create');
  });

  test('accounts.create.400 a key over 255 characters', async () => {
    const headers = { 'idempotency-key': 'x'.repeat(256) };
    const reply = await t.call(
      'POST',
      '/v1/accounts',
      { code: '1', name: 'x', statement: 'memo', type: 'memo' },
      headers,
    );
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'header', pointer: '/idempotency-key' }] },
    });
  });
});

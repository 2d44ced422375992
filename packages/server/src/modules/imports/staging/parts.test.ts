import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  beginImport,
  committed,
  digestOf,
  rejectsOf,
  sendPart,
  validated,
} from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const line = (
  entry: string,
  account: string,
  side: 'debit' | 'credit',
  amount: string,
  more: object = {},
) => ({
  ...{
    record: 'line',
    entry,
    journal: 'OD',
    date: '2026-01-05',
    account,
    [side]: amount,
    accountType: 'asset',
  },
  ...more,
});

const stateOf = async (id: string) => (await t.call('GET', `/v1/imports/${id}`)).body;

describe('imports.putPart', () => {
  test('imports.putPart.200 parts may come in any order; the answer says which is wanted next', async () => {
    const id = await beginImport(t);
    const third = await sendPart(t, id, 3, [line('1', 'A', 'debit', '1')]);
    expect(third).toMatchObject({ status: 200, body: { part: 3, rows: 1, next: 1 } });
    expect((await sendPart(t, id, 1, [line('1', 'B', 'credit', '1')])).body.next).toBe(2);
    expect((await sendPart(t, id, 2, '')).body).toMatchObject({ rows: 0, next: 4 });
    expect(await stateOf(id)).toMatchObject({ parts: { received: 3, next: 4 }, rows: 2 });
  });

  test('imports.putPart.200 the same part again is harmless, also at the same moment', async () => {
    const id = await beginImport(t);
    const rows = [line('1', 'A', 'debit', '1'), line('1', 'B', 'credit', '1')];
    const replies = await Promise.all([1, 1, 1].map((part) => sendPart(t, id, part, rows)));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    expect(await stateOf(id)).toMatchObject({ rows: 2, parts: { received: 1 } });
  });

  test('imports.putPart.409.part_conflict another body under the number of a part', async () => {
    const id = await beginImport(t);
    await sendPart(t, id, 1, [line('1', 'A', 'debit', '1')]);
    const reply = await sendPart(t, id, 1, [line('1', 'A', 'debit', '2')]);
    expect(reply).toMatchObject({ status: 409, body: { code: 'part_conflict' } });
  });

  test('imports.putPart.400.digest_mismatch a part cut on its way leaves nothing', async () => {
    const id = await beginImport(t);
    const whole = `${JSON.stringify(line('1', 'A', 'debit', '1'))}\n`.repeat(1000);
    const cut = await sendPart(t, id, 1, whole.slice(0, whole.length / 2), {
      'content-digest': digestOf(whole),
    });
    expect(cut).toMatchObject({ status: 400, body: { code: 'digest_mismatch' } });
    expect(await stateOf(id)).toMatchObject({ rows: 0, parts: { received: 0, next: 1 } });
  });

  test('imports.putPart.400.file_truncated the last row is cut, though the digest is that of the cut', async () => {
    const id = await beginImport(t);
    const text = `${JSON.stringify(line('1', 'A', 'debit', '1'))}\n{"record":"line","ent`;
    expect(await sendPart(t, id, 1, text)).toMatchObject({ status: 400, body: { code: 'file_truncated' } });
    expect((await stateOf(id)).rows).toBe(0);
  });

  test('imports.putPart.400.file_format no NDJSON, no UTF-8', async () => {
    const id = await beginImport(t);
    const reply = await sendPart(t, id, 1, 'a;b\n1;2\n');
    expect(reply).toMatchObject({ status: 400, body: { code: 'file_format' } });
    expect(reply.body.detail).toContain('line 1');
  });

  test('imports.putPart.409.conflict after validate the file is complete', async () => {
    const id = await beginImport(t);
    await sendPart(t, id, 1, [line('1', 'A', 'debit', '1'), line('1', 'B', 'credit', '1')]);
    await validated(t, id, 1);
    const reply = await sendPart(t, id, 2, [line('2', 'A', 'debit', '1')]);
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(reply.body.detail).toContain('valid');
  });

  test('imports.putPart.404 an import of another tenant is not there', async () => {
    const other = await openTestApp();
    const id = await beginImport(other);
    expect((await sendPart(t, id, 1, [line('1', 'A', 'debit', '1')])).status).toBe(404);
    await other.close();
  });

  test('imports.putPart.401 a key revoked between two parts ends it; the first part stays and another key goes on', async () => {
    const made = await t.call('POST', '/v1/api-keys', {
      name: 'importer',
      scopes: ['imports:write', 'imports:read'],
    });
    const own = { authorization: `Bearer ${made.body.secret}`, 'content-type': 'application/x-ndjson' };
    const id = await beginImport(t);
    expect((await sendPart(t, id, 1, [line('1', 'A', 'debit', '1')], own)).status).toBe(200);
    await t.call('DELETE', `/v1/api-keys/${made.body.id}`);
    expect((await sendPart(t, id, 2, [line('1', 'B', 'credit', '1')], own)).status).toBe(401);
    expect((await sendPart(t, id, 2, [line('1', 'B', 'credit', '1')])).status).toBe(200);
    expect(await stateOf(id)).toMatchObject({ rows: 2, parts: { received: 2 } });
  });

  test('imports.putPart.413.body_too_large more than 8 MiB', async () => {
    const id = await beginImport(t);
    const reply = await sendPart(
      t,
      id,
      1,
      `${JSON.stringify(line('1', 'A', 'debit', '1'))}\n`.repeat(80_000),
    );
    expect(reply).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });
});

describe('imports.validate of parts', () => {
  test('imports.validate.409.conflict names the part that is missing', async () => {
    const id = await beginImport(t);
    await sendPart(t, id, 2, [line('1', 'A', 'debit', '1')]);
    const said = {
      format: 'csv',
      encoding: 'utf-8',
      rows: 1,
      normalised: {},
      accountKinds: {},
      notStored: {},
      warnings: [],
    };
    const reply = await t.call('POST', `/v1/imports/${id}/validate`, { said, parts: 2 });
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(reply.body.detail).toContain('Part 1 of 2 is missing');
  });

  test('imports.commit.202 an entry spread over three parts, its header in the last, is one entry in the order of its lines', async () => {
    const id = await beginImport(t);
    const bare = (account: string, side: 'debit' | 'credit', amount: string) => ({
      ...{ record: 'line', entry: 'spread', account, [side]: amount, accountType: 'asset' },
    });
    await sendPart(t, id, 2, [
      bare('S2', 'debit', '20.00'),
      line('whole', 'A', 'debit', '5'),
      line('whole', 'B', 'credit', '5'),
    ]);
    await sendPart(t, id, 3, [
      {
        ...bare('S3', 'credit', '30.00'),
        journal: 'OD',
        date: '2026-01-07',
        entryDescription: 'In three',
        number: 'X-7',
      },
    ]);
    await sendPart(t, id, 1, [bare('S1', 'debit', '10.00')]);
    expect(await validated(t, id, 3)).toMatchObject({ state: 'valid', entries: 2, valid: 2, rejected: 0 });
    expect(await committed(t, id)).toMatchObject({
      state: 'committed',
      written: 2,
      lines: 5,
      debit: '35.00',
    });

    const { body } = await t.call('GET', '/v1/entries?from=2026-01-07&to=2026-01-07');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      number: 'X-7',
      description: 'In three',
      debitTotal: '30.00',
      importSession: id,
    });
    expect(body.items[0].lines.map((l: { account: string }) => l.account)).toEqual(['S1', 'S2', 'S3']);
  });

  test.each([
    ['in one part', 1],
    ['over two parts', 2],
  ])(
    'imports.rejects.200 a contradiction inside one entry, %s, rejects the entry and names both',
    async (_, second) => {
      const id = await beginImport(t, { onError: 'skip' });
      const rows = [
        line('c', 'A', 'debit', '1', { row: 2 }),
        line('c', 'B', 'credit', '1', { row: 3, date: '2026-01-06' }),
      ];
      const good = [line('g', 'A', 'debit', '1', { row: 4 }), line('g', 'B', 'credit', '1', { row: 5 })];
      if (second === 1) await sendPart(t, id, 1, [...rows, ...good]);
      else {
        await sendPart(t, id, 1, rows.slice(0, 1));
        await sendPart(t, id, 2, [...rows.slice(1), ...good]);
      }
      expect(await validated(t, id, second)).toMatchObject({
        state: 'valid',
        entries: 2,
        valid: 1,
        rejected: 1,
      });
      const [reject] = await rejectsOf(t, id);
      expect(reject).toMatchObject({ entry: 'c', field: 'date', code: 'invalid_request' });
      expect(reject?.message).toContain('2026-01-05');
      expect(`${reject?.value} ${reject?.message}`).toContain('2026-01-06');
      expect(await committed(t, id)).toMatchObject({ written: 1, rejected: 1, entries: 2 });
    },
  );

  test('imports.cancel.200 drops the parts; what was cancelled takes none', async () => {
    const id = await beginImport(t);
    await sendPart(t, id, 1, [line('1', 'A', 'debit', '1')]);
    expect((await t.call('POST', `/v1/imports/${id}/cancel`)).body).toMatchObject({
      state: 'cancelled',
      rows: 0,
    });
    expect((await sendPart(t, id, 2, [line('1', 'A', 'debit', '1')])).status).toBe(409);
    expect((await t.call('POST', `/v1/imports/${id}/commit`)).status).toBe(409);
  });
});

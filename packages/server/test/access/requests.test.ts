import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { openTestApp, type TestApp } from '../harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
});

afterAll(() => t.close());

const account = { code: '512000', name: 'Bank', statement: 'balance', type: 'asset' };

const send = (payload: string | Buffer, headers: Record<string, string>, url = '/v1/accounts') =>
  t.app.http.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${t.key}`, ...headers },
    payload,
  });

describe('request.body', () => {
  test('accounts.create.400 an unknown field is named, with those that are known', async () => {
    const reply = await t.call('POST', '/v1/accounts', { ...account, colour: 'red' });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_request',
        errors: [{ in: 'body', pointer: '/colour', code: 'invalid_request' }],
      },
    });
    expect(reply.body.detail).toContain('known here: code');
    expect((await t.call('GET', '/v1/accounts/512000')).status).toBe(404);
  });

  test.each([
    ['cut short', '{"code": "1'],
    ['not JSON at all', 'code=1'],
    ['two documents', '{} {}'],
    ['a key that reaches for the prototype', '{"__proto__": {"code": "1"}}'],
    ['a byte order mark', '\uFEFF{"code" "1"}'],
  ])('accounts.create.400 %s', async (_, payload) => {
    const reply = await send(payload, { 'content-type': 'application/json' });
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(reply.json()).toMatchObject({
      status: 400,
      code: 'invalid_request',
      errors: [{ in: 'body', pointer: '' }],
    });
    expect(reply.json().detail).toMatch(/^The body is not JSON: /);
  });

  test.each(['[]', '"text"', '12.50', 'null'])(
    'accounts.create.400 %s is JSON and no object',
    async (payload) => {
      const reply = await send(payload, { 'content-type': 'application/json' });
      expect(reply.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    },
  );

  test.each([
    ['text/plain', JSON.stringify(account)],
    ['application/x-www-form-urlencoded', 'code=1'],
    ['application/x-ndjson', `${JSON.stringify(account)}\n`],
    ['application/xml', '<code/>'],
  ])('accounts.create.400 content type %s is not taken for JSON', async (type, payload) => {
    const reply = await send(payload, { 'content-type': type });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ in: 'header', pointer: '/content-type' }] });
    expect(reply.json().errors[0].message).toContain('application/json');
  });

  test('accounts.create.400 without a body', async () => {
    const reply = await t.call('POST', '/v1/accounts');
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'body', message: 'a body is required' }] },
    });
  });

  test('imports.putPart.400 JSON is not taken for lines', async () => {
    const reply = await t.app.http.inject({
      method: 'PUT',
      url: '/v1/imports/00000000-0000-7000-8000-000000000001/parts/1',
      headers: {
        authorization: `Bearer ${t.key}`,
        'content-type': 'application/json',
        'content-digest': `sha-256=:${'A'.repeat(43)}=:`,
      },
      payload: '{}',
    });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ pointer: '/content-type' }] });
    expect(reply.json().errors[0].message).toContain('application/x-ndjson');
  });

  test('accounts.archive.400 what an operation does not take is not thrown away in silence', async () => {
    await t.call('POST', '/v1/accounts', { ...account, code: '5121' });
    const reply = await t.call('POST', '/v1/accounts/5121/archive', { reason: 'old' });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ in: 'body', pointer: '' }] } });
    expect((await t.call('GET', '/v1/accounts/5121')).body.active).toBe(true);
    expect((await t.call('POST', '/v1/accounts/5121/archive', {})).status).toBe(200);
  });

  test('accounts.create.413 a body over 8 MiB; one byte less is read', async () => {
    const limit = 8 * 1024 * 1024;
    const bodyOf = (length: number) => {
      const text = JSON.stringify({ ...account, name: '' });
      return text.replace('"name":""', `"name":"${'x'.repeat(length - text.length)}"`);
    };
    const over = await send(bodyOf(limit + 1), { 'content-type': 'application/json' });
    expect(over.json()).toMatchObject({ status: 413, code: 'body_too_large' });
    expect(over.json().detail).toContain('8 MiB');
    const full = await send(bodyOf(limit), { 'content-type': 'application/json' });
    expect(full.json()).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] });
    expect(full.payload.length).toBeLessThan(10_000);
  });

  test('entries.batch.400 a million faults in one body are answered in a few words', async () => {
    const reply = await send(
      `{"entries":[${'1,'.repeat(4_000_000)}1]}`,
      { 'content-type': 'application/json' },
      '/v1/entries/batch',
    );
    expect(reply.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(reply.payload.length).toBeLessThan(100_000);
  });
});

describe('request.parameters', () => {
  test.each([
    ['/v1/accounts?colour=red', 'query', '/colour'],
    ['/v1/accounts?limit=0', 'query', '/limit'],
    ['/v1/accounts?limit=501', 'query', '/limit'],
    ['/v1/accounts?limit=ten', 'query', '/limit'],
    ['/v1/accounts?limit=1&limit=2', 'query', '/limit'],
    ['/v1/accounts?cursor=not-one-of-ours', 'query', '/cursor'],
    ['/v1/accounts?updatedSince=yesterday', 'query', '/updatedSince'],
    ['/v1/entries/not-an-id', 'path', '/id'],
  ])('%s 400', async (url, place, pointer) => {
    const reply = await t.call('GET', url);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ in: place, pointer }] } });
  });

  test.each([
    '/v1/accounts/%E0%A4%A',
    '/v1/accounts/%00',
    '/v1/nothing',
    '/',
    `/v1/accounts/${'a'.repeat(5_000)}`,
  ])('%s is answered with a problem and no fault of ours', async (url) => {
    const reply = await t.call('GET', url);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect([400, 404]).toContain(reply.status);
    expect(reply.body.requestId).toBe(reply.headers['x-request-id']);
  });

  test('accounts.create.400 text that PostgreSQL cannot hold is refused, not failed on', async () => {
    const reply = await t.call('POST', '/v1/accounts', { ...account, name: 'a\u0000b' });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name' }] } });
    const lone = await t.call('POST', '/v1/accounts', { ...account, code: '77', name: 'a\ud800b' });
    expect([201, 400]).toContain(lone.status);
  });
});

describe('request.limit', () => {
  test('accounts.list.429 over the limit of a second, with Retry-After; the next second is free', async () => {
    let now = systemClock();
    const slow = await openTestApp({ rateLimit: 10, now: () => now });
    now += 1_000;
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await slow.call('GET', '/v1/accounts')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);

    const over = await slow.call('GET', '/v1/accounts');
    expect(over).toMatchObject({
      status: 429,
      body: { code: 'rate_limited' },
      headers: { 'retry-after': '1' },
    });
    now += 1_000;
    expect((await slow.call('GET', '/v1/accounts')).status).toBe(200);
    await slow.close();
  });

  test('apiKeys.current.429 guessing keys is slowed by address, and a known key goes on', async () => {
    const now = systemClock();
    const slow = await openTestApp({ rateLimit: 20, now: () => now });
    const guess = (i: number) => ({ authorization: `Bearer erp_guess-${i}` });
    const statuses: number[] = [];
    for (let i = 0; i < 20; i++) {
      statuses.push((await slow.call('GET', '/v1/api-keys/current', undefined, guess(i))).status);
    }
    expect(statuses).toContain(401);
    expect(statuses.at(-1)).toBe(429);
    await slow.close();
  });

  test('accounts.list.200 many clients behind one address have a limit each', async () => {
    const now = systemClock();
    const slow = await openTestApp({ rateLimit: 8, now: () => now });
    const keys = await Promise.all(
      [1, 2, 3].map(async (i) => {
        const reply = await t.platform(
          'POST',
          '/v1/api-keys',
          { name: `k${i}`, scopes: ['accounts:read'] },
          { 'erp-tenant': slow.tenant.slug },
        );
        return reply.body.secret as string;
      }),
    );
    const statuses: number[] = [];
    for (let i = 0; i < 15; i++) {
      const authorization = `Bearer ${keys[i % 3]}`;
      statuses.push((await slow.call('GET', '/v1/accounts', undefined, { authorization })).status);
    }
    expect(statuses).toEqual(Array<number>(15).fill(200));
    await slow.close();
  });
});

describe('request.id', () => {
  test('every reply names its request, a problem in its body too', async () => {
    const good = await t.call('GET', '/v1/accounts');
    expect(good.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const bad = await t.call('GET', '/v1/accounts/no-such');
    expect(bad.body.requestId).toBe(bad.headers['x-request-id']);
    expect(bad.body.requestId).not.toBe(good.headers['x-request-id']);
  });
});

import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import {
  cut,
  json,
  problem,
  type ScriptedServer,
  type Step,
  scriptedServer,
  silence,
} from '../../test/scripted-server.ts';
import { createErp } from './erp.ts';
import { ErpConnectionError, ErpError } from './errors.ts';

const now = { 'retry-after': '0' };
const entry = { journal: 'VT', date: '2026-03-12', lines: [{ account: '411000', debit: '1.00' }] };
const account = { name: 'Customers' };

let server: ScriptedServer;

async function erpOver(...script: Step[]) {
  server = await scriptedServer(...script);
  return createErp({ baseUrl: server.url, auth: 'k', tenant: 'acme', maxRetryAfter: 20 });
}

afterEach(() => server.close());

/** The error that a call ends with; fails when it succeeds. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Error);
  return outcome;
}

describe('retries', () => {
  test('entries.post: the same idempotency key on every attempt, and one call is one entry', async () => {
    const erp = await erpOver(
      problem(503, 'unavailable', now),
      cut,
      problem(429, 'rate_limited', now),
      json(201, { id: 'e' }),
    );

    expect(await erp.entries.post(entry)).toEqual({ id: 'e' });

    const keys = server.received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
    expect(server.received.map(({ body }) => JSON.parse(body))).toEqual([entry, entry, entry, entry]);
  });

  test('entries.post: two calls have two keys, and a key of the caller is kept', async () => {
    const erp = await erpOver(json(201, { id: 'e' }));

    await erp.entries.post(entry);
    await erp.entries.post(entry);
    await erp.entries.post(entry, { idempotencyKey: 'order-118' });

    const [first, second, third] = server.received.map(({ headers }) => headers['idempotency-key']);
    expect(first).not.toBe(second);
    expect(third).toBe('order-118');
  });

  test('entries.post: the conflict with its own earlier attempt is waited out', async () => {
    const erp = await erpOver(cut, problem(409, 'conflict', now), json(201, { id: 'e' }));

    expect(await erp.entries.post(entry)).toEqual({ id: 'e' });
  });

  test('entries.post.409: a refusal of the books is not repeated', async () => {
    const erp = await erpOver(problem(503, 'unavailable', now), problem(409, 'period_not_open'));

    expect(await failureOf(erp.entries.post(entry))).toMatchObject({ status: 409, code: 'period_not_open' });
    expect(server.received).toHaveLength(2);
  });

  test('accounts.list: an hour of Retry-After is cut to the cap', async () => {
    const page = { items: [], next: null };
    const erp = await erpOver(problem(503, 'unavailable', { 'retry-after': '3600' }), json(200, page));

    expect(await erp.accounts.list()).toEqual(page);
  });

  test('accounts.update: PATCH and what is under If-Match are sent once', async () => {
    const erp = await erpOver(problem(503, 'unavailable', now));

    await failureOf(erp.accounts.update('411000', account));
    await failureOf(erp.entries.updateDraft('d', { journal: 'VT' }, { ifMatch: 3 }));

    expect(server.received.map(({ method }) => method)).toEqual(['PATCH', 'PUT']);
    expect(server.received[1]?.headers['if-match']).toBe('"3"');
  });

  test('imports.putPart: a part is sent again, with its digest', async () => {
    const part = '{"record":"account","code":"1"}\n';
    const digest = createHash('sha256').update(part).digest('base64');
    const erp = await erpOver(problem(502, 'unavailable', now), json(200, { part: 1 }));

    await erp.imports.putPart('i', 1, part);

    const [first, second] = server.received;
    expect(second).toEqual(first);
    expect(first?.body).toBe(part);
    expect(first?.headers['content-digest']).toBe(`sha-256=:${digest}:`);
    expect(first?.headers['content-type']).toBe('application/x-ndjson');
  });

  test('accounts.get: in the end the refusal of the server is the error', async () => {
    const erp = await erpOver(problem(503, 'schema_outdated', now));

    expect(await failureOf(erp.accounts.get('1'))).toMatchObject({
      code: 'schema_outdated',
      requestId: 'r-1',
    });
    expect(server.received).toHaveLength(5);
  });
});

describe('deadline and abort', () => {
  test('accounts.get: one deadline for all attempts', async () => {
    const erp = await erpOver(problem(503, 'unavailable', now), problem(503, 'unavailable', now), silence);

    const error = await failureOf(erp.accounts.get('1', { timeout: 150 }));

    expect(error).toBeInstanceOf(ErpConnectionError);
    expect(error).toMatchObject({ code: 'timeout', message: expect.stringContaining('within 0.15 s') });
    expect(server.received).toHaveLength(3);
  });

  test('accounts.get: the deadline also ends a body that does not come', async () => {
    const erp = await erpOver((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"code":');
    });

    expect(await failureOf(erp.accounts.get('1', { timeout: 150 }))).toMatchObject({ code: 'timeout' });
  });

  test('accounts.get: the reason of the caller comes back as it is, and nothing is tried again', async () => {
    const erp = await erpOver(silence);
    const controller = new AbortController();
    const reason = new Error('changed my mind');

    const call = failureOf(erp.accounts.get('1', { signal: controller.signal }));
    await expect.poll(() => server.received.length).toBe(1);
    controller.abort(reason);

    expect(await call).toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  test('accounts.get: a signal aborted before the call sends nothing', async () => {
    const erp = await erpOver(silence);

    await failureOf(erp.accounts.get('1', { signal: AbortSignal.abort() }));

    expect(server.received).toHaveLength(0);
  });
});

describe('errors', () => {
  test('entries.post.422: code, status, pointers and request id of the problem', async () => {
    const errors = [
      { in: 'body', pointer: '/lines/0/account', code: 'account_unknown', message: 'No account 9.' },
    ];
    const body = {
      type: 'x',
      title: 'Refused',
      status: 422,
      detail: 'Nowhere.',
      code: 'account_unknown',
      requestId: 'r',
      errors,
    };
    const erp = await erpOver(json(422, body));

    const error = await failureOf(erp.entries.post(entry));

    expect(error).toBeInstanceOf(ErpError);
    expect(error).toMatchObject({
      message: 'Nowhere.',
      code: 'account_unknown',
      status: 422,
      requestId: 'r',
      errors,
    });
  });

  test('accounts.get.502: a page of a gateway is still an error with sense', async () => {
    const erp = await erpOver((response) => {
      response
        .writeHead(502, { 'content-type': 'text/html', 'retry-after': '0' })
        .end('<h1>Bad gateway</h1>');
    });

    const error = await failureOf(erp.accounts.get('1'));

    expect(error).toMatchObject({ code: 'unavailable', status: 502, errors: [], requestId: undefined });
    expect(String(error)).toContain('502 Bad Gateway with text/html');
  });

  test('accounts.get.200: a page where JSON belongs is refused', async () => {
    const erp = await erpOver((response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
    });

    expect(String(await failureOf(erp.accounts.get('1')))).toContain('is this the ERP server?');
  });

  test('accounts.get: a server that is not there is said at once, in words', async () => {
    const erp = await erpOver(silence);
    const { url } = server;
    await server.close();

    const error = await failureOf(erp.accounts.get('1'));

    expect(error).toBeInstanceOf(ErpConnectionError);
    expect(error).toMatchObject({ code: 'unreachable', message: `Cannot reach ${url}: connection refused.` });
    expect((error as ErpConnectionError).cause).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('accounts.get: an answer that breaks off is a lost connection', async () => {
    const erp = await erpOver((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"code":', () => response.socket?.destroy());
    });

    expect(String(await failureOf(erp.accounts.get('1')))).toMatch(/Cannot reach .*: connection closed\./);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erp } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer();
  env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme' };
});
afterAll(() => server.close());

describe('api', () => {
  test('api: --paginate reads all pages, --query takes a part', async () => {
    server.answer(({ query }) =>
      query['cursor'] === undefined
        ? { body: { items: [{ code: '1' }], next: 'two' } }
        : { body: { items: [{ code: '2' }, { name: 'without' }], next: null } },
    );
    const run = await erp(['api', 'GET', '/v1/accounts', '--paginate', '--query', '[].code'], { env });

    expect(JSON.parse(run.stdout)).toEqual(['1', '2']);
  });

  test.each([
    ['items[1].code', '2'],
    ['items.1.code', '2'],
    ['items.2', null],
    ['items[].1', []],
    ['byCode.1.name', 'one'],
  ])('api: --query %s', async (query, expected) => {
    server.answer({ body: { items: [{ code: '1' }, { code: '2' }], byCode: { 1: { name: 'one' } } } });
    const run = await erp(['api', 'GET', '/v1/accounts', '--query', query], { env });

    expect(JSON.parse(run.stdout)).toEqual(expected);
  });

  test('api: --curl prints the call without the key and sends nothing', async () => {
    server.answer({ body: {} });
    const args = ['api', 'POST', '/v1/journals', '-f', "name=It's", '--curl'];
    const run = await erp(args, { env: { ...env, ERP_API_KEY: 'secret-key' } });

    expect(run.stdout).toContain(`curl -sS -X POST '${server.url}/v1/journals'`);
    expect(run.stdout).toContain('-H "Authorization: Bearer $ERP_API_KEY"');
    expect(run.stdout).toContain(`--data-raw '{"name":"It'\\''s"}'`);
    expect(run.stdout).not.toContain('secret-key');
    expect(server.received).toEqual([]);

    const document = await erp([...args, '-o', 'json'], { env });
    expect(JSON.parse(document.stdout)).toEqual({ text: expect.stringContaining('curl -sS') });
  });

  test('api: a refusal keeps code, request and faults', async () => {
    const errors = [{ in: 'body', pointer: '/name', code: 'invalid_request', message: 'is missing' }];
    server.answer(problem(400, 'invalid_request', 'not valid', errors));
    const run = await erp(['api', 'POST', '/v1/journals', '-f', 'code=VT'], { env });

    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'invalid_request', requestId: 'req-1', errors },
    });
  });
});

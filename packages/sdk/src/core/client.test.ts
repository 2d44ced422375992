import { afterEach, expect, test } from 'vitest';
import { json, problem, type ScriptedServer, type Step, scriptedServer } from '../../test/scripted-server.ts';
import { accounts, createClient, createErp } from '../index.ts';

let server: ScriptedServer;

async function serve(...script: Step[]): Promise<string> {
  server = await scriptedServer(...script);
  return server.url;
}

afterEach(() => server.close());

test('client: credentials, tenant and agent on every request; the token is asked for each time', async () => {
  let asked = 0;
  const auth = async () => {
    asked += 1;
    return `t${asked}`;
  };
  const baseUrl = await serve(json(200, {}));
  const erp = createErp({ baseUrl: `${baseUrl}/`, tenant: 'acme', auth });

  await erp.accounts.get('411000');
  await erp.raw.GET('/v1/accounts/{account}', { params: { path: { account: '411000' } } });

  for (const [index, { method, url, headers }] of server.received.entries()) {
    expect([method, url]).toEqual(['GET', '/v1/accounts/411000']);
    expect(headers).toMatchObject({ authorization: `Bearer t${index + 1}`, 'erp-tenant': 'acme' });
    expect(headers['user-agent']).toMatch(/^erp-sdk\/\d/);
    expect(headers['idempotency-key']).toBeUndefined();
  }
  expect(asked).toBe(2);
});

test('client: without a key or tenant, health and version can be asked', async () => {
  const erp = createErp({ baseUrl: await serve(json(200, { version: '1' })) });

  await erp.system.version();

  expect(server.received[0]?.headers['authorization']).toBeUndefined();
  expect(server.received[0]?.headers['erp-tenant']).toBeUndefined();
});

test('client: codes that need escaping in a path and a query arrive as they are', async () => {
  const erp = createErp({ baseUrl: await serve(json(200, { items: [], next: null })) });

  await erp.accounts.get('E/7 ü?#');
  await erp.entries.list({ account: '411..419', from: '2026-01-01', limit: 5 });

  expect(server.received.map(({ url }) => url)).toEqual([
    '/v1/accounts/E%2F7%20%C3%BC%3F%23',
    '/v1/entries?account=411..419&from=2026-01-01&limit=5',
  ]);
});

test('client: the functions by themselves do the same as the bound ones', async () => {
  const client = createClient({ baseUrl: await serve(json(200, { code: '411000' })), auth: 'k' });

  expect(await accounts.update(client, '411000', { name: 'Customers' }, { ifMatch: 2 })).toEqual({
    code: '411000',
  });

  const [request] = server.received;
  expect([request?.method, request?.url, request?.body]).toEqual([
    'PATCH',
    '/v1/accounts/411000',
    '{"name":"Customers"}',
  ]);
  expect(request?.headers['if-match']).toBe('"2"');
});

test('client: an optional body is an empty object, a reply without content is undefined', async () => {
  const erp = createErp({ baseUrl: await serve(json(200, {}), (response) => response.writeHead(204).end()) });

  await erp.periods.close('2026', 3);
  expect(await erp.apiKeys.revoke('k')).toBeUndefined();

  expect(server.received[0]).toMatchObject({ method: 'POST', url: '/v1/periods/2026/3/close', body: '{}' });
});

test('client: the response is seen before it is read, refusals too', async () => {
  const seen: (string | null)[] = [];
  const look = (response: Response) => seen.push(response.headers.get('etag') ?? String(response.status));
  const erp = createErp({
    baseUrl: await serve(json(200, {}, { etag: '"7"' }), problem(404, 'not_found')),
    onResponse: (response) => seen.push(`all ${response.status}`),
  });

  await erp.accounts.get('1', { onResponse: look });
  await erp.accounts.get('2', { onResponse: look }).catch(() => undefined);

  expect(seen).toEqual(['all 200', '"7"', 'all 404', '404']);
});

test('entries.iterate: every page once, each asked for when the one before is used up', async () => {
  const pages = [
    { items: [{ id: 'a' }, { id: 'b' }], next: 'c/1' },
    { items: [], next: 'c/2' },
    { items: [{ id: 'c' }], next: null },
  ];
  const erp = createErp({ baseUrl: await serve(...pages.map((page) => json(200, page))) });

  const ids: string[] = [];
  for await (const entry of erp.entries.iterate({ from: '2026-01-01' })) {
    ids.push(entry.id);
    if (ids.length === 1) expect(server.received).toHaveLength(1);
  }

  expect(ids).toEqual(['a', 'b', 'c']);
  expect(server.received.map(({ url }) => url)).toEqual([
    '/v1/entries?from=2026-01-01',
    '/v1/entries?from=2026-01-01&cursor=c%2F1',
    '/v1/entries?from=2026-01-01&cursor=c%2F2',
  ]);
});

test('entries.iterate: who stops early asks for no further page', async () => {
  const erp = createErp({ baseUrl: await serve(json(200, { items: [{ id: 'a' }], next: 'more' })) });

  for await (const entry of erp.entries.iterate()) {
    expect(entry.id).toBe('a');
    break;
  }

  expect(server.received).toHaveLength(1);
});

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../harness.ts';
import { pathToNothing, routes, scopes } from '../operations.ts';

let t: TestApp;

/** A key with every scope of the contract but one. */
const lacking = new Map<string, string>();

beforeAll(async () => {
  t = await openTestApp();
  for (const scope of scopes) {
    const body = { name: `all but ${scope}`, scopes: scopes.filter((s) => s !== scope) };
    lacking.set(scope, (await t.call('POST', '/v1/api-keys', body)).body.secret);
  }
});

afterAll(() => t.close());

const guarded = routes.filter((r) => r.scope !== undefined);

describe('scopes', () => {
  test('scopes stand on every operation but those of the system and the question who I am', () => {
    const open = routes.filter((r) => r.scope === undefined).map((r) => r.id);
    expect(open.sort()).toEqual(['apiKeys.current', 'system.live', 'system.ready', 'system.version']);
  });

  const named = guarded.map((route) => [`${route.id}.403`, route.scope, route] as const);

  test.each(named)('%s without %s, before the body is read', async (_, _scope, route) => {
    const authorization = `Bearer ${lacking.get(route.scope ?? '')}`;
    const reply = await t.app.http.inject({
      method: route.method as 'GET',
      url: pathToNothing(route),
      headers: { authorization, 'content-type': 'application/json' },
      // Were it read, it would be 400.
      ...(route.method === 'GET' ? {} : { payload: '{"not json' }),
    });
    expect(reply.json()).toMatchObject({ status: 403, code: 'forbidden' });
    expect(reply.json().detail).toContain(`${route.id} needs the scope ${route.scope}`);
  });
});

describe('request.order', () => {
  /** The status of a reply to a request whose body is announced and never sent. */
  async function statusBeforeBody(authorization: string): Promise<number> {
    const address = await t.app.http.listen({ port: 0, host: '127.0.0.1' }).catch(() => undefined);
    const { port } = address ? new URL(address) : (t.app.http.server.address() as { port: number });
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /v1/accounts HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
    );
    const [first] = await new Promise<Buffer[]>((resolve, reject) => {
      socket.once('data', (data) => resolve([data])).once('error', reject);
    });
    socket.destroy();
    return Number(/^HTTP\/1\.1 (\d+)/.exec(String(first))?.[1]);
  }

  test('request.order 401 and 403 are said while the body is still to come', async () => {
    expect(await statusBeforeBody(`Bearer erp_${'B'.repeat(43)}`)).toBe(401);
    expect(await statusBeforeBody(`Bearer ${lacking.get('accounts:write')}`)).toBe(403);
  });
});

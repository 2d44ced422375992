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

describe('doctor', () => {
  test('doctor: all is well', async () => {
    server.answer(({ path }) => ({
      body: {
        '/health/live': { status: 'live' },
        '/health/ready': {
          status: 'ready',
          parts: [
            { name: 'database', ready: true },
            { name: 'server', ready: true },
          ],
        },
        '/version': { version: '0.1.0', contract: '0.1.0', services: ['api'] },
        '/v1/api-keys/current': { name: 'ci', scopes: ['*'], tenant: null },
        '/v1/tenants/acme': { name: 'Acme', state: 'setup' },
      }[path],
    }));
    const run = await erp(['doctor'], { env });

    const { ok, checks } = JSON.parse(run.stdout) as {
      ok: boolean;
      checks: { check: string; status: string; detail: string }[];
    };
    expect(run.code).toBe(0);
    expect(ok).toBe(true);
    expect(checks.map(({ check, status }) => `${check} ${status}`)).toEqual([
      'server ok',
      'clock ok',
      'database ok',
      'requests ok',
      'version ok',
      'credentials ok',
      'tenant ok',
    ]);
    expect(checks[1]?.detail).toBe("this clock agrees with the server's");
  });

  test('doctor: a wrong clock is a warning, a part that is down and a wrong key are failures', async () => {
    server.answer(({ path }) => {
      if (path === '/health/live') {
        return { body: { status: 'live' }, headers: { date: 'Thu, 01 Jan 2015 00:00:00 GMT' } };
      }
      if (path === '/health/ready') {
        const parts = [{ name: 'schema', ready: false, detail: '3 migrations are missing' }];
        return { body: { status: 'not_ready', parts } };
      }
      if (path === '/version') return { body: { version: '0.1.0', contract: '0.1.0', services: [] } };
      return problem(401, 'unauthenticated', 'no such key');
    });
    const run = await erp(['doctor', '-o', 'table'], { env });

    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/clock +warning +this clock is .* ahead of the server's/);
    expect(run.stdout).toMatch(/schema +failed +3 migrations are missing/);
    expect(run.stdout).toMatch(/credentials +failed +no such key/);
  });
});

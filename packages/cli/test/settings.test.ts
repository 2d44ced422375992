import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erp, newHome, type Run } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';

const KEY = {
  keyId: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'ci',
  scopes: ['*'],
  tenant: null,
  tenantId: null,
};

let server: FakeServer;
let other: FakeServer;

beforeAll(async () => {
  server = await startFakeServer();
  other = await startFakeServer();
});
afterAll(() => Promise.all([server.close(), other.close()]));

/** A home with profiles, as they are after a login. */
function homeWith(profiles: object, mode = 0o600): string {
  const home = newHome();
  mkdirSync(join(home, 'erp'));
  writeFileSync(join(home, 'erp/profiles.json'), JSON.stringify({ version: 1, current: 'local', profiles }));
  chmodSync(join(home, 'erp/profiles.json'), mode);

  return home;
}

function storedIn(home: string): unknown {
  return JSON.parse(readFileSync(join(home, 'erp/profiles.json'), 'utf8'));
}

function errorOf(run: Run): { code: string; message: string; hint: string | null } {
  return (JSON.parse(run.stdout) as { error: { code: string; message: string; hint: string | null } }).error;
}

describe('precedence', () => {
  test('a profile gives server, tenant and key', async () => {
    server.answer({ body: { items: [], next: null } });
    const home = homeWith({ local: { url: server.url, tenant: 'acme', apiKey: 'stored' } });
    const run = await erp(['account', 'list'], { env: { XDG_CONFIG_HOME: home } });

    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(server.received[0]?.headers).toMatchObject({
      authorization: 'Bearer stored',
      'erp-tenant': 'acme',
    });
  });

  test('flag over environment over profile, and stderr says what overrides the tenant', async () => {
    server.answer({ body: { items: [], next: null } });
    const home = homeWith({ local: { url: server.url, tenant: 'acme', apiKey: 'stored' } });
    const env = { XDG_CONFIG_HOME: home, ERP_TENANT: 'from-env', ERP_API_KEY: 'env-key', ERP_TOKEN: 'token' };

    const byEnvironment = await erp(['account', 'list'], { env });
    expect(server.received.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer env-key',
      'erp-tenant': 'from-env',
    });
    expect(byEnvironment.stderr).toBe(
      'tenant from-env comes from ERP_TENANT, which overrides acme of profile "local"\n',
    );

    const byFlag = await erp(['account', 'list', '--tenant', 'from-flag'], { env });
    expect(server.received.at(-1)?.headers['erp-tenant']).toBe('from-flag');
    expect(byFlag.stderr).toContain('tenant from-flag comes from --tenant');

    const quiet = await erp(['account', 'list', '--quiet'], { env });
    expect(quiet.stderr).toBe('');
  });

  test('ERP_TOKEN counts where ERP_API_KEY is not set, --api-key-file over both', async () => {
    server.answer({ body: { items: [], next: null } });
    const env = { ERP_URL: server.url, ERP_TOKEN: 'token' };

    await erp(['account', 'list'], { env });
    expect(server.received.at(-1)?.headers.authorization).toBe('Bearer token');

    await erp(['account', 'list', '--api-key-file', '-'], { env, stdin: 'from-stdin\n' });
    expect(server.received.at(-1)?.headers.authorization).toBe('Bearer from-stdin');
  });

  test('ERP_PROFILE and --profile choose among profiles', async () => {
    other.answer({ body: { items: [], next: null } });
    const home = homeWith({ local: { url: server.url }, staging: { url: other.url, apiKey: 'staging-key' } });

    await erp(['account', 'list'], { env: { XDG_CONFIG_HOME: home, ERP_PROFILE: 'staging' } });
    await erp(['account', 'list', '--profile', 'staging'], { env: { XDG_CONFIG_HOME: home } });
    expect(other.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer staging-key',
      'Bearer staging-key',
    ]);
  });
});

describe('keys', () => {
  test('the key of a profile is not sent to another server', async () => {
    other.answer(problem(401, 'unauthenticated', 'a key is needed'));
    const home = homeWith({ local: { url: server.url, apiKey: 'stored' } });
    const run = await erp(['account', 'list', '--url', other.url], { env: { XDG_CONFIG_HOME: home } });

    expect(other.received[0]?.headers.authorization).toBeUndefined();
    expect(run.stderr).toContain(
      `the key of profile "local" belongs to ${server.url} and is not sent to ${other.url}`,
    );
    expect(run.stderr).toContain(`No key was given for ${other.url}.`);
    expect(run.code).toBe(4);
  });

  test('keys in a file that others can read are not used', async () => {
    server.answer(problem(401, 'unauthenticated', 'a key is needed'));
    const home = homeWith({ local: { url: server.url, apiKey: 'stored' } }, 0o644);
    const run = await erp(['account', 'list'], { env: { XDG_CONFIG_HOME: home } });

    expect(server.received[0]?.headers.authorization).toBeUndefined();
    expect(run.stderr).toContain(
      `can be read by others, so the keys in it are not used. Run: chmod 600 ${home}`,
    );
  });

  test('a file that holds no profiles is refused and kept', async () => {
    const home = newHome();
    mkdirSync(join(home, 'erp'));
    writeFileSync(join(home, 'erp/profiles.json'), '{"version":1,');
    const run = await erp(['profile', 'set', 'x', '--url', server.url], { env: { XDG_CONFIG_HOME: home } });

    expect(errorOf(run).code).toBe('profile_file');
    expect(readFileSync(join(home, 'erp/profiles.json'), 'utf8')).toBe('{"version":1,');
  });
});

describe('login', () => {
  test('login: checks the key, stores it for the owner alone, and it is in use', async () => {
    server.answer({ body: { ...KEY, tenant: 'acme' } });
    const home = newHome();
    const run = await erp(['login', '--url', server.url, '--api-key-file', '-'], {
      env: { XDG_CONFIG_HOME: home },
      stdin: 'secret-key\n',
    });

    expect(JSON.parse(run.stdout)).toEqual({
      profile: 'local',
      url: server.url,
      tenant: 'acme',
      key: 'ci',
      scopes: ['*'],
    });
    expect(run.stdout + run.stderr).not.toContain('secret-key');
    expect(storedIn(home)).toEqual({
      version: 1,
      current: 'local',
      profiles: { local: { url: server.url, tenant: 'acme', apiKey: 'secret-key' } },
    });
    expect(statSync(join(home, 'erp/profiles.json')).mode & 0o777).toBe(0o600);

    const whoami = await erp(['whoami'], { env: { XDG_CONFIG_HOME: home } });
    expect(JSON.parse(whoami.stdout)).toMatchObject({ profile: 'local', tenant: 'acme', key: 'ci' });
  });

  test('login: a wrong key is not stored', async () => {
    server.answer(problem(401, 'unauthenticated', 'no such key'));
    const home = newHome();
    const run = await erp(['login', '--url', server.url], {
      env: { XDG_CONFIG_HOME: home, ERP_API_KEY: 'wrong' },
    });

    expect(run.code).toBe(4);
    expect(existsSync(join(home, 'erp/profiles.json'))).toBe(false);
  });

  test('logout: forgets the key and keeps the rest', async () => {
    const home = homeWith({ local: { url: server.url, tenant: 'acme', apiKey: 'stored' } });
    const run = await erp(['logout'], { env: { XDG_CONFIG_HOME: home } });

    expect(JSON.parse(run.stdout)).toEqual({ profile: 'local', url: server.url, forgotten: true });
    expect(storedIn(home)).toMatchObject({ profiles: { local: { url: server.url, tenant: 'acme' } } });
    expect(JSON.stringify(storedIn(home))).not.toContain('stored');
  });
});

describe('profile', () => {
  test('profile set, use, list, show, remove', async () => {
    const home = newHome();
    const env = { XDG_CONFIG_HOME: home };
    await erp(['profile', 'set', 'a', '--url', server.url, '--tenant', 'acme'], { env });
    await erp(['profile', 'set', 'b', '--url', other.url, '--api-key-file', '-'], { env, stdin: 'key-b' });
    await erp(['profile', 'use', 'b'], { env });

    const list = await erp(['profile', 'list'], { env });
    expect(JSON.parse(list.stdout)).toEqual([
      { name: 'a', current: false, url: server.url, tenant: 'acme', hasKey: false },
      { name: 'b', current: true, url: other.url, tenant: null, hasKey: true },
    ]);

    const show = await erp(['profile', 'show'], { env });
    expect(show.stdout).not.toContain('key-b');

    await erp(['profile', 'remove', 'b'], { env });
    expect(storedIn(home)).toEqual({ version: 1, profiles: { a: { url: server.url, tenant: 'acme' } } });
  });

  test('profile set: a new address does not inherit the key of the old one', async () => {
    const home = homeWith({ local: { url: server.url, apiKey: 'stored' } });
    await erp(['profile', 'set', 'local', '--url', other.url], { env: { XDG_CONFIG_HOME: home } });

    expect(storedIn(home)).toMatchObject({ profiles: { local: { url: other.url } } });
    expect(JSON.stringify(storedIn(home))).not.toContain('stored');
  });

  test('profile use: an unknown name proposes the nearest', async () => {
    const home = homeWith({ staging: { url: server.url } });
    const run = await erp(['profile', 'use', 'stagin', '--profile', 'staging'], {
      env: { XDG_CONFIG_HOME: home },
    });

    expect(errorOf(run).message).toBe('there is no profile "stagin"; did you mean staging?');
  });
});

describe('the tenant that is acted on', () => {
  test('every changing command names tenant and server', async () => {
    server.answer({ body: { code: '1' } });
    const run = await erp(['account', 'archive', '1', '--tenant', 'acme'], {
      env: { ERP_URL: server.url, ERP_API_KEY: 'k' },
    });

    expect(run.stderr).toBe(`tenant acme on ${server.url}\n`);
  });

  test('--expect-tenant: refused before anything is sent', async () => {
    server.answer({ body: {} });
    const run = await erp(['account', 'archive', '1', '--expect-tenant', 'acme-staging'], {
      env: { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme' },
    });

    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toEqual({
      error: {
        code: 'tenant_mismatch',
        message: 'would change acme, expected acme-staging',
        requestId: null,
        hint: 'unset ERP_TENANT, or pass --tenant acme-staging',
        errors: [],
      },
    });
    expect(run.stderr).toContain('refused before anything was sent: this would change tenant "acme"');
    expect(server.received).toEqual([]);
  });

  test('--expect-tenant: fails closed where no tenant is named and the key is for all', async () => {
    server.answer({ body: KEY });
    const run = await erp(['account', 'list'], {
      env: { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_EXPECT_TENANT: 'acme' },
    });

    expect(run.code).toBe(2);
    expect(server.received.map(({ path }) => path)).toEqual(['/v1/api-keys/current']);
  });

  test('--expect-tenant: the tenant of an argument counts, and an id is looked up', async () => {
    server.answer({ body: { slug: 'acme', id: KEY.keyId } });
    const env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_EXPECT_TENANT: 'acme' };

    expect((await erp(['tenant', 'reset', 'other', '--yes'], { env })).code).toBe(4);
    expect((await erp(['account', 'archive', '1', '--tenant', KEY.keyId], { env })).code).toBe(0);
  });

  test('api: a changing call obeys --expect-tenant', async () => {
    server.answer({ body: {} });
    const run = await erp(
      ['api', 'DELETE', '/v1/entries/drafts/1', '--tenant', 'acme', '--expect-tenant', 'other'],
      {
        env: { ERP_URL: server.url, ERP_API_KEY: 'k' },
      },
    );

    expect(run.code).toBe(4);
    expect(server.received).toEqual([]);
  });
});

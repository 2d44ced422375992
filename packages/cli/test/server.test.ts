import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../server/test/harness.ts';
import { erp, newHome, type Run } from './erp.ts';

let t: TestApp;
let url: string;
/** Home of an administrator who is signed in with the key of the platform. */
let platform: { XDG_CONFIG_HOME: string };
/** Environment of a program that has a key of the tenant. */
let program: Record<string, string>;

beforeAll(async () => {
  t = await openTestApp();
  await t.app.http.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(t.app.http.server.address() as AddressInfo).port}`;

  platform = { XDG_CONFIG_HOME: newHome() };
  program = { ERP_URL: url, ERP_API_KEY: t.key };
  const login = await erp(['login', '--url', url, '--api-key-file', '-'], {
    env: platform,
    stdin: t.platformKey,
  });
  expect(login).toMatchObject({ code: 0 });
});
afterAll(() => t.close());

function errorOf(run: Run): { code: string; errors: { pointer: string }[]; requestId: string } {
  return (
    JSON.parse(run.stdout) as { error: { code: string; errors: { pointer: string }[]; requestId: string } }
  ).error;
}

test('whoami: the key, whose it is, and where it comes from', async () => {
  const asPlatform = await erp(['whoami'], { env: platform });
  expect(JSON.parse(asPlatform.stdout)).toMatchObject({
    profile: 'local',
    url,
    keyTenant: null,
    scopes: ['*'],
  });

  const asTenant = await erp(['whoami'], { env: program });
  expect(JSON.parse(asTenant.stdout)).toMatchObject({
    profile: null,
    tenant: t.tenant.slug,
    keyTenant: t.tenant.slug,
    keyFrom: 'ERP_API_KEY',
  });
});

test('doctor: server, parts, version, credentials', async () => {
  const run = await erp(['doctor', '--tenant', t.tenant.slug], { env: platform });

  expect(JSON.parse(run.stdout)).toMatchObject({ ok: true });
  expect(run.code).toBe(0);
});

test('tenant create: without a chart it says that there are no accounts, but not with --quiet', async () => {
  const legal = ['--name', 'Acme', '--currency', 'EUR', '--country', 'FR'];
  const create = (slug: string, ...flags: string[]) =>
    erp(['tenant', 'create', `${t.tenant.slug}-${slug}`, ...legal, ...flags], { env: platform });

  const said = await create('bare');
  expect(said).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/no accounts yet.*--chart fr-pcg begins/),
  });
  expect(await create('german', '--country', 'DE')).toMatchObject({
    stderr: expect.stringMatching(/--chart de-skr03 or de-skr04 begins/),
  });
  expect(await create('irish', '--country', 'IE')).toMatchObject({
    stderr: expect.stringMatching(/--chart international begins/),
  });
  expect(await create('quiet', '--quiet')).toMatchObject({ code: 0, stderr: '' });
});

test('tenant create, get, update, list: a tenant with a chart', async () => {
  const slug = `${t.tenant.slug}-cli`;
  const created = await erp(
    [
      'tenant',
      'create',
      slug,
      '--name',
      'Acme SARL',
      '--currency',
      'EUR',
      '--country',
      'FR',
      '--chart',
      'international',
    ],
    { env: platform },
  );
  expect(created).toMatchObject({ code: 0, stderr: expect.stringContaining(`tenant ${slug} on ${url}`) });
  expect(created.stderr).not.toContain('no accounts');
  expect(JSON.parse(created.stdout)).toMatchObject({ slug, timezone: 'Europe/Paris', state: 'setup' });

  const updated = await erp(['tenant', 'update', slug, '--registration-number', '123456789'], {
    env: platform,
  });
  expect(JSON.parse(updated.stdout)).toMatchObject({ registrationNumber: '123456789' });
  const cleared = await erp(['tenant', 'update', slug, '--registration-number', ''], { env: platform });
  expect(JSON.parse(cleared.stdout)).toMatchObject({ registrationNumber: null });

  const list = await erp(['tenant', 'list', '-o', 'csv', '--columns', 'slug'], { env: platform });
  expect(list.stdout.split('\r\n')).toContain(slug);

  const accounts = await erp(['account', 'list', '--tenant', slug], { env: platform });
  expect(accounts).toMatchObject({ code: 0, stderr: '' });
});

test('tenant get: a tenant that the key may not know is exit 7', async () => {
  const run = await erp(['tenant', 'get', 'somebody-else'], { env: program });

  expect(errorOf(run).code).toBe('not_found');
  expect(run.code).toBe(7);
});

test('account create, update, get, archive, list', async () => {
  const flags = ['--name', 'Bank', '--statement', 'balance', '--type', 'asset'];
  const created = await erp(['account', 'create', '0512', ...flags], { env: program });
  expect(created).toMatchObject({ code: 0, stderr: `tenant ${t.tenant.slug} on ${url}\n` });

  await erp(['account', 'update', '0512', '--name', '銀行'], { env: program });
  await erp(['account', 'archive', '0512'], { env: program });
  const got = await erp(['account', 'get', '0512'], { env: program });
  expect(JSON.parse(got.stdout)).toMatchObject({ code: '0512', name: '銀行', active: false });

  const active = await erp(['account', 'list', '--active', '--columns', 'code'], { env: program });
  expect(JSON.parse(active.stdout)).not.toContainEqual({ code: '0512' });
  const archived = await erp(['account', 'list', '--no-active', '--columns', 'code'], { env: program });
  expect(JSON.parse(archived.stdout)).toContainEqual({ code: '0512' });
});

test('account create: what is wrong is named by its place, and nothing is made', async () => {
  const flags = ['--name', 'x', '--statement', 'balance', '--type', 'asset', '--valid-from', '2026-02-30'];
  const run = await erp(['account', 'create', '9999', ...flags], { env: program });

  expect(run.code).toBe(1);
  expect(errorOf(run).errors).toMatchObject([{ pointer: '/validFrom' }]);
  expect(run.stderr).toContain(`request ${errorOf(run).requestId}`);
  expect((await erp(['account', 'get', '9999'], { env: program })).code).toBe(7);
});

test('account create: a code that is taken is a conflict, exit 5', async () => {
  const args = ['account', 'create', '1000', '--name', 'x', '--statement', 'balance', '--type', 'asset'];
  expect((await erp(args, { env: program })).code).toBe(0);
  expect((await erp(args, { env: program })).code).toBe(5);
});

test('api-key create, list, revoke: a key that may less, then nothing', async () => {
  const created = await erp(['api-key', 'create', 'reader', '--scopes', 'accounts:read'], { env: program });
  const { id, secret } = JSON.parse(created.stdout) as { id: string; secret: string };
  const reader = { ...program, ERP_API_KEY: secret };

  expect((await erp(['account', 'list'], { env: reader })).code).toBe(0);
  const refused = await erp(['account', 'archive', '1000'], { env: reader });
  expect(errorOf(refused).code).toBe('forbidden');
  expect(refused.code).toBe(4);

  const list = await erp(['api-key', 'list'], { env: program });
  expect(list.stdout).not.toContain(secret);

  expect((await erp(['api-key', 'revoke', id], { env: program })).code).toBe(0);
  const ended = await erp(['account', 'list'], { env: reader });
  expect(errorOf(ended).code).toBe('unauthenticated');
  expect(ended.code).toBe(4);
});

test('a key of another tenant cannot name this one', async () => {
  const other = await openTestApp();
  const run = await erp(['account', 'list', '--tenant', t.tenant.slug], {
    env: { ...program, ERP_API_KEY: other.key },
  });
  await other.close();

  expect(run.code).toBe(7);
});

test('api: any operation, all pages, a part of the reply', async () => {
  for (const code of ['7001', '7002']) {
    const body = join(newHome(), 'body.json');
    mkdirSync(join(body, '..'), { recursive: true });
    writeFileSync(body, JSON.stringify({ code, name: 'Sales', statement: 'result', type: 'income' }));
    expect((await erp(['api', 'POST', '/v1/accounts', '--input', body], { env: program })).code).toBe(0);
  }
  const args = ['api', 'GET', '/v1/accounts', '-f', 'limit=1', '--paginate', '--query', '[].code'];
  const codes = JSON.parse((await erp(args, { env: program })).stdout) as string[];

  expect(codes).toEqual(expect.arrayContaining(['7001', '7002']));
});

test('api: an unknown field is refused with its place', async () => {
  const run = await erp(['api', 'POST', '/v1/accounts', '-f', 'nmae=x'], { env: program });

  expect(run.code).toBe(1);
  expect(errorOf(run).code).toBe('invalid_request');
  expect(errorOf(run).errors.map(({ pointer }) => pointer)).toContain('/nmae');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { openTestApp, type TestApp } from '../harness.ts';

/** How far the server's clock is from the real one, in milliseconds. */
let ahead = 0;

let t: TestApp;
let other: TestApp;

beforeAll(async () => {
  t = await openTestApp({ now: () => systemClock() + ahead });
  other = await openTestApp();
});

afterAll(async () => {
  await t.close();
  await other.close();
});

const as = (key: string, extra: Record<string, string> = {}) => ({
  authorization: `Bearer ${key}`,
  ...extra,
});

const newKey = async (body: object, headers?: Record<string, string>) =>
  (await t.call('POST', '/v1/api-keys', { name: 'made', scopes: ['accounts:read'], ...body }, headers)).body;

const whoAmI = (key: string) => t.call('GET', '/v1/api-keys/current', undefined, as(key));

describe('apiKeys', () => {
  test.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['an unknown key', { authorization: `Bearer erp_${'A'.repeat(43)}` }],
    ['a key with something behind it', { authorization: 'Bearer one two' }],
  ])('apiKeys.current.401 %s', async (_, headers) => {
    const reply = await t.app.http.inject({ method: 'GET', url: '/v1/api-keys/current', headers });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer');
    expect(reply.json()).toMatchObject({ code: 'unauthenticated', requestId: reply.headers['x-request-id'] });
  });

  test('apiKeys.current.200 says who the key is, and nothing of its secret', async () => {
    const { secret, id } = await newKey({ name: 'shop' });
    const reply = await whoAmI(secret);
    expect(reply).toMatchObject({
      status: 200,
      body: { keyId: id, name: 'shop', scopes: ['accounts:read'], tenant: t.tenant.slug },
    });
    expect(JSON.stringify(reply.body)).not.toContain(secret);
  });

  test('apiKeys.revoke.204 works at once in this process, also on a key that was just used', async () => {
    const { secret, id } = await newKey({});
    expect((await whoAmI(secret)).status).toBe(200);
    expect((await t.call('DELETE', `/v1/api-keys/${id}`)).status).toBe(204);
    const reply = await whoAmI(secret);
    expect(reply).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(reply.body.detail).toContain('revoked');
  });

  test('apiKeys.revoke is seen by another process within a second, by its own clock', async () => {
    const { secret, id } = await newKey({});
    expect((await whoAmI(secret)).status).toBe(200);
    await other.platform('DELETE', `/v1/api-keys/${id}`, undefined, { 'erp-tenant': t.tenant.slug });
    ahead += 1_001;
    expect((await whoAmI(secret)).status).toBe(401);
  });

  test('apiKeys.revoke is seen by another process when the clock is set back meanwhile', async () => {
    const { secret, id } = await newKey({});
    expect((await whoAmI(secret)).status).toBe(200);
    await other.platform('DELETE', `/v1/api-keys/${id}`, undefined, { 'erp-tenant': t.tenant.slug });
    ahead -= 3_600_000;
    expect((await whoAmI(secret)).status).toBe(401);
    ahead = 0;
  });

  test('apiKeys.current.401 from the moment a key expires, though it was kept', async () => {
    const expiresAt = new Date(systemClock() + 60_000).toISOString();
    const { secret } = await newKey({ expiresAt });
    ahead = 59_900;
    expect((await whoAmI(secret)).status).toBe(200);
    ahead = 60_100;
    const reply = await whoAmI(secret);
    ahead = 0;
    expect(reply.status).toBe(401);
    expect(reply.body.detail).toContain(expiresAt);
  });

  test('apiKeys.create.403 nobody gives away more than they have', async () => {
    const { secret } = await newKey({ scopes: ['apiKeys:admin', 'accounts:read'] });
    const scopes = ['accounts:read', 'entries:post'];
    const reply = await t.call('POST', '/v1/api-keys', { name: 'x', scopes }, as(secret));
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(reply.body.detail).toContain('entries:post');
    expect((await t.call('POST', '/v1/api-keys', { name: 'x', scopes: ['*'] }, as(secret))).status).toBe(403);
  });

  test('apiKeys.create.201 shows the secret once: under the same Idempotency-Key another key is made', async () => {
    const headers = { 'idempotency-key': 'a-key' };
    const first = await newKey({}, headers);
    const second = await newKey({}, headers);
    expect(second.secret).not.toBe(first.secret);
    const listed = await t.call('GET', '/v1/api-keys');
    expect(listed.body.items.map((k: { id: string }) => k.id)).toEqual(
      expect.arrayContaining([first.id, second.id]),
    );
    expect(JSON.stringify(listed.body)).not.toContain(first.secret);
  });
});

describe('tenants', () => {
  test('accounts.list.404 a key of another tenant learns nothing, not even that the tenant is there', async () => {
    const foreign = await t.call('GET', '/v1/accounts', undefined, { 'erp-tenant': other.tenant.slug });
    const missing = await t.call('GET', '/v1/accounts', undefined, { 'erp-tenant': 'no-such-tenant' });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(foreign.body.detail.replace(other.tenant.slug, '')).toBe(
      missing.body.detail.replace('no-such-tenant', ''),
    );
    expect(await t.call('GET', '/v1/accounts', undefined, { 'erp-tenant': other.tenant.id })).toMatchObject({
      status: 404,
    });
  });

  test('accounts.get.404 what is of another tenant has no id and no code here', async () => {
    const account = { code: '512', name: 'Bank', statement: 'balance', type: 'asset' };
    const { body } = await other.call('POST', '/v1/accounts', account);
    expect((await t.call('GET', `/v1/accounts/${body.id}`)).status).toBe(404);
    expect((await t.call('PATCH', `/v1/accounts/${body.id}`, { name: 'Mine' })).status).toBe(404);
    expect((await other.call('GET', `/v1/accounts/${body.id}`)).body).toEqual(body);
  });

  test('tenants.get.404 of another tenant, tenants.update and tenants.reset likewise, and its own is found', async () => {
    for (const name of [other.tenant.slug, other.tenant.id]) {
      expect((await t.call('GET', `/v1/tenants/${name}`)).status).toBe(404);
      expect((await t.call('PATCH', `/v1/tenants/${name}`, { name: 'Mine' })).status).toBe(404);
      expect((await t.call('POST', `/v1/tenants/${name}/reset`)).status).toBe(404);
    }
    expect(await t.call('GET', `/v1/tenants/${t.tenant.slug}`)).toMatchObject({ status: 200 });
  });

  test('tenants.list.403 and tenants.create.403 with every scope of one tenant', async () => {
    expect((await t.call('GET', '/v1/tenants')).status).toBe(403);
    const body = {
      slug: 'mine-too',
      name: 'x',
      country: 'FR',
      baseCurrency: 'EUR',
      timezone: 'Europe/Paris',
    };
    expect((await t.call('POST', '/v1/tenants', body)).status).toBe(403);
  });

  test('tenants.reset keeps the Idempotency-Key of one tenant out of the way of another', async () => {
    const headers = { 'idempotency-key': 'start over' };
    expect((await t.call('POST', `/v1/tenants/${t.tenant.slug}/reset`, undefined, headers)).status).toBe(200);
    expect(
      (await other.call('POST', `/v1/tenants/${other.tenant.slug}/reset`, undefined, headers)).status,
    ).toBe(200);
  });

  test('accounts.list.400 a platform key says which tenant it means', async () => {
    const reply = await t.platform('GET', '/v1/accounts');
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ in: 'header', pointer: '/erp-tenant' }] },
    });
    expect((await t.platform('GET', '/v1/accounts', undefined, { 'erp-tenant': t.tenant.slug })).status).toBe(
      200,
    );
    expect((await t.platform('GET', '/v1/accounts', undefined, { 'erp-tenant': t.tenant.id })).status).toBe(
      200,
    );
  });

  test('apiKeys.list.200 keys of the platform and of a tenant are apart', async () => {
    const { id } = await newKey({});
    const ids = (reply: { body: { items: { id: string }[] } }) => reply.body.items.map((k) => k.id);
    expect(ids(await t.call('GET', '/v1/api-keys'))).toContain(id);
    expect(ids(await t.platform('GET', '/v1/api-keys'))).not.toContain(id);
    expect((await other.call('DELETE', `/v1/api-keys/${id}`)).status).toBe(404);
  });
});

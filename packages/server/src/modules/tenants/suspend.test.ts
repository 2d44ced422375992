import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { pathToNothing, routes } from '../../../test/operations.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  await furnish(t, [['2031-01-01', '2031-12-31']]);
});
afterAll(() => t.close());

const entry = {
  ...{ journal: 'OD', date: '2031-02-01' },
  lines: [
    { account: '512', debit: '10' },
    { account: '101', credit: '10' },
  ],
};

const ofTenant = (verb: string) => t.platform('POST', `/v1/tenants/${t.tenant.slug}/${verb}`);

/** Operations on the books of a tenant that a suspended one still answers. */
const answered = ['exports.create', 'exports.check', 'apiKeys.revoke'];

describe('tenants.suspend', () => {
  test('tenants.suspend.200 every operation that changes something is refused, whatever its key, until tenants.resume', async () => {
    await post(t, entry);
    expect(await ofTenant('suspend')).toMatchObject({ status: 200, body: { state: 'suspended' } });
    expect(await ofTenant('suspend')).toMatchObject({ status: 200, body: { state: 'suspended' } });

    const changing = routes.filter(
      ({ method, parameters }) => method !== 'GET' && parameters.some(({ name }) => name === 'Erp-Tenant'),
    );
    expect(changing.length).toBeGreaterThan(30);
    const replies = await Promise.all(
      changing.map(async (route) => {
        const { status, body } = await t.call(route.method, pathToNothing(route), {});
        return [route.id, status === 409 && body.code === 'conflict' && body.detail.includes('is suspended')];
      }),
    );
    expect(replies.filter(([, isRefused]) => !isRefused).map(([id]) => id)).toEqual(
      changing.map(({ id }) => id).filter((id) => answered.includes(id)),
    );
    const header = { 'erp-tenant': t.tenant.slug };
    expect(await t.platform('POST', '/v1/entries', entry, header)).toMatchObject({ status: 409 });
    for (const [method, path, body] of [
      ['PATCH', '', { name: 'Other' }],
      ['POST', '/reset', undefined],
    ] as const) {
      const reply = await t.platform(method, `/v1/tenants/${t.tenant.slug}${path}`, body);
      expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    }

    expect((await t.call('GET', '/v1/reports/trial-balance')).body.totals.debit).toBe('10.00');
    const { body: made } = await t.call('POST', '/v1/exports', { format: 'jsonl', year: '2031' });
    expect((await t.call('GET', `/v1/exports/${made.id}/content`)).status).toBe(200);

    expect(await ofTenant('resume')).toMatchObject({ status: 200, body: { state: 'setup' } });
    await post(t, entry);
  });

  test('tenants.resume.200 a live tenant is live again, and one that is not suspended stays what it is', async () => {
    await t.platform('PATCH', `/v1/tenants/${t.tenant.slug}`, { state: 'live' });
    expect((await ofTenant('resume')).body.state).toBe('live');
    await ofTenant('suspend');
    expect((await ofTenant('resume')).body.state).toBe('live');
    const { body } = await t.call('GET', '/v1/audit-events?operation=tenants.resume');
    expect(body.items).toHaveLength(2);
  });

  test('tenants.suspend.200 several at once are all answered, and one of them is on record', async () => {
    const suspended = async () =>
      (await t.call('GET', '/v1/audit-events?operation=tenants.suspend')).body.items.length;
    const { state } = (await ofTenant('resume')).body;
    const before = await suspended();
    const replies = await Promise.all(Array.from({ length: 6 }, () => ofTenant('suspend')));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(new Set(replies.map(({ body }) => `${body.state} ${body.version}`)).size).toBe(1);
    expect(await suspended()).toBe(before + 1);
    const resumed = await Promise.all(Array.from({ length: 6 }, () => ofTenant('resume')));
    expect(resumed.map(({ body }) => body.state)).toEqual(resumed.map(() => state));
  });

  test('tenants.suspend.403 a key of the tenant itself does neither', async () => {
    for (const verb of ['suspend', 'resume']) {
      expect((await t.call('POST', `/v1/tenants/${t.tenant.slug}/${verb}`)).status).toBe(403);
    }
  });
});

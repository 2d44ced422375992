import type { components } from '@erp/openapi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';

type TenantFile = components['schemas']['TenantFile'];
type Plan = components['schemas']['TenantPlan'];

let t: TestApp;
let other: TestApp;

beforeAll(async () => {
  [t, other] = await Promise.all([openTestApp(), openTestApp()]);
});

afterAll(() => Promise.all([t.close(), other.close()]));

let files = 0;
const newSlug = () => `${t.tenant.slug}-f${files++}`;

const head = (slug: string): TenantFile => ({
  ...{ version: 1, slug, name: 'Acme', country: 'FR', baseCurrency: 'EUR', timezone: 'Europe/Paris' },
});

const send = (verb: 'plan' | 'apply', file: TenantFile, more: object = {}, revision?: string) =>
  t.platform(
    'POST',
    `/v1/tenants/${file.slug}/${verb}`,
    { file, ...more },
    revision ? { 'if-match': `"${revision}"` } : {},
  );

const plan = async (file: TenantFile, more: object = {}): Promise<Plan> => {
  const reply = await send('plan', file, more);
  expect(reply).toMatchObject({ status: 200 });
  return reply.body;
};

const apply = async (file: TenantFile, more: object = {}, revision?: string) => {
  const reply = await send('apply', file, more, revision);
  expect(reply).toMatchObject({ status: 200 });
  return reply.body;
};

const written = async (slug: string): Promise<TenantFile> =>
  (await t.platform('GET', `/v1/tenants/${slug}/export`)).body;

const asset = (code: string, more: object = {}) => ({
  ...{ code, name: `Account ${code}`, statement: 'balance' as const, type: 'asset' as const, ...more },
});

const short = ({ changes }: Plan) =>
  changes.map(({ action, resource, code }) => `${action} ${resource} ${code}`);

const full = (slug: string): TenantFile => ({
  ...head(slug),
  legalName: 'Acme SARL',
  registrationNumber: '123456789',
  address: { street: 'Rue', city: 'Paris', postalCode: '75002', country: 'FR' },
  fiscalYearStart: '04-01',
  accountingBasis: 'accrual',
  reversalStyle: 'negative',
  exportProfiles: { fec: { variant: 'pipe' } },
  state: 'live',
  currencies: [{ code: 'HOURS', exponent: 2 }],
  accounts: [
    asset('512', { parent: '51', currency: 'HOURS' }),
    asset('51', { postable: false, parent: '5' }),
    asset('5', { postable: false, translations: { fr: 'Banques' } }),
    { ...asset('411'), control: 'receivable', mappings: [{ scheme: 'sru', code: '7251' }] },
    { ...asset('999'), statement: 'memo', type: 'memo', externalId: 'x-999' },
  ],
  accountRoles: { rounding: '411', suspense: ['512'] },
  dimensions: [
    { code: 'site', name: 'Site', requiredOn: ['411..419'] },
    {
      ...{ code: 'cost', name: 'Cost centre', parent: 'site' },
      values: [
        { code: 'a', name: 'A', parent: 'b', validTo: '2027-01-31' },
        { code: 'b', name: 'B' },
      ],
    },
  ],
  series: [{ code: 'ALL', reset: 'never', format: 'X{n:4}', start: 100 }],
  journals: [
    { code: 'VT', name: 'Sales', area: 'sale', series: 'ALL' },
    { code: 'OD', name: 'Other', area: 'general', defaultAccount: '411', manual: false },
  ],
  years: [
    { code: '2026', start: '2026-01-01', end: '2026-12-31' },
    { code: 'short', start: '2025-10-01', end: '2025-12-31' },
  ],
});

/** A file by code, so that order is of no matter. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const list = value.map(sorted);
    return list.every((row) => (row as { code?: string })?.code !== undefined)
      ? list.sort((a, b) => ((a as { code: string }).code < (b as { code: string }).code ? -1 : 1))
      : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]));
};

describe('tenants.apply', () => {
  test('tenants.apply.200 a new tenant is made whole; its plan is empty then, and its export is its file', async () => {
    const file = full(newSlug());
    const before = await plan(file);
    expect(before).toMatchObject({ isNew: true, blocked: [], kept: [] });
    expect(short(before)).toContain('create dimensionValue a');
    expect(short(before)).toContain('create series OD');

    const applied = await apply(file, {}, before.revision);
    expect(applied.plan.changes).toEqual(before.changes);
    expect(applied.tenant).toMatchObject({
      slug: file.slug,
      state: 'live',
      accountRoles: { rounding: '411' },
    });

    expect(await plan(file, { prune: true })).toMatchObject({
      isNew: false,
      changes: [],
      blocked: [],
      kept: [],
    });
    expect(sorted(await written(file.slug))).toEqual(sorted(file));

    const copy = { ...(await written(file.slug)), slug: newSlug() };
    await apply(copy);
    expect(sorted(await written(copy.slug))).toEqual(sorted({ ...file, slug: copy.slug }));
  });

  test('tenants.apply.200 a chart is taken as if it stood in the file, a row of the file in place of its own', async () => {
    const file: TenantFile = {
      ...{ ...head(newSlug()), chart: 'se-bas' },
      accounts: [asset('512100', { name: 'Our bank' }), asset('512999', { parent: '512100' })],
    };
    await apply(file);
    expect(await plan(file, { prune: true })).toMatchObject({ changes: [], kept: [] });

    const { accounts = [], accountRoles, journals = [] } = await written(file.slug);
    expect(accounts.length).toBeGreaterThan(50);
    expect(accounts.find(({ code }) => code === '512100')).toEqual(asset('512100', { name: 'Our bank' }));
    expect(accountRoles).toHaveProperty('resultProfit');
    expect(journals.length).toBeGreaterThan(3);
  });

  test('tenants.apply.200 twice at once: one makes it, and nothing is there twice', async () => {
    const file = full(newSlug());
    const replies = await Promise.all([1, 2, 3].map(() => send('apply', file)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(replies.filter(({ body }) => body.plan.isNew)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.plan.changes.length === 0)).toHaveLength(2);
    expect(sorted(await written(file.slug))).toEqual(sorted(file));
  });

  test('tenants.apply.412 a plan whose tenant has moved since is refused, and nothing is written', async () => {
    const file = full(newSlug());
    await apply(file);
    const wanted: TenantFile = {
      ...file,
      name: 'Acme 2',
      accounts: [...(file.accounts ?? []), asset('530')],
    };
    const { revision } = await plan(wanted);
    await apply({
      ...head(file.slug),
      name: 'Acme',
      years: [{ code: '2027', start: '2027-01-01', end: '2027-12-31' }],
    });

    const refused = await send('apply', wanted, {}, revision);
    expect(refused).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
    expect(refused.body.detail).toContain('plan again');
    expect((await written(file.slug)).name).toBe('Acme');
    expect((await send('apply', wanted, {}, (await plan(wanted)).revision)).status).toBe(200);
  });

  test('tenants.apply.409 what posted entries have fixed is told for each field, and the whole is refused', async () => {
    await furnish(t, [['2031-01-01', '2031-12-31']]);
    await post(t, {
      ...{ journal: 'OD', date: '2031-02-01', description: 'x' },
      lines: [
        { account: '512', debit: '10' },
        { account: '101', credit: '10' },
      ],
    });
    const wanted: TenantFile = {
      ...{ ...(await written(t.tenant.slug)), baseCurrency: 'USD', name: 'Renamed' },
      years: [{ code: '2031', start: '2031-01-01', end: '2031-06-30' }],
    };
    wanted.accounts = (wanted.accounts ?? []).map((account) =>
      account.code === '512' ? { ...account, statement: 'memo', type: 'memo', control: 'other' } : account,
    );
    const { blocked, changes } = await plan(wanted);
    const at = wanted.accounts.findIndex(({ code }) => code === '512');
    expect(blocked.map(({ pointer, problem }) => [pointer, problem])).toEqual([
      ['/baseCurrency', 'field_fixed'],
      [`/accounts/${at}/statement`, 'field_fixed'],
      [`/accounts/${at}/type`, 'invalid_request'],
      [`/accounts/${at}/control`, 'field_fixed'],
      ['/years/0/end', 'field_fixed'],
    ]);
    expect(short({ changes } as Plan)[0]).toBe(`update tenant ${t.tenant.slug}`);

    const refused = await send('apply', wanted);
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(refused.body.errors).toHaveLength(5);
    expect(refused.body.errors[0].pointer).toBe('/file/baseCurrency');
    expect((await written(t.tenant.slug)).name).toBe('Test');
  });

  test('tenants.apply.200 only with prune goes what is not named, and never what is used', async () => {
    const slug = newSlug();
    await apply(full(slug));
    const file: TenantFile = {
      ...head(slug),
      accounts: [asset('411', { control: 'receivable' })],
      journals: [],
    };

    const kept = (await plan(file)).kept.map(({ resource, code }) => `${resource} ${code}`);
    expect(kept).toEqual([
      'journal OD',
      'journal VT',
      'account 5',
      'account 51',
      'account 512',
      'account 999',
    ]);

    const pruned = await apply(file, { prune: true });
    expect(short(pruned.plan).filter((change) => change.startsWith('remove'))).toEqual([
      ...['remove journal OD', 'remove journal VT', 'remove account 999'],
    ]);
    expect(pruned.plan.kept).toEqual([
      { resource: 'account', code: '5', within: null, reason: 'account 51 is below it' },
      { resource: 'account', code: '51', within: null, reason: 'account 512 is below it' },
      { resource: 'account', code: '512', within: null, reason: 'it is the account of the role suspense' },
    ]);
    const last = await apply({ ...file, accountRoles: { rounding: '411' } }, { prune: true });
    expect(last.plan.kept).toEqual([]);
    expect((await written(slug)).accounts?.map(({ code }) => code)).toEqual(['411']);

    const posted = await plan({ ...head(t.tenant.slug), accounts: [], name: 'Test' }, { prune: true });
    expect(posted.kept).toContainEqual({
      ...{ resource: 'account', code: '512', within: null, reason: 'posted entries use it' },
    });
  });

  test('tenants.apply.404 a key of a tenant applies the file of its own tenant, and knows no other', async () => {
    const own: TenantFile = { ...head(other.tenant.slug), name: 'Own' };
    const sendOwn = (slug: string) =>
      other.call('POST', `/v1/tenants/${slug}/apply`, { file: { ...own, slug } });
    expect(await sendOwn(other.tenant.slug)).toMatchObject({
      status: 200,
      body: { tenant: { name: 'Own' } },
    });
    expect(await sendOwn(t.tenant.slug)).toMatchObject({ status: 404 });
    expect(await sendOwn(newSlug())).toMatchObject({ status: 404 });
  });

  test('tenants.apply.409 a suspended tenant is not resumed by its file', async () => {
    const file: TenantFile = { ...head(newSlug()), state: 'live' };
    await apply(file);
    await t.platform('POST', `/v1/tenants/${file.slug}/suspend`);
    expect((await plan(file)).blocked).toMatchObject([{ pointer: '/state', problem: 'field_fixed' }]);
    expect(await send('apply', head(file.slug))).toMatchObject({ status: 409, body: { code: 'conflict' } });

    expect(await plan(head(file.slug))).toMatchObject({ changes: [], blocked: [] });
    expect(await plan({ ...head(file.slug), name: 'Other', accounts: [asset('512')] })).toMatchObject({
      changes: [{ resource: 'tenant' }, { resource: 'account' }],
      blocked: [{ resource: 'tenant', field: 'slug', pointer: '/slug', problem: 'conflict' }],
    });
  });
});

describe('tenants.plan', () => {
  test('tenants.plan.400 everything that is wrong with a file is told at once, each with its place', async () => {
    const slug = newSlug();
    const reply = await send('plan', {
      ...{ ...head(slug), timezone: 'Europe/Nowhere', accountRoles: { rounding: '9' } },
      accounts: [
        asset('1', { parent: '3' }),
        asset('2', { parent: '1' }),
        asset('3', { parent: '2' }),
        asset('4', { parent: '40', currency: 'NOPE' }),
        asset('4'),
        { ...asset('5'), type: 'income' },
      ],
      series: [{ code: 'S', format: 'no number' }],
      journals: [{ code: 'J', name: 'J', area: 'general', series: 'T' }],
      dimensions: [{ code: 'd', name: 'D', parent: 'd', values: [{ code: 'v', name: 'V', parent: 'w' }] }],
      years: [
        { code: 'a', start: '2026-01-01', end: '2026-12-31' },
        { code: 'b', start: '2026-12-31', end: '2027-12-31' },
        { code: 'c', start: '2029-01-01', end: '2028-01-01' },
      ],
    });
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(
      reply.body.errors.map(({ pointer }: { pointer: string }) => pointer.replace('/file', '')).sort(),
    ).toEqual(
      [
        ...[
          '/timezone',
          '/accountRoles/rounding',
          '/accounts/0/parent',
          '/accounts/1/parent',
          '/accounts/2/parent',
        ],
        ...[
          '/accounts/3/parent',
          '/accounts/3/currency',
          '/accounts/4/code',
          '/accounts/5/type',
          '/series/0/format',
        ],
        ...['/journals/0/series', '/dimensions/0/parent', '/dimensions/0/values/0/parent', '/years/1/start'],
        '/years/2/end',
      ].sort(),
    );
    const cycle = reply.body.errors.find(
      ({ pointer }: { pointer: string }) => pointer === '/file/accounts/0/parent',
    );
    expect(cycle.message).toBe('1 is below 3 is below 2 is below 1: a tree has no cycles');
    expect((await t.platform('GET', `/v1/tenants/${slug}`)).status).toBe(404);
  });

  test('tenants.plan.400 a file of another tenant, and of a newer form, are refused', async () => {
    const file = head(newSlug());
    const foreign = await t.platform('POST', `/v1/tenants/${t.tenant.slug}/plan`, { file });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ pointer: '/file/slug' }] } });
    const newer = await t.platform('POST', `/v1/tenants/${file.slug}/plan`, {
      file: { ...file, version: 2 },
    });
    expect(newer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/file/version' }] } });
  });

  test('tenants.plan.200 a field that is not named is left alone, a row that is named is whole', async () => {
    const file = full(newSlug());
    await apply(file);
    expect(await plan(head(file.slug))).toMatchObject({ changes: [] });
    const narrow = await plan({ ...head(file.slug), address: null, accounts: [asset('411')] });
    expect(narrow.changes).toMatchObject([
      { action: 'update', resource: 'tenant', fields: [{ field: 'address', after: null }] },
      {
        ...{ action: 'update', resource: 'account', code: '411' },
        fields: [
          { field: 'control', before: 'receivable', after: 'none' },
          { field: 'partyPolicy', before: 'required', after: 'optional' },
          { field: 'settleable', before: true, after: false },
          { field: 'mappings', before: [{ scheme: 'sru', code: '7251' }], after: [] },
        ],
      },
    ]);
  });
});

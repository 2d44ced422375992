import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRequest } from './contract.ts';
import { erp } from './erp.ts';
import { type FakeServer, type Received, startFakeServer } from './fake-server.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const folder = mkdtempSync(join(tmpdir(), 'erp-cli-commands-'));
const ENTRY = {
  journal: 'BQ',
  date: '2026-01-15',
  lines: [
    { account: '512000', debit: '10.00' },
    { account: '411000', credit: '10.00' },
  ],
};

let server: FakeServer;

beforeAll(async () => {
  server = await startFakeServer();
  writeFileSync(join(folder, 'entry.json'), JSON.stringify(ENTRY));
  writeFileSync(join(folder, 'entries.json'), JSON.stringify([ENTRY, ENTRY]));
  writeFileSync(
    join(folder, 'tenant.yaml'),
    'version: 1\nslug: acme\nname: Acme\ncountry: FR\nbaseCurrency: EUR\ntimezone: Europe/Paris\n',
  );
  writeFileSync(join(folder, 'tenant.json'), JSON.stringify({ legalName: 'Acme SARL', locale: null }));
});
afterAll(() => server.close());

/** Enough of a reply for every command to go on. */
function reply({ path, method }: Received) {
  if (path === '/v1/api-keys/current') {
    return { body: { keyId: ID, name: 'test', scopes: ['*'], tenant: null, tenantId: null } };
  }
  if (path.endsWith('/batch'))
    return { body: { results: [{ index: 0, entry: { id: ID } }], posted: 1, refused: 0 } };
  if (path.startsWith('/v1/entries') && !(method === 'GET' && /entries(\/drafts)?$/.test(path))) {
    return { body: { id: ID, lines: [], journal: 'BQ', status: 'draft' } };
  }
  if (path.startsWith('/v1/reports/trial-balance')) return { body: { rows: [], totals: {} } };
  const plan = {
    tenant: 'acme',
    isNew: false,
    prune: false,
    revision: '',
    changes: [],
    blocked: [],
    kept: [],
  };
  if (path.endsWith('/plan')) return { body: plan };
  if (path.endsWith('/apply')) return { body: { tenant: { slug: 'acme' }, plan } };
  if (path.startsWith('/v1/reports/numbers')) return { body: { rows: [] } };

  return method === 'DELETE' ? { status: 204 } : { body: { items: [], next: null, slug: 'acme', code: '1' } };
}

/** Command line, the operation that it calls, and what it sends. */
const CALLS: readonly (readonly [string, string, object])[] = [
  ['account list --active --limit 7', 'accounts.list', { query: { active: 'true', limit: '7' } }],
  ['account list --no-active', 'accounts.list', { query: { active: 'false', limit: '500' } }],
  ['account get Assets:Bank/1', 'accounts.get', { path: '/v1/accounts/Assets%3ABank%2F1' }],
  [
    'account create 0351 --name Bank --statement balance --type asset --no-postable --valid-from 2026-01-01',
    'accounts.create',
    {
      body: {
        code: '0351',
        name: 'Bank',
        statement: 'balance',
        type: 'asset',
        postable: false,
        validFrom: '2026-01-01',
      },
    },
  ],
  [
    'account update 0351 --parent= --settleable',
    'accounts.update',
    { body: { parent: null, settleable: true } },
  ],
  ['account archive 0351', 'accounts.archive', { method: 'POST', body: undefined }],
  ['journal list', 'journals.list', {}],
  [
    'journal create VT --name Sales --area sale',
    'journals.create',
    { body: { code: 'VT', name: 'Sales', area: 'sale' } },
  ],
  ['journal update VT --manual', 'journals.update', { body: { manual: true } }],
  ['journal get VT', 'journals.get', {}],
  ['journal archive VT', 'journals.archive', {}],
  [
    'series create s --format {journal}-{n:6} --start 100',
    'series.create',
    { body: { code: 's', format: '{journal}-{n:6}', start: 100 } },
  ],
  ['series update s --reset never', 'series.update', { body: { reset: 'never' } }],
  ['series list', 'series.list', {}],
  ['series get s', 'series.get', {}],
  ['series archive s', 'series.archive', {}],
  [
    'dimension create project --name Project --required-on 60..62,411',
    'dimensions.create',
    { body: { code: 'project', name: 'Project', requiredOn: ['60..62', '411'] } },
  ],
  ['dimension update project --required-on=', 'dimensions.update', { body: { requiredOn: [] } }],
  ['dimension list', 'dimensions.list', {}],
  ['dimension get project', 'dimensions.get', {}],
  ['dimension archive project', 'dimensions.archive', {}],
  ['dimension value list project', 'dimensions.listValues', {}],
  [
    'dimension value create project P1 --name One',
    'dimensions.createValue',
    { body: { code: 'P1', name: 'One' } },
  ],
  [
    'dimension value update project P1 --valid-to 2026-12-31',
    'dimensions.updateValue',
    { body: { validTo: '2026-12-31' } },
  ],
  ['dimension value archive project P1', 'dimensions.archiveValue', {}],
  [
    'party create C1 --name Anna --kind person --roles [{"role":"customer"}]',
    'parties.create',
    { body: { code: 'C1', name: 'Anna', kind: 'person', roles: [{ role: 'customer' }] } },
  ],
  ['party update C1 --language fr', 'parties.update', { body: { language: 'fr' } }],
  ['party list --external-id x', 'parties.list', { query: { externalId: 'x', limit: '500' } }],
  ['party get C1', 'parties.get', {}],
  ['party archive C1', 'parties.archive', {}],
  ['currency create USD --exponent 2', 'currencies.create', { body: { code: 'USD', exponent: 2 } }],
  [
    'currency update HRK --withdrawn-on 2022-12-31',
    'currencies.update',
    { body: { withdrawnOn: '2022-12-31' } },
  ],
  ['currency list', 'currencies.list', {}],
  ['currency get USD', 'currencies.get', {}],
  ['currency archive USD', 'currencies.archive', {}],
  [
    'tenant create acme --name Acme --currency EUR --country FR --chart international',
    'tenants.create',
    {
      body: {
        slug: 'acme',
        name: 'Acme',
        baseCurrency: 'EUR',
        country: 'FR',
        chart: 'international',
        timezone: 'Europe/Paris',
      },
    },
  ],
  ['tenant list --limit 2', 'tenants.list', { query: { limit: '2' } }],
  ['tenant get', 'tenants.get', { path: '/v1/tenants/acme' }],
  [
    'tenant update acme --registration-number 123456789',
    'tenants.update',
    { body: { registrationNumber: '123456789' } },
  ],
  ['tenant update --state live', 'tenants.update', { path: '/v1/tenants/acme', body: { state: 'live' } }],
  [
    `tenant update acme -f ${folder}/tenant.json --name Acme`,
    'tenants.update',
    { body: { legalName: 'Acme SARL', locale: null, name: 'Acme' } },
  ],
  [
    `tenant plan -f ${folder}/tenant.yaml`,
    'tenants.plan',
    { path: '/v1/tenants/acme/plan', body: { prune: false } },
  ],
  [
    `tenant apply -f ${folder}/tenant.yaml --prune`,
    'tenants.apply',
    { path: '/v1/tenants/acme/apply', body: { prune: true } },
  ],
  ['tenant export acme -o json', 'tenants.export', {}],
  ['tenant suspend acme', 'tenants.suspend', { method: 'POST', path: '/v1/tenants/acme/suspend' }],
  ['tenant resume acme', 'tenants.resume', { method: 'POST', path: '/v1/tenants/acme/resume' }],
  ['tenant reset acme --yes', 'tenants.reset', { method: 'POST' }],
  [
    'api-key create shop --scopes entries:post,accounts:read --expires 2027-01-31',
    'apiKeys.create',
    { body: { name: 'shop', scopes: ['entries:post', 'accounts:read'], expiresAt: '2027-01-31T23:59:59Z' } },
  ],
  ['api-key list', 'apiKeys.list', {}],
  [`api-key revoke ${ID}`, 'apiKeys.revoke', {}],
  [
    'entry list --from 2026-01-01 --to 2026-01-31 --account 411..419 --kind normal',
    'entries.list',
    { query: { from: '2026-01-01', to: '2026-01-31', account: '411..419', kind: 'normal', limit: '500' } },
  ],
  ['entry list --drafts --external-id x', 'entries.listDrafts', { query: { externalId: 'x', limit: '500' } }],
  [`entry get ${ID}`, 'entries.get', {}],
  [`entry get ${ID} --draft`, 'entries.getDraft', {}],
  [`entry create --file ${folder}/entry.json`, 'entries.create', { body: ENTRY }],
  [
    `entry post --file ${folder}/entry.json --date 2026-02-01`,
    'entries.post',
    { body: { ...ENTRY, date: '2026-02-01' } },
  ],
  [`entry post --file ${folder}/entries.json`, 'entries.batch', { body: { entries: [ENTRY, ENTRY] } }],
  [`entry post ${ID} --date 2026-02-01`, 'entries.postDraft', { body: { date: '2026-02-01' } }],
  [`entry reverse ${ID} --date 2026-02-01`, 'entries.reverse', { body: { date: '2026-02-01' } }],
  ['period list --year 2026', 'periods.list', { query: { year: '2026', limit: '500' } }],
  [
    'period close 2026/3 --area sale',
    'periods.close',
    { path: '/v1/periods/2026/3/close', body: { area: 'sale' } },
  ],
  [
    'period reopen 2025-01-01..2026-06-30/14 --reason late',
    'periods.reopen',
    { path: '/v1/periods/2025-01-01..2026-06-30/14/reopen', body: { reason: 'late' } },
  ],
  ['year list', 'years.list', {}],
  [
    'year open 2026 --start 2026-01-01 --end 2026-12-31',
    'years.open',
    { body: { code: '2026', start: '2026-01-01', end: '2026-12-31' } },
  ],
  [
    'settlement list --account 411000 --state full',
    'settlements.list',
    { query: { account: '411000', state: 'full', limit: '500' } },
  ],
  [
    'audit list --operation periods.reopen',
    'audit.list',
    { query: { operation: 'periods.reopen', limit: '500' } },
  ],
  [
    'report trial-balance --as-of 2026-03-31 --by dimension:project --without closing --all',
    'reports.trialBalance',
    { query: { asOf: '2026-03-31', by: 'dimension:project', without: 'closing', all: 'true' } },
  ],
  [
    'report general-ledger --account 512000 --limit 3',
    'reports.generalLedger',
    { query: { account: '512000', limit: '3' } },
  ],
  [
    'report journal --journal VT --year 2026',
    'reports.journal',
    { query: { journal: 'VT', year: '2026', limit: '500' } },
  ],
  ['report numbers --series VT', 'reports.numbers', { query: { series: 'VT' } }],
  ['whoami', 'apiKeys.current', {}],
  [
    'api PATCH /v1/accounts/1 -f name=Bank -f postable:=true',
    'accounts.update',
    { body: { name: 'Bank', postable: true } },
  ],
  [`api POST /v1/entries --input ${folder}/entry.json`, 'entries.post', { body: ENTRY }],
  ['api GET /v1/accounts?active=true -f limit=5', 'accounts.list', { query: { active: 'true', limit: '5' } }],
];

test.each(CALLS)('%s calls %s as the contract wants it', async (line, operation, expected) => {
  server.answer(reply);
  const run = await erp(line.split(' '), {
    env: { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme' },
  });
  expect(run).toMatchObject({ code: 0 });
  expect(() => JSON.parse(run.stdout)).not.toThrow();

  const request = server.received.at(-1)!;
  expect(request).toMatchObject(expected);
  expect(request.headers['erp-tenant']).toBe('acme');
  expect(checkRequest(request)).toEqual({ operation, faults: [] });
});

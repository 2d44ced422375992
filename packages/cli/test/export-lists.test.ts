import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportServer, startImportServer } from './import-server.ts';

let full: ImportServer;
let empty: ImportServer;

/** The parent sorts behind its child, a name looks like a formula, codes have leading zeros, a party has two roles. */
beforeAll(async () => {
  full = await startImportServer();
  empty = await startImportServer();
  const make = async (url: string, body: object) => {
    const { status, body: reply } = await full.t.call('POST', url, body);
    expect([url, status, status === 201 ? '' : reply]).toEqual([url, 201, '']);
  };
  const balance = { statement: 'balance', type: 'asset' };
  await make('/v1/accounts', { code: '9', name: 'All', ...balance, postable: false });
  await make('/v1/accounts', {
    ...{ code: '0351', name: '=1+1, "land"', parent: '9', ...balance },
    ...{ currency: 'USD', settleable: true, externalId: 'a:1', partyPolicy: 'optional' },
  });
  await make('/v1/accounts', {
    code: '401',
    name: 'Suppliers',
    ...balance,
    type: 'liability',
    control: 'payable',
  });
  await make('/v1/accounts', { code: '706', name: '株式会社\nÜnal', statement: 'result', type: 'income' });
  await make('/v1/series', { code: 'ALL', format: '{n}', reset: 'year' });
  await make('/v1/journals', { code: 'VT', name: 'Sales', area: 'sale', series: 'ALL' });
  await make('/v1/journals', { code: 'BQ', name: 'Bank', area: 'bank', series: 'ALL' });
  await make('/v1/parties', { code: 'P2', name: 'Person', kind: 'person', externalId: 'crm:2' });
  await make('/v1/parties', {
    ...{ code: 'P1', name: 'Both', registrationNumber: '123 456 789', language: 'fr' },
    roles: [
      { role: 'customer', subledgerCode: '9P1' },
      { role: 'supplier', subledgerCode: 'F1', controlAccount: '401' },
    ],
  });
  await make('/v1/dimensions', { code: 'site', name: 'Site', requiredOn: ['706'] });
  await make('/v1/dimensions/site/values', { code: 'north', name: 'North' });
  await make('/v1/currencies', { code: 'HRS', exponent: 1, kind: 'custom' });
  await make('/v1/years', { code: '2026', start: '2026-01-01', end: '2026-12-31' });
});

afterAll(async () => {
  await full.close();
  await empty.close();
});

async function list(server: ImportServer, name: string, format: string) {
  const out = `${server.folder}/${name}.${format}`;
  const run = await server.run(['export', name, '--format', format, '--out', out]);
  expect([run.stderr, run.code]).toEqual(['', 0]);
  return { out, text: readFileSync(out, 'utf8'), receipt: JSON.parse(run.stdout) };
}

test.each(['csv', 'jsonl'])(
  'export accounts, journals, parties as %s: imported into an empty tenant they are the same',
  async (format) => {
    const target = format === 'csv' ? empty : await startImportServer();
    for (const name of ['accounts', 'journals', 'parties']) {
      const { out, text, receipt } = await list(full, name, format);
      const imported = await target.run(['import', name, out]);
      expect([name, imported.code, imported.stderr]).toEqual([name, 0, imported.stderr]);
      expect(JSON.parse(imported.stdout)).toMatchObject({ written: receipt.rows, rejected: 0 });
      expect((await list(target, name, format)).text).toBe(text);
    }
    if (target !== empty) await target.close();
  },
);

test('export accounts: what the file cannot hold is counted; two runs give the same bytes', async () => {
  const { text, receipt } = await list(full, 'parties', 'csv');
  expect(receipt).toMatchObject({ resource: 'parties', rows: 2, notHeld: { language: 1 } });
  expect(await list(full, 'parties', 'csv')).toMatchObject({
    text,
    receipt: { sha256: receipt.sha256, size: Buffer.byteLength(text) },
  });
  expect((await list(full, 'accounts', 'csv')).receipt.notHeld).toEqual({ partyPolicy: 1 });
});

test('export dimensions, years, currencies as jsonl: records of a ledger file', async () => {
  const records = async (name: string) =>
    (await list(full, name, 'jsonl')).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  expect(await records('dimensions')).toEqual([{ record: 'dimension', code: 'site', name: 'Site' }]);
  expect((await list(full, 'dimensions', 'jsonl')).receipt.notHeld).toEqual({ requiredOn: 1 });
  expect(await records('dimension-values')).toEqual([
    { record: 'dimensionValue', dimension: 'site', code: 'north', name: 'North' },
  ]);
  expect(await records('years')).toMatchObject([{ record: 'year', start: '2026-01-01', end: '2026-12-31' }]);
  expect(await records('currencies')).toContainEqual({ record: 'currency', code: 'HRS', exponent: 1 });
});

test('export series, periods, settlements: every row with all that it says', async () => {
  const header = async (name: string) => (await list(full, name, 'csv')).text.split('\n')[0];
  expect((await list(full, 'series', 'csv')).text).toBe(
    'code,reset,format,start,active,external_id\nALL,year,{n},1,true,\n',
  );
  expect((await list(full, 'periods', 'csv')).receipt).toMatchObject({ rows: 15, notHeld: {} });
  expect(await header('settlements')).toContain('account,party,code,date,state');
});

test('export accounts --out -: the list alone on stdout; without --out a file in this folder', async () => {
  const { text } = await list(full, 'accounts', 'csv');
  const piped = await full.run(['export', 'accounts', '--out', '-']);
  expect([piped.stdout, piped.code]).toEqual([text, 0]);

  const named = await full.run(['export', 'accounts'], { cwd: full.folder });
  expect(JSON.parse(named.stdout)).toMatchObject({ file: `${full.t.tenant.slug}-accounts.csv` });
  expect(readdirSync(full.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

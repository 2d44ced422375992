import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportServer, startImportServer } from './import-server.ts';

let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.close());

async function account(code: string): Promise<object> {
  const { body } = await server.t.call('GET', `/v1/accounts/${encodeURIComponent(code)}`);
  return body as object;
}

const GNUCASH = `<?xml version="1.0" encoding="utf-8"?>
<gnc-account-example xmlns:act="http://www.gnucash.org/XML/act">
<gnc:account><act:name>Root</act:name><act:id>r</act:id><act:type>ROOT</act:type></gnc:account>
<gnc:account><act:name>Money</act:name><act:id>m</act:id><act:type>BANK</act:type><act:parent>r</act:parent></gnc:account>
<gnc:account><act:name>0120 Bank</act:name><act:id>b</act:id><act:type>BANK</act:type><act:code>0120</act:code>
<act:parent>m</act:parent></gnc:account>
<gnc:account><act:name>Odd</act:name><act:id>o</act:id><act:type>ODD</act:type><act:parent>r</act:parent></gnc:account>
</gnc-account-example>
`;

test('charts: GnuCash is told by its XML; what is no account comes back as CSV and loads once mended', async () => {
  const path = server.file('money.gnucash-xea', GNUCASH);
  const run = await server.run(['import', 'accounts', path, '--on-error', 'skip']);

  expect(run.code, run.stderr).toBe(3);
  expect(run.stderr).toContain('money.gnucash-xea read as GNUCASH: utf-8');
  const receipt = JSON.parse(run.stdout) as { rejectsFile: string };
  expect(receipt).toMatchObject({ entries: 3, written: 2, rejected: 1 });
  expect(await account('0120')).toMatchObject({ name: 'Bank', type: 'asset', parent: 'Money' });

  expect(receipt.rejectsFile).toBe(`${server.folder}/money.rejects.csv`);
  const rejects = readFileSync(receipt.rejectsFile, 'utf8');
  expect(rejects).toContain('no account type of GnuCash');
  const mended = server.file('mended.csv', rejects.replace('Odd,Odd,,,', 'Odd,Odd,balance,asset,'));
  const again = await server.run(['import', 'accounts', mended]);
  expect(again.code, again.stderr).toBe(0);
  expect(await account('Odd')).toMatchObject({ type: 'asset' });
});

test('charts: Odoo is told by its columns, Frappe by its tree', async () => {
  const odoo = server.file(
    'account.account.csv',
    'id,code,name,account_type,reconcile\nx1,411100,Clients,asset_receivable,True\n',
  );
  expect((await server.run(['import', 'accounts', odoo])).code).toBe(0);
  expect(await account('411100')).toMatchObject({
    control: 'receivable',
    settleable: true,
    externalId: 'x1',
  });

  const frappe = server.file(
    'chart.json',
    '{"tree": {"Income": {"root_type": "Income", "4000 - Sales": {}}}}',
  );
  expect((await server.run(['import', 'accounts', frappe])).code).toBe(0);
  expect(await account('4000')).toMatchObject({ name: 'Sales', type: 'income', parent: 'Income' });
});

test('charts: they hold accounts and nothing else', async () => {
  const path = server.file('money.gnucash-xea', GNUCASH);
  const run = await server.run(['import', 'parties', path]);
  expect(run.code).toBe(2);
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'file_format' } });
});

const REAL = ['uk-vat.gnucash-xea', 'odoo_fr_account.account.template.csv', 'frappe_fr.json'] as const;
const folder = fileURLToPath(new URL('../../../../shared/data/coa/', import.meta.url));

test.skipIf(!existsSync(folder)).each(REAL)(
  'charts: %s is written whole',
  { timeout: 120_000 },
  async (name) => {
    const books = await startImportServer();
    try {
      const run = await books.run(['import', 'accounts', `${folder}${name}`]);
      expect(run.code, run.stderr).toBe(0);
      const { entries, written, rejected } = JSON.parse(run.stdout) as Record<string, number>;
      expect({ written, rejected }).toEqual({ written: entries, rejected: 0 });
    } finally {
      await books.close();
    }
  },
);

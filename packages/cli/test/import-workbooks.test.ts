import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mended, rowXml, workbookOf } from '../../ledger/test/workbooks.ts';
import { erp } from './erp.ts';
import { bookedIn, type ImportServer, startImportServer } from './import-server.ts';

// Each test runs the program several times.
vi.setConfig({ testTimeout: 120_000 });

const names = [
  'entry',
  'journal',
  'date',
  'account',
  'debit',
  'credit',
  'account_name',
  'account_type',
  'journal_name',
];
const customers = ['Customers', 'asset', 'Sales'];
const services = ['Services', 'income', 'Sales'];

/** A sheet with one sale of each amount, from row 2. */
function salesOn(day: string, amounts: readonly (string | number)[]): string {
  const rows = amounts.flatMap((amount, at) => [
    rowXml(2 * at + 2, `${day}-${at}`, 'VT', day, '411000', amount, '', ...customers),
    rowXml(2 * at + 3, `${day}-${at}`, 'VT', day, '706000', '', amount, ...services),
  ]);
  return rowXml(1, ...names) + rows.join('');
}

const foreign = (...amounts: readonly (string | number)[]) =>
  rowXml(1, 'General ledger of Acme') +
  rowXml(3, 'Voucher No', 'Posting Date', 'Voucher Type', 'Account', 'Debit (EUR)', 'Credit (EUR)') +
  amounts
    .flatMap((amount, at) => [
      rowXml(2 * at + 4, `V${at}`, '<c s="1"><v>45689</v></c>', 'Sales', '4110', amount, 0),
      rowXml(2 * at + 5, `V${at}`, '<c s="1"><v>45689</v></c>', 'Sales', '7060', 0, amount),
    ])
    .join('');

describe('without a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'erp-cli-workbooks-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  test('import --sheet: an unknown sheet, another kind of file', async () => {
    const book = file(
      'books.xlsx',
      workbookOf({ sheets: { 2024: salesOn('2024-05-01', [1]), 2025: salesOn('2025-05-01', [1]) } }),
    );
    const unknown = await erp(['import', 'ledger', book, '--sheet', '20255', '--check']);
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      error: {
        code: 'file_format',
        message: 'books.xlsx: there is no sheet "20255" in it; did you mean "2025"?',
        hint: 'It has "2024", "2025".',
      },
    });

    const other = await erp([
      'import',
      'ledger',
      file('books.csv', `${names.join(',')}\n`),
      '--sheet',
      '2025',
      '--check',
    ]);
    expect(other.code).toBe(2);
    expect(JSON.parse(other.stdout)).toMatchObject({
      error: { code: 'usage', message: '--sheet is for workbooks, books.csv is CSV' },
    });
  });

  test('import: a workbook larger than its beginning is refused by its columns before anything is sent', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) =>
      rowXml(at + 2, `${at} ${Math.sin(at)}`, `${Math.cos(at)}`),
    );
    const bytes = workbookOf({ sheets: { A: rowXml(1, 'Colour', 'Shape') + rows.join('') } });
    expect(bytes.length).toBeGreaterThan(64 * 1024);

    const run = await erp(['import', 'ledger', file('large.xlsx', bytes)], {
      env: { ERP_URL: 'http://127.0.0.1:9', ERP_API_KEY: 'erp_none', ERP_TENANT: 'acme' },
    });
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'column_unknown' } });
  });

  test('import map: a workbook, whose proposal names the sheet and reads all of it', async () => {
    const bytes = workbookOf({
      sheets: { Cover: rowXml(1, 'Acme', 'Lyon'), Lines: foreign(0.1, '250.00') },
      formats: ['dd.mm.yyyy'],
    });
    const book = file('gl.xlsx', bytes);
    const run = await erp(['import', 'map', book]);
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      resource: 'ledger',
      fields: expect.arrayContaining(['entry', 'date', 'account', 'debit', 'credit']),
      sample: { rows: 4, faulty: 0 },
    });

    const map = join(folder, 'gl.map.yaml');
    expect(readFileSync(map, 'utf8')).toContain('  file:\n    sheet: Lines\n');
    const checked = await erp(['import', 'ledger', book, '--mapping', map, '--check']);
    expect(checked.code, checked.stderr).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      rows: 4,
      interpretation: { format: 'xlsx', sheet: 'Lines' },
    });

    const wrong = await erp(['import', 'map', book, '--sheet', 'Line', '--out', '-']);
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toContain('did you mean \\"Lines\\"?');
  });
});

describe('on a server', () => {
  let server: ImportServer;
  beforeAll(async () => {
    server = await startImportServer();
  });
  afterAll(() => server.close());

  test('import --sheet: each sheet is an import of its own; rejects load with the same command, mended', async () => {
    const bytes = workbookOf({
      sheets: { First: salesOn('2025-01-10', [0.1, 0.2]), Second: salesOn('2025-02-10', ['1,5', 3]) },
    });
    const book = server.file('two.xlsx', bytes);

    const first = await server.run(['import', 'ledger', book, '--sheet', 'first']);
    expect(first.code, first.stderr).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      written: 2,
      debit: '0.30',
      interpretation: { sheet: 'First' },
    });
    expect(first.stderr).toContain('two.xlsx read as XLSX: sheet "First"');
    expect(first.stderr).toContain('only "First" was read, not "Second"; --sheet NAME reads another');
    expect((await server.run(['import', 'ledger', book, '--sheet', 'first'])).code).toBe(5);

    const second = await server.run(['import', 'ledger', book, '--sheet', 'Second', '--on-error', 'skip']);
    expect(second.code).toBe(3);
    expect(JSON.parse(second.stdout)).toMatchObject({ written: 1, rejected: 1 });
    const rejects = mended(readFileSync(join(server.folder, 'two.rejects.xlsx')), '1,5', '1.5');
    const again = await server.run([
      ...['import', 'ledger', server.file('two.mended.xlsx', rejects), '--sheet', 'Second'],
    ]);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: 1, rejected: 0, lines: 2 });
    expect(await bookedIn(server)).toEqual({ entries: 4, debit: '4.80' });
  });

  test('import --mapping: a workbook of another program; its rejects keep its columns and load with the same mapping', async () => {
    const map = server.file(
      'map.yaml',
      `tables:
  kinds: { rows: { 4110: asset, 7060: income } }
ledger:
  file: { sheet: Lines }
  fields:
    entry: Voucher No
    date: Posting Date
    journal: { column: Voucher Type, values: { Sales: GL } }
    account: Account
    account_name: Account
    account_type: { column: Account, table: kinds }
    debit: Debit (EUR)
    credit: Credit (EUR)
`,
    );
    const bytes = workbookOf({
      sheets: { Cover: rowXml(1, 'Acme'), Lines: foreign(1234.56, '<c t="e"><v>#N/A</v></c>') },
      formats: ['dd.mm.yyyy'],
    });
    const run = await server.run([
      'import',
      'ledger',
      server.file('gl.xlsx', bytes),
      '--mapping',
      map,
      '--on-error',
      'skip',
    ]);
    expect(run.code, run.stderr).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      written: 1,
      rejected: 1,
      debit: '1234.56',
      interpretation: { sheet: 'Lines' },
    });

    const rejects = mended(readFileSync(join(server.folder, 'gl.rejects.xlsx')), '#N/A', '65.44');
    const again = await server.run([
      ...['import', 'ledger', server.file('gl.mended.xlsx', rejects), '--mapping', map],
    ]);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: 1, rejected: 0, debit: '65.44' });
  });
});

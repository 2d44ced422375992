import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { erp } from './erp.ts';

// Each test runs the program several times.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'erp-cli-check-'));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Found {
  readonly code: number | null;
  readonly stderr: string;
  readonly document: { rows: number; faults: number; interpretation: Record<string, unknown> };
  readonly error: {
    code: string;
    message: string;
    errors: Record<string, unknown>[];
    files: { faults: number }[];
  };
  readonly places: string[];
}

/** Nothing of a server is named in the environment: one that is asked for would be missed. */
async function check(resource: string, ...args: string[]): Promise<Found> {
  const run = await erp(['import', resource, ...args, '--check'], { env: { XDG_STATE_HOME: folder } });
  const document = JSON.parse(run.stdout) as Found['document'] & { error: Found['error'] };
  const { error = { code: '', message: '', errors: [], files: [] } } = document;
  const places = error.errors.map(
    ({ row, column, field, message }) => `${row}:${column} ${field}: ${message}`,
  );
  return { code: run.code, stderr: run.stderr, document, error, places };
}

const HEADER = 'entry,number,journal,date,account,debit,credit,description';

test('import --check: each fault with line and column, of form and of the contract', async () => {
  const path = file(
    'books.csv',
    [
      HEADER,
      '1,1,VT,2025-01-31,411000,10.00,,ok',
      `2,${'9'.repeat(41)},VT,2025-02-30,411000,"1,5",,x`,
      `"3","3",VT,2025-01-31,${'4'.repeat(101)},5.00,,"two`,
      `lines"`,
      '4,4,VT,2025-01-31',
      '',
    ].join('\n'),
  );
  const found = await check('entries', path);

  expect(found.code).toBe(1);
  expect(found.error.message).toMatch(/^books\.csv: \d faults in 3 of 4 rows; nothing was sent$/);
  expect(found.places).toEqual([
    expect.stringMatching(/^3:4 date: there is no 2025-02-30/),
    expect.stringMatching(/^3:6 debit: "1,5" is not a decimal/),
    expect.stringMatching(/^4:5 account: .*(101 characters|not of the form)/),
    expect.stringMatching(/^6:null : 4 columns, the header has 8/),
  ]);
});

test('import --check: a number that is too long for the contract, though the file writes it well', async () => {
  const path = file('long.csv', `${HEADER}\n1,${'9'.repeat(41)},VT,2025-01-31,411000,10.00,,x\n`);
  expect((await check('ledger', path)).places).toEqual(['2:2 number: 41 characters, at most 40 are allowed']);
});

test('import --check: a sound file is said to be so, with how it was read', async () => {
  const path = file(
    'days.csv',
    `${HEADER}\n1,1,VT,01/02/2025,411000,10.00,,x\n1,1,VT,01/02/2025,706000,,10.00,x\n`,
  );
  const found = await check('ledger', path);

  expect(found.code, found.stderr).toBe(0);
  expect(found.stderr).toMatch(/^days\.csv read as CSV: utf-8, delimiter ",", decimal "\.", dates DMY$/m);
  expect(found.stderr).toMatch(
    /^warning: no date of the file says whether the day or the month comes first/m,
  );
  expect(found.document).toMatchObject({ rows: 2, faults: 0, interpretation: { dateFormat: 'DMY' } });

  const told = await check('ledger', path, '--date-format', 'MDY');
  expect(told.stderr).not.toContain('warning');
  expect(told.document.interpretation).toMatchObject({ dateFormat: 'MDY', warnings: [] });
});

test('import --check: what the flags say of a file is taken for what it would look like', async () => {
  const bytes = Uint8Array.from(`${HEADER}\n1,1,VT,2025-01-31,411000,10,,Caf\u0082\n`, (one) =>
    one.charCodeAt(0),
  );
  const path = join(folder, 'told.csv');
  writeFileSync(path, bytes);
  expect((await check('ledger', path)).document.interpretation).toMatchObject({
    ...{ delimiter: ',', encoding: 'windows-1252', decimal: '.', dateFormat: null },
  });

  const flags = ['--format', 'csv', '--delimiter', ',', '--encoding', 'cp850', '--decimal', ','];
  expect((await check('ledger', path, ...flags)).document.interpretation).toMatchObject({
    ...{ format: 'csv', delimiter: ',', encoding: 'cp850', decimal: ',' },
  });
  expect((await check('ledger', path, '--delimiter', ';')).code).toBe(2);
  expect((await check('ledger', path, '--format', 'fec')).code).toBe(2);
});

test('import --check: the columns of a mapped file are those of the file', async () => {
  const map = file(
    'map.yaml',
    'ledger:\n  fields: { entry: Nr, date: Tag, journal: { constant: VT }, account: Konto, amount: Betrag }\n',
  );
  const path = file(
    'sheet.csv',
    `Nr;Tag;Konto;Betrag\n1;2025-01-31;${'4'.repeat(101)};5,00\n1;2025-01-31;4;-5,00\n`,
  );
  const found = await check('ledger', path, '--mapping', map);
  expect(found.places).toEqual([expect.stringMatching(/^2:3 Konto: /)]);
});

test('import --check: JSON lines, by the line and the name of the field', async () => {
  const line = (more: object) => JSON.stringify({ record: 'line', entry: '1', account: '4', ...more });
  const path = file(
    'rows.jsonl',
    [line({}), line({ debitt: '1' }), line({ period: 100 }), '{', ''].join('\n'),
  );
  const found = await check('ledger', path);

  expect(found.code).toBe(1);
  expect(found.error.errors.map(({ row, field }) => [row, field])).toEqual([
    [2, 'debitt'],
    [3, 'period'],
    [4, ''],
  ]);
});

test('import --check: a hundred faults are listed, all are counted, and every file is looked at', async () => {
  const many = Array.from({ length: 150 }, (_, i) => `${i},1,VT,2025-13-01,4,1,,x`);
  const first = file('many.csv', [HEADER, ...many].join('\n'));
  const second = file('one.csv', `${HEADER}\n1,1,VT,2025-13-01,4,1,,x\n`);
  const found = await check('ledger', first, second);

  expect(found.error.errors).toHaveLength(101);
  expect(found.error.errors.at(-1)).toMatchObject({ in: 'one.csv', row: 2 });
  expect(found.error.files.map(({ faults }) => faults)).toEqual([150, 1]);
});

test('import --check: what is no file of rows at all has the exit codes of an import', async () => {
  expect((await check('ledger', file('columns.csv', 'entry,journl\n1,2\n'))).code).toBe(2);
  expect((await check('ledger', file('cut.csv', `${HEADER}\n1,1,VT,2025`))).code).toBe(1);
  expect((await check('ledger', join(folder, 'absent.csv'))).code).toBe(2);
  expect((await check('ledger', file('ok.csv', `${HEADER}\n`), '--dry-run')).code).toBe(2);
});

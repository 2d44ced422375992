import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codecs, type ExportHead, type ExportLine } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPackage } from './services/apt.mjs';

// openpyxl, which knows nothing of us, reads what is written here: sums, kinds of cells, formulas, sheets.
const python = '/usr/bin/python3';
const patience = 600_000;
const folder = mkdtempSync(join(tmpdir(), 'erp-xlsx-'));

beforeAll(() => {
  const library = '/usr/lib/python3/dist-packages/openpyxl/__init__.py';
  installPackage('python3-openpyxl', library);
}, patience);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What openpyxl finds: of each sheet its rows, and of all of them sums and what cells there are that should not be. */
const program = `
import sys, json, datetime, decimal, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
found = {'sheets': {}, 'debit': 0, 'credit': 0, 'formulas': 0, 'kinds': [], 'texts': [], 'accounts': []}
kinds, accounts = set(), set()
for sheet in book.worksheets[int(sys.argv[2]):]:
    rows = 0
    for row in sheet.iter_rows():
        rows += 1
        if rows == 1:
            names = [cell.value for cell in row]
            continue
        cells = {name: cell for name, cell in zip(names, row) if cell.value is not None}
        for name in ('debit', 'credit'):
            found[name] += int(decimal.Decimal(repr(cells[name].value)).scaleb(2))
        found['formulas'] += sum(cell.data_type == 'f' for cell in cells.values())
        for name in ('date', 'account', 'debit'):
            kinds.add(name + ' ' + type(cells[name].value).__name__ + ' ' + cells[name].number_format)
        accounts.add(cells['account'].value)
        if rows == 2 and 'description' in cells: found['texts'].append(cells['description'].value)
    found['sheets'][sheet.title] = rows
found['kinds'] = sorted(kinds)
found['accounts'] = sorted(accounts)
print(json.dumps(found))
`;

/** Of the sheets from `first` on. */
function judged(path: string, first = 0): Record<string, unknown> {
  const done = spawnSync(python, ['-c', program, path, String(first)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as Record<string, unknown>;
}

const head: ExportHead = {
  tenant: { slug: 'acme', name: 'Acme', country: 'FR' },
  baseCurrency: 'EUR',
  from: '2025-01-01',
  to: '2025-12-31',
  years: [{ record: 'year', code: '2025', start: '2025-01-01', end: '2025-12-31' }],
  ...{ accounts: [], journals: [], parties: [] },
};

function line(
  entry: number,
  account: string,
  debit: string,
  credit: string,
  description?: string,
): ExportLine {
  const number = String(entry);
  const day = String((entry % 28) + 1).padStart(2, '0');
  return {
    ...{ record: 'line', entry: String(entry), journal: 'OD', journalName: 'Sundry', series: 'OD', number },
    ...{ date: `2025-03-${day}`, account, accountName: 'Name', debit, credit, currency: 'EUR' },
    ...(description === undefined ? {} : { description }),
  };
}

async function written(name: string, lines: Iterable<ExportLine>): Promise<string> {
  const path = join(folder, name);
  async function* batches(): AsyncGenerator<ExportLine[]> {
    let batch: ExportLine[] = [];
    for (const one of lines) {
      batch.push(one);
      if (batch.length < 1_000) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  const file: FileHandle = await open(path, 'w');
  try {
    const notHeld = (field: string) => {
      throw new Error(`${field} is not held`);
    };
    for await (const chunk of codecs.xlsx.write({ head, lines: batches(), notHeld })) await file.write(chunk);
  } finally {
    await file.close();
  }
  return path;
}

describe('xlsx.write for openpyxl', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '\t=1',
    'a\nb',
    ' 株式会社 "&" <b>',
    '0351',
  ])('xlsx.write: the text %j stays the text it is, and no formula', async (text) => {
    const path = await written('text.xlsx', [line(1, text.trim(), '0.10', '0.00', text)]);
    expect(judged(path)).toMatchObject({ formulas: 0, texts: [text], accounts: [text.trim()] });
  });

  test('xlsx.write: amounts are numbers with two decimals, days are days, accounts texts with their zeros', async () => {
    const amounts = ['0.01', '0.10', '1234567.89', '9999999999999.99', '104320.00'];
    const lines = amounts.flatMap((amount, at) => [
      line(at + 1, '0351', '0.00', amount),
      line(at + 1, '1220', amount, '0.00'),
    ]);
    const found = judged(await written('amounts.xlsx', lines));

    const sum = amounts.reduce((total, amount) => total + Number(amount.replace('.', '')), 0);
    expect(found).toMatchObject({ debit: sum, credit: sum, accounts: ['0351', '1220'], formulas: 0 });
    expect(found['kinds']).toEqual(['account str @', 'date datetime yyyy-mm-dd', 'debit float #,##0.00']);
  });

  test('xlsx.write: 1,048,600 lines are two sheets, and the second has what the first has no room for', {
    timeout: patience,
  }, async () => {
    function* many(): Generator<ExportLine> {
      for (let entry = 1; entry <= 524_300; entry += 1) {
        yield line(entry, '1220', '1.25', '0.00');
        yield line(entry, '3010', '0.00', '1.25');
      }
    }
    const path = await written('many.xlsx', many());
    // 1,048,575 lines below the heading of the first sheet; reading those as well takes openpyxl many minutes.
    expect(judged(path, 1)).toMatchObject({ sheets: { 'Ledger 2': 26 }, debit: 12 * 125, credit: 13 * 125 });
  });
});

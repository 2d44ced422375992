import { describe, expect, it } from 'vitest';
import { bytesOf, fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { type Book, rowXml, workbookOf } from '../../../test/workbooks.ts';
import { FormatError, type ReadOptions } from '../codec.ts';
import { proposeMapping } from '../mapping/index.ts';
import { xlsx } from './index.ts';
import { sheetTable } from './sheet-table.ts';

const heading = rowXml(1, 'entry', 'date', 'journal', 'account', 'debit', 'credit');
const line = (row: number, entry: string) => rowXml(row, entry, '2025-01-01', 'OD', '512', 1, 0);
const several: Book = {
  sheets: {
    Cover: rowXml(1, 'Acme'),
    'Ledger 2024':
      rowXml(1, 'Acme, 2024') +
      rowXml(3, 'entry', 'date', 'journal', 'account', 'debit', 'credit') +
      line(4, 'a'),
    'Ledger 2025': heading + line(2, 'b') + line(3, 'c'),
    '!Draft': heading + line(2, 'd'),
    Empty: '',
  },
};
const read = (book: Book, options: Partial<ReadOptions> = {}) =>
  readAll(xlsx, fileOf(workbookOf(book)), { fileName: 'books.xlsx', ...options });

async function refusal(work: Promise<unknown>): Promise<FormatError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FormatError)) throw new Error('not refused', { cause: error });
  return error;
}

describe('xlsx.sheet', () => {
  it('xlsx.sheet: the sheet that is asked for is read and no other, and the rest is named', async () => {
    const { rows, reading } = await read(several, { sheet: 'Ledger 2025' });
    expect(linesOf(rows).map(({ entry, row }) => [entry, row])).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
    expect(reading.said()).toMatchObject({
      sheet: 'Ledger 2025',
      warnings: [
        'only "Ledger 2025" was read, not "Cover", "Ledger 2024", "Draft" (hidden), "Empty"; --sheet NAME reads another',
      ],
    });
  });

  it('xlsx.sheet: a name in other letters, a hidden sheet, one with a title above its heading', async () => {
    const entries = async (sheet: string) =>
      linesOf((await read(several, { sheet })).rows).map(({ entry }) => entry);

    expect(await entries(' ledger 2024')).toEqual(['a']);
    expect(await entries('draft')).toEqual(['d']);
  });

  it('xlsx.sheet: without a name the first known one, with all of the very same heading', async () => {
    const { rows, reading } = await read(several);
    expect(linesOf(rows).map(({ entry }) => entry)).toEqual(['a', 'b', 'c']);
    expect(reading.said().sheet).toBe('Ledger 2024');
  });

  it('xlsx.sheet: one that is not there, with the nearest and all there are; one that is empty', async () => {
    expect(await refusal(read(several, { sheet: 'Leger 2025' }))).toMatchObject({
      code: 'file_format',
      message: 'there is no sheet "Leger 2025" in it; did you mean "Ledger 2025"?',
      hint: 'It has "Cover", "Ledger 2024", "Ledger 2025", "Draft" (hidden), "Empty".',
    });
    expect((await refusal(read(several, { sheet: 'Payroll' }))).message).toBe(
      'there is no sheet "Payroll" in it',
    );
    expect((await refusal(read(several, { sheet: 'Empty' }))).message).toBe(
      'nothing stands on its sheet "Empty"',
    );
    expect((await refusal(read(several, { sheet: 'Cover' }))).code).toBe('column_unknown');
  });

  it('xlsx.sheet: rejects stand on a sheet of the same name, so that they are read with the same option', async () => {
    const form = xlsx.rejects({ sheet: 'Ledger 2025' });
    const header = ['entry', 'date', 'journal', 'account', 'debit', 'credit'];
    const values = ['b', '2025-01-01', 'OD', '512', '1', '0'];
    const pieces = [
      form.heading({ header, values }),
      form.line({ header, values }, { row: 2, field: '', code: '', message: '' }),
      form.end(),
    ];
    const bytes = await bytesOf(
      (async function* () {
        for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
      })(),
    );
    const again = await readAll(xlsx, fileOf(bytes), { sheet: 'Ledger 2025' });
    expect(linesOf(again.rows)).toMatchObject([{ entry: 'b', debit: '1' }]);
  });
});

describe('xlsx.sheetTable', () => {
  const foreign: Book = {
    sheets: {
      Cover: rowXml(1, 'Acme', 'Stockholm'),
      '!Old': rowXml(1, 'Voucher No', 'Posting Date', 'Account', 'Debit', 'Credit'),
      Lines:
        rowXml(1, 'General ledger') +
        rowXml(4, 'Voucher No', 'Posting Date', 'Account', 'Debit', 'Credit') +
        rowXml(5, 'V1', '<c s="1"><v>45658</v></c>', '1510 - Debtors', 0.1, 0) +
        rowXml(6, 'V1', '<c s="1"><v>45658</v></c>', '3000 - Sales'),
    },
    formats: ['yyyy-mm-dd'],
  };
  const table = (options: { sheet?: string; rows?: number } = {}) =>
    sheetTable(fileOf(workbookOf(foreign)), { fileName: 'books.xlsx', rows: 100, ...options });

  it('xlsx.sheetTable: the sheet and the row whose names programs use, days and amounts as texts', async () => {
    const found = await table();
    expect(found).toEqual({
      ...{ delimiter: ',', sheet: 'Lines', sheets: 3 },
      header: ['Voucher No', 'Posting Date', 'Account', 'Debit', 'Credit'],
      records: [
        { line: 5, values: ['V1', '2025-01-01', '1510 - Debtors', '0.1', '0'] },
        { line: 6, values: ['V1', '2025-01-01', '3000 - Sales', '', ''] },
      ],
    });
    expect(proposeMapping(found, 'ledger').fields).toMatchObject({
      entry: { columns: ['Voucher No'] },
      date: { columns: ['Posting Date'] },
    });
    expect((await table({ rows: 1 })).records).toHaveLength(1);
  });

  it('xlsx.sheetTable: the sheet that is asked for, and one that is not there', async () => {
    expect((await table({ sheet: 'cover' })).header).toEqual(['Acme', 'Stockholm']);
    expect((await refusal(table({ sheet: 'Line' }))).message).toContain('did you mean "Lines"?');
  });
});

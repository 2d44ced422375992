import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { type Book, partsOf, rowXml, workbookOf, zipOf } from '../../../test/workbooks.ts';
import { FormatError, type ReadOptions } from '../codec.ts';
import { xlsx } from './index.ts';

const names = ['entry', 'date', 'journal', 'account', 'debit', 'credit', 'description'];
const heading = rowXml(1, ...names);
const read = (book: Book, options: Partial<ReadOptions> = {}) =>
  readAll(xlsx, fileOf(workbookOf(book)), { fileName: 'books.xlsx', ...options });
const inOne = (...rows: string[]): Book => ({ sheets: { Ledger: heading + rows.join('') } });

async function refused(bytes: Uint8Array): Promise<FormatError> {
  const error = await readAll(xlsx, fileOf(bytes, 999), { fileName: 'books.xlsx' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FormatError)) throw new Error('not refused', { cause: error });
  return error;
}

describe('xlsx.read', () => {
  it('xlsx.read: shared texts in pieces, days by style, numbers digit by digit, leading zeros, line breaks', async () => {
    const { rows, faults, reading } = await read({
      sheets: {
        Ledger:
          heading +
          '<row r="2" spans="1:7"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45658</v></c><c r="C2" t="s"><v>1</v></c>' +
          '<c r="D2" t="s"><v>2</v></c><c r="E2"><v>1.0000000000000001E-2</v></c><c r="G2" t="s"><v>3</v></c></row>' +
          '<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="d"><v>2025-01-02T00:00:00</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>OD</v></c>' +
          '<c r="D4"><v>5.12E+2</v></c><c r="F4"><v>123456789012345.67</v></c><c r="G4" t="b"><v>1</v></c></row>',
      },
      strings:
        '<si><t>1</t></si><si><t xml:space="preserve"> OD </t></si><si><t>0351</t></si>' +
        '<si><r><rPr><b/></rPr><t>a &amp; </t></r><r><t>b_x000D_&#10;c</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>',
      formats: ['d.m.yyyy'],
    });

    expect(faults).toEqual([]);
    expect(linesOf(rows)).toEqual([
      {
        ...{ record: 'line', row: 2, entry: '1', date: '2025-01-01', journal: 'OD', account: '0351' },
        ...{ debit: '0.01', description: 'a & b\r\nc' },
      },
      {
        ...{ record: 'line', row: 4, entry: '1', date: '2025-01-02', journal: 'OD', account: '512' },
        ...{ credit: '123456789012345.67', description: 'true' },
      },
    ]);
    expect(reading.said()).toMatchObject({
      format: 'xlsx',
      rows: 2,
      normalised: { trimmed: 1, 'rounded to 15 digits': 1 },
      notStored: { formula: 1 },
      warnings: [],
    });
  });

  it('xlsx.read: a cell that the spreadsheet could not work out, a formula without result, a day that is none: each located', async () => {
    const { rows, faults } = await read(
      inOne(
        rowXml(2, '1', '2025-01-01', 'OD', '512', '<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', '', 'x'),
        rowXml(3, '2', '<c t="d"><v>2025-01-01T10:30:00</v></c>', 'OD', '512', '<c><f>A1+1</f></c>'),
        rowXml(4, '3', '2025-01-01', 'OD', '512', '<c t="s"><v>7</v></c>', '', '', 'stray'),
        rowXml(5, '4', '2025-01-01', 'OD', '512', '1,234.50', 0),
      ),
    );

    expect(rows).toEqual([]);
    expect(
      faults.map(({ line, entry, faults: [first] }) => [
        line,
        entry,
        first?.field,
        first?.value,
        first?.code,
      ]),
    ).toEqual([
      [2, '1', 'debit', '#DIV/0!', 'invalid_request'],
      [3, '2', 'debit', '', 'invalid_request'],
      [4, '3', '', 'stray', 'file_format'],
      [5, '4', 'debit', '1,234.50', 'amount_format'],
    ]);
    expect(faults[1]?.faults[1]).toMatchObject({
      field: 'date',
      value: '2025-01-01T10:30:00',
      code: 'date_invalid',
    });
  });

  it('xlsx.read: days of both systems, and those around the leap day that never was', async () => {
    const days = async (from1904: boolean, ...serials: number[]) => {
      const cells = serials.map((serial, at) =>
        rowXml(at + 2, `${at}`, `<c s="1"><v>${serial}</v></c>`, 'OD', '512', 1, 0),
      );
      const { reads } = await read({
        sheets: { A: heading + cells.join('') },
        formats: ['[$-409]dd/mm/yy;@'],
        from1904,
      });
      return reads.map((one) =>
        'row' in one ? (one.row.record === 'line' ? one.row.date : undefined) : one.faults[0]?.code,
      );
    };

    expect(await days(false, 1, 59, 60, 61, 45_000, 2_958_465, 2_958_466, -1, 0.5)).toEqual([
      ...['1900-01-01', '1900-02-28', 'date_invalid', '1900-03-01', '2023-03-15', '9999-12-31'],
      ...['date_invalid', 'date_invalid', 'date_invalid'],
    ]);
    expect(await days(true, 0, 43_538)).toEqual(['1904-01-01', '2023-03-15']);
  });

  it('xlsx.read: the sheet is the first whose heading is known; what is left out and what goes on is said', async () => {
    const line = (row: number, entry: string) => rowXml(row, entry, '2025-01-01', 'OD', '512', 1, 0);
    const { rows, reading } = await read({
      sheets: {
        Notes: rowXml(1, 'Dear reader'),
        '!Old': heading + line(2, 'hidden'),
        Ledger: rowXml(1, 'Acme, 2025') + rowXml(3, ...names) + line(4, '1'),
        'Ledger 2': heading + line(2, '2').replace('<row', '<row hidden="1"'),
        Accounts: rowXml(1, 'code', 'name') + rowXml(2, '512', 'Bank'),
      },
    });

    expect(linesOf(rows).map(({ entry, row }) => [entry, row])).toEqual([
      ['1', 4],
      ['2', 1_048_578],
    ]);
    expect(reading.said().warnings).toEqual([
      'sheets "Ledger", "Ledger 2" were read as one table; row n of the second counts as line 1,048,576 + n, and so on',
      'only "Ledger", "Ledger 2" were read, not "Notes", "Old" (hidden), "Accounts"; --sheet NAME reads another',
      'the heading is row 3; what stands above it was not read',
      '1 hidden row was read like the others',
    ]);
  });

  it('xlsx.read: other resources, a decimal comma in texts, prefixes, stored parts, marked text', async () => {
    const accounts = await read(
      {
        sheets: {
          A: rowXml(1, 'code', 'name', 'postable') + rowXml(2, '0351', 'Land', '<c t="b"><v>0</v></c>'),
        },
      },
      { resource: 'accounts' },
    );
    expect(accounts.rows).toEqual([
      { record: 'account', row: 2, code: '0351', name: 'Land', postable: false },
    ]);

    const parts = partsOf(inOne(rowXml(2, '1', '2025-01-01', 'OD', '512', '1.234,5', 0.25)));
    const sheet = String(parts['xl/worksheets/sheet1.xml'])
      .replace('<is><t>OD</t></is>', '<is><t><![CDATA[<OD>]]></t></is><!-- <v>x</v> -->')
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:');
    const bytes = zipOf({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(sheet) });
    const comma = await readAll(xlsx, fileOf(bytes, 7), { decimal: ',' });
    expect(comma.rows).toMatchObject([{ journal: '<OD>', debit: '1234.5', credit: '0.25' }]);
  });

  it('xlsx.read: a mapping names the columns of a foreign sheet, and a broken cell of a column it leaves out does no harm', async () => {
    const sheet =
      rowXml(1, 'No', 'Day', 'Konto', 'Amount', 'Check') +
      rowXml(2, '1', '2025-01-01', '0351', -104_320, '<c t="e"><v>#REF!</v></c>');
    const { rows, faults } = await read(
      { sheets: { A: sheet } },
      {
        mapping: {
          fields: {
            entry: { columns: ['No'] },
            date: { columns: ['Day'] },
            account: { columns: ['Konto'] },
            amount: { columns: ['Amount'] },
            journal: { constant: 'OD' },
          },
          ignore: ['Check'],
        },
      },
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ entry: '1', account: '0351', amount: '-104320', journal: 'OD' }]);
  });
});

describe('xlsx.read refuses', () => {
  const sound = partsOf(inOne(rowXml(2, '1', '2025-01-01', 'OD', '512', 1, 0)));
  const bytes = Buffer.from(zipOf(sound));
  const withSheet = (xml: string) => zipOf({ ...sound, 'xl/worksheets/sheet1.xml': xml });

  it('xlsx.read: what only looks like it, each with its remedy', async () => {
    const compound = (word: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from(word, 'utf16le'),
      ]);

    expect(await refused(compound('Workbook'))).toMatchObject({
      message: 'books.xlsx is an old Excel file (.xls)',
      hint: 'Save it as .xlsx or as CSV and try again.',
    });
    expect((await refused(compound('EncryptedPackage'))).message).toBe('the file is protected by a password');
    expect((await refused(zipOf({ 'content.xml': '', mimetype: '' }))).message).toContain('(.ods)');
    expect((await refused(zipOf({ 'books.csv': 'a' }))).hint).toContain('Unpack it');
    expect((await refused(zipOf({ ...sound, 'xl/workbook.bin': '' }))).message).toContain('(.xlsb)');
    expect((await refused(bytes.subarray(0, bytes.length - 30))).code).toBe('file_truncated');
    expect((await refused(new Uint8Array())).message).toBe('books.xlsx is empty');
    expect((await refused(Buffer.from('entry,date'))).code).toBe('file_format');
    expect((await refused(workbookOf({ sheets: { A: '' } }))).message).toContain(
      'no sheet has anything in it',
    );
    expect((await refused(workbookOf({ sheets: { A: rowXml(1, 'Dear', 'reader') } }))).code).toBe(
      'column_unknown',
    );
  });

  it('xlsx.read: entities of its own, elements without end, rows that go back, cells that are nowhere', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>`;
    expect((await refused(withSheet(bomb))).message).toContain('declares a document type');
    expect((await refused(withSheet('<a>'.repeat(200)))).message).toContain('more than 100 elements');
    expect(
      (await refused(withSheet('<worksheet><sheetData>&nope;</sheetData></worksheet>'))).message,
    ).toContain('no sheet has');

    const rows = (xml: string) => withSheet(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
    expect((await refused(rows('<row r="2"/><row r="1"/>'))).message).toContain(
      'row "1" of sheet "Ledger" follows row 2',
    );
    expect((await refused(rows('<row r="1048577"/>'))).message).toContain('follows row 0');
    expect((await refused(rows('<row r="1"><c r="XFE1"/></row>'))).message).toContain('"XFE1"');
    expect((await refused(rows('<row><c t="str"><v>&bad;</v></c></row>'))).message).toContain(
      '"&bad;" stands for nothing',
    );
    expect((await refused(withSheet('<worksheet><sheetData></row>'))).message).toContain('does not fit');
  });

  it('xlsx.read: a bomb is given up early, whatever the archive says of its size', async () => {
    const bomb = withSheet(`<worksheet>${'<x/>'.repeat(5 * 2 ** 20)}<sheetData></sheetData></worksheet>`);
    expect((await refused(bomb)).message).toContain('grows far beyond');

    const endless = withSheet(`<worksheet><sheetData>${' '.repeat(10 * 2 ** 20)}</sheetData></worksheet>`);
    expect((await refused(endless)).message).toContain('more than 1 MB');

    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(1, bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46 + 24);
    expect((await refused(lying)).message).toContain('cannot be unpacked');
  });

  it('xlsx.read: one flipped bit in a part', async () => {
    const flipped = Buffer.from(bytes);
    const at = flipped.indexOf('xl/worksheets/sheet1.xml') + 60;
    flipped.writeUInt8(flipped.readUInt8(at) ^ 16, at);
    expect((await refused(flipped)).message).toContain('sheet1.xml cannot be unpacked');
  });
});

const bank = new URL('../../../../../../shared/data/bank/sheet_empty_statement_en.xlsx', import.meta.url);
const saft = new URL(
  '../../../../../../shared/data/saft/ExampleFile_SAF-T_Financial_888888888_20180228235959_Excel_ExampleView.xlsx',
  import.meta.url,
);

describe.runIf(existsSync(bank))('xlsx.read of files of other programs', () => {
  it('xlsx.read: a bank statement is no ledger, and says by its columns why', async () => {
    expect(await refused(readFileSync(bank))).toMatchObject({
      code: 'column_unknown',
      message: expect.stringContaining('"Partner Name" (did you mean party_name?)'),
    });
  });

  it('xlsx.read: a bank statement with a mapping is read, though it has no line', async () => {
    const { reads, reading } = await readAll(xlsx, fileOf(readFileSync(bank), 4096), {
      resource: 'entries',
      mapping: {
        fields: {
          entry: { columns: ['Date', 'Label'] },
          date: { columns: ['Date'] },
          description: { columns: ['Label'] },
          amount: { columns: ['Amount'] },
          account: { constant: '512' },
          journal: { constant: 'BQ' },
        },
        ignore: 'others',
      },
    });
    expect(reads).toEqual([]);
    expect(reading.said().rows).toBe(0);
  });

  it('xlsx.read: views of an audit file, none of them a ledger, are named with what they begin with', async () => {
    const { message } = await refused(readFileSync(saft));
    expect(message).toMatch(
      /^no sheet has a heading with columns of ledger: ".*" begins with This Excel document/,
    );
    expect(message).toContain('; and 2 more');
  });
});

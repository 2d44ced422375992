import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { type Book, rowXml, workbookOf } from '../../../test/workbooks.ts';
import { fromMinor, toMinor } from '../../money/index.ts';
import { xlsx } from './index.ts';

const heading = rowXml(1, 'entry', 'date', 'journal', 'account', 'debit', 'credit', 'description');

/** What a sheet becomes whose rows have these cells in one column, as XML; each row is an entry of its own. */
async function readColumn(
  column: 'date' | 'debit' | 'account',
  cells: readonly string[],
  book: Partial<Book> = {},
) {
  const rows = cells.map((cell, at) =>
    rowXml(
      at + 2,
      `${at}`,
      column === 'date' ? cell : '2025-01-01',
      'OD',
      column === 'account' ? cell : '512',
      column === 'debit' ? cell : 1,
      0,
    ),
  );
  const { reads, reading } = await readAll(
    xlsx,
    fileOf(workbookOf({ sheets: { A: heading + rows.join('') }, ...book })),
  );
  const texts = reads.map((one) => {
    if ('row' in one) return one.row.record === 'line' ? one.row[column] : undefined;
    return one.faults.map(({ field, code, value }) => `${field} ${code} ${value}`).join('; ');
  });
  return { texts, said: reading.said() };
}

const number = (written: string) => `<c><v>${written}</v></c>`;

describe('xlsx.cell', () => {
  it('xlsx.cell: binary noise behind 15 digits is taken off, and counted; digits that mean something stay', async () => {
    const noise = [
      '0.30000000000000004',
      '1234.5600000000001',
      '1.1000000000000001E-2',
      '99.999999999999986',
      '-4.4408920985006262E-16',
    ];
    const exact = [
      '0.1',
      '1234.56',
      '12345678901234.5',
      '123456789012345.67',
      '1E+3',
      '1.5E-7',
      '-0.05',
      '0.12345678',
    ];
    const { texts, said } = await readColumn('debit', [...noise, ...exact].map(number));

    expect(texts.slice(0, 4)).toEqual(['0.3', '1234.56', '0.011', '100']);
    expect(texts[4]).toBe('debit amount_format -0.000000000000000444089209850063');
    expect(texts.slice(5)).toEqual([
      '0.1',
      '1234.56',
      '12345678901234.5',
      '123456789012345.67',
      '1000',
      '0.00000015',
      '-0.05',
      '0.12345678',
    ]);
    expect(said.normalised).toMatchObject({ 'rounded to 15 digits': 5 });
  });

  it('xlsx.cell: amounts are added as decimals: a hundred cells of arithmetic give not a cent too much', async () => {
    const sums: number[] = [];
    for (let at = 0; at < 100; at += 1) sums.push((sums[at - 1] ?? 0) + 0.1);
    expect(sums.at(-1)).toBeLessThan(9.999_999_999_999_99);
    const cells = sums.map((sum) => number(String(sum)));
    const rows = cells.map((cell, at) => rowXml(at + 2, 'e', '2025-01-01', 'OD', '512', cell, 0));
    const { rows: read } = await readAll(
      xlsx,
      fileOf(workbookOf({ sheets: { A: heading + rows.join('') } })),
    );

    const minor = linesOf(read).map(({ debit = '0' }) => toMinor(debit, 2) as bigint);
    expect(minor).toEqual(Array.from({ length: 100 }, (_, at) => BigInt(10 * (at + 1))));
    expect(
      fromMinor(
        minor.reduce((a, b) => a + b, 0n),
        2,
      ),
    ).toBe('505.00');
  });

  it('xlsx.cell: shared, inline, marked and empty texts; a number in an account; booleans', async () => {
    const strings =
      '<si><t>0351</t></si><si><r><t>03</t></r><r><rPr><b/></rPr><t>52</t></r></si><si><t/></si>';
    const { texts } = await readColumn(
      'account',
      [
        '<c t="s"><v>0</v></c>',
        '<c t="s"><v>1</v></c>',
        '<c t="s"><v>2</v></c>',
        '<c t="inlineStr"><is><r><t>04</t></r><r><t>11</t></r></is></c>',
        '<c t="inlineStr"><is><t xml:space="preserve"> 0512 </t></is></c>',
        '<c t="str"><f>TEXT(512,"0000")</f><v>0512</v></c>',
        number('512'),
        '<c t="b"><v>1</v></c>',
      ],
      { strings },
    );
    expect(texts).toEqual(['0351', '0352', undefined, '0411', '0512', '0512', '512', 'true']);
  });

  it('xlsx.cell: each kind of error, and formulas with and without their result', async () => {
    const errors = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!'];
    const cells = [
      ...errors.map((error) => `<c t="e"><f>A1</f><v>${error}</v></c>`),
      '<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>',
      '<c><f t="shared" si="0"/><v>12.5</v></c>',
      '<c><f>A1</f></c>',
      '<c><f>A1</f><v/></c>',
    ];
    const { texts, said } = await readColumn('debit', cells);
    expect(texts).toEqual([
      ...errors.map((error) => `debit invalid_request ${error}`),
      ...['0.3', '12.5', 'debit invalid_request ', 'debit invalid_request '],
    ]);
    expect(said.notStored).toEqual({ formula: cells.length });
  });

  it('xlsx.cell: days of both systems; a time of day in a column of days is a fault that shows it', async () => {
    const days = (from1904: boolean, ...serials: number[]) =>
      readColumn(
        'date',
        serials.map((serial) => `<c s="1"><v>${serial}</v></c>`),
        { formats: ['dd/mm/yyyy hh:mm'], from1904 },
      );

    expect((await days(false, 45_658, 45_658.000_000_000_1, 45_657.999_999_999)).texts).toEqual([
      '2025-01-01',
      '2025-01-01',
      '2025-01-01',
    ]);
    expect((await days(false, 45_658.5, 45_658.999)).texts).toEqual([
      'date date_invalid 2025-01-01T12:00:00',
      'date date_invalid 2025-01-01T23:58:34',
    ]);
    expect((await days(true, 44_196, 44_196.25)).texts).toEqual([
      '2025-01-01',
      'date date_invalid 2025-01-01T06:00:00',
    ]);
  });
});

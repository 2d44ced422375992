import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionNames, exportLines, extraNames } from '../../../test/ledgers.ts';
import { bytesOf, fileOf, headOf, linesOf, readAll, withoutPlace } from '../../../test/reading.ts';
import type { ExportHead, ExportLine } from '../codec.ts';
import { xlsx } from './index.ts';
import { type SheetSize, writeXlsx } from './write.ts';

const head = headOf({ dimensions: dimensionNames, extras: extraNames });

async function written(lines: readonly ExportLine[], of: ExportHead = head, size?: SheetSize) {
  const notHeld: Record<string, number> = {};
  async function* batches() {
    for (let at = 0; at < lines.length; at += 7) yield lines.slice(at, at + 7);
  }
  const count = (field: string) => {
    notHeld[field] = (notHeld[field] ?? 0) + 1;
  };
  const bytes = await bytesOf(writeXlsx({ head: of, lines: batches(), notHeld: count }, size));
  return { bytes, notHeld };
}

const line: ExportLine = {
  ...{ record: 'line', entry: '1', journal: 'OD', journalName: 'Sundry', series: 'OD', number: '1' },
  ...{
    date: '2025-01-01',
    account: '0351',
    accountName: 'Land',
    debit: '1.00',
    credit: '0.00',
    currency: 'EUR',
  },
};

describe('xlsx.write', () => {
  it('xlsx.write: what is written is read back, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.integer({ min: 1, max: 5000 }), async (lines, size) => {
        const { bytes, notHeld } = await written(lines);
        const { rows, faults } = await readAll(xlsx, fileOf(bytes, size));
        expect(faults).toEqual([]);
        expect(linesOf(rows).map(withoutPlace)).toEqual(lines.map(({ subledgerCode: _, ...rest }) => rest));
        expect(notHeld).toEqual({});
      }),
      { numRuns: 100 },
    );
  });

  it('xlsx.write: a full sheet goes on in the next, in the middle of an entry too; the same lines give the same bytes', async () => {
    const lines = Array.from({ length: 25 }, (_, at) => ({ ...line, description: `line ${at}` }));
    const size = { rows: 11, length: 2 ** 30 };
    const { bytes } = await written(lines, headOf(), size);

    const { rows, reading } = await readAll(xlsx, fileOf(bytes));
    expect(linesOf(rows).map(withoutPlace)).toEqual(lines);
    expect(linesOf(rows).map((one) => one.row)).toEqual(
      lines.map((_, at) => Math.floor(at / 10) * 1_048_576 + (at % 10) + 2),
    );
    expect(reading.said().warnings).toEqual([
      'sheets "Ledger", "Ledger 2", "Ledger 3" were read as one table; row n of the second counts as line 1,048,576 + n, and so on',
    ]);
    expect((await written(lines, headOf(), size)).bytes).toEqual(bytes);

    const exact = await written(lines.slice(0, 10), headOf(), size);
    expect((await readAll(xlsx, fileOf(exact.bytes))).reading.said().warnings).toEqual([]);
    const byLength = await written(lines, headOf(), { rows: 100, length: 1 });
    expect((await readAll(xlsx, fileOf(byLength.bytes))).reading.said().warnings[0]).toContain('"Ledger 4"');
  });

  it('xlsx.write: what a number or a day of a sheet cannot be is a text, and counted; so is what is cut', async () => {
    const odd = {
      ...line,
      ...{
        debit: '123456789012345.67',
        credit: '0.00',
        currencyDebit: '1234567890123.45',
        rate: '123456789.123456789012',
      },
      ...{
        documentDate: '1899-12-31',
        lineDocumentDate: '1900-01-01',
        dueDate: '1900-03-01',
        quantity: '-0.500000',
      },
      description: `${'é'.repeat(32_766)}😀`,
    };
    const { bytes, notHeld } = await written([odd]);
    expect(notHeld).toEqual({
      'debit as number': 1,
      'rate as number': 1,
      'documentDate as date': 1,
      description: 1,
    });

    const { rows } = await readAll(xlsx, fileOf(bytes));
    expect(linesOf(rows)[0]).toMatchObject({
      ...{ debit: '123456789012345.67', currencyDebit: '1234567890123.45', quantity: '-0.500000' },
      ...{ documentDate: '1899-12-31', lineDocumentDate: '1900-01-01', dueDate: '1900-03-01' },
      description: 'é'.repeat(32_766),
    });
  });

  it('xlsx.write: a ledger without lines has its heading; too many dimensions are refused before', async () => {
    const { bytes } = await written([]);
    expect((await readAll(xlsx, fileOf(bytes))).reads).toEqual([]);

    const many = headOf({ dimensions: Array.from({ length: 16_400 }, (_, at) => `d${at}`) });
    expect(xlsx.lacks(many)).toMatchObject([{ field: 'dimensions' }]);
    expect(xlsx.lacks(head)).toEqual([]);
  });
});

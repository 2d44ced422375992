import { describe, expect, it } from 'vitest';
import { fecLine, fecPair, fecText } from '../../../test/fec-files.ts';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import type { LineRow } from '../../records/rows.ts';
import type { ReadOptions } from '../codec.ts';
import { fec, kindFromFrenchClass } from './index.ts';

const read = (text: string, options: Partial<ReadOptions> = {}) => readAll(fec, fileOf(text), options);

describe('fec.read decides', () => {
  const numbers = (lines: LineRow[]) =>
    lines.map(({ entry, series, number, source }) => [entry, series, number, source?.reference]);

  it('fec.read: numbers that run over all journals make one series, prefixed ones do not', async () => {
    const shared = await read(
      fecText(...fecPair({ EcritureNum: '007' }), ...fecPair({ JournalCode: 'AC', EcritureNum: '008' })),
    );
    expect(shared.reading.said().numbering).toMatchObject({ policy: 'keep', series: 'shared' });
    expect(linesOf(shared.rows)[2]).toMatchObject({ series: 'FEC', number: '008' });

    const own = await read(
      fecText(...fecPair({ EcritureNum: 'VE-7' }), ...fecPair({ JournalCode: 'AC', EcritureNum: 'AC-8' })),
    );
    expect(own.reading.said().numbering).toMatchObject({ policy: 'keep', series: 'journal' });

    const repeated = await read(
      fecText(...fecPair({ EcritureNum: '1' }), ...fecPair({ JournalCode: 'AC', EcritureNum: '1' })),
    );
    expect(repeated.reading.said().numbering).toMatchObject({ policy: 'keep', series: 'journal' });
    expect(linesOf(repeated.rows).map((row) => row.entry)).toEqual(['VE/1', 'VE/1', 'AC/1', 'AC/1']);
  });

  it('fec.read: one number on every line is split by day and renumbered, the number kept as reference', async () => {
    const whole = await read(
      fecText(...fecPair({ EcritureNum: '0' }), ...fecPair({ EcritureNum: '0', EcritureDate: '20250111' })),
    );
    expect(whole.reading.said().numbering).toMatchObject({ policy: 'renumber' });
    expect(numbers(linesOf(whole.rows))).toEqual([
      ['VE/0 2025-01-10', undefined, undefined, '0'],
      ['VE/0 2025-01-10', undefined, undefined, '0'],
      ['VE/0 2025-01-11', undefined, undefined, '0'],
      ['VE/0 2025-01-11', undefined, undefined, '0'],
    ]);
  });

  it('fec.read: empty numbers are split by day; journals with numbers keep theirs', async () => {
    const whole = await read(
      fecText(...fecPair({ EcritureNum: '' }), ...fecPair({ JournalCode: 'AC', EcritureNum: '1' })),
    );
    expect(numbers(linesOf(whole.rows))).toEqual([
      ['VE/ 2025-01-10', undefined, undefined, undefined],
      ['VE/ 2025-01-10', undefined, undefined, undefined],
      ['AC/1', undefined, '1', undefined],
      ['AC/1', undefined, '1', undefined],
    ]);
  });

  it('fec.read: several days under one number are several entries if each balances, else rejected whole', async () => {
    const good = await read(
      fecText(
        ...fecPair({}),
        ...fecPair({ EcritureDate: '20250112' }),
        ...fecPair({ EcritureNum: '2' }),
        ...fecPair({ JournalCode: 'AC' }),
      ),
    );
    expect(good.faults).toEqual([]);
    expect(new Set(linesOf(good.rows).map((row) => row.entry)).size).toBe(4);
    expect(good.reading.said().numbering).toMatchObject({ policy: 'renumber', series: 'journal' });
    expect(linesOf(good.rows).map((row) => row.number)).toEqual([...Array(6).fill(undefined), '1', '1']);

    const bad = await read(
      fecText(
        fecLine({ Debit: '10,00' }),
        fecLine({ Credit: '10,00', EcritureDate: '20250111' }),
        ...fecPair({ EcritureNum: '2' }),
      ),
    );
    expect(bad.faults.map(({ line: at, entry, faults }) => [at, entry, faults[0]?.code])).toEqual([
      [2, 'VE/1 2025-01-10', 'unbalanced'],
      [3, 'VE/1 2025-01-11', 'unbalanced'],
    ]);
    expect(linesOf(bad.rows).length).toBe(2);
  });

  it('fec.read: --numbers renumber drops numbers, keep keeps them', async () => {
    const text = fecText(...fecPair({}), ...fecPair({ EcritureNum: '2' }));
    const renumbered = linesOf((await read(text, { numbers: 'renumber' })).rows);
    expect(renumbered.map((row) => [row.number, row.source?.reference])).toEqual([
      [undefined, '1'],
      [undefined, '1'],
      [undefined, '2'],
      [undefined, '2'],
    ]);
    expect(linesOf((await read(text, { numbers: 'keep' })).rows).map((row) => row.number)).toEqual([
      '1',
      '1',
      '2',
      '2',
    ]);
  });

  const opening = (cells: Record<string, string> = {}) => [
    fecLine({
      JournalCode: 'XX',
      JournalLib: 'Journal des à-nouveaux',
      EcritureDate: '20250103',
      Debit: '5,00',
      CompteNum: '512000',
      ...cells,
    }),
    fecLine({
      JournalCode: 'XX',
      JournalLib: 'Journal des à-nouveaux',
      EcritureDate: '20250103',
      Credit: '5,00',
      CompteNum: '101000',
      ...cells,
    }),
  ];

  it('fec.read: the opening is told by code or label, by the first day and by balance accounts', async () => {
    const kinds = async (text: string, options: Partial<ReadOptions> = {}) =>
      linesOf((await read(text, options)).rows).map((row) => row.kind);

    // It need not come first in the file, and it dates the year.
    const whole = await read(fecText(...fecPair({}), ...opening()));
    expect(linesOf(whole.rows).map((row) => row.kind)).toEqual([undefined, undefined, 'opening', 'opening']);
    expect(whole.reading.said()).toMatchObject({
      opening: { journal: 'XX' },
      year: { start: '2025-01-03', end: '2026-01-02' },
    });

    expect(await kinds(fecText(...fecPair({}), ...opening({ EcritureDate: '20250301' })))).not.toContain(
      'opening',
    );
    expect(await kinds(fecText(...opening({ CompteNum: '701000' }), ...fecPair({})))).not.toContain(
      'opening',
    );
    expect(await kinds(fecText(...opening(), ...fecPair({})), { openingJournal: 'VE' })).not.toContain(
      'opening',
    );
    expect(
      await kinds(fecText(...opening({ JournalLib: 'Divers' }), ...fecPair({})), { openingJournal: 'XX' }),
    ).toContain('opening');
  });

  it('fec.read: the year ends on the day in the file name when that fits, else after twelve months, or when the entries do', async () => {
    const year = async (fileName: string, ...dates: string[]) =>
      (
        await read(fecText(...dates.flatMap((EcritureDate) => fecPair({ EcritureDate }))), { fileName })
      ).reading.said();

    expect((await year('123456789FEC20250630.txt', '20250110')).year).toMatchObject({
      start: '2025-01-01',
      end: '2025-06-30',
    });
    expect((await year('books.txt', '20250110')).year).toMatchObject({
      start: '2025-01-01',
      end: '2025-12-31',
    });

    const thirteen = await year('123456789FEC20230331.txt', '20220401', '20230430');
    expect(thirteen.year).toMatchObject({ start: '2022-04-01', end: '2023-04-30' });
    expect(thirteen.warnings.join()).toContain('more than twelve months');
    expect(thirteen.warnings.join()).toContain('the file name says 2023-03-31');
  });

  it('fec.read: CP850, Windows and ISO 8859-15 are told apart by the letters of French', async () => {
    const encoded = async (...bytes: number[]) => {
      const text = fecText(...fecPair({ EcritureLib: 'N#' }));
      const raw = Uint8Array.from(text.replaceAll('#', String.fromCharCode(...bytes)), (c) =>
        c.charCodeAt(0),
      );
      const whole = await readAll(fec, fileOf(raw));
      return [whole.reading.said().encoding, linesOf(whole.rows)[0]?.description];
    };
    expect(await encoded(0xf8)).toEqual(['cp850', 'N°']);
    expect(await encoded(0x82, 0x8a)).toEqual(['cp850', 'Néè']);
    expect(await encoded(0xe9, 0xb0)).toEqual(['windows-1252', 'Né°']);
    expect(await encoded(0xe9, 0xa4)).toEqual(['iso-8859-15', 'Né€']);
    expect(await encoded(0xe9, 0x80)).toEqual(['windows-1252', 'Né€']);
  });

  it('fec.read: accounts have their kind by class', () => {
    const type = (code: string) => kindFromFrenchClass(code)?.type;
    const expected = {
      101: 'equity',
      120: 'equity',
      164: 'liability',
      213: 'asset',
      370: 'asset',
      401: 'liability',
      4091: 'asset',
      411: 'asset',
      4191: 'liability',
      445: 'liability',
      486: 'asset',
      487: 'liability',
      491: 'asset',
      512: 'asset',
      519: 'liability',
      607: 'expense',
      706: 'income',
      801: 'memo',
      9: 'memo',
    };
    for (const [code, kind] of Object.entries(expected)) expect(type(code), code).toBe(kind);
    expect(kindFromFrenchClass('C0012')).toBeUndefined();
    expect(kindFromFrenchClass('707')).toMatchObject({ statement: 'result', rule: 'class 7 -> income' });
  });
});

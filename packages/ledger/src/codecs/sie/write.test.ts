import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLines } from '../../../test/ledgers.ts';
import { fileOf, headOf, linesOf, readAll, type Written, writeAll } from '../../../test/reading.ts';
import { toMinor } from '../../money/index.ts';
import type { LineRow } from '../../records/rows.ts';
import type { ExportHead, ExportLine, ObjectBalance } from '../codec.ts';
import { decodePage } from '../text/code-pages.ts';
import { sie } from './index.ts';
import { heldText } from './text.ts';

const textOf = ({ bytes }: Written): string => decodePage(bytes, 'cp437');
const recordsOf = (written: Written): string[] => textOf(written).split('\r\n');
const vouchersOf = (written: Written): string[] => {
  const records = recordsOf(written);
  return records.slice(records.findIndex((record) => record.startsWith('#VER'))).slice(0, -1);
};

const sale: ExportLine = {
  ...{
    record: 'line',
    entry: '1',
    journal: 'A',
    journalName: 'A',
    series: 'A',
    number: '7',
    date: '2025-01-10',
  },
  ...{ account: '1930', accountName: 'Bank', debit: '1200.00', credit: '0.00', currency: 'EUR' },
};
const head = (more: Partial<ExportHead> = {}): ExportHead =>
  headOf({
    baseCurrency: 'EUR',
    accounts: [],
    dimensionTypes: [],
    dimensionValues: [],
    balances: [],
    ...more,
  });

const stated = ({
  opening,
  closing,
  ...place
}: { [K in keyof ObjectBalance]: ObjectBalance[K] | undefined }) =>
  ({
    ...place,
    ...(opening === undefined ? {} : { opening }),
    ...(closing === undefined ? {} : { closing }),
  }) as ObjectBalance;

describe('sie.write', () => {
  const minor = (text: string | undefined) => toMinor(text ?? '0', 2) as bigint;
  const held = (text: string | undefined) => heldText(text ?? '').trim() || undefined;

  /** What SIE holds of a line; of an entry at its first line. */
  const meaningOf = (lines: readonly LineRow[]) =>
    lines.map((line, at) => {
      const isFirst = line.entry !== lines[at - 1]?.entry;
      const { account, valueDate, debit, credit, dimensions } = line;
      return {
        ...{ account, valueDate, amount: minor(debit) - minor(credit) },
        description: held(line.description),
        objects: Object.values(dimensions ?? {})
          .map(held)
          .sort(),
        ...(isFirst
          ? {
              ...{ number: line.number, date: line.date, validatedOn: line.validatedOn },
              ...{ series: line.series ?? line.journal, text: held(line.entryDescription) },
            }
          : {}),
      };
    });

  it('sie.write: what is written is read back: storno, zero lines, every script, whatever texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.integer({ min: 1, max: 200 }), async (lines, size) => {
        // Codes of values are told apart where they would become the same; texts are compared as they are held.
        const plain = lines.map(
          ({ dimensions, ...line }): ExportLine => ({
            ...line,
            ...(dimensions ? { dimensions: { project: 'P "1"', 部門: 'é{}' } } : {}),
          }),
        );
        const { bytes } = await writeAll(sie, plain, head());
        const { rows, faults } = await readAll(sie, fileOf(bytes, size));
        expect(faults).toEqual([]);
        expect(meaningOf(linesOf(rows))).toEqual(meaningOf(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('sie.write: the same ledger, read and written again, is the same file', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, async (lines) => {
        const once = await writeAll(sie, lines, head());
        const { rows } = await readAll(sie, fileOf(once.bytes));
        let shared: Partial<LineRow> = {};
        const again = linesOf(rows).map((row): ExportLine => {
          if (row.journal !== undefined) shared = { ...row };
          const { journal = '', number = '', date = '', validatedOn, entryDescription, source } = shared;
          return {
            ...{
              journal,
              journalName: journal,
              series: journal,
              number,
              date,
              accountName: '',
              currency: 'EUR',
            },
            ...(validatedOn === undefined ? {} : { validatedOn }),
            ...(entryDescription === undefined ? {} : { entryDescription }),
            ...(source ? { source } : {}),
            ...row,
            ...{ account: row.account ?? '', debit: row.debit ?? '0.00', credit: row.credit ?? '0.00' },
          };
        });
        const types = new Set(again.flatMap((line) => Object.keys(line.dimensions ?? {})));
        const dimensionTypes = [...types].map((code) => ({ code, name: code }));
        const twice = await writeAll(sie, again, head({ dimensionTypes }));

        expect(vouchersOf(twice)).toEqual(vouchersOf(once));
        expect(twice.notHeld).toEqual({});
      }),
      { numRuns: 50 },
    );
  });

  it('sie.write: every record of a small year, in CP437 with CR LF', async () => {
    const balances = [
      { year: '2024-01-01', account: '1930', opening: '0.00', closing: '500.00' },
      { year: '2025-01-01', account: '1930', opening: '500.00', closing: '1700.00' },
      { year: '2025-01-01', account: '2081', opening: '-500.00', closing: '-500.00' },
      { year: '2025-01-01', account: '3010', opening: '0.00', closing: '-1200.00' },
    ];
    const accounts: ExportHead['accounts'] = [
      {
        ...{ record: 'account', code: '1930', name: 'Bank', statement: 'balance', type: 'asset', unit: 'st' },
        mappings: [
          { scheme: 'sru', code: '7281' },
          { scheme: 'saft.group', code: 'x' },
        ],
      },
      { record: 'account', code: '2081', name: 'Aktiekapital', statement: 'balance', type: 'equity' },
      { record: 'account', code: '3010', name: 'Försäljning', statement: 'result', type: 'income' },
    ];
    const written = await writeAll(
      sie,
      [
        { ...sale, kind: 'opening', debit: '500.00' },
        {
          ...{
            ...sale,
            entry: '2',
            entryDescription: 'Såld "vara"',
            validatedOn: '2025-01-11',
            extra: { sign: 'LL' },
          },
          ...{
            dimensions: { 1: 'N', 6: 'P 1' },
            valueDate: '2025-01-12',
            description: 'c:\\',
            quantity: '2.500000',
          },
        },
        { ...sale, entry: '2', account: '3010', debit: '0.00', credit: '1200.00' },
        { ...sale, entry: '3', number: '', debit: '0.00' },
      ],
      head({
        ...{ accounts, balances },
        dimensionTypes: [
          { code: '1', name: 'Kostnadsställe' },
          { code: '21', name: 'Del', parent: '1' },
          { code: '6', name: 'Projekt' },
        ],
        dimensionValues: [{ dimension: '1', code: 'N', name: 'Norr' }],
      }),
    );
    expect(recordsOf(written)).toEqual([
      ...[
        '#FLAGGA 0',
        '#PROGRAM "erp" "4"',
        '#FORMAT PC8',
        '#GEN 20251231',
        '#SIETYP 4',
        '#ORGNR "123456789"',
      ],
      ...['#FNAMN "Acme"', '#RAR 0 20250101 20251231', '#RAR -1 20240101 20241231', '#VALUTA EUR'],
      ...['#DIM 1 "Kostnadsställe"', '#UNDERDIM 21 "Del" 1', '#DIM 6 "Projekt"', '#OBJEKT 1 "N" "Norr"'],
      ...['#KONTO 1930 "Bank"', '#KTYP 1930 T', '#ENHET 1930 "st"', '#SRU 1930 7281'],
      ...['#KONTO 2081 "Aktiekapital"', '#KTYP 2081 S', '#KONTO 3010 "Försäljning"', '#KTYP 3010 I'],
      ...['#IB 0 1930 500.00', '#IB 0 2081 -500.00', '#UB 0 1930 1700.00', '#UB 0 2081 -500.00'],
      ...['#RES 0 3010 -1200.00', '#UB -1 1930 500.00'],
      ...['#VER A 7 20250110 "Såld \\"vara\\"" 20250111 "LL"', '{'],
      ...['#TRANS 1930 {1 "N" 6 "P 1"} 1200.00 20250112 "c:\\ " 2.5', '#TRANS 3010 {} -1200.00', '}'],
      ...['#VER A "" 20250110 ""', '{', '#TRANS 1930 {} 0.00', '}', ''],
    ]);
    expect(written.notHeld).toEqual({ 'mapping:saft.group': 1 });
  });

  it('sie.write: what of balances belongs to objects is #OIB and #OUB, and read back as it was', async () => {
    const amount = fc
      .option(fc.integer({ min: -9_999_999, max: 9_999_999 }), { nil: undefined })
      .map((cents) => (cents === undefined ? undefined : (cents / 100).toFixed(2)));
    const balance = fc.record({
      year: fc.constantFrom('2024-01-01', '2025-01-01'),
      account: fc.constantFrom('1930', '2081', '3010', 'Assets:Bank'),
      dimensions: fc.constantFrom<Record<string, string>>({ 1: 'N' }, { 1: 'S "x"' }, { 1: 'N', 6: 'P å' }),
      opening: amount,
      closing: amount,
    });
    const keyOf = ({ year, account, dimensions }: { year: string; account: string; dimensions?: object }) =>
      JSON.stringify([year, account, dimensions]);
    const balances = fc
      .uniqueArray(balance, { selector: keyOf })
      .map((all) =>
        all.filter(({ opening, closing }) => opening !== undefined || closing !== undefined).map(stated),
      );

    await fc.assert(
      fc.asyncProperty(balances, async (objectBalances) => {
        const { bytes } = await writeAll(sie, [sale], head({ objectBalances }));
        const { rows, faults } = await readAll(sie, fileOf(bytes));
        expect(faults).toEqual([]);
        const read = rows.flatMap((row) => {
          if (row.record !== 'balance') return [];
          const { record: _, row: __, ...same } = row;
          return [same];
        });
        const sorted = (all: readonly Parameters<typeof keyOf>[0][]) =>
          [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        expect(sorted(read)).toEqual(sorted(objectBalances));
      }),
      { numRuns: 200 },
    );
  });

  it('sie.write: a value of an opening line is counted unless #OIB states it', async () => {
    const line = { ...sale, kind: 'opening', dimensions: { 1: 'N', 6: 'P' } } as const;
    const place = { year: '2025-01-01', account: '1930' };
    const objectBalances = [
      { ...place, dimensions: { 1: 'N' }, opening: '1200.00' },
      { ...place, dimensions: { 6: 'P' }, closing: '1200.00' },
    ];
    const { notHeld } = await writeAll(sie, [line], head({ objectBalances }));
    expect(notHeld).toEqual({ 'dim:6': 1 });
  });

  it('sie.write: lines that an account has in an opening beside the first are counted, as #IB is their sum', async () => {
    const opening = { ...sale, kind: 'opening' } as const;
    const lines = [opening, opening, { ...opening, account: '2081' }, opening, { ...sale, entry: '2' }];
    expect((await writeAll(sie, lines, head())).notHeld).toMatchObject({ openingLine: 2 });
  });

  it('sie.write: line breaks and what CP437 lacks are replaced and counted', async () => {
    const description = 'a\r\nb\tc\u2028d\u0085e – “č” € 株 é\u0301';
    const written = await writeAll(sie, [{ ...sale, description, entryDescription: 'plain å' }], head());
    expect(vouchersOf(written)).toEqual([
      ...['#VER A 7 20250110 "plain å"', '{'],
      ...['#TRANS 1930 {} 1200.00 "" "a  b c d e - \\"c\\" EUR ? é"', '}'],
    ]);
    expect(written.notHeld).toEqual({ description: 1 });
  });

  it('sie.write: a letter of CP437 whose byte is one of Swedish in Latin-1 comes back as it was', async () => {
    const { bytes } = await writeAll(sie, [{ ...sale, description: 'σ"' }], head());
    const { rows, reading } = await readAll(sie, fileOf(bytes));
    expect(reading.said()).toMatchObject({ encoding: 'cp437', warnings: [] });
    expect(linesOf(rows)[0]?.description).toBe('σ"');
  });

  it('sie.write: codes that would become the same stay apart', async () => {
    const account = (code: string): ExportHead['accounts'][number] => ({
      ...{ record: 'account', code, name: code, statement: 'balance', type: 'asset' },
    });
    const accounts = ['会', '株', '?', 'Assets:Bank'].map(account);
    const lines = accounts.map(({ code }) => ({ ...sale, account: code, dimensions: { ort: code } }));
    const written = await writeAll(
      sie,
      lines,
      head({ accounts, dimensionTypes: [{ code: '20', name: 'x' }] }),
    );
    expect(vouchersOf(written).slice(2, -1)).toEqual([
      '#TRANS "?~2" {21 "?"} 1200.00',
      '#TRANS "?~3" {21 "?~2"} 1200.00',
      '#TRANS "?" {21 "?~3"} 1200.00',
      '#TRANS "Assets:Bank" {21 "Assets:Bank"} 1200.00',
    ]);
    expect(written.notHeld).toMatchObject({ account: 4, 'dim:ort': 1, dimensions: 3, accountName: 2 });
  });

  it('sie.write: the difference of an opening that did not add up is not stated as its account, unless it moves', async () => {
    const accounts: ExportHead['accounts'] = ['1930', 'rest'].map((code) => ({
      ...{
        record: 'account',
        code,
        name: code,
        statement: 'balance',
        type: code === 'rest' ? 'equity' : 'asset',
      },
    }));
    const tenant = { slug: 'a', name: 'A', country: 'SE', unallocatedResult: 'rest' };
    const opened = async (closing: string) => {
      const balances = [
        { year: '2025-01-01', account: '1930', opening: '5.00', closing: '5.00' },
        { year: '2025-01-01', account: 'rest', opening: '-5.00', closing },
      ];
      const written = await writeAll(sie, [sale], head({ tenant, accounts, balances }));
      return recordsOf(written).filter((record) => /^#(IB|UB)/.test(record));
    };
    expect(await opened('-5.00')).toEqual(['#IB 0 1930 5.00', '#UB 0 1930 5.00']);
    expect(await opened('-4.00')).toEqual([
      ...['#IB 0 1930 5.00', '#IB 0 rest -5.00', '#UB 0 1930 5.00', '#UB 0 rest -4.00'],
    ]);
  });

  it('sie.write: all that has no place is counted, of an entry once', async () => {
    const full: ExportLine = {
      ...{
        ...sale,
        journal: 'VT',
        party: 'C1',
        currency: 'USD',
        debit: '-5.00',
        unit: 'h',
        extra: { x: 'y' },
      },
      ...{ documentRef: 'F', kind: 'reversal', settlement: 'A', source: { system: 'csv' } },
    };
    const { notHeld } = await writeAll(sie, [full, full], head());
    expect(notHeld).toEqual({
      ...{ party: 2, settlement: 2, currency: 2, storno: 2, unit: 2, 'extra:x': 2 },
      ...{ documentRef: 1, kind: 1, journal: 1, source: 1 },
    });
  });

  it('sie.write: a ledger without vouchers', async () => {
    const records = recordsOf(await writeAll(sie, [], head()));
    expect(records.at(-2)).toBe('#VALUTA EUR');
  });
});

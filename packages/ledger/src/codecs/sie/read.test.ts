import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { cp437, sieText } from '../../../test/sie-files.ts';
import type { ReadOptions } from '../codec.ts';
import { sie } from './index.ts';

const read = (text: string | Uint8Array, options: Partial<ReadOptions> = {}, size = 65_536) =>
  readAll(sie, fileOf(typeof text === 'string' ? cp437(text) : text, size), { fileName: 'a.se', ...options });
const refusal = (text: string, options: Partial<ReadOptions> = {}) =>
  read(text, options).then(
    () => 'read',
    (error) => error,
  );
const vouchers = (...lines: string[]) => sieText({ balances: [], vouchers: lines });
const faultsOf = async (...lines: string[]) => {
  const { faults } = await read(vouchers(...lines));
  return faults.map(({ line, entry, faults: all }) => [
    line,
    entry,
    ...all.map(({ field, code }) => `${field} ${code}`),
  ]);
};
/** Line of the file at which the vouchers of `vouchers` begin. */
const first = 16;

describe('sie.read', () => {
  it('sie.read: year, accounts, journals, dimensions, objects and balances come before opening and vouchers', async () => {
    const { rows, reading, faults } = await read(sieText());
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { record: 'year', row: 6, start: '2025-01-01', end: '2025-12-31' },
      { record: 'year', row: 7, start: '2024-01-01', end: '2024-12-31', detail: 'balances' },
      {
        ...{ record: 'account', row: 10, code: '1930', name: 'Bank', statement: 'balance', type: 'asset' },
        mappings: [{ scheme: 'sru', code: '7281' }],
      },
      {
        record: 'account',
        row: 12,
        code: '2081',
        name: 'Aktiekapital',
        statement: 'balance',
        type: 'equity',
      },
      { record: 'account', row: 13, code: '2610', name: 'Moms', statement: 'balance', type: 'liability' },
      {
        ...{
          record: 'account',
          row: 14,
          code: '3010',
          name: 'Försäljning',
          statement: 'result',
          type: 'income',
        },
        unit: 'st',
      },
      { record: 'journal', row: 22, code: 'A' },
      { record: 'journal', code: 'IB', name: 'Ingående balans', area: 'opening' },
      { record: 'dimension', row: 8, code: '1', name: 'Kostnadsställe' },
      { record: 'dimensionValue', row: 9, dimension: '1', code: 'N', name: 'Norr' },
      { record: 'balance', row: 20, year: '2024-01-01', account: '1930', closing: '1000.00' },
      { record: 'balance', row: 21, year: '2024-01-01', account: '2081', closing: '-1000.00' },
      {
        ...{ record: 'line', row: 16, entry: 'IB', kind: 'opening', journal: 'IB', date: '2025-01-01' },
        ...{ source: { system: 'sie', reference: '#IB' }, account: '1930', debit: '1000.00' },
      },
      { record: 'line', row: 17, entry: 'IB', account: '2081', credit: '1000.00' },
      {
        ...{ record: 'line', row: 24, entry: 'A 1, line 22', journal: 'A', number: '1', date: '2025-01-10' },
        ...{ validatedOn: '2025-01-11', entryDescription: 'Försäljning' },
        ...{ source: { system: 'sie', reference: 'A 1' }, account: '1930', debit: '125.00' },
        ...{ dimensions: { 1: 'N', 6: 'P' }, valueDate: '2025-01-12', description: 'Kund 7' },
        ...{ quantity: '2', extra: { sign: 'LL' } },
      },
      {
        ...{ record: 'line', row: 25, entry: 'A 1, line 22', account: '2610', credit: '25' },
        extra: { sign: 'LL' },
      },
      {
        ...{ record: 'line', row: 26, entry: 'A 1, line 22', account: '3010', credit: '100' },
        ...{ dimensions: { 1: 'N' }, extra: { sign: 'LL' } },
      },
    ]);
    expect(reading.said()).toMatchObject({
      ...{ format: 'sie', encoding: 'cp437', decimal: '.', rows: 5, notStored: { '#FNAMN': 1 } },
      year: { start: '2025-01-01', end: '2025-12-31', reason: '#RAR 0' },
      opening: { journal: 'IB', reason: '#IB' },
      assertions: [
        { kind: 'closing', account: '1930', stated: '1125.00', date: '2025-12-31', row: 18 },
        {
          kind: 'result',
          account: '3010',
          stated: '-100.00',
          from: '2025-01-01',
          date: '2025-12-31',
          row: 19,
        },
      ],
    });
  });

  it('sie.read: the same rows, however the file is cut into chunks', async () => {
    const whole = await read(sieText());
    for (const size of [1, 2, 7, 64]) expect((await read(sieText(), {}, size)).reads).toEqual(whole.reads);
  });

  it('sie.read: balances behind the vouchers tell kinds and opening as well', async () => {
    const text = `${sieText({ balances: [] })}#RES 0 1930 5.00\r\n#IB 0 3010 7.00\r\n`;
    const { rows } = await read(text);
    expect(rows.filter(({ record }) => record === 'account')).toMatchObject([
      { code: '1930', statement: 'result', type: 'expense' },
      {},
      {},
      { code: '3010', statement: 'balance', type: 'asset' },
    ]);
    expect(linesOf(rows).at(-1)).toMatchObject({
      entry: 'IB',
      kind: 'opening',
      account: '3010',
      debit: '7.00',
    });
  });

  it('sie.read: #KTYP tells where no balance does, then the first digit, and a result of zero is still one', async () => {
    const chart = [
      ...[
        '#KONTO 4000 a',
        '#KTYP 4000 I',
        '#KONTO 5000 b',
        '#KONTO 0399 c',
        '#KONTO 0351 d',
        '#KONTO 9999 e',
      ],
      ...['#KONTO 2010 f', '#KTYP 2010 S', '#KONTO 1 g'],
    ];
    const balances = ['#RES 0 0399 4', '#RES 0 0351 0', '#RES -1 0351 -3', '#RES 0 1 0', '#KTYP 1 T'];
    const { rows, reading } = await read(sieText({ chart, balances, vouchers: [] }));
    const kinds = rows.flatMap((row) => (row.record === 'account' ? [`${row.code} ${row.type}`] : []));
    expect(kinds).toEqual([
      ...[
        '4000 income',
        '5000 expense',
        '0399 expense',
        '0351 income',
        '9999 expense',
        '2010 equity',
        '1 expense',
      ],
    ]);
    expect(reading.said().accountKinds).toMatchObject({
      '#KTYP I -> income': 1,
      'neither balance, #KTYP nor class 1 to 8 -> expense': 1,
    });
  });

  it('sie.read: lines that were added and removed later are counted, and never lines', async () => {
    const { rows, reading } = await read(
      vouchers(
        ...['#VER A 1 20250110 ""', '{', '#TRANS 1930 {} 5', '#RTRANS 1930 {} 0', '#TRANS 1930 {} 0'],
        ...['#BTRANS 2610 {} 9', '#TRANS 3010 {} -5', '}'],
      ),
    );
    expect(linesOf(rows).map(({ debit, credit }) => debit ?? `-${credit}`)).toEqual(['5', '0', '-5']);
    expect(reading.said().notStored).toMatchObject({ '#RTRANS': 1, '#BTRANS': 1 });
  });

  it('sie.read: a checksum is not verified, and said', async () => {
    const { reading, faults } = await read(
      `${sieText().replace('#SIETYP', '#KSUMMA\r\n#SIETYP')}#KSUMMA 123456\r\n`,
    );
    expect(faults).toEqual([]);
    expect(reading.said().notStored).toMatchObject({ '#KSUMMA': 2 });
  });

  it('sie.read: tabulators, indentation, lists with spaces, words without quotes, quotes and backslashes in texts', async () => {
    const { rows, faults } = await read(
      vouchers(
        '\t#VER\t"A"\t"2"\t20250110\t"a \\"b\\" c:\\d"\t',
        ' {',
        '   #TRANS\t1930\t{ "1" "1010"  6 G}\t5\t20250110\t"C:\\"\t""',
        '   #trans 3010 -5,00 2025-01-11 "x\\\\"',
        '} ',
      ),
    );
    expect(faults).toEqual([]);
    expect(linesOf(rows)).toMatchObject([
      { entryDescription: 'a "b" c:\\d', dimensions: { 1: '1010', 6: 'G' }, debit: '5', description: 'C:\\' },
      { account: '3010', credit: '5.00', valueDate: '2025-01-11', description: 'x\\\\' },
    ]);
  });

  it('sie.read: amounts as programs write them', async () => {
    const amounts = ['-0.00', '+5', '007.50', '5.', '-.5', '1,25', '0'];
    const lines = amounts.map((amount) => `#TRANS 1930 {} ${amount}`);
    const { rows, reading } = await read(vouchers('#VER A 1 20250110', '{', ...lines, '}'));
    expect(linesOf(rows).map(({ debit, credit }) => debit ?? `-${credit}`)).toEqual([
      ...['0.00', '5', '7.50', '5', '-0.5', '1.25', '0'],
    ]);
    expect(reading.said().normalised).toEqual({ padded: 4, 'decimal comma': 1 });
  });

  it('sie.read: a file to import: no days of the year, no series, no numbers, accounts that it does not declare', async () => {
    const text = sieText({
      years: ['#RAR 0  '],
      chart: [],
      balances: [],
      vouchers: ['#VER "" 0 20250110 "x"', '{', '#TRANS 1510 {} 5', '#TRANS Z {} -5', '}'],
    });
    const { rows, reading, faults } = await read(text);
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { record: 'journal', code: 'SIE' },
      { entry: '0, line 7', journal: 'SIE', account: '1510', accountType: 'asset' },
      { account: 'Z' },
    ]);
    expect(rows[1]).not.toHaveProperty('number');
    expect(rows[2]).not.toHaveProperty('accountType');
    expect(reading.said().year).toBeUndefined();
  });

  it('sie.read: types 1 to 3 are balances of every year, with annotations by object', async () => {
    const text = sieText({
      identification: ['#FLAGGA 0', '#SIETYP 3'],
      balances: [
        '#IB 0 1930 7',
        '#UB 0 1930 9',
        '#OIB 0 1930 {1 "N"} 5',
        '#OUB 0 1930 {1 "N"} 6',
        '#PSALDO 0 202501 1930 {} 2',
      ],
      vouchers: [],
    });
    const { rows, reading } = await read(text);
    expect(rows.filter(({ record }) => record === 'year')).toMatchObject([{ detail: 'balances' }]);
    expect(rows.filter(({ record }) => record === 'balance')).toEqual([
      { record: 'balance', row: 13, year: '2025-01-01', account: '1930', opening: '7', closing: '9' },
      {
        ...{ record: 'balance', row: 15, year: '2025-01-01', account: '1930', dimensions: { 1: 'N' } },
        ...{ opening: '5', closing: '6' },
      },
    ]);
    expect(linesOf(rows)).toEqual([]);
    expect(reading.said().notStored).toMatchObject({ '#PSALDO of years without vouchers': 1 });
    expect(reading.said().assertions).toBeUndefined();
  });

  it('sie.read: #PSALDO is what moved in its month, as far as the year goes', async () => {
    const { reading } = await read(
      sieText({
        years: ['#RAR 0 20250115 20251231'],
        balances: [
          '#UB -1 1930 4',
          '#PSALDO 0 202501 1930 {} 5.00',
          '#PSALDO 0 202502 1930 {1 "N"} 5',
          '#PSALDO -1 202401 1930 {} 1',
        ],
      }),
    );
    expect(reading.said()).toMatchObject({
      assertions: [
        { kind: 'period', stated: '5.00', from: '2025-01-15', date: '2025-01-31', account: '1930' },
      ],
      notStored: {
        '#UB of years without #RAR': 1,
        '#PSALDO of objects': 1,
        '#PSALDO of years without vouchers': 1,
      },
    });
  });

  it('sie.read: UTF-8 and Latin-1 are told by their letters, and said', async () => {
    const name = async (bytes: Uint8Array, options = {}) => {
      const { rows, reading } = await read(bytes, options);
      const { encoding, warnings } = reading.said();
      return [encoding, rows.find((row) => row.record === 'dimension')?.name, warnings.length];
    };
    expect(await name(cp437(sieText()))).toEqual(['cp437', 'Kostnadsställe', 0]);
    expect(await name(Buffer.from(sieText(), 'utf8'))).toEqual(['utf-8', 'Kostnadsställe', 1]);
    expect(await name(Buffer.from(`\ufeff${sieText()}`, 'utf8'))).toEqual(['utf-8', 'Kostnadsställe', 1]);
    expect(await name(Buffer.from(sieText(), 'latin1'))).toEqual(['windows-1252', 'Kostnadsställe', 1]);
    expect(await name(Buffer.from(sieText(), 'latin1'), { encoding: 'cp437' })).toEqual([
      'cp437',
      'KostnadsstΣlle',
      0,
    ]);
  });

  it('sie.read: a voucher without lines is a number that was used', async () => {
    const { rows, reading } = await read(
      vouchers('#VER A 3 20250110', '{', '#BTRANS 1930 {} 5', '}', '#VER A "" 20250111', '{', '}'),
    );
    expect(linesOf(rows)).toEqual([
      {
        ...{
          record: 'line',
          row: first,
          entry: `A 3, line ${first}`,
          kind: 'void',
          journal: 'A',
          number: '3',
        },
        ...{ date: '2025-01-10', source: { system: 'sie', reference: 'A 3' } },
      },
    ]);
    expect(reading.said().notStored).toMatchObject({ '#VER without lines': 1, '#BTRANS': 1 });
  });

  it('sie.read: each fault with its line and its voucher', async () => {
    expect(
      await faultsOf(
        ...['#VER A 1 20251310', '{', '#TRANS 1930 {} 12x', '#TRANS {} 5', '#TRANS 1930 {1} 5', '}'],
        ...['#VER A 2 20250110', '{', '#TRANS 1930 {1 "a" 1 "b"} 5 20250199', '#TRANS 1930 {} 5 "" "x', '}'],
      ),
    ).toEqual([
      [first + 2, `A 1, line ${first}`, 'date date_invalid', 'amount amount_format'],
      [first + 3, `A 1, line ${first}`, 'account file_format'],
      [first + 4, `A 1, line ${first}`, 'objects file_format'],
      [first + 8, `A 2, line ${first + 6}`, 'objects file_format', 'valueDate date_invalid'],
      [first + 9, `A 2, line ${first + 6}`, ' file_format'],
    ]);
  });

  it('sie.read: the first day of a file without #RAR is missing, and so is the next', async () => {
    const { faults } = await read(
      sieText({
        ...{ years: [], balances: [] },
        vouchers: ['#VER A 1 ""', '{', '#TRANS 1930 {} 5', '#TRANS 3010 {} -5', '}', '#VER A 2', '{', '}'],
      }),
    );
    expect(faults.map(({ faults: [fault] }) => [fault?.field, fault?.code])).toEqual([
      ['date', 'date_invalid'],
      ['date', 'date_invalid'],
    ]);
  });

  it('sie.read: a voucher that is not closed, words between its lines, lines outside of any', async () => {
    const open = ['#VER A 1 20250110', '{', '#TRANS 1930 {} 5'];
    expect(await faultsOf(...open, '#VER A 2 20250110', '{', '}')).toEqual([
      [first + 2, `A 1, line ${first}`, ' file_format'],
    ]);
    expect(await faultsOf(...open, 'hello', '}')).toEqual([
      [first + 2, `A 1, line ${first}`, ' file_format'],
    ]);
    expect(await faultsOf('#TRANS 1930 {} 5', '}', 'hello')).toEqual([
      [first, undefined, ' file_format'],
      [first + 1, undefined, ' file_format'],
      [first + 2, undefined, ' file_format'],
    ]);
  });

  it('sie.read: balances and years that cannot be read', async () => {
    const { faults } = await read(
      sieText({
        years: ['#RAR 0 20250101 20251331', '#RAR -1 20240101 20230101'],
        balances: ['#IB 0 1930 x', '#UB 0 1930', '#OIB 0 1930 {1} 5', '#UB 0 1930 5', '#UB -9 1930 5'],
      }),
    );
    expect(
      faults.map(({ line, entry, faults: all }) => [
        line,
        entry,
        all.map(({ field, code }) => `${field} ${code}`),
      ]),
    ).toEqual([
      [6, undefined, ['end date_invalid']],
      [7, undefined, ['end date_invalid']],
      [16, 'IB', ['amount amount_format']],
      [17, undefined, ['amount amount_format']],
      [18, undefined, ['objects file_format']],
      [19, undefined, ['year year_unknown']],
    ]);
  });

  it('sie.read: a year that the file does not state, or states wrongly, is that of --fiscal-year', async () => {
    const fiscalYear = { start: '2025-01-01', end: '2025-06-30' };
    const { rows, reading, faults } = await read(sieText({ years: ['#RAR 0 x y'] }), { fiscalYear });
    expect(faults).toEqual([]);
    expect(reading.said().notStored).toMatchObject({ '#UB of years without #RAR': 2 });
    expect(linesOf(rows)[0]).toMatchObject({ kind: 'opening', date: '2025-01-01' });
    expect(reading.said().year).toEqual({ ...fiscalYear, reason: 'as --fiscal-year says' });
  });

  it('sie.read: what cannot be this file at all is refused', async () => {
    expect(await refusal('a,b,c\n')).toMatchObject({ code: 'file_format' });
    expect(await refusal('')).toMatchObject({ code: 'file_format' });
    expect(await refusal(sieText(), { resource: 'opening-balances' })).toMatchObject({ code: 'file_format' });
    expect(await refusal(sieText().slice(0, -8))).toMatchObject({ code: 'file_truncated' });
    expect(await refusal(`#VALUTA EUR\n${sieText()}`, { baseCurrency: 'SEK' })).toMatchObject({
      code: 'file_format',
      message: expect.stringContaining('EUR'),
    });
    expect(await refusal(`#VALUTA SEK\n${sieText()}`, { baseCurrency: 'SEK' })).toBe('read');
  });

  it('sie.read: other resources take their part of the file', async () => {
    const records = async (resource: ReadOptions['resource']) =>
      (await read(sieText(), { resource })).rows.map(({ record }) => record);
    expect(new Set(await records('accounts'))).toEqual(new Set(['account']));
    expect(new Set(await records('journals'))).toEqual(new Set(['journal']));
    expect(new Set(await records('entries'))).toEqual(new Set(['line']));
  });

  it('sie.read: a line of 10,000 digits, of 10,000 zeros or of 100,000 braces is a fault like any other', async () => {
    for (const long of [
      '9'.repeat(10_000),
      `${'0'.repeat(1_000_000)}x`,
      '{'.repeat(100_000),
      '"'.repeat(99_999),
    ]) {
      const { faults } = await read(vouchers('#VER A 1 20250110', '{', `#TRANS 1930 {} ${long}`, '}'));
      expect(faults.length).toBe(1);
    }
  });
});

describe('sie.rejects', () => {
  it('sie.rejects: a rejected voucher with the chart of its file is a file that can be read again', async () => {
    const text = vouchers(
      ...[
        '#VER A 1 20250110 "Försäljning"',
        '{',
        '#TRANS 1930 {} 5x',
        '#RTRANS 1 {} 2',
        '#TRANS 3010 {} -5',
        '}',
      ],
    );
    const form = sie.rejects({});
    const reading = sie.read(fileOf(cp437(text)), { fileName: 'a.se', resource: 'ledger' });
    let file = '';
    for await (const one of reading.rows) {
      if ('row' in one && one.row.record !== 'line') continue;
      if (file === '') file += form.heading(reading.columns());
      const isFaulty = 'faults' in one;
      file += form.line(reading.columns(), {
        ...{ row: one.line, field: isFaulty ? 'amount' : '', code: isFaulty ? 'amount_format' : '' },
        message: isFaulty ? 'not a "decimal"\nat all' : '',
      });
    }
    file += form.end();

    const records = file.split('\r\n').slice(0, -1);
    expect(records.slice(-7)).toEqual([
      `#ERP_REJECT ${first + 2} "amount" "amount_format" "not a \\"decimal\\" at all"`,
      ...[
        '#VER A 1 20250110 "Försäljning"',
        '{',
        '#TRANS 1930 {} 5x',
        '#RTRANS 1 {} 2',
        '#TRANS 3010 {} -5',
        '}',
      ],
    ]);

    const again = await readAll(sie, fileOf(file.replace('5x', '5')), { fileName: 'a.rejects.se' });
    expect(again.faults).toEqual([]);
    expect(again.reading.said().encoding).toBe('utf-8');
    expect(linesOf(again.rows)).toMatchObject([
      { account: '1930', debit: '5', entryDescription: 'Försäljning' },
      { account: '3010', credit: '5' },
    ]);
  });
});

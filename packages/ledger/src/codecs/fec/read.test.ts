import { describe, expect, it } from 'vitest';
import { fecHeader, fecLine, fecPair, fecText } from '../../../test/fec-files.ts';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import type { ReadOptions } from '../codec.ts';
import { fec } from './index.ts';

const read = (text: string, options: Partial<ReadOptions> = {}) => readAll(fec, fileOf(text), options);
const refusal = (text: string, options: Partial<ReadOptions> = {}) =>
  read(text, { fileName: 'acme.csv', ...options }).then(
    () => 'read',
    (error) => error,
  );

describe('fec.read', () => {
  it('fec.read: the reasons of a rejects file are dropped', async () => {
    const reasons = fecPair({}).map((line, at) => `${line}\t${at + 2}\tDebit\tx\t${'long '.repeat(99)}`);
    const whole = await read(`${fecHeader}\t_row\t_field\t_code\t_message\n${reasons.join('\n')}\n`);
    expect(linesOf(whole.rows).map(({ extra }) => extra)).toEqual([undefined, undefined]);
  });

  it('fec.read: rows of year, journals, accounts and parties come before the lines', async () => {
    const whole = await read(
      fecText(
        fecLine({
          CompAuxNum: 'C1',
          CompAuxLib: 'Client un',
          Debit: '12,00',
          EcritureLet: 'A',
          DateLet: '20250201',
        }),
        fecLine({ CompteNum: '401000', CompAuxNum: 'C1', CompAuxLib: 'Client un', Credit: '12,00' }),
      ),
    );
    expect(whole.rows).toEqual([
      { record: 'year', row: 1, start: '2025-01-01', end: '2025-12-31' },
      { record: 'journal', row: 2, code: 'VE', name: 'Ventes' },
      {
        record: 'account',
        row: 2,
        code: '411000',
        name: 'Clients',
        statement: 'balance',
        type: 'asset',
        control: 'receivable',
        settleable: true,
      },
      {
        record: 'account',
        row: 3,
        code: '401000',
        name: 'Clients',
        statement: 'balance',
        type: 'liability',
        control: 'payable',
      },
      {
        record: 'party',
        row: 2,
        code: 'C1',
        name: 'Client un',
        roles: [
          { role: 'customer', subledgerCode: 'C1', controlAccount: '411000' },
          { role: 'supplier', subledgerCode: 'C1', controlAccount: '401000' },
        ],
      },
      {
        record: 'line',
        row: 2,
        entry: 'VE/1',
        journal: 'VE',
        number: '1',
        date: '2025-01-10',
        validatedOn: '2025-01-31',
        account: '411000',
        party: 'C1',
        description: 'Facture',
        debit: '12.00',
        settlement: 'A',
        settlementDate: '2025-02-01',
        lineDocumentRef: 'F1',
        lineDocumentDate: '2025-01-10',
      },
      expect.objectContaining({ record: 'line', row: 3, entry: 'VE/1', account: '401000', credit: '12.00' }),
    ]);
  });

  it('fec.read: the resource `entries` gives lines alone', async () => {
    const whole = await read(fecText(...fecPair({})), { resource: 'entries' });
    expect(whole.rows.map((row) => row.record)).toEqual(['line', 'line']);
  });

  it('fec.read: amounts filled with zeros, signs first and last, storno on the whole entry', async () => {
    const { rows, reading } = await read(
      fecText(
        fecLine({ Debit: '-0000000069,60' }),
        fecLine({ CompteNum: '706000', Credit: '69,60-' }),
        fecLine({ Debit: '0,50' }),
      ),
    );
    expect(linesOf(rows).map(({ debit, credit, storno }) => [debit, credit, storno])).toEqual([
      ['-69.60', undefined, true],
      [undefined, '-69.60', true],
      ['0.50', undefined, true],
    ]);
    expect(reading.said().normalised).toEqual({ padded: 1, signLast: 1 });
  });

  it('fec.read: Montant and Sens, columns in another order and case, a byte order mark, CR CR LF', async () => {
    const { rows, faults } = await read(
      '\ufeffJournalCode|EcritureNum|EcritureDate|CompteNum|montant|SENS|MODERGLT|\r\r\n' +
        'BQ|1|20250110|512000|5,00|D|CB|\r\r\nBQ|1|20250110|411000|-5,00|+1||\r\r\nBQ|1|20250110|411000|0,00|x||\r\r\n',
    );
    expect(linesOf(rows).map(({ debit, credit, extra }) => [debit, credit, extra])).toEqual([
      ['5.00', undefined, { MODERGLT: 'CB' }],
      ['-5.00', undefined, undefined],
    ]);
    expect(faults.map(({ line: at, faults: all }) => [at, all[0]?.field])).toEqual([[4, 'SENS']]);
  });

  it('fec.read: cash books have three or four columns more, which are kept', async () => {
    const cash = [fecHeader, 'DateRglt', 'ModeRglt', 'NatOp', 'IdClient'].join('\t');
    const { rows } = await read(`${cash}\n${fecLine({ Debit: '1,00' })}\t20250111\tCB\tVente\t7\n`);
    expect(linesOf(rows)[0]?.extra).toEqual({
      DateRglt: '20250111',
      ModeRglt: 'CB',
      NatOp: 'Vente',
      IdClient: '7',
    });
  });

  it('fec.read: a foreign amount takes its side and sign from debit and credit', async () => {
    const { rows, reading } = await read(
      fecText(
        fecLine({ Credit: '9,20', Montantdevise: '-10,00', Idevise: 'USD' }),
        fecLine({ Debit: '-9,20', Montantdevise: '10,00', Idevise: 'USD' }),
        fecLine({ Montantdevise: '-1500', Idevise: 'JPY' }),
        fecLine({ Debit: '15,00', Montantdevise: '0,00', Idevise: 'USD' }),
        fecLine({ Debit: '15,00', Montantdevise: '15,0', Idevise: 'EUR' }),
        fecLine({ Debit: '15,00', Montantdevise: '', Idevise: 'CHF' }),
        fecLine({ Debit: '15,00', Montantdevise: '3,00', Idevise: '' }),
      ),
    );
    expect(
      linesOf(rows).map(({ currency, currencyDebit, currencyCredit }) => [
        currency,
        currencyDebit,
        currencyCredit,
      ]),
    ).toEqual([
      ['USD', undefined, '10.00'],
      ['USD', '-10.00', undefined],
      ['JPY', undefined, '1500'],
      ['USD', '0.00', undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(reading.said().notStored).toEqual({
      'Idevise without Montantdevise': 1,
      'Montantdevise without Idevise': 1,
    });
  });

  it('fec.read: a day filled with zeros is empty where a day may be, and a fault where it may not', async () => {
    const { rows, faults } = await read(
      fecText(
        ...fecPair({ DateLet: '00000000', PieceDate: '00000000' }),
        fecLine({ EcritureDate: '00000000' }),
      ),
    );
    expect(linesOf(rows).map((row) => row.lineDocumentDate)).toEqual([undefined, undefined]);
    expect(faults.map(({ line }) => line)).toEqual([4]);
  });

  it('fec.read: a dash is an empty reference; a date without a letter is counted', async () => {
    const { rows, reading } = await read(
      fecText(...fecPair({ PieceRef: '-', EcritureLib: '-', DateLet: '20250101' })),
    );
    expect(linesOf(rows)[0]).not.toHaveProperty('lineDocumentRef');
    expect(linesOf(rows)[0]).not.toHaveProperty('description');
    expect(reading.said().notStored).toEqual({ 'DateLet without EcritureLet': 2 });
  });
});

describe('fec.read refuses', () => {
  it('fec.read: days that do not exist, ISO days, points and thousands, line by line', async () => {
    const { faults, rows } = await read(
      fecText(
        fecLine({ EcritureDate: '20250230' }),
        fecLine({ PieceDate: '2025-01-10' }),
        fecLine({ Debit: '10.00' }),
        fecLine({ Debit: '1 234,50' }),
        fecLine({ CompteNum: '' }),
        ...fecPair({}),
      ),
    );
    expect(linesOf(rows).length).toBe(2);
    expect(
      faults.map(({ line: at, entry, faults: [first] }) => [
        at,
        entry,
        first?.field,
        first?.code,
        first?.message,
      ]),
    ).toEqual([
      [2, 'VE/1', 'EcritureDate', 'date_invalid', 'there is no 2025-02-30'],
      [3, 'VE/1', 'PieceDate', 'date_invalid', '"2025-01-10" is not a date of a FEC: a FEC writes 20250110'],
      [
        4,
        'VE/1',
        'Debit',
        'amount_format',
        '"10.00" is not a decimal: this looks like a decimal point; try --decimal .',
      ],
      [5, 'VE/1', 'Debit', 'amount_format', '"1 234,50" is not a decimal: a FEC has no thousands separators'],
      [6, 'VE/1', 'CompteNum', 'invalid_request', 'is empty, which the law does not allow'],
    ]);
    expect(
      linesOf((await read(fecText(fecLine({ Debit: '10.00', Credit: '0.00' })), { decimal: '.' })).rows)[0]
        ?.debit,
    ).toBe('10.00');
  });

  it('fec.read: a canonical CSV, said as such with what to type', async () => {
    expect(
      await refusal('date;journal;entry;account;debit;credit;mine\n2025-01-01;OD;1;1;1,50;0,00;x\n'),
    ).toMatchObject({
      code: 'file_format',
      message: 'acme.csv does not look like FEC: column 1 is "date", FEC starts with JournalCode',
      hint:
        'It looks like canonical CSV (6 of 7 known columns, delimiter ";", decimal ",").\n' +
        'Try:  --format csv --delimiter ";" --decimal ,',
    });
  });

  it('fec.read: a FEC with semicolons, until --delimiter says so', async () => {
    const text = fecText(...fecPair({})).replaceAll('\t', ';');
    expect(await refusal(text)).toMatchObject({
      code: 'file_format',
      message: expect.stringContaining('separated by ";"'),
      hint: expect.stringContaining('--delimiter ";"'),
    });
    expect(linesOf((await read(text, { delimiter: ';' })).rows).length).toBe(2);
  });

  it('fec.read: a header that lacks what no line can do without, an empty file, a cut one', async () => {
    expect(await refusal('JournalCode\tEcritureNum\tDebit\n')).toMatchObject({
      message: 'the header lacks EcritureDate, CompteNum, Debit and Credit, or Montant and Sens',
    });
    expect(await refusal('')).toMatchObject({ code: 'file_format' });
    expect(await refusal(`${fecText(...fecPair({}))}VE\tVentes\t2`)).toMatchObject({
      code: 'file_truncated',
      message: expect.stringContaining('line 4'),
    });
    expect((await read(`${fecHeader}\n`)).rows).toEqual([]);
  });

  it('fec.read: a line with a separator too many, unless every line ends in one', async () => {
    const { faults } = await read(
      fecText(...fecPair({ EcritureLib: 'a\tb' }), ...fecPair({}), ...fecPair({})),
    );
    expect(faults.map(({ line: at }) => at)).toEqual([2, 3]);
    expect(faults[0]?.faults[0]?.message).toContain('a separator stands inside a text');

    const ended = fecPair({}).map((one) => `${one}\t`);
    expect((await read(fecText(...ended))).faults).toEqual([]);
    expect((await read(fecText(...fecPair({})).replace('Idevise', 'Idevise\t'))).faults).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll, withoutPlace } from '../../../test/reading.ts';
import type { ReadOptions } from '../codec.ts';
import { csv } from './index.ts';

const read = (text: string, options: Partial<ReadOptions> = {}) => readAll(csv, fileOf(text), options);
const header = 'entry,date,journal,account,debit,credit';

describe('csv.read', () => {
  it("csv.read: reads a generator's header and leaves empty cells out", async () => {
    const { rows, faults } = await read(
      'entry,date,journal,account,party,description,debit,credit,currency,currency_debit,currency_credit,rate\n' +
        '1,2025-01-01,BQ,Assets:Bank,C00029,Customer receipt 1,49.49,0.00,GBP,42.51,0.00,1.1641\n' +
        '2,2025-01-02,OD,Expenses:Bank,,Fee,5.00,0.00,EUR,,,\n',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        record: 'line',
        row: 2,
        entry: '1',
        date: '2025-01-01',
        journal: 'BQ',
        account: 'Assets:Bank',
        party: 'C00029',
        description: 'Customer receipt 1',
        debit: '49.49',
        credit: '0.00',
        currency: 'GBP',
        currencyDebit: '42.51',
        currencyCredit: '0.00',
        rate: '1.1641',
      },
      {
        record: 'line',
        row: 3,
        entry: '2',
        date: '2025-01-02',
        journal: 'OD',
        account: 'Expenses:Bank',
        description: 'Fee',
        debit: '5.00',
        credit: '0.00',
        currency: 'EUR',
      },
    ]);
  });

  it('csv.read: detects delimiter, decimal comma and Windows letters', async () => {
    const bytes = Uint8Array.from(
      'entry;date;journal;account;debit;credit;description\n1;2025-01-01;OD;1;1.234,50;;é\n',
      (c) => c.charCodeAt(0),
    );
    const { rows, reading } = await readAll(csv, fileOf(bytes));
    expect(linesOf(rows)[0]).toMatchObject({ debit: '1234.50', description: 'é' });
    expect(reading.said()).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: ',',
      rows: 1,
      normalised: { thousands: 1 },
    });
  });

  it('csv.read: a faulty cell names its column, value and remedy; its neighbours are read', async () => {
    const { rows, faults } = await read(
      `${header}\n1,2025-01-01,OD,1,5.00,\n2,2025-02-30,OD,1,"1.234,50",\n3,31/12/2025,OD,1,1,\n,2025-01-01,OD,1,1,\n`,
    );
    expect(rows.length).toBe(1);
    expect(faults).toEqual([
      {
        line: 3,
        entry: '2',
        faults: [
          { field: 'date', value: '2025-02-30', code: 'date_invalid', message: 'there is no 2025-02-30' },
          {
            field: 'debit',
            value: '1.234,50',
            code: 'amount_format',
            message: '"1.234,50" is not a decimal: this looks like a decimal comma; try --decimal ,',
          },
        ],
      },
      {
        line: 4,
        entry: '3',
        faults: [
          expect.objectContaining({ field: 'date', message: expect.stringContaining('--date-format DMY') }),
        ],
      },
      { line: 5, entry: undefined, faults: [expect.objectContaining({ field: 'entry' })] },
    ]);
  });

  it('csv.read: options decide the form of days and decimals', async () => {
    const day = async (text: string, dateFormat: 'DMY' | 'MDY' | 'YMD') =>
      linesOf((await read(`${header}\n1,${text},OD,1,1,\n`, { dateFormat })).rows)[0]?.date;
    expect(await day('3/4/2025', 'DMY')).toBe('2025-04-03');
    expect(await day('3/4/2025', 'MDY')).toBe('2025-03-04');
    expect(await day('20250403', 'YMD')).toBe('2025-04-03');
    expect(await day('31.02.2025', 'DMY')).toBeUndefined();

    const amount = async (text: string) =>
      linesOf((await read(`${header}\n1,2025-01-01,OD,1,"${text}",\n`, { decimal: ',' })).rows)[0]?.debit;
    expect(await amount('1 234 567,5')).toBe('1234567.5');
    expect(await amount('12,50')).toBe('12.50');
    expect(await amount('1.234.567')).toBe('1234567');
    expect(await amount('1.234')).toBeUndefined();
    expect(await amount('12.50')).toBeUndefined();
  });

  it('csv.read: digits beyond what money, a rate or a quantity may have are a fault', async () => {
    const { faults, rows } = await read(
      `${header},rate,quantity\n` +
        '1,2025-01-01,OD,1,1234567890123456,,,\n1,2025-01-01,OD,1,0.123456789,,,\n' +
        '1,2025-01-01,OD,1,1,,1.1234567890123,\n1,2025-01-01,OD,1,1,,,1.1234567\n' +
        '2,2025-01-01,OD,1,-123456789012345.12345678,,123456789012.123456789012,-1.123456\n',
    );
    expect(faults.map(({ faults: [first] }) => [first?.field, first?.code])).toEqual([
      ['debit', 'amount_format'],
      ['debit', 'amount_format'],
      ['rate', 'amount_format'],
      ['quantity', 'amount_format'],
    ]);
    expect(rows.length).toBe(1);
  });

  it('csv.read: a minus is kept and marks storno; a minus in the signed column does not', async () => {
    const { rows } = await read(
      `${header}\n1,2025-01-01,OD,1,-5.00,\n1,2025-01-01,OD,2,,-5.00\n2,2025-01-01,OD,1,-0.00,\n`,
    );
    expect(linesOf(rows).map(({ debit, credit, storno }) => [debit, credit, storno])).toEqual([
      ['-5.00', undefined, true],
      [undefined, '-5.00', true],
      ['-0.00', undefined, undefined],
    ]);
    const signed = await read('entry,date,journal,account,amount\n1,2025-01-01,OD,1,-5.00\n');
    expect(linesOf(signed.rows)[0]).toMatchObject({ amount: '-5.00' });
    expect(linesOf(signed.rows)[0]?.storno).toBeUndefined();
  });

  it('csv.read: a rejects file loads as it is; dimensions and extras have columns of their own', async () => {
    const { rows } = await read(
      `${header},dim:Cost centre,extra:Mode,_row,_field,_code,_message\n1,2025-01-01,OD,1,1,,K 7,x,12,debit,amount_format,bad\n`,
    );
    expect(linesOf(rows)[0]).toMatchObject({ dimensions: { 'Cost centre': 'K 7' }, extra: { Mode: 'x' } });
    expect(Object.keys(rows[0] ?? {}).some((key) => key.startsWith('_'))).toBe(false);
  });

  it('csv.read: texts are trimmed and composed, counted, and otherwise left alone', async () => {
    const { rows, reading } = await read(`${header},description\n1,2025-01-01,OD,1,1,,"  e\u0301  =x\n "\n`);
    expect(linesOf(rows)[0]?.description).toBe('é  =x');
    expect(reading.said().normalised).toEqual({ trimmed: 1, nfc: 1 });
  });

  it('csv.read: the source line is at hand for a rejects file', async () => {
    const reading = csv.read(fileOf(`${header}\n1,x,OD,1,1,\n2,2025-01-01,OD,1,2,\n`), {
      fileName: 'a.csv',
      resource: 'entries',
    });
    const seen: (readonly string[])[] = [];
    for await (const _ of reading.rows) seen.push(reading.columns().values);
    expect(seen).toEqual([
      ['1', 'x', 'OD', '1', '1', ''],
      ['2', '2025-01-01', 'OD', '1', '2', ''],
    ]);
    expect(reading.columns().header).toEqual(header.split(','));
  });
});

describe('csv.read refuses', () => {
  const refusal = (text: string, options: Partial<ReadOptions> = {}) =>
    read(text, options).then(
      () => 'read',
      (error) => error,
    );

  it('csv.read: an unknown column, with the nearest known name', async () => {
    expect(await refusal(`${header},descripton,zzz\n`)).toMatchObject({
      code: 'column_unknown',
      message: 'unknown columns: "descripton" (did you mean description?), "zzz"',
    });
  });

  it('csv.read: missing and repeated columns', async () => {
    expect(await refusal('entry,date,debit\n')).toMatchObject({
      code: 'file_format',
      message: 'the header lacks columns: journal, account, credit',
    });
    expect(await refusal(`${header},Debit\n`)).toMatchObject({
      message: expect.stringContaining('twice: debit'),
    });
    expect(await refusal('')).toMatchObject({ code: 'file_format' });
  });

  it('csv.read: a file cut inside its last line, but not one that only lacks the line end', async () => {
    expect(await refusal(`${header}\n1,2025-01-01,OD,1,5.00,\n1,2025-01-0`)).toMatchObject({
      code: 'file_truncated',
      message: expect.stringContaining('line 3: the file ends inside a line (2 of 6 columns)'),
    });
    expect((await read(`${header}\n1,2025-01-01,OD,1,5.00,`)).rows.length).toBe(1);
  });

  it('csv.read: a line of another width is a fault of its own', async () => {
    const { rows, faults } = await read(
      `${header}\n1,2025-01-01,OD,1\n2,2025-01-01,OD,1,1,,7\n3,2025-01-01,OD,1,1,\n`,
    );
    expect(rows.length).toBe(1);
    expect(faults.map((fault) => [fault.line, fault.entry, fault.faults[0]?.code])).toEqual([
      [2, '1', 'file_format'],
      [3, '2', 'file_format'],
    ]);
  });

  it('csv.read: a delimiter that the file has not', async () => {
    expect(await refusal(`${header}\n`, { delimiter: ';' })).toMatchObject({
      code: 'file_format',
      message: expect.stringContaining('no ";"'),
    });
    expect(
      (await read(`${header.replaceAll(',', '\t')}\n1\t2025-01-01\tOD\t1\t1\t\n`, { delimiter: 'tab' })).rows
        .length,
    ).toBe(1);
  });
});

describe('csv.read of other resources', () => {
  it('csv.read: accounts, journals and parties', async () => {
    const accounts = await read('code,name,type,postable,external_id\n0351,Land,asset,false,x1\n', {
      resource: 'accounts',
    });
    expect(accounts.rows.map(withoutPlace)).toEqual([
      { record: 'account', code: '0351', name: 'Land', type: 'asset', postable: false, externalId: 'x1' },
    ]);
    const journals = await read('code,name,area\nVT,Sales,sale\n', { resource: 'journals' });
    expect(journals.rows.map(withoutPlace)).toEqual([
      { record: 'journal', code: 'VT', name: 'Sales', area: 'sale' },
    ]);

    const parties = await read(
      'code,name,role,subledger_code,control_account\nC1,Ünal,customer,9007,411\nC2,Li,,,\n',
      {
        resource: 'parties',
      },
    );
    expect(parties.rows.map(withoutPlace)).toEqual([
      {
        record: 'party',
        code: 'C1',
        name: 'Ünal',
        roles: [{ role: 'customer', subledgerCode: '9007', controlAccount: '411' }],
      },
      { record: 'party', code: 'C2', name: 'Li' },
    ]);
  });

  it('csv.read: opening balances are lines of one opening, their documents on the line', async () => {
    const { rows } = await read(
      'account,party,document_ref,due_date,debit,credit\n411,C1,F-1,2025-02-01,10.00,\n101,,,,,10.00\n',
      {
        resource: 'opening-balances',
      },
    );
    expect(rows.map(withoutPlace)).toEqual([
      {
        record: 'line',
        entry: 'opening',
        kind: 'opening',
        account: '411',
        party: 'C1',
        lineDocumentRef: 'F-1',
        dueDate: '2025-02-01',
        debit: '10.00',
      },
      { record: 'line', entry: 'opening', kind: 'opening', account: '101', credit: '10.00' },
    ]);
  });
});

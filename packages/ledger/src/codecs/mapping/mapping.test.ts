import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll, withoutPlace } from '../../../test/reading.ts';
import type { ReadOptions } from '../codec.ts';
import { csv } from '../csv/index.ts';
import { type Mapping, MappingError } from './mapping.ts';

async function read(text: string, mapping: Mapping, more: Partial<ReadOptions> = {}) {
  const { reading, rows, faults } = await readAll(csv, fileOf(text, 7), {
    resource: 'ledger',
    mapping,
    ...more,
  });
  return { rows: rows.map(withoutPlace), faults, said: reading.said() };
}

/** Odoo writes an entry as its heading once, and the lines below it with empty cells. */
const odoo = [
  'Number,Date,Journal,Partner,Journal Items/Account,Journal Items/Debit,Journal Items/Credit,Status',
  'INV/2026/0001,2026-03-12,Customer Invoices,Dupont,"411000 Clients, France",1200.0,0.0,Posted',
  ',,,,706000 Prestations,0.0,1200.0,',
  '/,2026-03-13,Customer Invoices,Dupont,411000 Clients,5.0,0.0,Draft',
  'BNK/1,2026-03-14,Bank,,512000 Banque,1200.0,0.0,Posted',
  ',,,,411000 Clients,0.0,1200.0,',
].join('\n');

const odooMapping: Mapping = {
  fields: {
    entry: { columns: ['Number'] },
    number: { columns: ['Number'] },
    date: { columns: ['Date'] },
    journal: { columns: ['Journal'], values: { 'Customer Invoices': 'VT', Bank: 'BQ' } },
    party: { columns: ['Partner'] },
    account: { columns: ['Journal Items/Account'], before: ' ' },
    account_name: { columns: ['Journal Items/Account'], after: ' ' },
    debit: { columns: ['Journal Items/Debit'] },
    credit: { columns: ['Journal Items/Credit'] },
  },
  fillDown: ['Number', 'Date', 'Journal', 'Partner', 'Status'],
  leaveOut: [{ column: 'Status', is: ['Draft'] }],
};

describe('mapping', () => {
  it('mapping: one heading and several lines become entries, drafts are left out and counted', async () => {
    const { rows, faults, said } = await read(odoo, odooMapping);

    expect(faults).toEqual([]);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual({
      record: 'line',
      entry: 'INV/2026/0001',
      number: 'INV/2026/0001',
      date: '2026-03-12',
      journal: 'VT',
      party: 'Dupont',
      account: '706000',
      accountName: 'Prestations',
      debit: '0.0',
      credit: '1200.0',
    });
    expect(rows[3]).toMatchObject({ entry: 'BNK/1', journal: 'BQ', account: '411000' });
    expect(said.notStored).toEqual({ 'line with Status "Draft"': 1 });
  });

  it('mapping: a value that is not listed is a fault of its column, with the entry', async () => {
    const { rows, faults } = await read(odoo.replace('14,Bank,', '14,bank,'), odooMapping);

    expect(rows).toHaveLength(2);
    expect(faults).toEqual([
      {
        line: 5,
        entry: 'BNK/1',
        faults: [
          {
            field: 'Journal',
            value: 'bank',
            code: 'invalid_request',
            message: 'the mapping of journal does not list "bank", only "Bank"',
          },
        ],
      },
      expect.objectContaining({ line: 6, entry: 'BNK/1' }),
    ]);
  });

  const sided: Mapping = {
    fields: {
      entry: { columns: ['Journal', 'No'] },
      journal: { columns: ['Journal'] },
      date: { columns: ['Datum'] },
      account: { columns: ['Konto'] },
      amount: { columns: ['Umsatz'], sign: { column: 'S/H', debit: ['S', 'D'], credit: ['H'] } },
    },
    ignore: ['Text'],
  };

  it('mapping: a column says the side, a minus stays on it; what says no side is a fault', async () => {
    const text = [
      'Journal;No;Datum;Konto;Umsatz;S/H;Text',
      'A;1;31.12.2025;1000;1.234,50;S;x',
      'A;1;31.12.2025;8400;-1.234,50;D;',
      'A;1;31.12.2025;8400;1,00;H;y',
      'A;2;31.12.2025;8400;1,00;K;',
    ].join('\n');
    const { rows, faults, said } = await read(text, sided, { dateFormat: 'DMY' });

    expect(
      linesOf(rows as never).map(({ entry, debit, credit, storno }) => [entry, debit, credit, storno]),
    ).toEqual([
      ['A | 1', '1234.50', undefined, undefined],
      ['A | 1', '-1234.50', undefined, true],
      ['A | 1', undefined, '1.00', undefined],
    ]);
    expect(faults).toEqual([
      {
        line: 5,
        entry: 'A | 2',
        faults: [
          {
            field: 'S/H',
            value: 'K',
            code: 'invalid_request',
            message: '"K" says no side: the mapping knows "S", "D", "H"',
          },
        ],
      },
    ]);
    expect(said).toMatchObject({ delimiter: ';', decimal: ',', notStored: { 'column Text': 2 } });
  });

  it('mapping: keys of several columns are the same only where all their parts are', async () => {
    const part = fc.stringMatching(/^[|a1]{0,4}$/);
    const fields = { ...sided.fields, journal: { constant: 'A' }, entry: { columns: ['x', 'y'] } };

    await fc.assert(
      fc.asyncProperty(part, part, part, part, async (a, b, c, d) => {
        const text = `x;y;Datum;Konto;Umsatz;S/H\n${a};${b};2025-01-01;1;1;S\n${c};${d};2025-01-01;1;1;S\n`;
        const whole = await readAll(csv, fileOf(text), { resource: 'ledger', mapping: { fields } });
        const [first, second] = whole.reads.map((one) =>
          'row' in one ? (one.row as { entry: string }).entry : '',
        );
        expect(first === second).toBe(a === c && b === d);
      }),
    );
  });

  it('mapping: signed amounts in a currency go to their side, thousands only as they are declared', async () => {
    const fields: Mapping['fields'] = {
      entry: { columns: ['No'] },
      journal: { constant: 'OD' },
      date: { columns: ['Date'], before: ' ' },
      account: { columns: ['Account'] },
      amount: { columns: ['Balance'], positive: 'credit' },
      currency: { columns: ['Cur'], default: 'EUR' },
      currency_amount: { columns: ['Foreign'], positive: 'credit' },
    };
    const text = [
      'No,Date,Account,Balance,Cur,Foreign,Tags',
      '1,2026-01-01 10:00:00,1,"1,234.50",USD,1000.00,a',
      '1,2026-01-01 10:00:00,2,"-1,234.50",,"-1,000.00",',
      '1,2026-01-01,2,"12,34.50",,"-1,000.00",',
    ].join('\n');
    const { rows, faults, said } = await read(text, { fields, thousands: ',', ignore: 'others' });

    expect(rows).toEqual([
      expect.objectContaining({
        date: '2026-01-01',
        amount: '-1234.50',
        currency: 'USD',
        currencyCredit: '1000.00',
      }),
      expect.objectContaining({ amount: '1234.50', currency: 'EUR', currencyDebit: '1000.00' }),
    ]);
    expect(faults.map(({ line }) => line)).toEqual([4]);
    expect(said.notStored).toEqual({ 'column Tags': 1 });
    expect(said.normalised).toEqual({ thousands: 4 });
  });

  it('mapping: what it needs of the header and does not find is said at once, each with its path', async () => {
    const wrong: Mapping = {
      fields: { ...sided.fields, date: { columns: ['Data'] } },
      fillDown: ['Nr'],
      ignore: ['Kommentar'],
    };
    const refused = read('Journal;No;Datum;Konto;Umsatz;S/H;Text\n', wrong);

    await expect(refused).rejects.toBeInstanceOf(MappingError);
    await expect(refused).rejects.toMatchObject({
      code: 'column_unknown',
      faults: [
        {
          path: ['fields', 'date', 'columns', 0],
          message: 'the file has no column "Data"; did you mean "Datum"?',
        },
        { path: ['fillDown', 0], message: 'the file has no column "Nr"; did you mean "No"?' },
        { path: ['ignore', 0], message: 'the file has no column "Kommentar"' },
      ],
    });
  });

  it('mapping: a column that nothing is said of, and a field that nothing fills, are refused', async () => {
    const header = 'Journal;No;Datum;Konto;Umsatz;S/H;Text;debit;party\n';
    await expect(read(header, sided)).rejects.toMatchObject({
      code: 'column_unknown',
      message: 'nothing is said of column "debit"',
      hint: expect.stringContaining('ignore: others'),
    });

    const { date: _, ...fields } = sided.fields;
    await expect(read(header, { fields, ignore: 'others' })).rejects.toMatchObject({
      code: 'file_format',
      message: 'nothing fills date',
    });
  });

  it('mapping: canonical columns that it does not name keep their name, those of a rejects file are dropped', async () => {
    const text = 'Konto,name,type,_row,_message\n0351,Land,asset,2,x\n';
    const { rows } = await read(text, { fields: { code: { columns: ['Konto'] } } }, { resource: 'accounts' });
    expect(rows).toEqual([{ record: 'account', code: '0351', name: 'Land', type: 'asset' }]);
  });
});

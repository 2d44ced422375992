import { describe, expect, it } from 'vitest';
import { encoder } from '../../../test/reading.ts';
import { cellTable } from '../csv/table.ts';
import { likelyResource, proposeMapping } from './propose.ts';

function propose(text: string, resource?: Parameters<typeof proposeMapping>[1]) {
  const table = cellTable(encoder.encode(text));
  return proposeMapping(table, resource ?? likelyResource(table.header));
}

const doubtsOf = (text: string) => propose(text).doubts.map(({ field }) => field);

describe('proposeMapping', () => {
  it('proposeMapping: accents, units and paths of a heading do not matter', () => {
    const { fields } = propose(
      'Numéro,Date comptable,Journal,Compte,Libellé,Débit (EUR),Crédit (EUR)\n1,31/01/2026,VT,411000,x,5.00,\n',
    );
    expect(fields).toMatchObject({
      entry: { columns: ['Numéro'] },
      date: { columns: ['Date comptable'] },
      account: { columns: ['Compte'] },
      debit: { columns: ['Débit (EUR)'] },
      credit: { columns: ['Crédit (EUR)'] },
      description: { columns: ['Libellé'] },
    });
  });

  it('proposeMapping: one amount is signed, or has its side in a column, or is a doubt', () => {
    const text = (heading: string, first: string, second: string) =>
      `Number,Date,Journal,Account,${heading}\n1,2026-01-31,VT,4,${first}\n1,2026-01-31,VT,1,${second}\n`;

    expect(propose(text('Amount', '5.00', '-5.00')).fields['amount']).toEqual({ columns: ['Amount'] });
    expect(propose(text('Amount,D/C', '5.00,D', '5.00,C')).fields['amount']).toEqual({
      columns: ['Amount'],
      sign: { column: 'D/C', debit: ['D'], credit: ['C'] },
    });
    expect(doubtsOf(text('Amount', '5.00', '5.00'))).toContain('amount');
    expect(doubtsOf(text('Amount,D/C', '5.00,x', '5.00,y'))).toContain('amount');
  });

  it('proposeMapping: times of day are cut off, and a decimal comma is not a sign between thousands', () => {
    const { fields, file } = propose(
      'Number;Date;Journal;Account;Amount\n1;31.01.2026 10:15;VT;4;1.234,50\n1;31.01.2026 10:15;VT;1;-1.234,50\n',
    );
    expect(fields['date']).toEqual({ columns: ['Date'], before: ' ' });
    expect(file).toEqual({ decimal: ',', dateFormat: 'DMY' });
  });

  it('proposeMapping: two columns with a name of the same field are a doubt, the surer one is taken', () => {
    const { fields, doubts, ignore } = propose(
      'Number,Date,Posting Date,Journal,Account,Debit,Credit\n1,2026-01-31,2026-02-01,VT,4,5,\n',
    );
    expect(fields['date']).toEqual({ columns: ['Posting Date'] });
    expect(ignore).toEqual(['Date']);
    expect(doubts.find(({ field }) => field === 'date')?.choices.map(({ label }) => label)).toEqual([
      'Posting Date',
      'Date',
    ]);
  });

  it('proposeMapping: nothing that a heading tells is made up, but said', () => {
    expect(doubtsOf('Date,Account,Debit,Credit\n2026-01-31,4,5,\n')).toEqual([
      'entry',
      'journal',
      'account_type',
    ]);
    const { fields, doubts } = propose('a,b\nx,y\n', 'ledger');
    expect(doubts.map(({ field }) => field)).toEqual([
      'amount',
      'entry',
      'date',
      'account',
      'journal',
      'account_type',
    ]);
    expect(fields['amount']).toBeUndefined();
  });

  it('proposeMapping: a column named constructor, and one without a name', () => {
    const { ignore } = propose('Number,Date,Journal,Account,Amount,constructor,\n1,2026-01-31,VT,4,-5,x,y\n');
    expect(ignore).toEqual(['constructor']);
  });

  it('proposeMapping: accounts with the kinds of other programs', () => {
    const { resource, fields, doubts } = propose(
      'Account Number,Account Name,Root Type\n4110,Sales,Income\n1310,Debtors,Asset\n9,Odd,Strange\n',
    );
    expect(resource).toBe('accounts');
    expect(fields['type']).toEqual({ columns: ['Root Type'], values: { Asset: 'asset', Income: 'income' } });
    expect(doubts.map(({ field, message }) => [field, message])).toEqual([
      ['type', '"Strange" of "Root Type": no known kind of account'],
    ]);
  });

  it('likelyResource: by the heading', () => {
    expect(likelyResource(['Customer ID', 'Customer Name'])).toBe('parties');
    expect(likelyResource(['Account', 'Debit', 'Credit'])).toBe('opening-balances');
    expect(likelyResource(['Date', 'Konto', 'Soll', 'Haben'])).toBe('ledger');
  });
});

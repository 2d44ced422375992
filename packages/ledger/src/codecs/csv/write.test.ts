import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionNames, exportLines, extraNames } from '../../../test/ledgers.ts';
import { fileOf, headOf, linesOf, readAll, withoutPlace, writeAll } from '../../../test/reading.ts';
import type { AccountRow, PartyRow } from '../../records/rows.ts';
import type { ExportLine } from '../codec.ts';
import { csv, csvListHeader, csvListRow } from './index.ts';

describe('csv.write', () => {
  const head = headOf({ dimensions: dimensionNames, extras: extraNames });

  /** What a CSV can hold of a line: all but the sub-ledger code. */
  function heldOf({ subledgerCode: _, ...line }: ExportLine) {
    return line;
  }

  it('csv.write: what is written is read back, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.integer({ min: 1, max: 200 }), async (lines, size) => {
        const { text } = await writeAll(csv, lines, head);
        const { rows, faults } = await readAll(csv, fileOf(text, size));
        expect(faults).toEqual([]);
        expect(linesOf(rows).map(withoutPlace)).toEqual(lines.map(heldOf));
      }),
      { numRuns: 200 },
    );
  });

  it('csv.write: the canonical header, quotes only where needed, formulas as they are', async () => {
    const line: ExportLine = {
      record: 'line',
      entry: '1',
      journal: 'OD',
      journalName: 'Sundry',
      series: 'OD',
      number: '1',
      date: '2025-01-01',
      account: '1',
      accountName: 'Cash',
      description: '=1+1',
      documentRef: 'a,"b"',
      debit: '1.00',
      credit: '0.00',
      currency: 'EUR',
      partyRole: 'customer',
      source: { system: 'sie', reference: 'A 1', line: '9' },
      dimensions: { project: 'x', other: 'y' },
    };
    const { text, notHeld } = await writeAll(csv, [line], headOf({ dimensions: ['project'] }));
    expect(text).toBe(
      'entry,kind,journal,series,number,date,period,document_ref,document_date,tax_date,validated_on,' +
        'entry_description,account,party,description,debit,credit,currency,currency_debit,currency_credit,rate,' +
        'due_date,value_date,quantity,unit,tax_code,tax_role,tax_base,settlement,settlement_date,line_document_ref,' +
        'line_document_date,external_id,account_name,account_type,journal_name,party_name,party_role,storno,' +
        'source_system,source_file,source_reference,source_line,dim:project\n' +
        '1,,OD,OD,1,2025-01-01,,"a,""b""",,,,,1,,=1+1,1.00,0.00,EUR,,,,,,,,,,,,,,,,Cash,,Sundry,,customer,,sie,,A 1,9,x\n',
    );
    expect(notHeld).toEqual({ 'dim:other': 1 });
  });
});

describe('csvList', () => {
  const listOf = (
    resource: Parameters<typeof csvListRow>[0],
    rows: readonly Parameters<typeof csvListRow>[1][],
  ) => csvListHeader(resource) + rows.map((row) => csvListRow(resource, row)).join('');

  it('csvList: lists are read back by the import of their resource', async () => {
    const accounts: AccountRow[] = [
      {
        record: 'account',
        code: '0351',
        name: 'Land, "old"',
        statement: 'balance',
        type: 'asset',
        postable: false,
      },
      { record: 'account', code: '411', name: 'Customers', settleable: true, control: 'receivable' },
    ];
    const parties: PartyRow[] = [
      { record: 'party', code: 'C1', name: 'Ünal', roles: [{ role: 'customer', subledgerCode: '9' }] },
      { record: 'party', code: 'C2', name: 'Li', kind: 'person' },
    ];
    const back = async (resource: 'accounts' | 'parties', rows: (AccountRow | PartyRow)[]) =>
      (await readAll(csv, fileOf(listOf(resource, rows)), { resource })).rows.map(withoutPlace);
    expect(await back('accounts', accounts)).toEqual(accounts);
    expect(await back('parties', parties)).toEqual(parties);
  });

  it('csvList: a party with two roles takes two lines', () => {
    const roles = [{ role: 'customer' }, { role: 'supplier', controlAccount: '401' }];
    expect(listOf('parties', [{ record: 'party', code: 'C1', name: 'x', roles }])).toBe(
      'code,name,kind,role,subledger_code,control_account,registration_number,external_id\n' +
        'C1,x,,customer,,,,\nC1,x,,supplier,,401,,\n',
    );
  });
});

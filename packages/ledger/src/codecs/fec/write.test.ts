import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals, exportLines } from '../../../test/ledgers.ts';
import { fileOf, headOf, linesOf, readAll, writeAll } from '../../../test/reading.ts';
import { toMinor } from '../../money/index.ts';
import type { LineRow } from '../../records/rows.ts';
import type { ExportLine } from '../codec.ts';
import { fec } from './index.ts';

describe('fec.write', () => {
  const clean = (text: string | undefined) => {
    const kept = text?.replace(/[\t|\r\n]/g, ' ').trim();
    return kept === '' || kept === '-' ? undefined : kept;
  };
  const minor = (text: string | undefined, exponent: number) => toMinor(text ?? '0', exponent) as bigint;

  /** Side and amount as FEC tells them: a credit that stands alone in currency is read as one. */
  function meaningOf(line: LineRow) {
    const exponent = decimals[line.currency ?? 'EUR'] ?? 0;
    return {
      journal: line.journal,
      number: line.number,
      date: line.date,
      validatedOn: line.validatedOn,
      account: line.account,
      party: line.party,
      description: clean(line.description ?? line.entryDescription),
      documentRef: clean(line.lineDocumentRef ?? line.documentRef),
      documentDate: line.lineDocumentDate ?? line.date,
      base: minor(line.debit, 2) - minor(line.credit, 2),
      currency: line.currency ?? 'EUR',
      inCurrency:
        line.currency === 'EUR'
          ? 0n
          : minor(line.currencyDebit, exponent) - minor(line.currencyCredit, exponent),
      settlement: line.settlement,
      settlementDate: line.settlementDate,
    };
  }

  it('fec.write: what is written is read back: storno, zero lines, own currencies, every script', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.integer({ min: 1, max: 200 }), async (lines, size) => {
        const { text } = await writeAll(fec, lines);
        const { rows, faults } = await readAll(fec, fileOf(text, size));
        const kept = lines.filter((one) => one.kind !== 'closing');
        expect(faults).toEqual([]);
        expect(linesOf(rows).map(meaningOf)).toEqual(kept.map(meaningOf));

        const minus = (one: LineRow) => `${one.debit}${one.credit}`.includes('-');
        const storno = new Set(kept.filter(minus).map((one) => `${one.journal} ${one.number}`));
        for (const row of linesOf(rows))
          expect(row.storno === true).toBe(storno.has(`${row.journal} ${row.number}`));
      }),
      { numRuns: 200 },
    );
  });

  const sale: ExportLine = {
    record: 'line',
    entry: '1',
    journal: 'VE',
    journalName: 'Ventes',
    series: 'VE',
    number: '00000001',
    date: '2025-01-10',
    validatedOn: '2025-01-31',
    account: '411000',
    accountName: 'Clients',
    subledgerCode: '9C1',
    party: 'C1',
    partyName: 'Client  un',
    debit: '1200.00',
    credit: '0.00',
    currency: 'EUR',
  };
  const cells = (text: string, line = 1) => text.split('\r\n')[line]?.split('\t');

  it('fec.write: header, CR LF, no mark, commas, a dash without reference, the entry day without a document', async () => {
    const { text } = await writeAll(fec, [sale]);
    expect(text).toBe(
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t' +
        'PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n' +
        'VE\tVentes\t00000001\t20250110\t411000\tClients\t9C1\tClient  un\t-\t20250110\t-\t1200,00\t0,00\t\t\t20250131\t\t\r\n',
    );
  });

  it('fec.write: closing entries and empty opening lines are left out', async () => {
    const lines: ExportLine[] = [
      { ...sale, kind: 'closing' },
      { ...sale, kind: 'opening', debit: '0.00' },
      { ...sale, debit: '0.00' },
    ];
    const { text } = await writeAll(fec, lines);
    expect(text.split('\r\n').length).toBe(3);
  });

  it('fec.write: what breaks the form of the file is replaced and counted, with all that has no column', async () => {
    const { text, notHeld } = await writeAll(fec, [
      {
        ...sale,
        description: 'a\tb|c\r\nd',
        dueDate: '2025-02-01',
        dimensions: { project: 'x' },
        extra: { y: 'z' },
      },
    ]);
    expect(cells(text)?.[10]).toBe('a b c  d');
    expect(notHeld).toEqual({ description: 1, dueDate: 1, 'dim:project': 1, 'extra:y': 1 });
  });

  it('fec.write: currency only on foreign lines, a letter with its date if there is one', async () => {
    const { text } = await writeAll(fec, [
      { ...sale, currency: 'JPY', currencyDebit: '195122', settlement: 'AA', settlementDate: '2025-02-01' },
      { ...sale, currencyDebit: '1200.00', settlement: 'AB' },
      { ...sale, currency: 'USD', debit: '0.00', currencyCredit: '7.00' },
    ]);
    expect(cells(text, 1)?.slice(13)).toEqual(['AA', '20250201', '20250131', '195122', 'JPY']);
    expect(cells(text, 2)?.slice(13)).toEqual(['AB', '', '20250131', '', '']);
    expect(cells(text, 3)?.slice(16)).toEqual(['-7,00', 'USD']);
  });

  it('fec.lacks: a SIREN', () => {
    const tenant = { slug: 'acme', name: 'Acme', country: 'FR' };
    expect(fec.lacks(headOf())).toEqual([]);
    expect(fec.lacks(headOf({ tenant })).map((lack) => lack.field)).toEqual(['registrationNumber']);
    expect(fec.lacks(headOf({ tenant: { ...tenant, registrationNumber: 'SE556' } })).length).toBe(1);
    expect(fec.fileName?.(headOf({ tenant: { ...tenant, registrationNumber: '123 456 789 00011' } }))).toBe(
      '123456789FEC20251231.txt',
    );
  });
});

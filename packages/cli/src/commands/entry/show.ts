import type { components } from '@erp/openapi/types';
import type { Result } from '../../output/result.ts';

type Entry = components['schemas']['Entry'];
type Draft = components['schemas']['Draft'];

/** An entry as a document, and for people as the lines that it is about. */
export function shownEntry(entry: Entry | Draft): Result {
  const lines = entry.lines.map((line) => ({
    position: line.position,
    account: line.account,
    party: line.party ?? null,
    description: line.description ?? entry.description,
    debit: amountOf(line.debit),
    credit: amountOf(line.credit),
    currency: line.currency ?? null,
  }));

  return {
    data: entry,
    table: {
      title: titleOf(entry),
      rows: lines,
      columns: [
        { key: 'position', title: '#', kind: 'count' },
        { key: 'account' },
        { key: 'party' },
        { key: 'description' },
        { key: 'debit', kind: 'money' },
        { key: 'credit', kind: 'money' },
      ],
      ...('debitTotal' in entry ? { totals: { debit: entry.debitTotal, credit: entry.creditTotal } } : {}),
    },
  };
}

/** The side that an entry does not use is empty, as on paper. */
function amountOf(amount: string | undefined): string | null {
  return amount === undefined || /^-?0(\.0*)?$/.test(amount) ? null : amount;
}

function titleOf(entry: Entry | Draft): string {
  const name = 'number' in entry ? `${entry.number ?? 'without number'}` : `draft, ${entry.status}`;
  return [`${entry.journal} ${name}`, entry.date, entry.description, entry.id].filter(Boolean).join(' · ');
}

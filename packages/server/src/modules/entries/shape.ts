import type { components } from '@erp/openapi/types';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import type { Posted, Posting } from './posting.ts';
import type { EntryRow, LineRow } from './store.ts';

export type Entry = components['schemas']['Entry'];
type Line = Entry['lines'][number];

/** An entry that has just been posted, from what was sent and what the posting decided. */
export function entryOfPosting(posting: Posting, posted: Posted, tenant: TenantInfo): Entry {
  const money = writtenBy(tenant);
  const base = tenant.baseCurrency;
  const lines = posting.lines.map(
    (line, i): Line => ({
      position: i + 1,
      account: line.account,
      accountId: posted.accountIds[i] ?? '',
      debit: money(line.debit, base),
      credit: money(line.credit, base),
      currency: line.currency,
      currencyDebit: money(line.currencyDebit, line.currency),
      currencyCredit: money(line.currencyCredit, line.currency),
      rate: line.rate ?? null,
      rateKind: line.rateKind ?? null,
      rateDate: line.rateDate ?? null,
      party: line.party ?? null,
      partyId: posted.partyIds[i] ?? null,
      partyRole: line.partyRole ?? null,
      description: line.description ?? null,
      documentRef: line.documentRef ?? null,
      documentDate: line.documentDate ?? null,
      valueDate: line.valueDate ?? null,
      dueDate: line.dueDate ?? null,
      dimensions: line.dimensions ?? {},
      quantity: line.quantity ?? null,
      unit: line.unit ?? null,
      settlement: null,
      extra: line.extra ?? {},
    }),
  );
  const total = money(posting.total, base);
  return {
    id: posting.id,
    externalId: posting.externalId,
    journal: posting.journal,
    journalId: posted.journalId,
    fiscalYear: posted.year,
    fiscalYearId: posted.yearId,
    period: posted.period,
    kind: posting.kind,
    date: posting.date,
    documentDate: posting.documentDate,
    documentRef: posting.documentRef,
    taxDate: posting.taxDate ?? posting.date,
    validatedOn: posting.validatedOn,
    description: posting.description,
    series: posted.series,
    seriesId: posted.seriesId,
    sequence: posted.sequence,
    number: posted.number,
    source: posting.source,
    origin: { type: posting.origin, id: null },
    reversalOf: posting.reversalOf,
    reversedBy: null,
    corrects: [...posting.corrects],
    storno: posting.storno,
    lines,
    debitTotal: total,
    creditTotal: total,
    ...(posting.rounded ? { rounded: posting.rounded } : {}),
    createdBy: posting.actor.name,
    createdAt: posted.at,
    postedBy: posting.actor.name,
    postedAt: posted.at,
    importSession: null,
    updatedAt: posted.at,
    version: 1,
  };
}

/** An entry as it is stored. */
export function entryOfRow(row: EntryRow, lines: readonly LineRow[], tenant: TenantInfo): Entry {
  const money = writtenBy(tenant);
  const { originType, originId, baseCurrency, debitTotal, corrects, sequence, ...same } = row;
  const total = money(debitTotal, baseCurrency);
  return {
    ...same,
    sequence: sequence === null ? null : Number(sequence),
    origin: { type: originType, id: originId },
    corrects: corrects ?? [],
    debitTotal: total,
    creditTotal: total,
    updatedAt: row.postedAt,
    version: 1,
    lines: lines.map((line): Line => {
      const { entryId: _, settlementId, settlementCode, settlementDate, settlementState, ...rest } = line;
      const settled = settlementId !== null && settlementCode !== null && settlementState !== null;
      return {
        ...rest,
        debit: money(line.debit, baseCurrency),
        credit: money(line.credit, baseCurrency),
        currencyDebit: money(line.currencyDebit, line.currency),
        currencyCredit: money(line.currencyCredit, line.currency),
        dimensions: line.dimensions ?? {},
        extra: line.extra ?? {},
        settlement: settled
          ? { id: settlementId, code: settlementCode, date: settlementDate, state: settlementState }
          : null,
      };
    }),
  };
}

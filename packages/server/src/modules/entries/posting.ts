import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Actor } from '../../http/context.ts';
import type { PostingLine, Rounded } from './rules.ts';

/** An entry ready to post. */
export interface Posting {
  id: string;
  auditId: string;
  journal: string;
  date: string;
  kind: string;
  period: number | null;
  documentDate: string | null;
  documentRef: string | null;
  taxDate: string | null;
  validatedOn: string;
  description: string | null;
  externalId: string | null;
  source: object | null;
  origin: string;
  reversalOf: string | null;
  corrects: readonly string[];
  storno: boolean;
  lines: readonly PostingLine[];
  total: bigint;
  rounded: Rounded | undefined;
  actor: Actor;
  requestId: string;
  operation: string;
  idempotency: { key: string; hash: string } | undefined;
}

/** What became of it: `fault` null and a number, or the code of the refusal and the line it speaks of. */
export interface Posted {
  /** Instant of the posting. */
  at: string;
  fault: string | null;
  faultLine: number | null;
  journalId: string;
  yearId: string;
  year: string;
  period: number;
  series: string;
  seriesId: string;
  sequence: number;
  number: string;
  accountIds: string[];
  partyIds: (string | null)[];
}

/**
 * Posts a group in the caller's transaction, with one statement: see `post_entries` in the migrations. The results are in
 * the order of the group.
 */
export async function postGroup(
  tx: Tx,
  tenant: { id: string; baseCurrency: string },
  at: string,
  group: readonly Posting[],
): Promise<Posted[]> {
  const column = <T>(pick: (p: Posting) => T): T[] => group.map(pick);
  const lines: (PostingLine & { entry: number; position: number })[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  group.forEach((posting, i) => {
    firsts.push(lines.length + 1);
    posting.lines.forEach((line, k) => {
      lines.push({ ...line, entry: i + 1, position: k + 1 });
    });
    lasts.push(lines.length);
  });
  const field = <T>(pick: (l: (typeof lines)[number]) => T): T[] => lines.map(pick);
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);

  const rows = await tx.arrays(sql`
    select fault, fault_line, journal_id, year_id, year, period, series, series_id, sequence, number, account_ids, party_ids
    from post_entries(${tenant.id}, ${at}, ${tenant.baseCurrency},
      ${column((p) => p.id)}, ${column((p) => p.auditId)}, ${column((p) => p.journal)}, ${column((p) => p.date)},
      ${column((p) => p.kind)}, ${column((p) => p.period)}, ${column((p) => p.documentDate)},
      ${column((p) => p.documentRef)}, ${column((p) => p.taxDate)}, ${column((p) => p.validatedOn)},
      ${column((p) => p.description)}, ${column((p) => p.externalId)}, ${column((p) => json(p.source))},
      ${column((p) => p.origin)}, ${column((p) => p.reversalOf)},
      ${column((p) => (p.corrects.length > 0 ? `{${p.corrects.join(',')}}` : null))}, ${column((p) => p.storno)},
      ${column((p) => p.total.toString())}, ${firsts}, ${lasts}, ${column((p) => p.actor.keyId)},
      ${column((p) => p.actor.name)}, ${column((p) => p.requestId)}, ${column((p) => p.operation)},
      ${column((p) => p.idempotency?.key ?? null)}, ${column((p) => p.idempotency?.hash ?? null)},
      ${field((l) => l.entry)}, ${field((l) => l.position)}, ${field((l) => l.account)},
      ${field((l) => l.debit.toString())}, ${field((l) => l.credit.toString())}, ${field((l) => l.currency)},
      ${field((l) => l.currencyDebit.toString())}, ${field((l) => l.currencyCredit.toString())},
      ${field((l) => l.rate ?? null)}, ${field((l) => l.rateKind ?? null)}, ${field((l) => l.rateDate ?? null)},
      ${field((l) => l.party ?? null)}, ${field((l) => l.partyRole ?? null)}, ${field((l) => l.description ?? null)},
      ${field((l) => l.documentRef ?? null)}, ${field((l) => l.documentDate ?? null)},
      ${field((l) => l.valueDate ?? null)}, ${field((l) => l.dueDate ?? null)}, ${field((l) => json(l.dimensions))},
      ${field((l) => l.quantity ?? null)}, ${field((l) => l.unit ?? null)}, ${field((l) => json(l.extra))})
    order by idx`);
  return rows.map((row) => toPosted(row, at));
}

function toPosted(row: unknown[], at: string): Posted {
  const [
    fault,
    faultLine,
    journalId,
    yearId,
    year,
    period,
    series,
    seriesId,
    sequence,
    number,
    accounts,
    parties,
  ] = row;
  const list = (text: unknown) => String(text ?? '').split(',');
  return {
    at,
    fault: fault as string | null,
    faultLine: faultLine as number | null,
    journalId: journalId as string,
    yearId: yearId as string,
    year: year as string,
    period: period as number,
    series: series as string,
    seriesId: seriesId as string,
    sequence: Number(sequence),
    number: number as string,
    accountIds: list(accounts),
    partyIds: list(parties).map((id) => id || null),
  };
}

import { fragment, type Statement, sql } from '../../db/sql.ts';
import { entryColumns, lineColumns, settlementColumns } from './columns.ts';

/** Which lines of the ledger an export holds. */
export interface Chosen {
  from: string;
  to: string;
  period: number | null;
  journalId: string | null;
  accountIds: readonly string[] | null;
  dimension: { code: string; value: string } | null;
  /** Entries of kind `closing` and opening lines of nothing are not written (FEC). */
  statutory: boolean;
  severalYears: boolean;
  settlements: boolean;
}

/** Lines that are packed together at most, of an entry that has more: a row stays small, whatever an entry holds. */
const packedLines = 20;

const list = (columns: object) => Object.values(columns).join(', ');
const entry = fragment(list(entryColumns));
const line = fragment(list(lineColumns));
const settledLine = fragment(list({ ...lineColumns, ...settlementColumns }));

/**
 * The entries of an export in its order, each with its lines, packed into one text (`PackedRows`): year by year the stated
 * opening first, then by the day of validation and in the order of posting; the lines of an entry by position. Each with the
 * newest settlement that holds it.
 *
 * Entries are sorted, narrow, and their lines are looked up in that order: sorting the joined lines spills them to disk, and a
 * cursor gets no parallel workers. The outer order only sorts within an entry. That the lines of an entry are asked for in the
 * order of their key is for the planner: of a tenant that has grown since statistics were taken it expects one line, and any
 * index by tenant would do for that, read whole for each entry (measured: over a minute in place of seven seconds).
 */
export function entriesStatement(tenantId: string, chosen: Chosen): Statement {
  const ofPeriod = chosen.period === null ? sql`` : sql`and e.period = ${chosen.period}`;
  const ofJournal = chosen.journalId === null ? sql`` : sql`and e.journal_id = ${chosen.journalId}`;
  const ofAccounts =
    chosen.accountIds === null ? sql`` : sql`and l.account_id = any (${chosen.accountIds}::uuid[])`;
  const { dimension } = chosen;
  const ofDimension = dimension
    ? sql`and l.dimensions @> ${JSON.stringify({ [dimension.code]: dimension.value })}::jsonb`
    : sql``;
  const isNothing = fragment(
    'l.debit = 0 and l.credit = 0 and l.currency_debit = 0 and l.currency_credit = 0',
  );
  const noClosing = sql`and e.kind <> 'closing'`;
  const noEmptyOpening = sql`and not (e.kind = 'opening' and ${isNothing})`;
  const byYear = sql`(select y.start_date from years y where y.tenant_id = ${tenantId} and y.id = e.year_id) as year_start,`;
  const settled = sql`left join lateral (
        select t.code, t.settled_on
        from settlement_lines sl
        join settlements t on t.tenant_id = ${tenantId} and t.id = sl.settlement_id and t.undone_at is null
        where sl.tenant_id = ${tenantId} and sl.entry_id = e.id and sl.position = l.position
        order by t.id desc
        limit 1) x on true`;

  // A constant to sort by hides from the planner that the outer order is the inner one: it would sort all lines again.
  const order = fragment(`${chosen.severalYears ? 'year_start, ' : ''}later, validated_on, posted_at, id`);

  return sql`select row(${entry})::text || l.packed
    from (
      select ${entry}, e.posted_at, ${chosen.severalYears ? byYear : sql``} e.kind <> 'opening' as later
      from entries e
      where e.tenant_id = ${tenantId} and e.entry_date between ${chosen.from} and ${chosen.to} ${ofPeriod} ${ofJournal}
        ${chosen.statutory ? noClosing : sql``}
      order by ${order}) e
    cross join lateral (
      select o.position / ${packedLines} as part, string_agg(o.packed, '' order by o.position) as packed
      from (
        select l.position, row(${chosen.settlements ? settledLine : line})::text as packed
        from lines l ${chosen.settlements ? settled : sql``}
        where l.tenant_id = ${tenantId} and l.entry_id = e.id ${ofAccounts} ${ofDimension}
          ${chosen.statutory ? noEmptyOpening : sql``}
        order by l.entry_id, l.position) o
      group by part) l
    order by ${order}, l.part`;
}

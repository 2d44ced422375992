import type { Tx } from '../../db/database.ts';
import { fragment, type Statement, sql } from '../../db/sql.ts';

/** An entry as it is stored, with the codes of what it refers to. */
export interface EntryRow {
  id: string;
  externalId: string | null;
  journal: string;
  journalId: string;
  fiscalYear: string;
  fiscalYearId: string;
  period: number;
  kind: string;
  date: string;
  documentDate: string | null;
  documentRef: string | null;
  taxDate: string;
  validatedOn: string;
  description: string | null;
  series: string | null;
  seriesId: string | null;
  sequence: string | null;
  number: string | null;
  source: Record<string, string> | null;
  originType: string;
  originId: string | null;
  reversalOf: string | null;
  reversedBy: string | null;
  corrects: string[] | null;
  storno: boolean;
  debitTotal: string;
  baseCurrency: string;
  createdBy: string;
  createdAt: string;
  postedBy: string;
  postedAt: string;
  importSession: string | null;
}

export interface LineRow {
  entryId: string;
  position: number;
  account: string;
  accountId: string;
  debit: string;
  credit: string;
  currency: string;
  currencyDebit: string;
  currencyCredit: string;
  rate: string | null;
  rateKind: string | null;
  rateDate: string | null;
  party: string | null;
  partyId: string | null;
  partyRole: string | null;
  description: string | null;
  documentRef: string | null;
  documentDate: string | null;
  valueDate: string | null;
  dueDate: string | null;
  dimensions: Record<string, string> | null;
  quantity: string | null;
  unit: string | null;
  extra: Record<string, string> | null;
  settlementId: string | null;
  settlementCode: string | null;
  settlementDate: string | null;
  settlementState: 'full' | 'partial' | 'unbalanced' | null;
}

const selectEntries = fragment(`
  select e.id, e.external_id as "externalId", j.code as journal, e.journal_id as "journalId", y.code as "fiscalYear",
    e.year_id as "fiscalYearId", e.period, e.kind, e.entry_date as date, e.document_date as "documentDate",
    e.document_ref as "documentRef", e.tax_date as "taxDate", e.validated_on as "validatedOn", e.description,
    s.code as series, e.series_id as "seriesId", e.sequence, e.number, e.source, e.origin_type as "originType",
    e.origin_id as "originId", e.reversal_of as "reversalOf", r.id as "reversedBy", e.corrects, e.storno,
    e.debit_total as "debitTotal", e.base_currency as "baseCurrency", e.created_by as "createdBy",
    e.created_at as "createdAt", e.posted_by as "postedBy", e.posted_at as "postedAt", e.import_id as "importSession"
  from entries e
  join journals j on j.tenant_id = e.tenant_id and j.id = e.journal_id
  join years y on y.tenant_id = e.tenant_id and y.id = e.year_id
  left join series s on s.tenant_id = e.tenant_id and s.id = e.series_id
  left join entries r on r.tenant_id = e.tenant_id and r.reversal_of = e.id`);

export interface EntryFilter {
  from?: string;
  to?: string;
  year?: string;
  journal?: string;
  account?: string;
  party?: string;
  externalId?: string;
  kind?: string;
}

/** Entries by date, then in the order of posting, after the given one. */
export function list(
  tx: Tx,
  tenantId: string,
  filter: EntryFilter,
  limit: number,
  after: [string, string] | undefined,
): Promise<EntryRow[]> {
  const conditions: Statement[] = [];
  const and = (condition: Statement) => conditions.push(sql` and ${condition}`);
  if (after) and(sql`(e.entry_date, e.id) > (${after[0]}::date, ${after[1]}::uuid)`);
  if (filter.from) and(sql`e.entry_date >= ${filter.from}`);
  if (filter.to) and(sql`e.entry_date <= ${filter.to}`);
  if (filter.year) and(sql`y.code = ${filter.year}`);
  if (filter.journal) and(sql`(j.code = ${filter.journal} or j.id::text = ${filter.journal})`);
  if (filter.externalId) and(sql`e.external_id = ${filter.externalId}`);
  if (filter.kind) and(sql`e.kind = ${filter.kind}`);
  if (filter.account) and(hasLine(tenantId, accountCondition(filter.account)));
  if (filter.party)
    and(
      hasLine(
        tenantId,
        sql`l.party_id in (select id from parties where tenant_id = ${tenantId} and (code = ${filter.party} or id::text = ${filter.party}))`,
      ),
    );

  const all = conditions.reduce((list, next) => sql`${list}${next}`, sql``);
  return tx.query<EntryRow>(
    sql`${selectEntries} where e.tenant_id = ${tenantId}${all} order by e.entry_date, e.id limit ${limit}`,
  );

  function accountCondition(range: string): Statement {
    const [first, last] = range.split('..');
    const within =
      last === undefined
        ? sql`(code = ${first} or id::text = ${first})`
        : sql`code >= ${first} and (code <= ${last} or starts_with(code, ${last}))`;
    return sql`l.account_id in (select id from accounts where tenant_id = ${tenantId} and ${within})`;
  }
}

const hasLine = (tenantId: string, condition: Statement): Statement =>
  sql`exists (select from lines l where l.tenant_id = ${tenantId} and l.entry_id = e.id and ${condition})`;

export async function get(tx: Tx, tenantId: string, id: string): Promise<EntryRow | undefined> {
  const [row] = await tx.query<EntryRow>(
    sql`${selectEntries} where e.tenant_id = ${tenantId} and e.id = ${id}`,
  );
  return row;
}

/** The lines of entries, by entry and position, each with the newest settlement that holds it. */
export const linesOf = (tx: Tx, tenantId: string, entryIds: readonly string[]): Promise<LineRow[]> =>
  tx.query<LineRow>(sql`
    select l.entry_id as "entryId", l.position, a.code as account, l.account_id as "accountId", l.debit, l.credit, l.currency,
      l.currency_debit as "currencyDebit", l.currency_credit as "currencyCredit", l.rate, l.rate_kind as "rateKind",
      l.rate_date as "rateDate", p.code as party, l.party_id as "partyId", l.party_role as "partyRole", l.description,
      l.document_ref as "documentRef", l.document_date as "documentDate", l.value_date as "valueDate",
      l.due_date as "dueDate", l.dimensions, l.quantity, l.unit, l.extra, s.id as "settlementId", s.code as "settlementCode",
      s.settled_on as "settlementDate", s.state as "settlementState"
    from lines l
    join accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id
    left join parties p on p.tenant_id = l.tenant_id and p.id = l.party_id
    left join lateral (
      select t.id, t.code, t.settled_on, t.state
      from settlement_lines sl
      join settlements t on t.tenant_id = sl.tenant_id and t.id = sl.settlement_id and t.undone_at is null
      where sl.tenant_id = l.tenant_id and sl.entry_id = l.entry_id and sl.position = l.position
      order by t.id desc
      limit 1) s on true
    where l.tenant_id = ${tenantId} and l.entry_id = any (${entryIds}::uuid[])
    order by l.entry_id, l.position`);

/** Codes of the given table by id, for lines and headers that name what they refer to by id. */
export async function codesById(
  tx: Tx,
  tenantId: string,
  table: 'accounts' | 'parties' | 'journals',
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; code: string }>(
    sql`select id, code from ${fragment(table)} where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.code]));
}

export async function idempotent(
  tx: Tx,
  tenantId: string,
  key: string,
): Promise<{ operation: string; hash: string; entryId: string | null } | undefined> {
  const [row] = await tx.query<{ operation: string; hash: string; entryId: string | null }>(sql`
    select operation, hash, entry_id as "entryId" from idempotency_keys where tenant_id = ${tenantId} and key = ${key}`);
  return row;
}

/** Lines by their entry, each entry's in the order they came. */
export function byEntry(lines: readonly LineRow[]): Map<string, LineRow[]> {
  const groups = new Map<string, LineRow[]>();
  for (const line of lines) {
    const group = groups.get(line.entryId);
    if (group) group.push(line);
    else groups.set(line.entryId, [line]);
  }
  return groups;
}

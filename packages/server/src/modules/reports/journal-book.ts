import type { components, operations } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';
import { journals } from '../journals/index.ts';
import { rangeOf } from './range.ts';

type Row = components['schemas']['JournalBookRow'];
export type JournalBookQuery = NonNullable<operations['reports.journal']['parameters']['query']>;

/** A row as it is read: amounts in minor units, and what it is ordered by beside what it shows. */
type Stored = Row & { sequence: string };

/** Every line by journal, number and position: the journal book (livre-journal, grundbok), opening entries included. */
export async function journalBook(tx: Tx, tenant: TenantInfo, query: JournalBookQuery): Promise<Page<Row>> {
  const { year, from, to } = await rangeOf(tx, tenant.id, query);
  const journalId =
    query.journal === undefined ? null : (await journals.require(tx, tenant.id, query.journal)).id;
  const limit = query.limit ?? defaultLimit;
  const after = decodeCursor(query.cursor, 5);
  const [journal, sequence, number, entry, position] = after ?? ['', 0, '', null, 0];
  const written = writtenBy(tenant);

  // A page of lines lies within as many entries, so the lines of a year are never sorted, only its entries.
  const rows = await tx.query<Stored>(sql`
    select e.journal, e.number, e.id as entry, e.entry_date as date, e.period, e.kind, e.validated_on as "validatedOn",
      e.posted_at as "postedAt", e.created_at as "createdAt", e.created_by as "createdBy", l.position, a.code as account,
      l.account_id as "accountId", a.name as "accountName", p.code as party,
      coalesce(l.description, e.description) as description, coalesce(l.document_ref, e.document_ref) as "documentRef",
      l.debit, l.credit, l.currency, l.currency_debit as "currencyDebit", l.currency_credit as "currencyCredit", e.rank as sequence
    from (
      select e.*, j.code as journal, coalesce(e.sequence, -1) as rank, coalesce(e.number, '') as printed
      from entries e
      join journals j on j.tenant_id = ${tenant.id} and j.id = e.journal_id
      where e.tenant_id = ${tenant.id} and e.year_id = ${year.id} and e.entry_date between ${from} and ${to}
        and e.line_count > 0 and (${journalId}::uuid is null or e.journal_id = ${journalId})
        and (${query.postedUntil ?? null}::timestamptz is null or e.posted_at <= ${query.postedUntil ?? null}::timestamptz)
        and (${entry}::uuid is null or (j.code, coalesce(e.sequence, -1), coalesce(e.number, ''), e.id)
          >= (${journal}::text collate "C", ${sequence}::bigint, ${number}::text collate "C", ${entry}::uuid))
      order by j.code, rank, printed, e.id
      limit ${limit + 2}) e
    join lines l on l.tenant_id = ${tenant.id} and l.entry_id = e.id and (${entry}::uuid is null or e.id <> ${entry} or l.position > ${position})
    join accounts a on a.tenant_id = ${tenant.id} and a.id = l.account_id
    left join parties p on p.tenant_id = ${tenant.id} and p.id = l.party_id
    order by e.journal, e.rank, e.printed, e.id, l.position
    limit ${limit + 1}`);

  return toPage(
    rows,
    limit,
    (row) => [row.journal, row.sequence, row.number ?? '', row.entry, row.position],
    ({ sequence: _, ...row }) => ({
      ...row,
      debit: written(row.debit, year.baseCurrency),
      credit: written(row.credit, year.baseCurrency),
      currencyDebit: written(row.currencyDebit, row.currency),
      currencyCredit: written(row.currencyCredit, row.currency),
    }),
  );
}

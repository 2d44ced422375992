import { sql } from '../../../db/sql.ts';
import type { Change } from '../../../http/context.ts';
import { platformId } from '../../../kernel/id.ts';

/**
 * Settlements from the letters of the file: lines of one account and party with one letter. Letters are used again, so they
 * name a group within this import only. A group that does not sum to zero is kept, and said to be unbalanced. Answers how
 * many groups there are.
 */
export async function settle(
  tx: Change,
  tenantId: string,
  id: string,
  base: string,
  prefixes: { entry: string; settlement: string },
): Promise<number> {
  const [any] = await tx.query(sql`
    select 1 from import_lines where tenant_id = ${tenantId} and import_id = ${id} and settlement is not null limit 1`);
  if (!any) return 0;

  const [made] = await tx.query<{ count: string }>(sql`
    with lettered as materialized (
      select import_entry_id(${prefixes.entry}::text, l.ord) as entry_id, l.position, l.settlement as code, l.settlement_date
      from import_placed_lines l
      where l.tenant_id = ${tenantId} and l.import_id = ${id} and l.settlement is not null),
    settled as materialized (
      select x.code, x.settlement_date, p.entry_id, p.position, p.account_id, p.party_id, p.debit, p.credit, p.currency,
        p.currency_debit, p.currency_credit
      from lettered x
      join lines p on p.tenant_id = ${tenantId} and p.entry_id = x.entry_id and p.position = x.position
      where p.entry_id between import_entry_id(${prefixes.entry}::text, 0) and (${prefixes.entry}::text || 'ffffffffffff')::uuid),
    by_currency as (
      select account_id, party_id, code, currency, sum(currency_debit) - sum(currency_credit) as left_over,
        sum(debit) - sum(credit) as base_left, max(settlement_date) as settled_on, min(entry_id::text) as first
      from settled group by account_id, party_id, code, currency),
    groups as materialized (
      select import_entry_id(${prefixes.settlement}::text, row_number() over (order by min(first), code)) as id, account_id, party_id, code,
        max(settled_on) as settled_on,
        case when sum(base_left) = 0 and bool_and(currency = ${base}::text or left_over = 0) then 'full' else 'unbalanced' end as state
      from by_currency group by account_id, party_id, code),
    made as (
      insert into settlements (tenant_id, id, account_id, party_id, code, settled_on, state, origin, import_id, created_at, updated_at)
      select ${tenantId}::uuid, id, account_id, party_id, code, settled_on, state, 'import', ${id}::uuid, ${tx.at}::timestamptz,
        ${tx.at}::timestamptz
      from groups),
    joined as (
      insert into settlement_lines (tenant_id, entry_id, position, settlement_id, debit, credit, currency_debit, currency_credit)
      select ${tenantId}::uuid, s.entry_id, s.position, g.id, s.debit, s.credit, s.currency_debit, s.currency_credit
      from settled s
      join groups g on g.account_id = s.account_id and coalesce(g.party_id, ${platformId}::uuid) = coalesce(s.party_id, ${platformId}::uuid)
        and g.code = s.code)
    select count(*) as count from groups`);
  return Number(made?.count ?? 0);
}

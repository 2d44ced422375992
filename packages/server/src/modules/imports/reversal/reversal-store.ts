import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import type { TenantInfo } from '../../../http/context.ts';
import { platformId } from '../../../kernel/id.ts';

/** The ids of what an import wrote: a prefix, then any place in its source. */
const ofImport = (prefix: string) =>
  sql`between ${`${prefix}000000000000`}::uuid and ${`${prefix}ffffffffffff`}::uuid`;

/** The first period that takes no entries any more, of those in which an entry of the import is still to be taken back. */
export async function closedPeriod(
  tx: Tx,
  tenantId: string,
  prefix: string,
): Promise<{ period: string; state: string; entries: string } | undefined> {
  const [closed] = await tx.query<{ period: string; state: string; entries: string }>(sql`
    select p.name as period, case p.state when 'open' then 'in a closed year' else p.state end as state, count(*) as entries
    from entries e
    join periods p on p.tenant_id = ${tenantId} and p.year_id = e.year_id and p.number = e.period
    join years y on y.tenant_id = ${tenantId} and y.id = e.year_id
    where e.tenant_id = ${tenantId} and e.id ${ofImport(prefix)} and (p.state <> 'open' or y.state <> 'open')
      and e.kind <> 'void' and not exists (select from entries r where r.tenant_id = ${tenantId} and r.reversal_of = e.id)
    group by p.name, p.state, p.start_date, p.number
    order by p.start_date, p.number limit 1`);
  return closed;
}

/** A line of the import that a settlement holds which the import did not make. */
export async function settledLine(
  tx: Tx,
  tenantId: string,
  prefix: string,
  id: string,
): Promise<{ number: string; settlement: string } | undefined> {
  const [line] = await tx.query<{ number: string; settlement: string }>(sql`
    select coalesce(e.number, e.id::text) as number, s.id as settlement
    from settlement_lines l
    join settlements s on s.tenant_id = ${tenantId} and s.id = l.settlement_id and s.undone_at is null
      and s.import_id is distinct from ${id}::uuid
    join entries e on e.tenant_id = ${tenantId} and e.id = l.entry_id
    where l.tenant_id = ${tenantId} and l.entry_id ${ofImport(prefix)}
      and not exists (select from entries r where r.tenant_id = ${tenantId} and r.reversal_of = e.id)
    limit 1`);
  return line;
}

/**
 * An entry of the import that counts although it was reversed, because its reversal was reversed too, and so on an even number
 * of times; with the last of them.
 */
export async function restoredEntry(
  tx: Tx,
  tenantId: string,
  prefix: string,
): Promise<{ number: string; by: string } | undefined> {
  const [restored] = await tx.query<{ number: string; by: string }>(sql`
    with recursive chain as (
      select r.reversal_of as original, r.id as last, 1 as length
      from entries r where r.tenant_id = ${tenantId} and r.reversal_of ${ofImport(prefix)}
      union all
      select c.original, r.id, c.length + 1
      from chain c join entries r on r.tenant_id = ${tenantId} and r.reversal_of = c.last)
    select coalesce(o.number, o.id::text) as number, coalesce(l.number, l.id::text) as by
    from chain c
    join entries o on o.tenant_id = ${tenantId} and o.id = c.original
    join entries l on l.tenant_id = ${tenantId} and l.id = c.last
    where c.length % 2 = 0
      and not exists (select from entries n where n.tenant_id = ${tenantId} and n.reversal_of = c.last)
    order by o.id limit 1`);
  return restored;
}

export async function undoSettlements(tx: Tx, tenantId: string, id: string, at: string): Promise<void> {
  await tx.query(sql`
    update settlements set undone_at = ${at}, updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and import_id = ${id} and undone_at is null`);
}

/** Settles each reversal with its original, an account and party at a time, where the account is settleable. */
export async function settleReversals(
  tx: Tx,
  tenantId: string,
  at: string,
  { reversal, settlement }: { reversal: string; settlement: string },
): Promise<void> {
  await tx.query(sql`
    with pairs as materialized (
      select e.id as reversal_id, e.reversal_of from entries e
      where e.tenant_id = ${tenantId} and e.id ${ofImport(reversal)}),
    groups as materialized (
      select import_entry_id(${settlement}::text, row_number() over (order by g.reversal_id, g.account_id, g.party_id)) as id, g.*
      from (
        select distinct p.reversal_id, l.account_id, l.party_id
        from pairs p
        join lines l on l.tenant_id = ${tenantId} and l.entry_id = p.reversal_id
        join accounts a on a.tenant_id = ${tenantId} and a.id = l.account_id and a.settleable) g),
    made as (
      insert into settlements (tenant_id, id, account_id, party_id, code, state, origin, created_at, updated_at)
      select ${tenantId}::uuid, id, account_id, party_id, 'R-' || right(reversal_id::text, 12), 'full', 'rule', ${at}::timestamptz,
        ${at}::timestamptz
      from groups)
    insert into settlement_lines (tenant_id, entry_id, position, settlement_id, debit, credit, currency_debit, currency_credit)
    select ${tenantId}::uuid, l.entry_id, l.position, g.id, l.debit, l.credit, l.currency_debit, l.currency_credit
    from (select reversal_id, reversal_id as entry_id from pairs union all select reversal_id, reversal_of from pairs) p
    join lines l on l.tenant_id = ${tenantId} and l.entry_id = p.entry_id
    join groups g on g.reversal_id = p.reversal_id and g.account_id = l.account_id
      and coalesce(g.party_id, ${platformId}::uuid) = coalesce(l.party_id, ${platformId}::uuid)`);
}

export interface Reversal {
  id: string;
  at: string;
  by: string;
  today: string;
  /** Of the ids of the originals, and of their reversals. */
  prefix: string;
  reversal: string;
}

/** Posts the reversals, by the one function that may: see `reverse_import` in the migrations. Answers how many. */
export async function reverseEntries(tx: Tx, tenant: TenantInfo, reversal: Reversal): Promise<number> {
  const { id, at, by, today, prefix } = reversal;
  const [written] = await tx.query<{ entries: string }>(sql`
    select entries from reverse_import(${tenant.id}, ${id}, ${at}, ${by}, ${today}, ${tenant.reversalStyle === 'negative'},
      ${prefix}, ${reversal.reversal})`);
  return Number(written?.entries ?? 0);
}

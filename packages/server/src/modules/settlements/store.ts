import type { Tx } from '../../db/database.ts';
import { fragment, sql } from '../../db/sql.ts';

export interface SettlementRow {
  id: string;
  account: string;
  accountId: string;
  party: string | null;
  partyId: string | null;
  code: string;
  date: string | null;
  state: 'full' | 'partial' | 'unbalanced';
  differenceEntry: string | null;
  origin: 'manual' | 'rule' | 'import';
  undoneAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** A settled part of a line; amounts in minor units. */
export interface SettledLineRow {
  settlementId: string;
  entry: string;
  position: number;
  debit: string;
  credit: string;
  currency: string;
  currencyDebit: string;
  currencyCredit: string;
  baseCurrency: string;
}

export interface SettlementFilter {
  account?: string;
  party?: string;
  state?: string;
  updatedSince?: string;
}

const select = fragment(`
  select s.id, a.code as account, s.account_id as "accountId", p.code as party, s.party_id as "partyId", s.code,
    s.settled_on as date, s.state, s.difference_entry_id as "differenceEntry", s.origin, s.undone_at as "undoneAt",
    s.created_at as "createdAt", s.updated_at as "updatedAt", s.version
  from settlements s
  join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
  left join parties p on p.tenant_id = s.tenant_id and p.id = s.party_id`);

/** Settlements by account, then as made, after the given account code and id. `account`: a code, an id or a range `A..B`. */
export function list(
  tx: Tx,
  tenantId: string,
  filter: SettlementFilter,
  limit: number,
  after: readonly [account: string, id: string] | undefined,
): Promise<SettlementRow[]> {
  const { party = null, state = null, updatedSince = null } = filter;
  const [first = null, last = null] = filter.account?.split('..') ?? [];
  return tx.query<SettlementRow>(sql`${select}
    where s.tenant_id = ${tenantId}
      and (${after?.[0] ?? null}::text is null or (a.code, s.id) > (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::uuid))
      and (${first}::text is null or (${last}::text is null and (a.code = ${first} or a.id::text = lower(${first})))
        or (a.code >= ${first} and (a.code <= ${last} or starts_with(a.code, ${last}))))
      and (${party}::text is null or p.code = ${party} or p.id::text = lower(${party}))
      and (${state}::text is null or s.state = ${state})
      and (${updatedSince}::timestamptz is null or s.updated_at >= ${updatedSince}::timestamptz)
    order by a.code, s.id
    limit ${limit}`);
}

export async function find(tx: Tx, tenantId: string, id: string): Promise<SettlementRow | undefined> {
  const [row] = await tx.query<SettlementRow>(
    sql`${select} where s.tenant_id = ${tenantId} and s.id = ${id.toLowerCase()}`,
  );
  return row;
}

/** The lines of settlements, in the order of posting. */
export const linesOf = (tx: Tx, tenantId: string, ids: readonly string[]): Promise<SettledLineRow[]> =>
  tx.query<SettledLineRow>(sql`
    select s.settlement_id as "settlementId", s.entry_id as entry, s.position, s.debit, s.credit, l.currency,
      s.currency_debit as "currencyDebit", s.currency_credit as "currencyCredit", e.base_currency as "baseCurrency"
    from settlement_lines s
    join lines l on l.tenant_id = s.tenant_id and l.entry_id = s.entry_id and l.position = s.position
    join entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = ${tenantId} and s.settlement_id = any (${ids}::uuid[])
    order by s.settlement_id, s.entry_id, s.position`);

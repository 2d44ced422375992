import type { Tx } from '../../db/database.ts';
import { createStore, type ListQuery } from '../../db/resource-store.ts';
import { sql } from '../../db/sql.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { type Currency, standardCurrencies, standardCurrency } from './iso.ts';

/** The rows of a tenant: its own units, and ISO currencies that it changed. */
export const ownCurrencies = createStore<Currency>({
  table: 'currencies',
  noun: 'currency',
  fields: [
    { name: 'exponent', column: 'exponent', kind: 'number' },
    { name: 'kind', column: 'kind', kind: 'text' },
    { name: 'numericCode', column: 'numeric_code', kind: 'text' },
    { name: 'withdrawnOn', column: 'withdrawn_on', kind: 'date' },
    { name: 'active', column: 'active', kind: 'boolean' },
  ],
});

/** A currency as the tenant has it: its own row, else the standard's. */
export async function requireCurrency(tx: Tx, tenantId: string, name: string): Promise<Currency> {
  const found = (await ownCurrencies.get(tx, tenantId, name)) ?? standardCurrency(name);
  if (!found) throw notFound('currency', JSON.stringify(name));
  return found;
}

/** Own and standard currencies together, by code. A tenant's own are few: they are read whole. */
export async function list(tx: Tx, tenantId: string, query: ListQuery): Promise<Page<Currency>> {
  const { limit = defaultLimit, updatedSince, externalId, active } = query;
  const [after] = decodeCursor(query.cursor, 1) ?? [''];
  const own = await allOwn(tx, tenantId);
  const changed = new Set(own.map((currency) => currency.code));
  const rows = [...own, ...standardCurrencies.filter(({ code }) => !changed.has(code))]
    .filter(
      (currency) =>
        currency.code > String(after) &&
        (updatedSince === undefined || Date.parse(currency.updatedAt) >= Date.parse(updatedSince)) &&
        (externalId === undefined || currency.externalId === externalId) &&
        (active === undefined || currency.active === active),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return toPage(
    rows.slice(0, limit + 1),
    limit,
    (row) => [row.code],
    (row) => row,
  );
}

const allOwn = (tx: Tx, tenantId: string): Promise<Currency[]> =>
  tx.query<Currency>(sql`
    select id, external_id as "externalId", code, exponent, kind, numeric_code as "numericCode",
      withdrawn_on as "withdrawnOn", active, created_at as "createdAt", updated_at as "updatedAt", version
    from currencies where tenant_id = ${tenantId}`);

/** Gives a standard currency a row of the tenant, so that it can be changed. Its id and version stay. */
export async function adopt(tx: Tx & { at: string }, tenantId: string, standard: Currency): Promise<void> {
  await tx.query(sql`
    insert into currencies (tenant_id, id, code, exponent, kind, created_at, updated_at)
    values (${tenantId}, ${standard.id}, ${standard.code}, ${standard.exponent}, 'iso', ${tx.at}, ${tx.at})
    on conflict do nothing`);
}

/** Whether amounts of the currency were posted, or books are kept in it; from then on code and exponent are fixed. */
export async function isUsed(tx: Tx, tenantId: string, code: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select code from years where tenant_id = ${tenantId} and base_currency = ${code}
    union all
    select currency from account_totals where tenant_id = ${tenantId} and currency = ${code}
    limit 1`);
  return rows.length > 0;
}

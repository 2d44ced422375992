import { type Statement, sql } from '../../../db/sql.ts';
import type { Plan } from '../plan/plan.ts';
import type { BalancesPlan } from '../plan/plan-balances.ts';
import type { Target } from '../staging/target.ts';
import type { Amount } from './amounts.ts';

/** What an account has moved by in a year, or opened with. */
export interface Present extends Amount {
  year: string;
  opening: boolean;
  account: string;
  currency: string;
}

type Texts<T extends Amount> = Omit<T, 'base' | 'own'> & { base: string; own: string };

const numbers = <T extends Amount>(rows: Texts<T>[]): T[] =>
  rows.map((row) => ({ ...row, base: BigInt(row.base), own: BigInt(row.own) }) as unknown as T);

/** By year and account from the totals: the cost is that of a trial balance of every year. */
export const presentSums = async ({ tx, tenantId }: Target): Promise<Present[]> =>
  numbers(
    await tx.query<Texts<Present>>(sql`
      select y.start_date as year, t.period = 0 as opening, a.code as account, t.currency, sum(t.debit - t.credit) as base,
        sum(t.currency_debit - t.currency_credit) as own
      from account_totals t
      join years y on y.tenant_id = ${tenantId} and y.id = t.year_id
      join accounts a on a.tenant_id = ${tenantId} and a.id = t.account_id
      where t.tenant_id = ${tenantId}
      group by 1, 2, 3, 4`),
  );

/** What an account moved by between two of some days: `bucket` of them are not after it. */
export interface Between extends Amount {
  year: string;
  account: string;
  currency: string;
  bucket: number;
}

/** What some accounts moved by between days: one pass over staging, one over the lines of the books. */
export async function sumsBetween(
  { tx, tenantId, id, base }: Target,
  days: readonly string[],
  accounts: readonly string[],
): Promise<Between[]> {
  const bucket = (column: Statement) => sql`width_bucket(${column}, ${days}::date[])`;
  const rows = await tx.query<Texts<Between>>(sql`
    select e.year_start as year, l.account, coalesce(l.currency, ${base}::text) as currency,
      ${bucket(sql`e.entry_date`)} as bucket, sum(l.debit - l.credit) as base,
      sum(coalesce(l.currency_debit, l.debit) - coalesce(l.currency_credit, l.credit)) as own
    from import_lines l
    join import_placed_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord and e.year_period <> 0
    where l.tenant_id = ${tenantId} and l.import_id = ${id} and l.account = any (${accounts}::text[])
    group by 1, 2, 3, 4
    union all
    select y.start_date, a.code, l.currency, ${bucket(sql`l.entry_date`)}, sum(l.debit - l.credit),
      sum(l.currency_debit - l.currency_credit)
    from accounts a
    join lines l on l.tenant_id = ${tenantId} and l.account_id = a.id and l.period <> 0
    join years y on y.tenant_id = ${tenantId} and y.id = l.year_id
    where a.tenant_id = ${tenantId} and a.code = any (${accounts}::text[])
    group by 1, 2, 3, 4`);
  return numbers(rows);
}

/** What a year of balances only opened and closed with, as the books or the file say. */
export async function statedIn({ tx, tenantId }: Target, year: string, { kept }: BalancesPlan) {
  const there = await tx.query<{ account: string; opening: string | null; closing: string | null }>(sql`
    select a.code as account, b.opening, b.closing
    from year_balances b
    join years y on y.tenant_id = ${tenantId} and y.id = b.year_id and y.start_date = ${year}
    join accounts a on a.tenant_id = ${tenantId} and a.id = b.account_id
    where b.tenant_id = ${tenantId} and b.dimensions = '{}'`);
  const file = kept.filter((one) => one.year === year && Object.keys(one.dimensions).length === 0);
  return [...there, ...file].map(({ account, opening, closing }) => ({
    ...{ account, opening: BigInt(opening ?? 0), closing: BigInt(closing ?? 0) },
  }));
}

/** Whether accounts are carried, of the books and of those that the import makes. */
export async function statementsOf(
  { tx, tenantId }: Target,
  { accounts }: Plan,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; statement: string }>(
    sql`select code, statement from accounts where tenant_id = ${tenantId}`,
  );
  const made = [...accounts.made.values()].map(({ code, kind }): [string, string] => [code, kind.statement]);
  return new Map([...rows.map(({ code, statement }): [string, string] => [code, statement]), ...made]);
}

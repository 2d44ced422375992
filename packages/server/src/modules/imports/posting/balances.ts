import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import type { Change } from '../../../http/context.ts';
import { openForEntries, yearsOf } from '../../calendar/index.ts';
import type { PlannedBalance } from '../plan/plan-balances.ts';
import type { YearsPlan } from '../plan/plan-years.ts';

/** Years of balances that the import brings entries of: the balances go, and what was closed for them opens. */
export async function makeRoom(tx: Change, tenantId: string, { years }: YearsPlan): Promise<void> {
  const all = await yearsOf(tx, tenantId);
  for (const { start, code } of years.filter((year) => year.takesEntries)) {
    const year = all.find((one) => one.start === start);
    if (!year) throw new Error(`year ${code} was there a moment ago`);
    const dropped = await drop(tx, tenantId, { yearId: year.id });
    await openForEntries(tx, tenantId, year.id);
    await tx.audit({
      ...{ resource: 'year', resourceId: year.id, resourceCode: code },
      ...{ before: { detail: 'balances', balances: dropped }, after: { detail: 'entries' } },
    });
  }
}

/** Keeps balances, by the one function that may: see `keep_year_balances` in the migrations. */
export async function keepBalances(
  tx: Change,
  tenantId: string,
  id: string,
  kept: readonly PlannedBalance[],
): Promise<void> {
  if (kept.length === 0) return;
  const column = <T>(pick: (balance: PlannedBalance) => T): T[] => kept.map(pick);
  const [row] = await tx.query<{ count: string }>(sql`
    select keep_year_balances(${tenantId}, ${id}, ${tx.at}, array_agg(y.id), array_agg(a.id), array_agg(u.dimensions),
      array_agg(u.opening), array_agg(u.closing)) as count
    from unnest(${column((b) => b.year)}::date[], ${column((b) => b.account)}::text[],
      ${column((b) => JSON.stringify(b.dimensions))}::jsonb[], ${column((b) => b.opening?.toString() ?? null)}::bigint[],
      ${column((b) => b.closing?.toString() ?? null)}::bigint[]) as u(year, account, dimensions, opening, closing)
    join years y on y.tenant_id = ${tenantId} and y.start_date = u.year
    join accounts a on a.tenant_id = ${tenantId} and a.code = u.account`);
  if (Number(row?.count) !== kept.length)
    throw new Error(`${row?.count} of ${kept.length} balances were kept`);
}

/** Takes back the balances of an import; years that have none left may be given entries. Answers how many there were. */
export async function dropBalances(tx: Change, tenantId: string, importId: string): Promise<number> {
  const dropped = await drop(tx, tenantId, { importId });
  if (dropped === 0) return 0;

  const bare = await tx.query<{ id: string }>(sql`
    select y.id from years y
    where y.tenant_id = ${tenantId} and y.detail = 'balances'
      and not exists (select from year_balances b where b.tenant_id = ${tenantId} and b.year_id = y.id)`);
  for (const { id } of bare) await openForEntries(tx, tenantId, id);
  return dropped;
}

async function drop(tx: Tx, tenantId: string, of: { yearId?: string; importId?: string }): Promise<number> {
  const [row] = await tx.query<{ count: string }>(sql`
    select drop_year_balances(${tenantId}, ${of.yearId ?? null}, ${of.importId ?? null}) as count`);
  return Number(row?.count ?? 0);
}

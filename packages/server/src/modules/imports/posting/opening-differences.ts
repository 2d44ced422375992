import { addDays, compareCodes, fromMinor } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { sql } from '../../../db/sql.ts';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { yearOfDate, yearsOf } from '../../calendar/index.ts';
import { amountContext } from '../../entries/index.ts';
import { type Balance, carriedOpeningOf, openingOf } from '../../reports/index.ts';
import type { YearsPlan } from '../plan/plan-years.ts';
import type { Interpretation } from '../store.ts';

type Difference = components['schemas']['OpeningDifference'];
type Import = components['schemas']['Import'];

/**
 * Keeps, with each year that has a stated opening and a year before it, where the two differ. An import may bring the
 * opening, the year before, or both: so the years that it wrote into and those that follow them are compared, and answered.
 */
export async function keepOpeningDifferences(
  tx: Change,
  tenant: TenantInfo,
  { years }: YearsPlan,
  { years: written }: Pick<Interpretation, 'years'>,
): Promise<Import['openingDifferences']> {
  const found: Import['openingDifferences'] = [];
  const planned = new Set(years.map((year) => year.start));
  const all = await yearsOf(tx, tenant.id);
  for (const year of all) {
    if (year.openingEntryId === null || !planned.has(year.start)) continue;

    if (!(await yearOfDate(tx, tenant.id, addDays(year.start, -1)))) continue;

    const stated = await openingOf(tx, tenant, year.id);
    const carried = await carriedBeside(tx, tenant, year.id, stated.balances);
    const differences = compare(
      stated.balances,
      carried,
      amountContext(tenant, false).exponent(year.baseCurrency) ?? 2,
    );
    await tx.query(sql`
      update years set opening_differences = ${JSON.stringify(differences)}, updated_at = ${tx.at}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${year.id} and opening_differences <> ${JSON.stringify(differences)}::jsonb`);
    const isOurs = written.some(({ start, end }) => start === year.start || addDays(end, 1) === year.start);
    if (isOurs) found.push(...differences.map(({ accountId: _, ...same }) => ({ year: year.code, ...same })));
  }
  return found;
}

/**
 * What the year before carries. Books whose openings are all stated need no account for a result; then the one on which the
 * opening has exactly that much more is where the result went, and where there is none it stays among the differences.
 */
async function carriedBeside(
  tx: Change,
  tenant: TenantInfo,
  yearId: string,
  stated: readonly Balance[],
): Promise<Balance[]> {
  const { resultProfit, resultLoss } = tenant.accountRoles;
  const [stand] = stated.filter(({ statement }) => statement === 'balance');
  if ((resultProfit !== undefined && resultLoss !== undefined) || !stand) {
    return (await carriedOpeningOf(tx, tenant, yearId)).balances;
  }

  const accountRoles = { resultProfit: stand.account, resultLoss: stand.account, ...tenant.accountRoles };
  const { balances, result } = await carriedOpeningOf(tx, { ...tenant, accountRoles }, yearId);
  if (!result) return balances;

  const { amount } = result;
  if ((amount < 0n ? resultProfit : resultLoss) !== undefined) return balances;

  const bare = balances.map((one) =>
    one.accountId === stand.accountId ? { ...one, opening: one.opening - amount } : one,
  );
  const carriedOn = new Map(bare.map(({ accountId, opening }) => [accountId, opening]));
  const taker = stated.find(
    ({ accountId, opening }) => opening - (carriedOn.get(accountId) ?? 0n) === amount,
  );
  if (!taker) return bare;

  return [...bare, { ...taker, opening: amount }];
}

function compare(stated: readonly Balance[], carried: readonly Balance[], exponent: number): Difference[] {
  const accounts = new Map<string, { account: string; stated: bigint; carried: bigint }>();
  const at = ({ accountId, account }: Balance) => {
    const row = accounts.get(accountId) ?? { account, stated: 0n, carried: 0n };
    accounts.set(accountId, row);
    return row;
  };
  for (const balance of stated) at(balance).stated += balance.opening;
  for (const balance of carried) at(balance).carried += balance.opening;

  const money = (amount: bigint) => fromMinor(amount, exponent);
  return [...accounts]
    .filter(([, row]) => row.stated !== row.carried)
    .map(([accountId, row]) => ({
      ...{ account: row.account, accountId, stated: money(row.stated), carried: money(row.carried) },
      difference: money(row.stated - row.carried),
    }))
    .sort((a, b) => compareCodes(a.account, b.account));
}

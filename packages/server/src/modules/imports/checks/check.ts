import { readers } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import type { TenantInfo } from '../../../http/context.ts';
import { periodsOfYear, yearsOf } from '../../calendar/index.ts';
import { amountContext } from '../../entries/index.ts';
import * as known from '../plan/known.ts';
import { planOf } from '../plan/make-plan.ts';
import { askedPlaces, type Nowhere, type Place, placeOf, writePlaces } from '../plan/places.ts';
import { differenceAccount, type Plan, prune } from '../plan/plan.ts';
import { type BalancesPlan, planBalances } from '../plan/plan-balances.ts';
import { type NamedYear, planYears, type YearsPlan } from '../plan/plan-years.ts';
import { addRejects, beginFaults, markFaulty } from '../staging/faults.ts';
import { checkMerged } from '../staging/merge.ts';
import type { Target } from '../staging/target.ts';
import type { Interpretation, Session } from '../store.ts';
import * as entries from './check-entries.ts';
import { checkLines } from './check-lines.ts';
import { type Counts, countsOf, usedNames } from './counts.ts';
import { interpret } from './interpret.ts';
import { openingDefaults } from './opening.ts';

/** All that is known of an import before anything is written. */
export interface Checked {
  target: Target;
  plan: Plan;
  years: YearsPlan;
  balances: BalancesPlan;
  counts: Counts;
  interpretation: Interpretation;
}

/**
 * Checks the staged entries by set and works out what their import would do. It writes to staging only, so the commit runs it
 * again, under the locks it needs, and compares.
 */
export async function checkEntries(tx: Tx, tenant: TenantInfo, session: Session): Promise<Checked> {
  const { id } = session;
  const faults = await beginFaults(tx, tenant.id, id);
  const exponent = amountContext(tenant, false).exponent(tenant.baseCurrency) ?? 2;
  const target: Target = { tx, tenantId: tenant.id, id, faults, base: tenant.baseCurrency, exponent };

  const surplus = await checkMerged(tx, tenant.id, id, faults);
  const plan = await planOf(tx, tenant, session);
  const opening = await openingDefaults(target, session, plan);
  const asked = await askedPlaces(tx, tenant.id, id);
  const years = await yearsFor(
    tx,
    tenant,
    session,
    asked.map((a) => a.date),
    opening,
  );

  const balances = await checkBalances(target, session, plan, years);
  const places = asked.map((one) => placeOf(one, plan, years));
  const found = places.filter((place): place is Place => 'year' in place);
  await writePlaces(tx, tenant.id, id, found);
  await entries.checkHeads(target);
  await entries.checkPlaces(
    target,
    places.filter((place): place is Nowhere => 'code' in place),
  );
  await checkLines(target, plan);
  await entries.checkBalance(target, differenceOf(session, tenant, plan));
  await entries.checkExternalIds(target);
  const numbersRepeated = await numbers(target, session);

  await markFaulty(tx, tenant.id, id);
  const counts = await countsOf(tx, tenant.id, id, { surplus, records: balances.rejects.length });
  if (counts.rejected > 0) prune(plan, await usedNames(tx, tenant.id, id));
  await dropUnusedYears(target, years, counts);
  const interpretation = await interpret(target, session, { plan, years, balances, counts, numbersRepeated });
  return { target, plan, years, balances, counts, interpretation };
}

async function yearsFor(
  tx: Tx,
  tenant: TenantInfo,
  session: Session,
  days: readonly string[],
  opening: NamedYear | undefined,
): Promise<YearsPlan> {
  const there = [];
  for (const year of await yearsOf(tx, tenant.id)) {
    there.push({ year, periods: await periodsOfYear(tx, tenant.id, year.id) });
  }
  const { options, said } = session;
  const named: NamedYear[] = opening ? [opening] : [];
  for (const { body } of await known.recordsOf(tx, tenant.id, session.id)) {
    if (body.record === 'year')
      named.push({ ...body, reason: said?.year?.reason ?? 'the file has a row of it' });
  }
  if (options.fiscalYear) named.push({ ...options.fiscalYear, reason: 'as --fiscal-year says' });
  if (said?.year) named.push(said.year);
  return planYears(session, tenant, named, there, [...new Set(days)]);
}

async function checkBalances(
  target: Target,
  session: Session,
  plan: Plan,
  years: YearsPlan,
): Promise<BalancesPlan> {
  const { tx, tenantId, exponent } = target;
  const rows = (await known.recordsOf(tx, tenantId, session.id)).flatMap(({ row, body }) =>
    body.record === 'balance' ? [{ row: row === null ? null : Number(row), body }] : [],
  );
  const balances = await planBalances(tx, { tenantId, exponent, session }, rows, plan, years);
  await addRejects(target.faults, balances.rejects);
  return balances;
}

/** Years that nothing is written into are made only where the file itself names them. */
async function dropUnusedYears({ tx, tenantId, id }: Target, plan: YearsPlan, counts: Counts): Promise<void> {
  if (counts.rejected === 0) return;
  const used = new Set(await known.yearsUsed(tx, tenantId, id));
  plan.years = plan.years.filter((year) => !year.created || year.named || used.has(year.start));
}

function differenceOf(session: Session, tenant: TenantInfo, plan: Plan) {
  const account = differenceAccount(session, tenant);
  const remedy =
    session.resource === 'ledger'
      ? 'set accountRoles.unallocatedResult, or name an account by --opening-difference'
      : 'name the account that takes the difference by --opening-difference';
  if (account === undefined) return { account, remedy };
  const isThere = plan.accounts.known.has(account) || plan.accounts.made.has(account);
  return {
    account: isThere ? account : undefined,
    remedy: `there is no account ${account} to take the difference`,
  };
}

/** Keeps numbers that can be legal ones; says which series had to be numbered anew. */
async function numbers(target: Target, { options, format }: Session): Promise<string[]> {
  if (readers[format].opensApart) await entries.leaveOpeningsUnnumbered(target);
  const policy = options.numbers ?? 'auto';
  let repeated: string[] = [];
  if (policy === 'renumber') await entries.renumber(target, 'all');
  if (policy === 'auto') {
    const series = await entries.repeatedNumbers(target);
    if (series.length > 0) await entries.renumber(target, series);
    repeated = [...new Set(series.map((s) => s.series))];
  }
  await entries.checkNumbers(target);
  return repeated;
}

import { compareCodes } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import type { Done, Work } from '../jobs/job.ts';
import type { CheckedRecords } from '../lists/apply-records.ts';
import { agrees, compareStated } from '../totals/assertions.ts';
import { type StagedSum, stagedSums } from '../totals/staged-sums.ts';
import type { Checked } from './check.ts';

type Effects = components['schemas']['ImportEffects'];

/** What entries add to an account; minor units of the base currency as text. */
export interface AccountEffect {
  account: string;
  name: string;
  lines: number;
  debit: string;
  credit: string;
}

/** Of what a file states, so many are kept to be looked at; those that differ come first. */
const assertionsKept = 5_000;

/** What a validated import will do, and whether the totals of its file will be those of the books. */
export async function effectsOf(
  { session, tenant }: Work,
  checked: Checked,
): Promise<Done & { differ: number }> {
  const staged = await stagedSums(checked.target);
  const accounts = accountEffects(staged, checked);
  const assertions = await compareStated(
    { ...checked, tenant, staged },
    [...(session.said?.assertions ?? []), ...checked.balances.stated],
    checked.counts,
  );
  const agreed = assertions.filter(agrees).length;
  const { valid, rejected, lines } = checked.counts;
  const effects: Effects = {
    ...{ written: valid, updated: 0, unchanged: 0, skipped: 0, rejected, lines },
    ...{ accounts: accounts.length, created: checked.interpretation.created },
  };
  return {
    ...{ effects, accountEffects: accounts, assertions: assertions.slice(0, assertionsKept) },
    assertionCounts: { stated: assertions.length, agreed },
    differ: assertions.length - agreed,
  };
}

/** Totals as they were shown; another one is a reason to show them again. */
export async function totalsOf({ session, tenant }: Work, checked: Checked): Promise<unknown> {
  const stated = [...(session.said?.assertions ?? []), ...checked.balances.stated];
  if (stated.length === 0) return [];
  const staged = await stagedSums(checked.target);
  const assertions = await compareStated({ ...checked, tenant, staged }, stated, checked.counts);
  return assertions.slice(0, assertionsKept);
}

export function recordEffects({ counts, interpretation }: CheckedRecords): Effects {
  const { valid, updated, unchanged, rejected } = counts;
  const written = valid - updated - unchanged;
  const { created } = interpretation;
  return { written, updated, unchanged, skipped: 0, rejected, lines: 0, accounts: 0, created };
}

function accountEffects(staged: readonly StagedSum[], { plan }: Checked): AccountEffect[] {
  const { known, made } = plan.accounts;
  const sums = new Map<string, { lines: number; debit: bigint; credit: bigint }>();
  for (const { account, lines, debit, credit } of staged) {
    const sum = sums.get(account) ?? { lines: 0, debit: 0n, credit: 0n };
    sums.set(account, { lines: sum.lines + lines, debit: sum.debit + debit, credit: sum.credit + credit });
  }
  return [...sums]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([account, { lines, debit, credit }]) => ({
      ...{ account, name: (known.get(account) ?? made.get(account))?.name ?? account },
      ...{ lines, debit: debit.toString(), credit: credit.toString() },
    }));
}

export async function accountEffectsOf(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<AccountEffect[] | undefined> {
  const [row] = await tx.query<{ effects: AccountEffect[] }>(
    sql`select account_effects as effects from imports where tenant_id = ${tenantId} and id = ${id}`,
  );
  return row?.effects;
}

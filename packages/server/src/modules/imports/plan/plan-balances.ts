import { type BalanceRow, isMoneyFault, type StatedTotal, toMinor } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import { yearBalances, yearsOf } from '../../calendar/index.ts';
import type { Reject } from '../staging/parts.ts';
import type { Session } from '../store.ts';
import type { Plan } from './plan.ts';
import { type PlannedYear, type YearsPlan, yearOf } from './plan-years.ts';

/** A balance of a year, or an annotation to one, that the import keeps; minor units of the base currency. */
export interface PlannedBalance {
  /** First day of the year. */
  year: string;
  account: string;
  dimensions: Record<string, string>;
  opening: bigint | null;
  closing: bigint | null;
}

export interface BalancesPlan {
  kept: PlannedBalance[];
  /** What rows say of years whose entries are here: totals to compare, nothing to keep. */
  stated: StatedTotal[];
  rejects: Reject[];
  warnings: string[];
}

/** The rows of balances, with the place of each. */
export interface BalanceSource {
  row: number | null;
  body: BalanceRow;
}

const isBare = (dimensions: Record<string, string> = {}): boolean => Object.keys(dimensions).length === 0;

const keyOf = ({ year, account, dimensions = {} }: Pick<BalanceRow, 'year' | 'account' | 'dimensions'>) =>
  JSON.stringify([year, account, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * What becomes of the rows of balances: those of years without entries are kept as comparatives, those of years whose entries
 * are here or come with the file are compared with them, annotations are kept for either. What the books have already stays.
 */
export async function planBalances(
  tx: Tx,
  { tenantId, exponent, session }: { tenantId: string; exponent: number; session: Session },
  rows: readonly BalanceSource[],
  plan: Plan,
  years: YearsPlan,
): Promise<BalancesPlan> {
  const found: BalancesPlan = { kept: [], stated: [], rejects: [], warnings: [] };
  if (rows.length === 0) return found;
  if (session.resource !== 'ledger' || session.options.as === 'draft') {
    plan.notStored['balances'] = rows.length;
    return found;
  }

  const there = await balancesThere(tx, tenantId, rows);
  const seen = new Set<string>();
  const others: string[] = [];
  for (const source of rows) {
    const { body } = source;
    const year = years.years.find(({ start }) => start === body.year);
    const fault =
      accountFault(body, plan) ??
      valueFault(body, plan) ??
      repeatFault(body, seen) ??
      amountFault(body, exponent);
    if (fault) found.rejects.push(rejectOf(source, fault));
    else if (!year && overlaps(body, years))
      plan.notStored['balances'] = (plan.notStored['balances'] ?? 0) + 1;
    else if (!year) found.rejects.push(rejectOf(source, yearFault(body)));
    else if (year.detail === 'entries' && isBare(body.dimensions))
      found.stated.push(...statedBy(source, year));
    else {
      const balance = balanceOf(body, exponent);
      const old = there.get(keyOf(body));
      if (!old) found.kept.push(balance);
      else if (old.opening !== balance.opening || old.closing !== balance.closing) others.push(body.account);
    }
  }

  if (others.length > 0) {
    const codes = [...new Set(others)].slice(0, 5).join(', ');
    found.warnings.push(
      `${others.length} balances are here with other amounts, and stay as they are (${codes})`,
    );
  }
  sayUnbalanced(found, years);
  return found;
}

/** A year of the file that is not made, because other years hold its days. */
const overlaps = ({ year }: BalanceRow, years: YearsPlan): boolean => yearOf(years, year) !== undefined;

async function balancesThere(tx: Tx, tenantId: string, rows: readonly BalanceSource[]) {
  const asked = new Set(rows.map(({ body }) => body.year));
  const there = new Map<string, { opening: bigint | null; closing: bigint | null }>();
  for (const { id, start } of await yearsOf(tx, tenantId)) {
    if (!asked.has(start)) continue;
    for (const balance of await yearBalances(tx, tenantId, id))
      there.set(keyOf({ ...balance, year: start }), balance);
  }
  return there;
}

type Fault = Pick<Reject, 'field' | 'code' | 'message'>;

function accountFault({ account }: BalanceRow, { accounts }: Plan): Fault | undefined {
  if (accounts.known.has(account) || accounts.made.has(account)) return undefined;
  const message = accounts.unknown.get(account) ?? `there is no account ${account}`;
  return { field: 'account', code: 'account_unknown', message };
}

function valueFault({ dimensions = {} }: BalanceRow, { values }: Plan): Fault | undefined {
  for (const [dimension, code] of Object.entries(dimensions)) {
    const message = values.unknown.get(`${dimension}\n${code}`);
    if (message !== undefined)
      return { field: `dimensions/${dimension}`, code: 'dimension_unknown', message };
  }
  return undefined;
}

function repeatFault(body: BalanceRow, seen: Set<string>): Fault | undefined {
  const key = keyOf(body);
  if (seen.has(key)) {
    const message = `the file has this balance of account ${body.account} and year ${body.year} twice`;
    return { field: 'account', code: 'conflict', message };
  }
  seen.add(key);
  return undefined;
}

function amountFault(body: BalanceRow, exponent: number): Fault | undefined {
  for (const field of ['opening', 'closing', 'result'] as const) {
    const text = body[field];
    const amount = text === undefined ? 0n : toMinor(text, exponent);
    if (isMoneyFault(amount)) return { field, ...amount };
  }
  const { closing, result } = body;
  if (
    closing === undefined ||
    result === undefined ||
    toMinor(closing, exponent) === toMinor(result, exponent)
  )
    return undefined;
  const message = `the account closes with ${closing} and has a result of ${result}: one of them is wrong`;
  return { field: 'result', code: 'invalid_request', message };
}

const yearFault = ({ year }: BalanceRow): Fault => ({
  ...{ field: 'year', code: 'year_unknown' },
  message: `no year begins on ${year}: the file needs a row of it, or open it first (erp year open)`,
});

function rejectOf({ row, body }: BalanceSource, fault: Fault): Reject {
  const value = (body as unknown as Record<string, unknown>)[fault.field ?? ''];
  return { ord: null, row, entry: null, value: typeof value === 'string' ? value : null, ...fault };
}

function balanceOf(body: BalanceRow, exponent: number): PlannedBalance {
  const { year, account, dimensions = {}, opening, closing = body.result } = body;
  const minor = (text: string | undefined): bigint | null => {
    const amount = text === undefined ? null : toMinor(text, exponent);
    if (amount !== null && isMoneyFault(amount)) throw new Error(amount.message);
    return amount;
  };
  return { year, account, dimensions, opening: minor(opening), closing: minor(closing) };
}

function statedBy({ row, body }: BalanceSource, { start, end }: PlannedYear): StatedTotal[] {
  const { account, opening, closing, result } = body;
  const place = { account, ...(row === null ? {} : { row }) };
  return [
    ...(opening === undefined ? [] : [{ ...place, kind: 'opening' as const, stated: opening, date: start }]),
    ...(closing === undefined ? [] : [{ ...place, kind: 'closing' as const, stated: closing, date: end }]),
    ...(result === undefined
      ? []
      : [{ ...place, kind: 'result' as const, stated: result, from: start, date: end }]),
  ];
}

/** Openings and closings of a year should each add up to zero; one that does not is said, and kept as it is stated. */
function sayUnbalanced({ kept, warnings }: BalancesPlan, { years }: YearsPlan): void {
  for (const { code, start } of years) {
    const bare = kept.filter((one) => one.year === start && isBare(one.dimensions));
    for (const side of ['opening', 'closing'] as const) {
      const sum = bare.reduce((total, one) => total + (one[side] ?? 0n), 0n);
      if (sum !== 0n) warnings.push(`the ${side} balances of year ${code} do not add up to zero`);
    }
  }
}

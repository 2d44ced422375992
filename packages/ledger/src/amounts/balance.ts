import { fromMinor, type Minor } from '../money/index.ts';
import { exact, type Rate, toRate } from '../money/rate.ts';
import type { AmountContext, LineAmounts } from './line-amounts.ts';

export interface Imbalance {
  code: 'unbalanced' | 'unbalanced_rounding';
  /** Debit minus credit, in base currency. */
  difference: Minor;
  message: string;
}

type BalanceContext = Pick<AmountContext, 'base' | 'exponent'>;

/**
 * Whether debit equals credit in base currency, to the last unit; undefined when it does. Balance in each currency is neither
 * required nor enough. `unbalanced_rounding` names what translation alone can cause: each currency balances, one of them is
 * foreign, and the difference is at most half a minor unit a line.
 */
export function checkBalance(lines: readonly LineAmounts[], ctx: BalanceContext): Imbalance | undefined {
  let debit = 0n;
  let credit = 0n;
  for (const line of lines) {
    debit += line.debit;
    credit += line.credit;
  }

  const difference = debit - credit;
  if (difference === 0n) return undefined;

  const exponent = ctx.exponent(ctx.base) ?? 0;
  const text = (amount: Minor) => fromMinor(amount, exponent);
  const size = difference < 0n ? -difference : difference;
  const sums = `debit ${text(debit)}, credit ${text(credit)}: differs by ${text(size)} ${ctx.base}`;

  if (!fromRounding(lines, size, ctx.base)) return { code: 'unbalanced', difference, message: sums };

  const message = `${sums}, which comes from rounding; state it as a line, or ask for rounding line or largest`;
  return { code: 'unbalanced_rounding', difference, message };
}

function fromRounding(lines: readonly LineAmounts[], size: Minor, base: string): boolean {
  if (2n * size > BigInt(lines.length)) return false;
  if (!lines.some((line) => line.currency !== base)) return false;

  const byCurrency = new Map<string, Minor>();
  for (const line of lines) {
    const sum = byCurrency.get(line.currency) ?? 0n;
    byCurrency.set(line.currency, sum + line.currencyDebit - line.currencyCredit);
  }

  return [...byCurrency.values()].every((sum) => sum === 0n);
}

/**
 * `rounding: line`: the line that an entry lacks to balance, for the account of the role `rounding`. It has no amount in
 * currency, so that the balance in currency stays: in the entry's one foreign currency, or in base where there are several.
 */
export function roundingLine(lines: readonly LineAmounts[], ctx: BalanceContext): LineAmounts {
  const difference = lines.reduce((sum, line) => sum + line.debit - line.credit, 0n);
  const debit = difference < 0n ? -difference : 0n;
  const credit = difference > 0n ? difference : 0n;

  const foreign = new Set(lines.map((line) => line.currency).filter((currency) => currency !== ctx.base));
  const [only] = foreign;
  if (only !== undefined && foreign.size === 1) {
    return { debit, credit, currency: only, currencyDebit: 0n, currencyCredit: 0n };
  }

  return { debit, credit, currency: ctx.base, currencyDebit: debit, currencyCredit: credit };
}

/** Lines that balance, and by how many minor units each line's debit minus credit was moved, by position in the entry. */
export interface Spread {
  lines: LineAmounts[];
  moved: { index: number; by: Minor }[];
}

/**
 * `rounding: largest`: moves the difference, unit by unit, to the foreign lines that rounding took most from. Of equal
 * remainders the earlier line goes first. A side never turns into the other, lines in base currency never change.
 *
 * @returns undefined when no line can take it: then the entry is not out by rounding.
 */
export function spreadRounding(lines: readonly LineAmounts[], ctx: BalanceContext): Spread | undefined {
  const difference = lines.reduce((sum, line) => sum + line.debit - line.credit, 0n);
  const step = difference > 0n ? -1n : 1n;

  const candidates = lines
    .map((line, index) => ({ line, index, gain: step * remainder(line, ctx) }))
    .filter(({ line }) => line.currency !== ctx.base && line.debit !== line.credit)
    .sort((a, b) => (a.gain === b.gain ? a.index - b.index : a.gain > b.gain ? -1 : 1));

  const byIndex = new Map<number, Minor>();
  let left = difference < 0n ? -difference : difference;

  while (left > 0n) {
    const before = left;
    for (const { line, index } of candidates) {
      const moved = byIndex.get(index) ?? 0n;
      if (left > 0n && staysOnItsSide(line, moved + step)) {
        byIndex.set(index, moved + step);
        left -= 1n;
      }
    }

    if (left === before) return undefined;
  }

  return {
    lines: lines.map((line, index) => shifted(line, byIndex.get(index) ?? 0n)),
    moved: [...byIndex].map(([index, by]) => ({ index, by })).sort((a, b) => a.index - b.index),
  };
}

/** Exact minus rounded base amount, debit positive, in 10^-24 of a minor unit: one scale, so that lines can be compared. */
function remainder(line: LineAmounts, ctx: BalanceContext): bigint {
  const rate = line.rate === undefined ? undefined : toRate(line.rate);
  const exponent = ctx.exponent(line.currency);
  const baseExponent = ctx.exponent(ctx.base);
  if (!isRate(rate) || exponent === undefined || baseExponent === undefined) return 0n;

  const { numerator, denominator } = exact(
    line.currencyDebit - line.currencyCredit,
    exponent,
    rate,
    baseExponent,
  );
  const scale = 10n ** 24n;
  return (numerator * scale) / denominator - (line.debit - line.credit) * scale;
}

function isRate(rate: ReturnType<typeof toRate> | undefined): rate is Rate {
  return rate !== undefined && 'digits' in rate;
}

function staysOnItsSide(line: LineAmounts, by: Minor): boolean {
  const value = line.debit - line.credit;
  return value > 0n ? value + by > 0n : value + by < 0n;
}

function shifted(line: LineAmounts, by: Minor): LineAmounts {
  if (by === 0n) return line;
  return line.credit === 0n ? { ...line, debit: line.debit + by } : { ...line, credit: line.credit - by };
}

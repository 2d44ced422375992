import { powerOfTen } from '../../money/minor.ts';
import { type Decimal, digitsAt, sizeOf, textOf } from './decimals.ts';
import { compareRatios, inMinor, nothing, one, plus, type Ratio } from './ratios.ts';
import type { Amount, Posting } from './transaction.ts';
import { completed, isBalanced, type Member, type WeighContext, type WeighFault } from './weigh-members.ts';
import { ratesOf } from './weigh-rates.ts';

/** One line of the entry: `minor` is base currency, signed, debit positive. */
export interface WeighedLine {
  posting: Posting;
  amount: Amount;
  minor: bigint;
}

/** A line whose base amount may be moved by one minor unit: it was rounded, or left out in the file. */
interface Open {
  at: number;
  rest: Ratio;
}

/**
 * Works out the base amounts of a transaction. A line in base currency is worth itself; any other what its price, its cost, the
 * rest of the transaction or a price of the file makes of it, in this order; a currency without any that balances by itself is
 * worth nothing. What rounding leaves open goes to the lines that were rounded, largest remainder first; `moved` counts them.
 */
export function weigh(
  postings: readonly Posting[],
  date: string,
  ctx: WeighContext,
): { lines: WeighedLine[]; moved: number } | WeighFault {
  const plain = inBaseOnly(postings, ctx);
  if (plain) return { lines: plain, moved: 0 };

  const members = completed(postings, ctx);
  if (!Array.isArray(members)) return members;

  const rates = ratesOf(members, date, ctx);
  if ('code' in rates) return rates;

  return rounded(members, rates, ctx);
}

/** The commonest transaction: everything stated, in base currency. */
function inBaseOnly(
  postings: readonly Posting[],
  { base, exponent }: WeighContext,
): WeighedLine[] | undefined {
  const lines: WeighedLine[] = [];
  let sum = 0n;

  for (const posting of postings) {
    const { amount, weight } = posting;
    if (!amount || weight !== amount || amount.currency !== base || posting.group !== 'real')
      return undefined;
    if (amount.quantity.scale > exponent) return undefined;

    const minor = digitsAt(amount.quantity, exponent);
    sum += minor;
    lines.push({ posting, amount, minor });
  }

  return sum === 0n ? lines : undefined;
}

function rounded(
  members: readonly Member[],
  rates: Map<string, Ratio>,
  ctx: WeighContext,
): { lines: WeighedLine[]; moved: number } | WeighFault {
  const { base, exponent } = ctx;
  const lines: WeighedLine[] = [];
  const open: Open[] = [];
  let sum = 0n;
  let exact: Ratio = nothing;

  for (const { posting, amount, weight, inferred } of members) {
    const inBase = amount.currency === base;
    const of = inBase ? amount : weight;
    const rate = inBase ? one : (rates.get(weight.currency) ?? nothing);
    const { minor, rest } = inMinor(of.quantity, rate, exponent);

    if (inBase && !inferred && rest.numerator !== 0n) {
      const message = `"${textOf(amount.quantity)}" has more decimals than ${base}, which has ${exponent}`;
      return { code: 'amount_decimals', message, posting };
    }
    if (rest.numerator !== 0n || inferred) open.push({ at: lines.length, rest });
    lines.push({ posting, amount, minor });
    sum += minor;
    if (rest.numerator !== 0n) exact = plus(exact, rest);
  }

  if (sum === 0n) return { lines, moved: 0 };
  const balances = isBalanced(exactSum(sum, exact, exponent), members, base, ctx) || isSmall(exact, sum);
  return balances && spread(lines, open, sum)
    ? { lines, moved: Number(sizeOf(sum)) }
    : {
        code: 'unbalanced',
        message: `the transaction does not balance: ${textOf({ digits: sum, scale: exponent })} ${base} too much`,
      };
}

/** The sum before rounding, to 12 decimals more than the base currency has. */
function exactSum(sum: bigint, rest: Ratio, exponent: number): Decimal {
  const scale = powerOfTen(12);
  return { digits: sum * scale + (rest.numerator * scale) / rest.denominator, scale: exponent + 12 };
}

/** Whether all of the difference comes from rounding: exactly, the lines add up to less than half a minor unit. */
function isSmall(rest: Ratio, sum: bigint): boolean {
  return 2n * sizeOf(sum * rest.denominator + rest.numerator) <= rest.denominator;
}

/** Moves the difference, a unit a line, to the lines that rounding took most from. False when they cannot take it. */
function spread(lines: WeighedLine[], open: readonly Open[], sum: bigint): boolean {
  const step = sum > 0n ? -1n : 1n;
  const takers = open
    .filter(({ at }) => staysOnItsSide(lines[at], step))
    .sort(
      (a, b) => (step > 0n ? compareRatios(b.rest, a.rest) : compareRatios(a.rest, b.rest)) || a.at - b.at,
    );
  if (sizeOf(sum) > BigInt(takers.length)) return false;

  for (const { at } of takers.slice(0, Number(sizeOf(sum)))) {
    const line = lines[at];
    if (line) line.minor += step;
  }
  return true;
}

/** Base and currency amount of a line stand on one side. */
function staysOnItsSide(line: WeighedLine | undefined, step: bigint): boolean {
  if (!line) return false;
  const moved = line.minor + step;
  return moved === 0n || moved > 0n === line.amount.quantity.digits > 0n;
}

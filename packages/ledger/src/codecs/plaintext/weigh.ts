import { powerOfTen } from '../../money/minor.ts';
import {
  add,
  compareRatios,
  type Decimal,
  digitsAt,
  inMinor,
  negated,
  type Ratio,
  sizeOf,
  textOf,
  zero,
} from './decimals.ts';
import type { Amount, Posting } from './transaction.ts';

export interface WeighContext {
  base: string;
  /** Decimals of the base currency. */
  exponent: number;
  /** Units of base for one unit of a currency as of a day, where the file has a price. */
  rateOn(currency: string, date: string): Ratio | undefined;
  /** Whether a currency without price gets one from what else the transaction holds, as hledger and ledger do. */
  infersPrices: boolean;
  /** Whether half a unit of the coarsest amount may be left open (beancount), or of the finest (hledger, ledger). */
  tolerates: 'coarsest' | 'finest';
}

/** One line of the entry: `minor` is base currency, signed, debit positive. */
export interface WeighedLine {
  posting: Posting;
  amount: Amount;
  minor: bigint;
}

export interface WeighFault {
  code: 'unbalanced' | 'rate_missing' | 'amount_decimals' | 'amount_format';
  message: string;
  posting?: Posting;
}

/** A line whose base amount may be moved by one minor unit: it was rounded, or left out in the file. */
interface Open {
  at: number;
  rest: Ratio;
}

interface Member {
  posting: Posting;
  amount: Amount;
  weight: Amount;
  /** Left out in the file: it takes what the others leave. */
  inferred: boolean;
}

const one: Ratio = { numerator: 1n, denominator: 1n };
const nothing: Ratio = { numerator: 0n, denominator: 1n };

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

/** Every posting with its amount; one that was left out takes what its group lacks, in each currency. */
function completed(postings: readonly Posting[], ctx: WeighContext): Member[] | WeighFault {
  const sums = new Map<Posting['group'], Map<string, Decimal>>();

  for (const group of ['real', 'virtual'] as const) {
    const own = postings.filter((posting) => posting.group === group);
    const [, second] = own.filter((posting) => posting.weight === undefined);
    if (second) {
      const message = 'two postings of the transaction have no amount: one can be worked out from the others';
      return { code: 'unbalanced', message, posting: second };
    }
    sums.set(group, sumsOf(own.flatMap(({ weight }) => (weight ? [weight] : []))));
  }

  return postings.flatMap((posting): Member[] => {
    const { amount, weight, group } = posting;
    if (amount && weight) return [{ posting, amount, weight, inferred: false }];
    return lacking(posting, sums.get(group) ?? new Map(), ctx.base);
  });
}

function lacking(posting: Posting, sums: Map<string, Decimal>, base: string): Member[] {
  const amounts = [...sums]
    .filter(([, quantity]) => quantity.digits !== 0n)
    .map(([currency, quantity]) => ({ currency, quantity: negated(quantity) }));
  if (amounts.length === 0) amounts.push({ currency: base, quantity: zero });
  return amounts.map((amount) => ({ posting, amount, weight: amount, inferred: true }));
}

function sumsOf(amounts: readonly Amount[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { currency, quantity } of amounts) {
    const sum = sums.get(currency);
    sums.set(currency, sum ? add(sum, quantity) : quantity);
  }
  return sums;
}

/** The rate of every currency that something of the transaction is weighed in. */
function ratesOf(
  members: readonly Member[],
  date: string,
  ctx: WeighContext,
): Map<string, Ratio> | WeighFault {
  const { base } = ctx;
  const sums = sumsOf(members.map(({ weight }) => weight));
  const rates = new Map<string, Ratio>([[base, one]]);
  const open: string[] = [];

  for (const [currency, sum] of sums) {
    if (currency === base) continue;
    const stated = statedBeside(members, currency, base);
    const rate =
      stated ??
      (isBalanced(sum, members, currency, ctx) ? (ctx.rateOn(currency, date) ?? nothing) : undefined);
    if (rate) rates.set(currency, rate);
    else open.push(currency);
  }

  if (open.length > 0 && !ctx.infersPrices) return unbalanced(sums, open);

  while (open.length > 1) {
    const at = open.findIndex((currency) => ctx.rateOn(currency, date));
    const currency = open[at];
    const rate = currency === undefined ? undefined : ctx.rateOn(currency, date);
    if (currency === undefined || !rate) {
      const message = `${open.join(' and ')} have neither price nor rate to ${base}, and do not balance by themselves`;
      return { code: 'rate_missing', message };
    }
    rates.set(currency, rate);
    open.splice(at, 1);
  }

  const [last] = open;
  if (last === undefined) return rates;

  const left = leftFor(last, members, rates, ctx);
  if (!left) return unbalanced(sums, sums.has(base) ? [base, last] : [last]);
  rates.set(last, left);
  return rates;
}

/** Lines in base currency with a price in `currency` tell what that is worth. */
function statedBeside(members: readonly Member[], currency: string, base: string): Ratio | undefined {
  const known = members.filter((m) => m.weight.currency === currency && m.amount.currency === base);
  if (known.length === 0) return undefined;

  const total = (pick: (member: Member) => Decimal) => known.map(pick).reduce(add, zero);
  return quotient(
    total((m) => m.amount.quantity),
    total((m) => m.weight.quantity),
  );
}

/** The rate by which one currency takes all that the others leave; undefined when that is nothing, or on the same side. */
function leftFor(
  last: string,
  members: readonly Member[],
  rates: Map<string, Ratio>,
  { base }: WeighContext,
): Ratio | undefined {
  let left: Ratio = nothing;
  let own = zero;

  for (const { amount, weight } of members) {
    if (weight.currency === last) own = add(own, weight.quantity);
    else left = plus(left, worth(amount, weight, rates, base));
  }

  const scale = powerOfTen(own.scale);
  const rate = { numerator: -left.numerator * scale, denominator: left.denominator * own.digits };
  const positive =
    rate.denominator < 0n ? { numerator: -rate.numerator, denominator: -rate.denominator } : rate;
  return positive.numerator > 0n ? positive : undefined;
}

function worth(amount: Amount, weight: Amount, rates: Map<string, Ratio>, base: string): Ratio {
  const [of, rate] =
    amount.currency === base ? [amount, one] : [weight, rates.get(weight.currency) ?? nothing];
  return {
    numerator: of.quantity.digits * rate.numerator,
    denominator: powerOfTen(of.quantity.scale) * rate.denominator,
  };
}

const plus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

function quotient(a: Decimal, b: Decimal): Ratio | undefined {
  if (b.digits === 0n) return undefined;
  const numerator = a.digits * powerOfTen(b.scale);
  const denominator = b.digits * powerOfTen(a.scale);
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** Whether a currency balances to half a unit of its own amounts: prices and divisions leave no more. */
function isBalanced(
  sum: Decimal,
  members: readonly Member[],
  currency: string,
  { tolerates }: WeighContext,
): boolean {
  if (sum.digits === 0n) return true;
  const scales = members
    .filter(({ amount, inferred }) => amount.currency === currency && !inferred)
    .map(({ amount }) => amount.quantity.scale)
    .filter((scale) => scale > 0 || tolerates === 'finest');
  if (scales.length === 0) return false;

  const scale = tolerates === 'finest' ? Math.max(...scales) : Math.min(...scales);
  // |sum| <= half a unit of the last decimal
  return 2n * sizeOf(sum.digits) * powerOfTen(scale) <= powerOfTen(sum.scale);
}

function unbalanced(sums: Map<string, Decimal>, of: readonly string[]): WeighFault {
  const parts = of.map((currency) => `${textOf(sums.get(currency) ?? zero)} ${currency}`);
  return { code: 'unbalanced', message: `the transaction does not balance: ${parts.join(', ')} too much` };
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

import { powerOfTen } from '../../money/minor.ts';
import { add, type Decimal, textOf, zero } from './decimals.ts';
import { nothing, one, plus, quotient, type Ratio } from './ratios.ts';
import type { Amount } from './transaction.ts';
import { isBalanced, type Member, sumsOf, type WeighContext, type WeighFault } from './weigh-members.ts';

/** The rate of every currency that something of the transaction is weighed in. */
export function ratesOf(
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

function unbalanced(sums: Map<string, Decimal>, of: readonly string[]): WeighFault {
  const parts = of.map((currency) => `${textOf(sums.get(currency) ?? zero)} ${currency}`);
  return { code: 'unbalanced', message: `the transaction does not balance: ${parts.join(', ')} too much` };
}

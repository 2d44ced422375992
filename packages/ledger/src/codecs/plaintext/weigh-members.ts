import { powerOfTen } from '../../money/minor.ts';
import { add, type Decimal, negated, sizeOf, zero } from './decimals.ts';
import type { Ratio } from './ratios.ts';
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

export interface WeighFault {
  code: 'unbalanced' | 'rate_missing' | 'amount_decimals' | 'amount_format';
  message: string;
  posting?: Posting;
}

/** A posting with its amount, and what it is weighed by. */
export interface Member {
  posting: Posting;
  amount: Amount;
  weight: Amount;
  /** Left out in the file: it takes what the others leave. */
  inferred: boolean;
}

/** Every posting with its amount; one that was left out takes what its group lacks, in each currency. */
export function completed(postings: readonly Posting[], ctx: WeighContext): Member[] | WeighFault {
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

export function sumsOf(amounts: readonly Amount[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { currency, quantity } of amounts) {
    const sum = sums.get(currency);
    sums.set(currency, sum ? add(sum, quantity) : quantity);
  }
  return sums;
}

/** Whether a currency balances to half a unit of its own amounts: prices and divisions leave no more. */
export function isBalanced(
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

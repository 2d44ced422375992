import { powerOfTen } from '../../money/minor.ts';
import { type Decimal, mostDecimals, sizeOf, textOf, trimmed } from './decimals.ts';
import type { Posting } from './transaction.ts';
import { type WeighedLine, weigh } from './weigh.ts';
import type { WeighContext, WeighFault } from './weigh-members.ts';

const mostDigits = 15;

/** What `weigh` makes of a transaction, or its fault; an amount that no ledger holds is one, be it written or worked out. */
export function soundAmounts(
  postings: readonly Posting[],
  date: string,
  ctx: WeighContext,
): { lines: WeighedLine[]; moved: number } | (WeighFault & { value?: string }) {
  const weighed = weigh(postings, date, ctx);
  if ('code' in weighed) return weighed;

  const mostMinor = powerOfTen(mostDigits + ctx.exponent);
  for (const { posting, amount, minor } of weighed.lines) {
    const { quantity } = amount;
    if (quantity.scale > mostDecimals && trimmed(quantity).scale > mostDecimals) {
      const [value, what] = [textOf(trimmed(quantity)).slice(0, 60), `${mostDecimals} decimals`];
      return { ...fault(posting, value, `${what}, which no currency has`), code: 'amount_decimals' };
    }
    if (isTooLong(quantity)) return fault(posting, textOf(quantity).slice(0, 60), tooLong);
    if (sizeOf(minor) >= mostMinor) {
      const value = textOf({ digits: minor, scale: ctx.exponent }).slice(0, 60);
      return fault(posting, value, `${tooLong}, in ${ctx.base}`);
    }
  }
  return weighed;
}

const isTooLong = ({ digits, scale }: Decimal): boolean => sizeOf(digits) >= powerOfTen(mostDigits + scale);

const tooLong = `${mostDigits} digits before the point`;

const fault = (posting: Posting, value: string, what: string): WeighFault & { value: string } => ({
  ...{ code: 'amount_format', message: `"${value}" has more than ${what}` },
  ...{ posting, value },
});

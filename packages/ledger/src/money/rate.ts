import { type Minor, type MoneyFault, powerOfTen } from './minor.ts';

const grammar = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/;

/** A rate as an integer and the number of its decimals: `0.9155` is `{ digits: 9155n, decimals: 4 }`. */
export interface Rate {
  digits: bigint;
  decimals: number;
}

/** Reads a rate: a positive decimal of at most 12 digits before and 12 after the point. */
export function toRate(text: string): Rate | MoneyFault {
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const digits = grammar.test(text) ? BigInt(text.replace('.', '')) : 0n;

  if (digits === 0n) {
    const message = `"${text.slice(0, 40)}" is not a rate: a positive decimal, at most 12 digits on each side of the point`;
    return { code: 'amount_format', message };
  }

  return { digits, decimals };
}

/**
 * Translates an amount: `amount` × `rate`, where the rate is units of the target for one unit of the source (as in SAF-T),
 * rounded half up, away from zero, to the decimals of the target.
 */
export function convert(
  amount: Minor,
  fromExponent: number,
  rateText: string,
  toExponent: number,
): Minor | MoneyFault {
  const rate = toRate(rateText);
  if ('code' in rate) return rate;

  const { numerator, denominator } = exact(amount, fromExponent, rate, toExponent);
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The translated amount in minor units of the target, before rounding, as a fraction. */
export function exact(
  amount: Minor,
  fromExponent: number,
  rate: Rate,
  toExponent: number,
): { numerator: bigint; denominator: bigint } {
  return {
    numerator: amount * rate.digits * powerOfTen(toExponent),
    denominator: powerOfTen(fromExponent + rate.decimals),
  };
}

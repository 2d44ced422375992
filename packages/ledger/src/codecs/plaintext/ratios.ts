import { powerOfTen } from '../../money/minor.ts';
import { type Decimal, sizeOf } from './decimals.ts';

/** A rate as an exact fraction: prices divide, and a quotient of decimals has no end. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const one: Ratio = { numerator: 1n, denominator: 1n };
export const nothing: Ratio = { numerator: 0n, denominator: 1n };

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** Of two decimals; undefined where the second is zero. The denominator is positive. */
export function quotient(a: Decimal, b: Decimal): Ratio | undefined {
  if (b.digits === 0n) return undefined;
  const numerator = a.digits * powerOfTen(b.scale);
  const denominator = b.digits * powerOfTen(a.scale);
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** `amount` × `ratio` in minor units of `exponent` decimals, rounded half up, and what rounding took (exact minus rounded). */
export function inMinor(amount: Decimal, ratio: Ratio, exponent: number): { minor: bigint; rest: Ratio } {
  const numerator = amount.digits * ratio.numerator * powerOfTen(exponent);
  const denominator = ratio.denominator * powerOfTen(amount.scale);
  const size = sizeOf(numerator);
  const rounded = (2n * size + denominator) / (2n * denominator);
  const minor = numerator < 0n ? -rounded : rounded;
  return { minor, rest: { numerator: numerator - minor * denominator, denominator } };
}

/** Compares two fractions of positive denominators. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left === right ? 0 : left < right ? -1 : 1;
}

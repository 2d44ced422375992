import { powerOfTen } from '../../money/minor.ts';

/** An exact decimal: `digits` × 10^-`scale`. `scale` is that of the text: `1.50` is not written like `1.5`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
  /** As the file has it, without sign, where that is how amounts of ours are written: spares writing it again. */
  readonly text?: string | undefined;
}

export const zero: Decimal = { digits: 0n, scale: 0 };

/** Of an amount, whatever its currency. */
export const mostDecimals = 8;

/** Longer numbers are no amounts, and exact arithmetic on them takes for ever. */
export const longestNumber = 40;

/** Digits, perhaps with a minus, and how many of them stand behind the decimal mark. */
export function decimalOf(digits: string, scale: number): Decimal {
  return { digits: BigInt(digits), scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export const negated = (a: Decimal): Decimal => ({ digits: -a.digits, scale: a.scale });

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
});

export const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** The digits of `a` written with `scale` decimals, which must be at least its own. */
export function digitsAt(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.digits : a.digits * powerOfTen(scale - a.scale);
}

/** Without zeros behind the last decimal that says something. */
export function trimmed(a: Decimal): Decimal {
  let { digits, scale } = a;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

export function textOf({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString();
  const text = sizeOf(digits)
    .toString()
    .padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

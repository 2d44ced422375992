/** An amount in the smallest unit of its currency: `1234n` is 12.34 in a currency of two decimals. */
export type Minor = bigint;

/** Why a text is no amount. `amount_format`: not a decimal at all; `amount_decimals`: more decimals than the currency has. */
export interface MoneyFault {
  code: 'amount_format' | 'amount_decimals';
  message: string;
}

const grammar = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,8})?$/;
const powers = Array.from({ length: 40 }, (_, n) => 10n ** BigInt(n));

/** What a signed 64-bit integer holds: amounts are stored as one. */
const largest = 9_223_372_036_854_775_807n;

/** 10 to the power of `n`, for `n` up to 39. */
export function powerOfTen(n: number): bigint {
  return powers[n] ?? 10n ** BigInt(n);
}

export function isMoneyFault(value: Minor | MoneyFault): value is MoneyFault {
  return typeof value !== 'bigint';
}

/**
 * Reads an amount: a decimal point, no thousands separator, at most 15 integer digits and 8 decimals. Surplus decimals must
 * be zeros (`12.500` is 12.50 in euro, `12.505` is refused): nothing is rounded here.
 */
export function toMinor(text: string, exponent: number): Minor | MoneyFault {
  if (!grammar.test(text)) return { code: 'amount_format', message: formatMessage(text) };

  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const decimals = point < 0 ? '' : text.slice(point + 1);

  for (let i = exponent; i < decimals.length; i += 1) {
    if (decimals[i] !== '0') return { code: 'amount_decimals', message: decimalsMessage(text, exponent) };
  }

  const minor = BigInt(whole + decimals.slice(0, exponent).padEnd(exponent, '0'));
  if (minor > largest || minor < -largest) {
    return { code: 'amount_format', message: `"${text}" is larger than an amount can be` };
  }

  return minor;
}

function decimalsMessage(text: string, exponent: number): string {
  const allowed = exponent === 0 ? 'no decimals' : exponent === 1 ? '1 decimal' : `${exponent} decimals`;
  return `"${text}" has more decimals than its currency, which has ${allowed}`;
}

function formatMessage(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;

  if (/^[-+]?[\d.\s]*\d,\d{1,8}$/.test(text)) {
    return `"${shown}" is not a decimal: this looks like a decimal comma; try --decimal ,`;
  }

  if (/^[-+]?\d{1,3}([,\s']\d{3})+(\.\d*)?$/.test(text)) {
    return `"${shown}" is not a decimal: write it without thousands separators`;
  }

  if (/^-?\d{16,}(\.\d*)?$/.test(text)) return `"${shown}" has more than 15 digits before the point`;
  if (/^-?\d+\.\d{9,}$/.test(text)) return `"${shown}" has more than 8 decimals`;
  return `"${shown}" is not a decimal such as 1234.50`;
}

/**
 * Writes an amount with exactly the decimals of its currency. Takes a bigint or its decimal text, because a database gives
 * 64-bit integers as text. Called once an exported line, hence no bigint arithmetic.
 */
export function fromMinor(minor: bigint | string, exponent: number): string {
  const text = typeof minor === 'string' ? minor : minor.toString();
  if (exponent === 0) return text;

  const negative = text.charCodeAt(0) === 45;
  const digits = negative ? text.slice(1) : text;
  const sign = negative ? '-' : '';

  const cut = digits.length - exponent;
  if (cut > 0) return `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return `${sign}0.${digits.padStart(exponent, '0')}`;
}

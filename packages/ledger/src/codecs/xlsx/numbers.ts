/** A spreadsheet keeps and shows this many digits; what stands behind them is the noise of binary arithmetic. */
const digitsHeld = 15;
/** No amount has more decimals. */
const mostDecimals = 8;
/** More than a file can mean: the largest number of a spreadsheet has 309 digits, the smallest 324 decimals. */
const longest = 400;

/** A number of a cell as a plain decimal; `rounded` when noise was taken off it. */
export interface CellNumber {
  text: string;
  rounded: boolean;
}

/**
 * The decimal that a cell holds, digit by digit as the file writes it (`1E-2` is `0.01`), never by way of a binary number.
 * Only a number with more than 15 digits and more than 8 decimals, as arithmetic leaves it (`0.30000000000000004`), is what
 * the spreadsheet shows: 15 digits, and where a sum has left noise in the last of these too, the number of at most 8 decimals that
 * it is nearest to. Undefined for what is no number.
 */
export function cellNumber(written: string): CellNumber | undefined {
  if (plain.test(written) && written.length <= digitsHeld) return { text: written, rounded: false };

  const match = number.exec(written);
  if (!match || written.length > longest) return undefined;

  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const exponent = Number(power) - fraction.length;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '')
    return { text: exponent < 0 ? decimalOf('', '0', Math.max(exponent, -longest)) : '0', rounded: false };
  if (Math.abs(exponent) > longest) return undefined;

  const held = digits.replace(/0+$/, '').length;
  if (held >= digitsHeld && -exponent > mostDecimals) {
    const dropped = digits.length - digitsHeld;
    const kept = BigInt(digits.slice(0, digitsHeld)) + (digits.charAt(digitsHeld) >= '5' ? 1n : 0n);
    const written = (value: bigint) => withoutZeros(decimalOf(sign, String(value), exponent + dropped));
    const text = withoutNoiseOfSums(kept, written);
    return { text, rounded: held > digitsHeld || text !== written(kept) };
  }
  return { text: decimalOf(sign, digits, exponent), rounded: false };
}

/** A sum of many cells is off by some units of the 15th digit: `7.99999999999999`. More than this is no noise. */
const mostNoise = 20n;

/** The number near by that has at most 8 decimals and 12 digits, or the 15 digits as they are. */
function withoutNoiseOfSums(kept: bigint, written: (digits: bigint) => string): string {
  const text = written(kept);
  if (decimalsOf(text) <= mostDecimals) return text;

  const near = ((kept + 500n) / 1000n) * 1000n;
  const off = kept > near ? kept - near : near - kept;
  const rounder = written(near);
  return off <= mostNoise && decimalsOf(rounder) <= mostDecimals ? rounder : text;
}

function decimalsOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const number = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,4}))?$/;

function decimalOf(sign: string, digits: string, exponent: number): string {
  const minus = sign === '-' ? '-' : '';
  if (exponent >= 0) return minus + digits + '0'.repeat(exponent);

  const padded = digits.padStart(1 - exponent, '0');
  return `${minus}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Whether a spreadsheet keeps a decimal to its last digit. */
export function fitsCell(decimal: string): boolean {
  if (decimal.length <= digitsHeld) return true;
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  return digits.replace(/0+$/, '').length <= digitsHeld && whole.length <= digitsHeld;
}

// Entries and lines before they are text, and the arithmetic of amounts in two currencies.
import { rateOn } from './business.mjs';

/** @typedef {import('./business.mjs').Account} Account */
/** @typedef {import('./business.mjs').Party} Party */
/** @typedef {import('./business.mjs').ForeignCurrency} ForeignCurrency */

/**
 * An amount in foreign currency, in minor units, and euros for one unit, in ten-thousandths.
 *
 * @typedef {{ currency: ForeignCurrency, amount: bigint, rate: bigint }} Foreign
 */

/**
 * Amounts are signed, debit positive. `base` is in cents; `foreign` stands on lines in another currency only.
 *
 * @typedef {object} Line
 * @property {Account} account
 * @property {bigint} base
 * @property {Foreign} [foreign]
 * @property {Party} [party]
 * @property {string} [dueDate]
 */

/**
 * @typedef {object} Entry
 * @property {string} journal
 * @property {string} date
 * @property {'opening'} [kind]
 * @property {string} documentRef
 * @property {string} description
 * @property {Line[]} lines
 */

/** @typedef {{ account: Account, amount: bigint }} Position */

/**
 * Positions of a bill in euros, with 20 % VAT, or in foreign currency without. All positive.
 *
 * In foreign currency each position takes its part of what the whole bill is worth by largest remainder: converted one by
 * one they would miss the total by some cents, and the entry would not balance.
 *
 * @param {string} date
 * @param {readonly Position[]} positions
 * @param {Account} vat
 * @param {ForeignCurrency} [currency]
 * @returns {Line[]}
 */
export function billLines(date, positions, vat, currency) {
  const total = sum(positions.map(({ amount }) => amount));

  if (currency === undefined) {
    const lines = positions.map(({ account, amount }) => ({ account, base: amount }));
    const tax = roundedQuotient(total * 20n, 100n);
    return tax === 0n ? lines : [...lines, { account: vat, base: tax }];
  }

  const rate = rateOn(currency, date);
  const parts = shares(
    inEuros(total, rate),
    positions.map(({ amount }) => amount),
  );
  return positions.map(({ account, amount }, at) => ({
    account,
    base: parts[at] ?? 0n,
    foreign: { currency, amount, rate },
  }));
}

/**
 * The sum of lines of one bill, in both currencies.
 *
 * @param {readonly Line[]} lines
 * @returns {{ base: bigint, foreign?: Foreign }}
 */
export function totalOf(lines) {
  const base = sum(lines.map((line) => line.base));
  const foreign = lines[0]?.foreign;
  if (!foreign) return { base };

  return { base, foreign: { ...foreign, amount: sum(lines.map((line) => line.foreign?.amount ?? 0n)) } };
}

/**
 * The line on the other side.
 *
 * @param {Line} line
 * @returns {Line}
 */
export function negated(line) {
  const { foreign } = line;
  return {
    ...line,
    base: -line.base,
    ...(foreign ? { foreign: { ...foreign, amount: -foreign.amount } } : {}),
  };
}

/**
 * Foreign minor units in cents, half away from zero.
 *
 * @param {bigint} amount
 * @param {bigint} rate
 * @returns {bigint}
 */
export function inEuros(amount, rate) {
  return amount < 0n ? -inEuros(-amount, rate) : roundedQuotient(amount * rate, 10_000n);
}

/** @param {readonly bigint[]} amounts */
export function sum(amounts) {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** Half up; both positive. @param {bigint} dividend @param {bigint} divisor */
function roundedQuotient(dividend, divisor) {
  return (2n * dividend + divisor) / (2n * divisor);
}

/**
 * `total` in parts as `weights` are to each other: rounded down, then one more to those that lost most, the first of equals.
 *
 * @param {bigint} total
 * @param {readonly bigint[]} weights positive
 */
function shares(total, weights) {
  const whole = sum(weights);
  const parts = weights.map((weight) => (total * weight) / whole);
  const missing = Number(total - sum(parts));

  weights
    .map((weight, at) => ({ at, lost: (total * weight) % whole }))
    .sort((a, b) => Number(b.lost - a.lost) || a.at - b.at)
    .slice(0, missing)
    .forEach(({ at }) => {
      parts[at] = (parts[at] ?? 0n) + 1n;
    });
  return parts;
}

// The trial balance as the server gives it: a look at it, and the comparison with what the generator says it must be.
import { decimal } from './generate.mjs';
import { bold, dim, grouped, say } from './screen.mjs';

/** @typedef {import('./generate.mjs').Figures} Figures */
/** @typedef {{ opening: string, debit: string, credit: string, closing: string }} Amounts */
/** @typedef {Amounts & { account: string, name: string }} Row */
/** @typedef {{ rows: Row[], totals: Amounts }} TrialBalance */

const columns = /** @type {const} */ (['opening', 'debit', 'credit', 'closing']);

/**
 * The accounts with the largest movements, in the order of their codes, and the totals.
 *
 * @param {TrialBalance} balance
 * @param {number} count how many accounts
 * @param {string} command that shows all of them
 */
export function showTop({ rows, totals }, count, command) {
  const movement = (/** @type {Row} */ row) => Number(row.debit) + Number(row.credit);
  const largest = new Set([...rows].sort((a, b) => movement(b) - movement(a)).slice(0, count));
  const shown = rows.filter((row) => largest.has(row));

  say(dim(tableLine('ACCOUNT', 'NAME', ['OPENING', 'DEBIT', 'CREDIT', 'CLOSING'])));
  for (const row of shown) say(tableLine(row.account, row.name, amountsOf(row)));
  if (rows.length > shown.length) say(`  …  ${rows.length - shown.length} more: ${command}`);
  say(bold(tableLine('', 'Total', amountsOf(totals))));
}

/** @param {Amounts} amounts */
const amountsOf = (amounts) => columns.map((column) => grouped(amounts[column]));

/** @param {string} account @param {string} name @param {string[]} amounts */
function tableLine(account, name, amounts) {
  const figures = amounts.map((amount) => amount.padStart(15)).join('');
  return `  ${account.padEnd(8)} ${name.slice(0, 28).padEnd(28)}${figures}`;
}

/**
 * Where a trial balance is not what the books were made to give, to the cent; empty when it is.
 *
 * @param {TrialBalance} balance
 * @param {Figures} figures
 * @returns {string[]} a line for each difference
 */
export function differences({ rows, totals }, { accounts }) {
  const found = new Map(rows.map((row) => [row.account, row]));
  const wanted = [...accounts].map(([account, { opening, debit, credit }]) => ({
    account,
    ...inDecimals({ opening, debit, credit, closing: opening + debit - credit }),
  }));
  const total = { opening: 0n, debit: 0n, credit: 0n };
  for (const { opening, debit, credit } of accounts.values()) {
    total.opening += opening;
    total.debit += debit;
    total.credit += credit;
  }
  const closing = total.opening + total.debit - total.credit;

  return [
    ...wanted.flatMap((row) => unequal(`account ${row.account}`, found.get(row.account), row)),
    ...rows
      .filter(({ account }) => !accounts.has(account))
      .map(({ account }) => `account ${account} is too many`),
    ...unequal('the total', totals, inDecimals({ ...total, closing })),
  ];
}

/** @param {Record<typeof columns[number], bigint>} amounts @returns {Amounts} */
function inDecimals({ opening, debit, credit, closing }) {
  return {
    opening: decimal(opening, 2),
    debit: decimal(debit, 2),
    credit: decimal(credit, 2),
    closing: decimal(closing, 2),
  };
}

/** @param {string} what @param {Amounts | undefined} found @param {Amounts} wanted */
function unequal(what, found, wanted) {
  if (!found) return [`${what} is missing`];

  return columns
    .filter((column) => found[column] !== wanted[column])
    .map((column) => `${what}: ${column} is ${found[column]}, must be ${wanted[column]}`);
}

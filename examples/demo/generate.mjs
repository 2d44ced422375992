// Makes up one year of books for the demo and writes them as canonical CSV, together with what its trial balance must be.
// The same bytes for the same number of entries and seed. Nothing here is shared with what reads the file, so that the
// figures are a second opinion.
import { closeSync, openSync, writeSync } from 'node:fs';
import { busynessOf, days } from './books/days.mjs';
import { uniform, weighted } from './books/random.mjs';
import { Business } from './books/transactions.mjs';

/** @typedef {import('./books/lines.mjs').Entry} Entry */
/** @typedef {import('./books/lines.mjs').Line} Line */

/**
 * Cents. `opening` is signed, debit positive.
 *
 * @typedef {{ opening: bigint, debit: bigint, credit: bigint }} Balance
 */

/**
 * What the books hold; `debit` and `credit` are the sums over all lines, the opening included.
 *
 * @typedef {object} Figures
 * @property {number} entries
 * @property {number} lines
 * @property {bigint} debit
 * @property {bigint} credit
 * @property {Map<string, Balance>} accounts by code, every account that has a line
 */

const header = [
  'entry',
  'kind',
  'journal',
  'date',
  'document_ref',
  'validated_on',
  'entry_description',
  'account',
  'party',
  'debit',
  'credit',
  'currency',
  'currency_debit',
  'currency_credit',
  'rate',
  'due_date',
  'account_name',
  'account_type',
  'party_name',
];

/** Characters that are written at once. */
const chunk = 1 << 20;

/**
 * @param {string} path
 * @param {{ entries: number, seed: number }} size
 * @returns {Figures}
 */
export function writeBooks(path, { entries, seed }) {
  /** @type {Figures} */
  const figures = { entries: 0, lines: 0, debit: 0n, credit: 0n, accounts: new Map() };
  const file = openSync(path, 'w');
  let text = `${header.join(',')}\n`;

  for (const entry of makeEntries(entries, seed)) {
    figures.entries += 1;
    for (const line of entry.lines) {
      count(figures, entry, line);
      text += csvLine(figures.entries, entry, line);
    }

    if (text.length > chunk) {
      writeSync(file, text);
      text = '';
    }
  }

  writeSync(file, text);
  closeSync(file);
  return figures;
}

/**
 * The entries of the year by date, the opening first.
 *
 * @param {number} count with the opening; at least 1
 * @param {number} seed
 * @returns {Generator<Entry, void, undefined>}
 */
export function* makeEntries(count, seed) {
  const next = uniform(seed);
  const business = new Business(next);
  yield business.opening();

  const place = weighted(next, days.map(busynessOf));
  const places = Array.from({ length: count - 1 }, place).sort((a, b) => a - b);
  for (const at of places) yield business.entryOn(/** @type {string} */ (days[at]));
}

/** @param {Figures} figures @param {Entry} entry @param {Line} line */
function count(figures, entry, { account, base }) {
  const balance = figures.accounts.get(account.code) ?? { opening: 0n, debit: 0n, credit: 0n };
  const debit = base > 0n ? base : 0n;
  const credit = base < 0n ? -base : 0n;

  if (entry.kind === 'opening') {
    balance.opening += base;
  } else {
    balance.debit += debit;
    balance.credit += credit;
  }

  figures.accounts.set(account.code, balance);
  figures.lines += 1;
  figures.debit += debit;
  figures.credit += credit;
}

/** @param {number} number @param {Entry} entry @param {Line} line */
function csvLine(number, entry, line) {
  const { account, party, foreign } = line;
  const cells = [
    String(number),
    entry.kind,
    entry.journal,
    entry.date,
    entry.documentRef,
    entry.date,
    entry.description,
    account.code,
    party?.code,
    ...sides(line.base),
    foreign?.currency,
    ...(foreign ? sides(foreign.amount) : ['', '']),
    foreign ? decimal(foreign.rate, 4) : '',
    line.dueDate,
    account.name,
    account.type,
    party?.name,
  ];
  return `${cells.map((cell) => quoted(cell ?? '')).join(',')}\n`;
}

/** @param {bigint} amount @returns {[string, string]} debit and credit */
function sides(amount) {
  return amount < 0n ? ['', decimal(-amount, 2)] : [decimal(amount, 2), ''];
}

/**
 * `123456n` as `1234.56`.
 *
 * @param {bigint} minor
 * @param {number} places
 */
export function decimal(minor, places) {
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

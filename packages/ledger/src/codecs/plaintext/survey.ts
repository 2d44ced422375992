import type { AccountRow } from '../../records/rows.ts';
import type { ReadOptions, Said } from '../codec.ts';
import { kindOfRoot } from './account-kinds.ts';
import type { Transaction } from './transaction.ts';

/** The journal of entries that name none. */
export const plainJournal = 'GJ';

/**
 * What the first pass finds of the transactions: whether their codes can be numbers, whether they are in order of dates, and
 * which of them is an opening.
 */
export class Survey {
  first = '9999-12-31';
  #last = '';
  inOrder = true;
  transactions = 0;
  /** Transactions that name no journal: they are not of our own writing. */
  foreign = 0;
  #coded = 0;
  #codes: Set<string> | undefined = new Set();
  #openings: number[] = [];

  add(tx: Transaction): void {
    this.transactions += 1;
    if (tx.date !== '') {
      if (tx.date < this.#last) this.inOrder = false;
      this.#last = tx.date;
    }

    if (tx.head.journal !== undefined) return;
    this.foreign += 1;
    if (tx.code !== '') {
      this.#coded += 1;
      if (this.#codes?.has(tx.code) || tx.code.length > 40) this.#codes = undefined;
      this.#codes?.add(tx.code);
    }

    if (tx.date === '' || tx.date > this.first) return;
    if (tx.date < this.first) {
      this.first = tx.date;
      this.#openings = [];
    }
    if (isOpening(tx)) this.#openings.push(tx.line);
  }

  /** Whether every transaction has a code of its own: then these are the numbers, else they are references. */
  get numbered(): boolean {
    return this.foreign > 0 && this.#coded === this.foreign && this.#codes !== undefined;
  }

  numbering(): NonNullable<Said['numbering']> {
    const reason = this.numbered
      ? 'every transaction has a code, each another: the codes are the numbers'
      : this.#coded === 0
        ? 'no transaction has a code: numbers are given'
        : 'some transactions have no code of their own: codes are references, numbers are given';
    return { policy: this.numbered ? 'keep' : 'renumber', series: 'journal', reason };
  }

  /** Line of the transaction that opens the books, if there is exactly one and it is of the first day of a year. */
  openingLine(fiscalYear: ReadOptions['fiscalYear']): number | undefined {
    const isFirstDay = this.first.endsWith('-01-01') || this.first === fiscalYear?.start;
    return isFirstDay && this.#openings.length === 1 ? this.#openings[0] : undefined;
  }

  /** Why transactions against an opening account are entries like others. */
  openingWarning(fiscalYear: ReadOptions['fiscalYear']): string | undefined {
    if (this.#openings.length === 0 || this.openingLine(fiscalYear) !== undefined) return undefined;
    const why =
      this.#openings.length > 1
        ? `${this.#openings.length} transactions of ${this.first}, and a year has one opening`
        : `${this.first} is not the first day of a year: --fiscal-year START..END decides`;
    return `transactions against Equity:Opening are entries like others: ${why}`;
  }
}

function isOpening({ postings }: Transaction): boolean {
  const against = postings.some(({ account }) => /^equity:(?:.*:)?opening/i.test(account));
  return against && postings.every(({ account }) => isOfBalance(account));
}

function isOfBalance(account: string): boolean {
  const type = kindOfRoot(account)?.type;
  return type === 'asset' || type === 'liability' || type === 'equity';
}

/** Counts by which rule accounts got their kind. */
export function sayKinds(
  accounts: readonly AccountRow[],
  rules: readonly (string | undefined)[],
  said: Said,
): void {
  const without: string[] = [];
  for (const [i, account] of accounts.entries()) {
    const rule = rules[i];
    if (rule !== undefined) said.accountKinds[rule] = (said.accountKinds[rule] ?? 0) + 1;
    else if (account.type === undefined) without.push(account.code);
  }
  if (without.length === 0) return;
  const shown = without.slice(0, 5).join(', ');
  said.warnings.push(
    `${without.length} accounts have no kind, because their names begin with none of Assets, Liabilities, Equity, Income, ` +
      `Expenses: ${shown}; declare it (account NAME  ; type:A)`,
  );
}

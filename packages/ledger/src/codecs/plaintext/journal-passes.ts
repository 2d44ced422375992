import { isoExponent } from '../../money/index.ts';
import type { LineRow } from '../../records/rows.ts';
import type { ReadOptions, Said } from '../codec.ts';
import { accountRow } from './account-rows.ts';
import type { Assertions, Balances } from './balances.ts';
import { Commodities } from './commodities.ts';
import type { EntryContext } from './entry-rows.ts';
import type { Stray } from './journal-blocks.ts';
import { type Dialect, JournalState } from './journal-state.ts';
import { plainJournal, type Survey } from './survey.ts';
import type { Transaction } from './transaction.ts';

/** Cuts the lines of a file into transactions and directives. */
export interface Blocks {
  push(lines: readonly string[]): (Transaction | Stray)[];
  end(): (Transaction | Stray)[];
}
export type BlocksOf = (state: JournalState, base: string) => Blocks;

/** What the first pass learns of the whole file. */
export interface Found {
  state: JournalState;
  survey: Survey;
  /** Whether a posting has a balance in place of an amount. */
  assigns: boolean;
  base: string;
  blocksOf: BlocksOf;
}

export function newState(options: ReadOptions, dialect: Dialect, before?: JournalState): JournalState {
  const base = options.baseCurrency ?? 'EUR';
  const commodities = before?.commodities ?? new Commodities(base);
  return new JournalState(dialect, commodities, base, options.decimal);
}

/** How the transactions of a file become rows; what they tell beside is kept in `said`, `assertions` and `balances`. */
export function contextOf(
  { state, survey: found, base }: Found,
  options: ReadOptions,
  said: Said,
  assertions: Assertions,
  balances: Balances | undefined,
): EntryContext {
  const opening = found.openingLine(options.fiscalYear);
  const codes = new Map([...state.accounts].map(([name, { tags }]) => [name, tags.get('code') || name]));
  const lineFields = options.resource === 'entries' ? state : undefined;

  return {
    base,
    exponent: isoExponent(base) ?? 2,
    infersPrices: state.dialect.infersPrices,
    tolerates: state.dialect.tolerates,
    rateOn: (currency, date) => state.prices.on(currency, date),
    codeOf: (account) => codes.get(account) ?? account,
    headOf: (tx) => headFields(tx, found.numbered, tx.line === opening),
    describe: lineFields && ((row, account) => describe(row, account, lineFields)),
    count: (kind, name, by = 1) => {
      said[kind][name] = (said[kind][name] ?? 0) + by;
    },
    seen: (tx, lines) => {
      assertions.seen(tx, lines);
      if (balances) for (const { posting, amount } of lines) balances.add(posting.account, amount);
    },
  };
}

/** What a transaction is in our books; one with a journal of ours says it all itself. */
function headFields(tx: Transaction, numbered: boolean, isOpening: boolean): Partial<LineRow> {
  const { code } = tx;
  if (tx.head.journal !== undefined) return code === '' ? {} : { number: code };
  return {
    journal: plainJournal,
    ...(isOpening ? { kind: 'opening' } : {}),
    ...(code === '' ? {} : numbered ? { number: code } : { documentRef: code }),
  };
}

/** Without rows of accounts, a line says what its account is. */
function describe(line: LineRow, name: string, state: JournalState): void {
  const account = state.accounts.get(name);
  if (!account) return;
  const { row } = accountRow(name, account, (other) => state.accounts.get(other));
  if (row.name !== undefined) line.accountName = row.name;
  if (row.type !== undefined) line.accountType = row.type;
}

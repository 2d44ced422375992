import type { LineRow } from '../../records/rows.ts';
import type { RowFault } from '../codec.ts';
import type { Decimal } from './decimals.ts';

/** An amount in a currency of the ledger: symbols and names of commodities are translated already. */
export interface Amount {
  readonly quantity: Decimal;
  readonly currency: string;
}

/** What the price or the cost of a posting makes of it: the amount by which it counts in the balance of its transaction. */
export interface Posting {
  /** Line of the file. */
  line: number;
  /** As the file names it, aliases resolved. */
  account: string;
  /** Undefined where the file leaves it out. */
  amount: Amount | undefined;
  weight: Amount | undefined;
  /** Price of one unit in the base currency, as written. */
  rate: string | undefined;
  /** Postings in brackets balance among themselves. */
  group: 'real' | 'virtual';
  /** What its tags and comments say. */
  fields: Partial<LineRow> | undefined;
  side: 'debit' | 'credit' | undefined;
  /** The balance that the account must have after it; without an amount, the posting makes it so. */
  asserted: { amount: Amount; sole: boolean; tree: boolean } | undefined;
}

/** One transaction of the file, before its amounts are worked out. */
export interface Transaction {
  line: number;
  date: string;
  /** What the head and its tags say, for every line of the entry. */
  head: Partial<LineRow>;
  /** The code in parentheses, a number where the file has them all. */
  code: string;
  /** Tags and comments of the head that the ledger has no field for: they go to the first line. */
  extra: Record<string, string> | undefined;
  postings: Posting[];
  faults: RowFault[];
  /** The lines as they stand, the first at `line`. */
  raw: string[];
}

/** The fields of a posting, to put something in: most postings have none, and no object for them. */
export function fieldsOf(posting: Posting): Partial<LineRow> {
  posting.fields ??= {};
  return posting.fields;
}

export function extraOf(tx: Transaction): Record<string, string> {
  tx.extra ??= {};
  return tx.extra;
}

import { fromMinor } from '../../money/index.ts';
import type { LineRow } from '../../records/rows.ts';
import type { Read, RowFault } from '../codec.ts';
import { mostDecimals, textOf, trimmed } from './decimals.ts';
import { soundAmounts } from './sound-amounts.ts';
import type { Amount, Posting, Transaction } from './transaction.ts';
import type { WeighedLine } from './weigh.ts';
import type { WeighContext } from './weigh-members.ts';

/** A row, or the fault of a whole entry, with the lines of the file that are its own: from `from` to before `to`. */
export interface EntryItem {
  read: Read;
  tx: Transaction;
  from: number;
  to: number;
}

export interface EntryContext extends WeighContext {
  /** Code of the account that a name stands for. */
  codeOf(account: string): string;
  /** Fields of the head that the file does not say: journal, kind, number. */
  headOf(tx: Transaction): Partial<LineRow>;
  /** What lines say of an account beside its code, where the file's accounts are not rows of their own. */
  describe: ((row: LineRow, account: string) => void) | undefined;
  count(kind: 'normalised' | 'notStored', name: string, by?: number): void;
  /** Told of the lines of every sound entry, in order. */
  seen(tx: Transaction, lines: readonly WeighedLine[]): void;
}

const longestExtra = 255;
const mostExtras = 20;

/** The rows of a transaction, or its fault. */
export function entryItems(tx: Transaction, ctx: EntryContext): EntryItem[] {
  if (tx.faults.length > 0) return [faulty(tx, tx.faults)];

  const weighed = soundAmounts(tx.postings, tx.date, ctx);
  if ('code' in weighed) {
    const { code, message, posting, value = '' } = weighed;
    const at = posting ? `line ${posting.line}: ` : '';
    return [faulty(tx, [{ field: 'amount', value, code, message: at + message }])];
  }

  if (weighed.moved > 0) ctx.count('normalised', 'rounding', weighed.moved);
  ctx.seen(tx, weighed.lines);
  return rowsOf(tx, weighed.lines, ctx);
}

function faulty(tx: Transaction, faults: readonly RowFault[]): EntryItem {
  const read: Read = { line: tx.line, entry: String(tx.line), faults };
  return { read, tx, from: 0, to: tx.raw.length };
}

function rowsOf(tx: Transaction, lines: readonly WeighedLine[], ctx: EntryContext): EntryItem[] {
  // What all lines share is made once: cloning it is far cheaper than building each line anew.
  const shared: LineRow = {
    record: 'line',
    row: tx.line,
    entry: String(tx.line),
    account: '',
    date: tx.date,
  };
  Object.assign(shared, ctx.headOf(tx), tx.head);
  const items: EntryItem[] = [];
  let from = 0;

  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as WeighedLine;
    const next = lines[i + 1]?.posting;
    const to = next === undefined ? tx.raw.length : Math.max(from, next.line - tx.line);
    const row = rowOf(line, { ...shared }, i === 0 ? tx.extra : undefined, ctx);
    items.push({ read: { line: line.posting.line, row }, tx, from, to });
    from = to;
  }
  return items;
}

function rowOf(
  { posting, amount, minor }: WeighedLine,
  row: LineRow,
  entryExtra: Record<string, string> | undefined,
  ctx: EntryContext,
): LineRow {
  const { fields, account } = posting;
  row.row = posting.line;
  row.account = ctx.codeOf(account);
  ctx.describe?.(row, account);
  if (fields) Object.assign(row, fields);
  putAmounts(row, posting, amount, minor, ctx);
  if (fields?.extra || entryExtra) putExtra(row, fields?.extra, entryExtra, ctx);
  return row;
}

/** A positive amount is a debit, unless the entry is a storno: then every amount carries a minus, on the other side. */
function putAmounts(
  row: LineRow,
  posting: Posting,
  { quantity, currency }: Amount,
  minor: bigint,
  { base, exponent }: WeighContext,
): void {
  const stated = posting.fields?.currency;
  const units = quantity.digits;
  const isNegative = minor === 0n ? units < 0n : minor < 0n;
  const side = posting.side ?? (isNegative !== (row.storno === true) ? 'credit' : 'debit');
  const sign = side === 'debit' ? 1n : -1n;
  const isAsWritten = currency === base && isNegative === (side === 'credit') && quantity.scale === exponent;
  const text = isAsWritten && (units === minor || units === -minor) ? quantity.text : undefined;
  row[side] = text ?? fromMinor(sign * minor, exponent);
  if (stated !== undefined) delete row.currency;
  if (currency === base && stated === undefined) return;

  // A line that moves base currency alone stands in it, with the currency it belongs to in a tag.
  const moved = currency === base ? { digits: 0n, scale: 0 } : quantity;
  row.currency = currency === base ? (stated ?? base) : currency;
  const kept = moved.scale > mostDecimals ? trimmed(moved) : moved;
  const inCurrency = textOf({ digits: sign * kept.digits, scale: kept.scale });
  row[side === 'debit' ? 'currencyDebit' : 'currencyCredit'] = inCurrency;
  if (row.rate === undefined && posting.rate !== undefined) row.rate = posting.rate;
}

function putExtra(
  row: LineRow,
  own: Record<string, string> | undefined,
  ofEntry: Record<string, string> | undefined,
  ctx: EntryContext,
): void {
  const kept: Record<string, string> = {};
  for (const [i, [name, value]] of Object.entries({ ...ofEntry, ...own }).entries()) {
    if (i >= mostExtras || name.length > 100) {
      ctx.count('notStored', 'tag');
      continue;
    }
    if (value.length > longestExtra) ctx.count('notStored', 'end of a comment');
    kept[name] = value.length > longestExtra ? value.slice(0, longestExtra).trimEnd() : value;
  }
  row.extra = kept;
}

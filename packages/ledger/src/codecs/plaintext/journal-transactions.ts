import type { RowFault } from '../codec.ts';
import { type CommentParts, commentParts, isoOf, isRejectComment } from './comments.ts';
import { negated, times } from './decimals.ts';
import type { JournalAmount } from './journal-amounts.ts';
import { isNegative, type PostingAmounts, parsePostingAmounts } from './journal-postings.ts';
import type { JournalState } from './journal-state.ts';
import { rateText } from './prices.ts';
import { noteTag, putHeadTag, putLineTag } from './tags.ts';
import { type Amount, extraOf, fieldsOf, type Posting, type Transaction } from './transaction.ts';

/** More lines than an entry can have are not kept. */
export const mostPostings = 10_000;

const head =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})(?:=(\d{1,4}[-/.][\d/.-]+))?(?=\s|$)[ \t]*([*!](?=\s|\(|$))?[ \t]*(?:\(([^)]*)\))?(.*)$/s;

/** Reads a transaction from its lines, the first of them its head. */
export function parseTransaction(
  raw: string[],
  line: number,
  state: JournalState,
  base: string,
): Transaction {
  const tx: Transaction = {
    line,
    date: '',
    head: {},
    code: '',
    extra: undefined,
    postings: [],
    faults: [],
    raw,
  };
  parseHead(raw[0] ?? '', tx, state);

  for (let i = 1; i < raw.length; i += 1) {
    const text = (raw[i] ?? '').trim();
    if (text === '') continue;
    if (text[0] === ';') takeComment(text.slice(1), tx, i);
    else parsePosting(text, line + i, tx, state, base);
    if (tx.postings.length > mostPostings) {
      const message = `the transaction has more than ${mostPostings} postings`;
      tx.faults.push({ field: '', value: '', code: 'entry_too_large', message });
      break;
    }
  }

  if (tx.postings.length === 0 && tx.faults.length === 0) {
    tx.faults.push({ field: '', value: '', code: 'unbalanced', message: 'the transaction has no postings' });
  }
  return tx;
}

function parseHead(text: string, tx: Transaction, state: JournalState): void {
  const match = head.exec(text);
  if (!match) {
    fault(
      tx,
      'date',
      text.slice(0, 20),
      'date_invalid',
      `"${text.slice(0, 20)}" does not begin with a date such as 2025-12-31`,
    );
    return;
  }

  const [, date = '', second, status, code = '', rest = ''] = match;
  tx.date = dateOf(date, tx, state);
  const other =
    second === undefined ? undefined : (isoOf(second) ?? isoOf(`${tx.date.slice(0, 4)}-${second}`));
  if (other !== undefined) tx.head.documentDate = other;
  if (status === '!') extraOf(tx)['status'] = 'pending';
  tx.code = code.trim();

  const comment = state.dialect.commentInHead.exec(rest);
  const description = (comment ? rest.slice(0, comment.index) : rest).trim();
  if (description !== '') tx.head.entryDescription = description;
  if (comment) takeComment(rest.slice(comment.index + comment[0].length), tx, 0);
}

function dateOf(text: string, tx: Transaction, state: JournalState): string {
  const isWhole = /^\d{4}\D/.test(text);
  const date = isoOf(isWhole ? text : `${state.defaultYear ?? ''}${/\D/.exec(text)?.[0] ?? '-'}${text}`);
  if (date !== undefined) return date;

  const message =
    isWhole || state.defaultYear !== undefined
      ? `there is no day ${text}`
      : `"${text}" has no year: write Y 2025 above it, or the whole date`;
  fault(tx, 'date', text, 'date_invalid', message);
  return '';
}

/** A comment of the head until there is a posting, then of the last one. */
function takeComment(text: string, tx: Transaction, at: number): void {
  if (isRejectComment(text)) return;
  const parts = commentParts(text);
  const posting = at === 0 ? undefined : tx.postings.at(-1);
  if (posting) putPostingComment(posting, parts);
  else putHeadComment(tx, parts);
}

function putHeadComment(tx: Transaction, parts: CommentParts): void {
  if (parts.words !== '') join(extraOf(tx), parts.words);
  for (const label of parts.labels) noteTag(extraOf(tx), label);
  for (const [name, value] of parts.tags) {
    const second = name === 'date2' ? isoOf(value) : undefined;
    if (second !== undefined) tx.head.documentDate = second;
    else putHeadTag(tx, name, value);
  }
  if (parts.secondDate !== undefined) tx.head.documentDate = parts.secondDate;
}

function putPostingComment(posting: Posting, parts: CommentParts): void {
  const fields = fieldsOf(posting);
  if (parts.date !== undefined) fields.valueDate = parts.date;
  if (parts.secondDate !== undefined) fields.lineDocumentDate = parts.secondDate;
  for (const label of parts.labels) {
    fields.extra = { ...fields.extra };
    noteTag(fields.extra, label);
  }
  for (const [name, value] of parts.tags) {
    const date = name === 'date' || name === 'date2' ? isoOf(value) : undefined;
    if (date === undefined) putLineTag(posting, name, value);
    else fields[name === 'date' ? 'valueDate' : 'lineDocumentDate'] = date;
  }
  if (parts.words === '') return;
  if (fields.description === undefined) fields.description = parts.words;
  else {
    fields.extra = { ...fields.extra };
    join(fields.extra, parts.words);
  }
}

function join(extra: Record<string, string>, words: string): void {
  extra['comment'] = extra['comment'] === undefined ? words : `${extra['comment']} / ${words}`;
}

function parsePosting(text: string, line: number, tx: Transaction, state: JournalState, base: string): void {
  let from = 0;
  if ((text[0] === '*' || text[0] === '!') && text.length > 1) {
    from = 1;
    while (text[from] === ' ' || text[from] === '\t') from += 1;
  }

  const end = accountEnd(text, from);
  let rest = end < text.length ? text.slice(end).trim() : '';
  let comment: string | undefined;
  const semicolon = commentStart(rest);
  if (semicolon >= 0) {
    comment = rest.slice(semicolon + 1);
    rest = rest.slice(0, semicolon).trimEnd();
  }

  const name = text.slice(from, end);
  const bracket = name[0];
  const virtual = (bracket === '(' && name.endsWith(')')) || (bracket === '[' && name.endsWith(']'));
  const bare = virtual ? name.slice(1, -1).trim() : name;
  const posting: Posting = {
    line,
    account: state.accountOf(bare, line),
    amount: undefined,
    weight: undefined,
    rate: undefined,
    group: virtual && bracket === '[' ? 'virtual' : 'real',
    fields: undefined,
    side: undefined,
    asserted: undefined,
  };
  tx.postings.push(posting);

  if (virtual && bracket === '(') {
    const message = `line ${line}: ${name} is an unbalanced virtual posting, which no double entry holds: remove it, or balance it`;
    fault(tx, 'account', name, 'unbalanced', message);
  } else if (rest !== '') putAmounts(parsePostingAmounts(rest, state), rest, posting, tx, state, base);
  else if (endsInAmount.test(bare)) {
    const message = `line ${line}: "${bare.slice(0, 60)}" is read as a name: two blanks stand between an account and its amount`;
    fault(tx, 'account', bare.slice(0, 100), 'amount_format', message);
  }
  if (comment !== undefined && !isRejectComment(comment)) putPostingComment(posting, commentParts(comment));
}

/** What is an amount behind one blank: a number with decimals, or with the code of a currency. */
const endsInAmount = / [-+]?[^\s\d]?[-+]?\d[\d.,]*(?:[.,]\d{2}(?: ?\S+)?| [A-Z]{3})$/;

/** An account ends at two blanks, a tab, or the end of the line. */
function accountEnd(text: string, from: number): number {
  const blanks = text.indexOf('  ', from);
  const tab = text.indexOf('\t', from);
  if (blanks < 0) return tab < 0 ? text.length : tab;
  return tab < 0 ? blanks : Math.min(blanks, tab);
}

/** A semicolon inside a quoted commodity begins no comment. */
function commentStart(text: string): number {
  if (!text.includes('"')) return text.indexOf(';');
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) return at;
  }
  return -1;
}

function putAmounts(
  found: PostingAmounts | string,
  text: string,
  posting: Posting,
  tx: Transaction,
  state: JournalState,
  base: string,
): void {
  if (typeof found === 'string') {
    fault(tx, 'amount', text.slice(0, 100), 'amount_format', `line ${posting.line}: ${found}`);
    return;
  }

  const { amount, price, cost, asserted } = found;
  const inCurrency = (given: JournalAmount) => amountOf(given, posting.line, state);
  if (asserted) posting.asserted = { ...asserted, amount: inCurrency(asserted.amount) };
  if (!amount) return;

  const units = inCurrency(amount);
  posting.amount = units;
  const by = state.dialect.weighedBy === 'cost' ? (cost ?? price) : (price ?? cost);
  if (!by) {
    posting.weight = units;
    return;
  }

  const each = inCurrency(by.amount);
  if (isNegative(each.quantity)) {
    const message = `line ${posting.line}: a price or cost is not negative`;
    fault(tx, 'amount', text.slice(0, 100), 'amount_format', message);
  }
  const { quantity } = units;
  const signed = isNegative(quantity) ? negated(each.quantity) : each.quantity;
  posting.weight = { currency: each.currency, quantity: by.total ? signed : times(quantity, each.quantity) };
  if (!by.total && each.currency === base && units.currency !== base) posting.rate = rateText(each.quantity);
}

function amountOf({ quantity, commodity }: JournalAmount, line: number, state: JournalState): Amount {
  const currency = state.commodities.codeOf(commodity === '' ? state.defaultCommodity : commodity);
  state.commodities.use(currency, quantity, line);
  return { quantity, currency };
}

function fault(tx: Transaction, field: string, value: string, code: string, message: string): void {
  const found: RowFault = { field, value, code, message };
  tx.faults.push(found);
}

import { FormatError } from '../codec.ts';
import { isAccountTag, putAccountTag } from './account-tags.ts';
import { inCurrency } from './bean-postings.ts';
import { type Block, metadata } from './bean-transactions.ts';
import { amountAt, metadataText, stringAt } from './bean-values.ts';
import { commentParts, isoOf } from './comments.ts';
import { type Decimal, negated, textOf } from './decimals.ts';
import { UnknownLine } from './journal-directives.ts';
import type { JournalState, NamedAccount } from './journal-state.ts';
import { rowOfMark } from './own-rows.ts';
import type { Amount, Posting, Transaction } from './transaction.ts';

/** What stands at the margin behind one of these signs is a comment, or a heading of an outline. */
export const heading = /^[;#*:!&?%]/;

/** Takes in a line at the margin without a day: comments, options, headings of an outline. */
export function takeMargin(text: string, line: number, state: JournalState): void {
  if (text.startsWith('; @')) {
    const row = rowOfMark(text.slice(3), line);
    if (row) {
      state.rows.push(row);
      state.keep(text);
    }
    return;
  }
  if (heading.test(text)) return;
  const [word = '', ...more] = text.split(/\s+/);
  if (word === 'include') {
    throw new FormatError(
      'file_format',
      `line ${line}: the file includes other files (${more.join(' ').slice(0, 80)}); one file is read at a time`,
      'Make one file of them: bean-report FILE print > whole.beancount, and import that.',
    );
  }
  if (word === 'option') takeOption(text, state);
  else if (word === 'plugin') state.count('plugins');
  else throw new UnknownLine(`"${text.slice(0, 40)}" is no directive of beancount`);
}

const types: Readonly<Record<string, string>> = {
  name_assets: 'asset',
  name_liabilities: 'liability',
  name_equity: 'equity',
  name_income: 'revenue',
  name_expenses: 'expense',
};

function takeOption(text: string, state: JournalState): void {
  state.keep(text);
  const name = stringAt(text, text.indexOf('"'));
  const value = name && stringAt(text, text.indexOf('"', name.end));
  const type = name && types[name.value];
  if (value && type !== undefined) state.roots.set(value.value, type);
}

/** Takes in a directive with a day; a pad becomes a transaction once its amounts are known. */
export function takeDirective(block: Block, state: JournalState): Transaction | undefined {
  const { word, rest, date, line } = block;
  const day = isoOf(date);
  if (day === undefined) throw new UnknownLine(`there is no day ${date}`);

  if (word === 'open') takeOpen(block, state);
  else if (word === 'balance') {
    const [, account = '', from = ''] = /^(\S+)\s+(.*)$/s.exec(rest) ?? [];
    const amount = amountOf(from.replace(/~\s*[\d.,]+/, ''), line, state);
    state.stated.push({ line, date: day, account: state.accountOf(account, line), amount });
  } else if (word === 'pad') {
    const [, account, source] = /^(\S+)\s+(\S+)/.exec(rest) ?? [];
    if (account === undefined || source === undefined) throw new UnknownLine('a pad names two accounts');
    const pad = {
      line,
      date: day,
      account: state.accountOf(account, line),
      source: state.accountOf(source, line),
    };
    state.pads.push(pad);
    const moves = state.padded.get(line);
    return moves && paddingOf(pad, moves);
  } else if (word === 'price') {
    const [, name = '', from = ''] = /^(\S+)\s+(.*)$/s.exec(rest) ?? [];
    const { quantity, currency } = amountOf(from, line, state);
    state.prices.add(day, state.commodities.codeOf(name), quantity, currency);
    state.keep(block.raw.join('\n'));
  } else if (word === 'commodity') takeCommodity(block, state);
  else if (known.has(word)) state.count(`${word} directives`);
  else throw new UnknownLine(`"${word}" is no directive of beancount`);
  return undefined;
}

const known = new Set(['close', 'note', 'document', 'event', 'query', 'custom']);

function takeOpen({ rest, line, below, raw }: Block, state: JournalState): void {
  const [, name, more = ''] = /^([^\s;]+)\s*([^;]*)/.exec(rest) ?? [];
  if (name === undefined) throw new UnknownLine('the account has no name');
  const account = state.accounts.get(state.accountOf(name, line));
  if (!account) return;
  account.declared = true;
  if (more !== '') state.count('currencies and booking of accounts');
  for (const { text } of below) takeAccountMetadata(text, account, state);
  for (const one of raw) state.keep(one);
}

function takeAccountMetadata(text: string, { tags }: NamedAccount, state: JournalState): void {
  const [, key = '', value = ''] = metadata.exec(text) ?? [];
  const given =
    key === 'more' ? commentParts(metadataText(value)).tags : [[key, metadataText(value)] as const];
  for (const [name, code] of given) {
    putAccountTag(tags, name, code);
    if (!isAccountTag(name)) state.count('metadata of accounts');
  }
}

/** A commodity of ours whose code is a word of beancount has another name, and its code in metadata. */
function takeCommodity({ rest, below, raw }: Block, state: JournalState): void {
  const [name = ''] = rest.split(/[\s;]/, 1);
  for (const { text } of below) {
    const [, key, value = ''] = metadata.exec(text) ?? [];
    if (key === 'code') state.commodities.rename(name, metadataText(value));
    else if (key !== undefined) state.count('metadata of commodities');
  }
  for (const one of raw) state.keep(one);
}

function amountOf(text: string, line: number, state: JournalState): Amount {
  const parsed = amountAt(text, 0);
  if (typeof parsed === 'string') throw new UnknownLine(parsed);
  return inCurrency(parsed.value, line, state);
}

/** The entry of a pad; rejects have it as a transaction, since a pad is nothing without the balance that it makes. */
function paddingOf(
  { line, date, account, source }: JournalState['pads'][number],
  moves: readonly Amount[],
): Transaction {
  const description = `Padding of ${account}`;
  const raw = [`${date} P "${description}"`];
  const postings: Posting[] = [];
  const add = (name: string, currency: string, quantity: Decimal) => {
    raw.push(`  ${name}  ${textOf(quantity)} ${currency}`);
    const amount = { currency, quantity };
    postings.push({
      ...{ line, account: name, amount, weight: amount, rate: undefined, group: 'real' },
      ...{ fields: undefined, side: undefined, asserted: undefined },
    });
  };
  for (const { currency, quantity } of moves) {
    add(account, currency, quantity);
    add(source, currency, negated(quantity));
  }
  const head = { entryDescription: description };
  return { line, date, head, code: '', extra: { flag: 'P' }, postings, faults: [], raw };
}

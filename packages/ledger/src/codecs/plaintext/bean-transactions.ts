import type { RowFault } from '../codec.ts';
import { putFlag, takePosting } from './bean-postings.ts';
import { metadataText, quoted, stringAt } from './bean-values.ts';
import { commentParts, isoOf } from './comments.ts';
import type { JournalState } from './journal-state.ts';
import { mostPostings } from './journal-transactions.ts';
import { noteTag, putHeadTag, putLineTag } from './tags.ts';
import { extraOf, type Transaction } from './transaction.ts';

/** One directive: its lines, a line that a string goes on in joined to the one it began in. */
export interface Block {
  line: number;
  date: string;
  word: string;
  rest: string;
  below: { line: number; text: string }[];
  raw: string[];
  /** How many of these the first line takes, with the strings that go on below it. */
  head: number;
  isTooLong: boolean;
}

/** What stands on every transaction until it is taken back: tags, metadata. */
export interface Pushed {
  readonly tags: string[];
  readonly fields: { key: string; value: string }[];
}

export const metadata = /^([a-z][A-Za-z0-9_-]*):\s*(.*)$/s;
export const flags = /^(?:txn|[*!&#?%A-Z])$/;

export function transactionOf(block: Block, state: JournalState, base: string, pushed: Pushed): Transaction {
  const { line, raw, below } = block;
  const tx: Transaction = {
    ...{ line, date: isoOf(block.date) ?? '', head: {}, code: '', extra: undefined },
    ...{ postings: [], faults: [], raw },
  };
  if (tx.date === '') {
    const message = `there is no day ${block.date}`;
    tx.faults.push({ field: 'date', value: block.date, code: 'date_invalid', message });
  }
  if (block.isTooLong) tx.faults.push(tooLarge('lines'));
  putFlag(block.word, () => extraOf(tx));
  takeHead(block.rest, tx);
  takePushed(block, tx, pushed);
  for (const { line: at, text } of below) {
    takeLine(text, at, tx, state, base);
    if (tx.postings.length <= mostPostings) continue;
    tx.faults.push(tooLarge('postings'));
    break;
  }

  if (tx.postings.length === 0 && tx.faults.length === 0) {
    tx.faults.push({ field: '', value: '', code: 'unbalanced', message: 'the transaction has no postings' });
  }
  return tx;
}

const tooLarge = (of: string): RowFault => ({
  ...{ field: '', value: '', code: 'entry_too_large' },
  message: `the transaction has too many ${of}: ${mostPostings} postings are the most`,
});

/** Rejects leave pushed tags behind, so they stand in the text of the transaction too. */
function takePushed({ raw, head }: Block, tx: Transaction, { tags, fields }: Pushed): void {
  if (tags.length === 0 && fields.length === 0) return;
  for (const tag of tags) noteTag(extraOf(tx), tag);
  for (const { key, value } of fields) putHeadTag(tx, key, value);
  const lines = [
    ...(tags.length > 0 ? [tags.map((tag) => `#${tag}`).join(' ')] : []),
    ...fields.map(({ key, value }) => `${key}: ${quoted(value)}`),
  ];
  raw[head - 1] = [raw[head - 1], ...lines].join('\n  ');
}

function takeHead(text: string, tx: Transaction): void {
  const strings: string[] = [];
  let at = 0;
  for (let found = stringAt(text, at); found; found = stringAt(text, at)) {
    strings.push(found.value);
    at = found.end;
    while (text[at] === ' ' || text[at] === '\t' || text[at] === '|') at += 1;
  }
  if (strings.length > 2) {
    const message = `line ${tx.line}: a transaction has a payee and a narration, and no third string`;
    tx.faults.push({ field: '', value: text.slice(0, 100), code: 'file_format', message });
  }

  const [narration, payee] = strings.length > 1 ? [strings[1], strings[0]] : strings;
  const description = narration?.trim() === '' ? payee : narration;
  if (description) tx.head.entryDescription = description;
  if (payee && payee !== description) extraOf(tx)['payee'] = payee;
  takeWords(text.slice(at), tx);
}

function takeWords(text: string, tx: Transaction): void {
  if (text === '') return;
  const words = text.replace(/(?:^|\s);.*$/s, '').split(/\s+/);
  for (const word of words) {
    if (word[0] === '#') noteTag(extraOf(tx), word.slice(1));
    else if (word[0] === '^' && tx.head.documentRef === undefined) tx.head.documentRef = word.slice(1);
    else if (word[0] === '^') addLink(extraOf(tx), word.slice(1));
    else if (word !== '') {
      const message = `line ${tx.line}: "${word.slice(0, 40)}" stands where a string, a tag or a link is expected`;
      tx.faults.push({ field: '', value: word.slice(0, 100), code: 'file_format', message });
      return;
    }
  }
}

function addLink(extra: Record<string, string>, link: string): void {
  extra['link'] = extra['link'] === undefined ? link : `${extra['link']} ${link}`;
}

function takeLine(text: string, line: number, tx: Transaction, state: JournalState, base: string): void {
  const first = text[0];
  if (first === ';') return;
  const found = first !== undefined && first >= 'a' && first <= 'z' ? metadata.exec(text) : null;
  if (found) takeMetadata(found[1] ?? '', metadataText(found[2] ?? ''), tx);
  else if ((first === '#' || first === '^') && text[1] !== ' ') takeWords(text, tx);
  else if (!takePosting(text, line, tx, state, base)) {
    const message = `line ${line}: "${text.slice(0, 40)}" is neither a posting nor metadata`;
    tx.faults.push({ field: '', value: text.slice(0, 100), code: 'file_format', message });
  }
}

function takeMetadata(key: string, value: string, tx: Transaction): void {
  const posting = tx.postings.at(-1);
  if (!posting) putHeadTag(tx, key, value);
  else if (key === 'more')
    for (const [name, text] of commentParts(value).tags) putLineTag(posting, name, text);
  else putLineTag(posting, key, value);
}

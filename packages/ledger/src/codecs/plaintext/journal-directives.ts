import { FormatError } from '../codec.ts';
import { putAccountTag } from './account-tags.ts';
import { commentParts, isoOf, isRejectComment } from './comments.ts';
import { parseAmount, symbolAt } from './journal-amounts.ts';
import type { JournalState } from './journal-state.ts';
import { rowOfMark } from './own-rows.ts';

/** What a line at the margin opens: the lines below it that are indented belong to it. */
export type Opened =
  | { block: 'account'; tags: Map<string, string> }
  | { block: 'commodity'; name: string }
  | { block: 'ignored' }
  | { block: 'comment'; until: RegExp }
  | undefined;

/** A line that is nothing a journal can hold. */
export class UnknownLine extends Error {
  override readonly name = 'UnknownLine';
}

const ignored: Opened = { block: 'ignored' };
const ends = /^end(?: *(?:comment|test))?\s*$/;

/** Takes in a line at the margin that is no transaction. */
export function takeDirective(text: string, line: number, state: JournalState): Opened {
  const first = text[0] ?? '';
  if (';#*%|'.includes(first)) {
    takeComment(text, line, state);
    return first === ';' || first === '#' ? undefined : ignored;
  }
  if (first === '=') return counted('automated transactions', state);
  if (first === '~') return counted('periodic transactions', state);
  if (/^[iIoOhbB] ?\d{4}/.test(text)) return counted('time clock lines', state);
  if (/^[NC] /.test(text)) return counted(`${first} directives`, state);

  const bare = text.replace(/^[!@]/, '');
  const word = /^[A-Za-z][\w-]*/.exec(bare)?.[0] ?? '';
  const rest = bare.slice(word.length).trim();
  const take = Object.hasOwn(words, word) ? words[word] : undefined;
  if (!take) {
    throw new UnknownLine(
      `"${text.slice(0, 40)}" is neither a transaction nor a directive of ${state.dialect.name}`,
    );
  }
  return take(rest, line, state, text);
}

function counted(name: string, state: JournalState): Opened {
  state.count(name);
  return ignored;
}

function takeComment(text: string, line: number, state: JournalState): void {
  if (!text.startsWith('; @')) return;
  const row = rowOfMark(text.slice(3), line);
  if (row) {
    state.rows.push(row);
    state.directives.push(text);
  }
}

type Take = (rest: string, line: number, state: JournalState, text: string) => Opened;

const kept =
  (take: Take): Take =>
  (rest, line, state, text) => {
    state.directives.push(text);
    return take(rest, line, state, text);
  };

const takeYear: Take = (rest, _, state) => {
  const year = /^(\d{4})\s*$/.exec(rest)?.[1];
  if (year === undefined) throw new UnknownLine(`"${rest.slice(0, 20)}" is no year`);
  state.defaultYear = year;
  return ignored;
};

const takeComments: Take = () => ({ block: 'comment', until: ends });

const passed =
  (name: string): Take =>
  (_, _line, state) =>
    counted(`${name} directives`, state);

const words: Readonly<Record<string, Take>> = {
  account: kept(takeAccount),
  alias: kept(takeAlias),
  apply: takeApply,
  comment: takeComments,
  test: takeComments,
  commodity: kept(takeCommodity),
  D: kept(takeDefault),
  'decimal-mark': kept(takeDecimalMark),
  end: takeEnd,
  include: refused('includes other files', 'print > whole'),
  P: takePrice,
  Y: takeYear,
  year: takeYear,
  payee: passed('payee'),
  tag: passed('tag'),
  assert: passed('assert'),
  check: passed('check'),
  capture: passed('capture'),
  define: passed('define'),
  def: passed('define'),
  bucket: refused('uses bucket, which adds postings', 'print > whole'),
  A: refused('uses A, which adds postings', 'print > whole'),
  eval: passed('eval'),
  expr: passed('expr'),
  import: passed('import'),
  python: passed('python'),
  value: passed('value'),
};

function refused(what: string, remedy: string): Take {
  return (rest, line, { dialect }) => {
    const of = rest === '' ? '' : ` (${rest.slice(0, 80)})`;
    throw new FormatError(
      'file_format',
      `line ${line}: the file ${what}${of}; one file is read at a time`,
      `Make one file of them: ${dialect.name} -f FILE ${remedy}.journal, and import that.`,
    );
  };
}

function takeAccount(rest: string, line: number, state: JournalState): Opened {
  const comment = commentBehind(rest);
  const name = before(comment ? rest.slice(0, comment.from) : rest, / {2}|\t/).trim();
  if (name === '') throw new UnknownLine('the account has no name');
  state.accountOf(name, line);
  const account = state.accounts.get(state.accountOf(name, line));
  if (!account) return ignored;

  account.declared = true;
  if (comment) takeAccountTags(rest.slice(comment.to), account.tags);
  return { block: 'account', tags: account.tags };
}

/** What stands before the first match: searching for one that goes on to the end would begin anew at each. */
function before(text: string, end: RegExp): string {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}

/** The first semicolon behind two blanks or a tab, and the blanks before it; a long run of blanks is looked at once. */
function commentBehind(text: string): { from: number; to: number } | undefined {
  for (let at = text.indexOf(';'); at >= 0; at = text.indexOf(';', at + 1)) {
    let from = at;
    while (from > 0 && text.charAt(from - 1).trim() === '') from -= 1;
    const wide = text.slice(from, at).search(/ {2}|\t/);
    if (wide >= 0) return { from: from + wide, to: at + 1 };
  }
  return undefined;
}

/** Tags of an account, from the comment beside or below its name. */
export function takeAccountTags(comment: string, tags: Map<string, string>): void {
  if (isRejectComment(comment)) return;
  for (const [name, value] of commentParts(comment).tags) putAccountTag(tags, name, value);
}

function takeAlias(rest: string, line: number, state: JournalState): Opened {
  const [from = '', to = ''] = rest.split('=').map((part) => part.trim());
  if (from.startsWith('/'))
    return refused('has aliases that are patterns', 'print > whole')(rest, line, state, '');
  if (from === '' || to === '') throw new UnknownLine('an alias is written OLD = NEW');
  state.addAlias(from, to);
  return ignored;
}

function takeApply(rest: string, line: number, state: JournalState): Opened {
  const [word = '', ...more] = rest.split(/\s+/);
  if (word === 'account') {
    state.pushParent(more.join(' '));
    return ignored;
  }
  if (word === 'year') return takeYear(more.join(' '), line, state, '');
  return refused(`uses apply ${word.slice(0, 20)}`, 'print > whole')('', line, state, '');
}

function takeEnd(rest: string, _: number, state: JournalState): Opened {
  const isAccount = rest === '' || rest.startsWith('apply account') || rest === 'apply';
  if (isAccount && !state.popParent()) throw new UnknownLine('nothing was applied that could end here');
  if (rest === 'aliases')
    throw new UnknownLine('end aliases is not read: print the journal as one file first');
  return ignored;
}

function takeCommodity(rest: string, line: number, state: JournalState): Opened {
  const comment = commentBehind(rest);
  const text = before(comment ? rest.slice(0, comment.from) : rest, /\s;/);
  const symbol = symbolAt(text, 0);
  if (symbol && symbol.end === text.length) return { block: 'commodity', name: symbol.value };
  takeFormat(text, line, state);
  return ignored;
}

/** The format of a commodity tells its decimal mark, and with which decimals it is used. */
export function takeFormat(text: string, line: number, state: JournalState): void {
  const mark = lastMark(text.replace(/"[^"]*"/g, ''));
  const probe = parseAmount(text, 0, { ...bareForms, markOf: () => (mark === ',' ? ',' : '.') });
  if ('message' in probe) throw new UnknownLine(probe.message);

  const { commodity, quantity } = probe.value;
  if (mark === '.' || mark === ',') state.setMark(commodity, mark);
  const code = state.commodities.codeOf(commodity === '' ? state.defaultCommodity : commodity);
  state.commodities.use(code, quantity, line);
}

/** The mark before the last digits; without one, the first behind them. */
function lastMark(text: string): string | undefined {
  let end = text.length;
  while (end > 0 && !isDigit(text, end - 1)) end -= 1;
  let start = end;
  while (isDigit(text, start - 1)) start -= 1;
  return /^[.,]/.exec(text.slice(Math.max(start - 1, 0)))?.[0] ?? /[.,]/.exec(text.slice(end))?.[0];
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

const bareForms = { loneComma: 'decimal', doubtful: () => undefined } as const;

function takeDefault(rest: string, line: number, state: JournalState): Opened {
  const text = before(rest, /\s;/);
  takeFormat(text, line, state);
  const parsed = parseAmount(text, 0, state);
  if ('value' in parsed) state.defaultCommodity = parsed.value.commodity;
  return ignored;
}

function takeDecimalMark(rest: string, _: number, state: JournalState): Opened {
  if (rest !== '.' && rest !== ',') throw new UnknownLine('a decimal mark is . or ,');
  state.decimalMark = rest;
  return ignored;
}

function takePrice(rest: string, _: number, state: JournalState): Opened {
  const match = /^(\S+)\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?/.exec(rest);
  const date = isoOf(match?.[1]);
  const symbol = match && symbolAt(rest, match[0].length);
  if (date === undefined || !symbol) throw new UnknownLine('a price is written P 2025-01-31 USD 0.92 EUR');

  const text = before(rest.slice(symbol.end), /\s;/).trim();
  const parsed = parseAmount(text, 0, state);
  if ('message' in parsed) throw new UnknownLine(parsed.message);
  const { commodities } = state;
  const { quantity, commodity } = parsed.value;
  state.prices.add(date, commodities.codeOf(symbol.value), quantity, commodities.codeOf(commodity));
  return ignored;
}

import { type Decimal, decimalOf, longestNumber } from './decimals.ts';

/** An amount as a journal writes it, its commodity by the name it has there. */
export interface JournalAmount {
  quantity: Decimal;
  commodity: string;
}

/** Where an amount stands in a text, or why there is none. */
export type Parsed<T> = { value: T; end: number } | { message: string };

/** What is known of how numbers are written. */
export interface NumberForms {
  /** Decimal mark of a commodity, where the file says it. */
  markOf(commodity: string): '.' | ',' | undefined;
  /** Whether a lone comma before three digits separates thousands (ledger) or decimals (hledger). */
  readonly loneComma: 'thousands' | 'decimal';
  /** Told of each number that can be read in two ways. */
  doubtful(text: string): void;
}

const plain = /(-?)(\d{1,15})(?:\.(\d{1,8}))?[ \u00a0]?([A-Za-z]+)?/y;
const blank = /[ \t\u00a0]*/y;
const sign = /[+-]/y;
const number = /\d[\d.,'\u00a0\u202f]*(?: \d{3}(?=[ .,]|\D|$)[\d.,]*)*|[.,]\d+/y;
const quoted = /"([^"\n]*)"/y;
const bare = /[^\s\d"'.,;:?!+\-*/^&|=<>{}()[\]@\\]+/y;

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

const after = (pattern: RegExp, text: string, from: number): number =>
  from + (at(pattern, text, from)?.[0].length ?? 0);

/** Reads the amount that begins at `from`: commodity left or right, sign anywhere before the number, thousands in groups. */
export function parseAmount(text: string, from: number, forms: NumberForms): Parsed<JournalAmount> {
  const quick = at(plain, text, from);
  if (quick) {
    const [all, minus = '', whole = '', decimals, commodity = ''] = quick;
    const end = from + all.length;
    const next = text.charCodeAt(end);
    // A blank, or the end: anything else is a longer number or name. A mark may be one of thousands.
    const isWhole = Number.isNaN(next) || next === 32 || next === 9;
    const isSure = decimals === undefined || decimals.length !== 3;
    if (isWhole && isSure && (commodity !== '' || Number.isNaN(next)) && forms.markOf(commodity) !== ',') {
      const isCanonical = whole.length === 1 || whole.charCodeAt(0) !== 48;
      const number = decimals === undefined ? whole : `${whole}.${decimals}`;
      const quantity = {
        digits: BigInt(minus + whole + (decimals ?? '')),
        scale: decimals?.length ?? 0,
        text: isCanonical ? number : undefined,
      };
      return { value: { quantity, commodity }, end };
    }
  }
  return parseAnyAmount(text, from, forms);
}

function parseAnyAmount(text: string, from: number, forms: NumberForms): Parsed<JournalAmount> {
  let place = from;
  let negative = false;
  const signs = () => {
    for (let found = at(sign, text, place); found; found = at(sign, text, place)) {
      if (found[0] === '-') negative = !negative;
      place = after(blank, text, place + 1);
    }
  };

  signs();
  let commodity: string | undefined;
  const left = symbolAt(text, place);
  if (left) {
    commodity = left.value;
    place = after(blank, text, left.end);
    signs();
  }

  const found = at(number, text, place);
  if (!found) {
    if (text[from] === '(') return { message: 'an expression is no amount: write its value' };
    return { message: `"${shown(text.slice(from))}" is no amount such as 10.00 EUR` };
  }
  place += found[0].length;

  if (commodity === undefined) {
    const right = symbolAt(text, after(blank, text, place));
    if (right) {
      commodity = right.value;
      place = right.end;
    }
  }

  const parsed = numberOf(found[0].trim(), commodity ?? '', forms);
  if ('message' in parsed) return parsed;
  const quantity = negative ? { digits: -parsed.digits, scale: parsed.scale } : parsed;
  return { value: { quantity, commodity: commodity ?? '' }, end: place };
}

/** The name of a commodity at `from`: in quotes, or without blanks, digits and signs. */
export function symbolAt(text: string, from: number): { value: string; end: number } | undefined {
  const inQuotes = at(quoted, text, from);
  if (inQuotes) return { value: inQuotes[1] ?? '', end: from + inQuotes[0].length };
  const found = at(bare, text, from);
  return found ? { value: found[0], end: from + found[0].length } : undefined;
}

const grouping = /['\s\u00a0\u202f]/g;

function numberOf(text: string, commodity: string, forms: NumberForms): Decimal | { message: string } {
  if (text.length > longestNumber)
    return { message: `"${shown(text)}" has more digits than an amount can have` };

  const bareText = text.replace(grouping, '');
  const mark = decimalMark(bareText, commodity, forms);
  const parts = mark === undefined ? [bareText] : bareText.split(mark);
  const other = mark === ',' ? /\./g : /,/g;
  const [whole = '', decimals = ''] = parts;
  const digits = whole.replace(mark === undefined ? /[.,]/g : other, '');

  if (parts.length > 2 || !/^\d*$/.test(digits) || !/^\d*$/.test(decimals) || digits + decimals === '') {
    return { message: `"${shown(text)}" is no number` };
  }
  return decimalOf(digits + decimals, decimals.length);
}

/** The mark before the decimals; undefined when every mark separates thousands. */
function decimalMark(text: string, commodity: string, forms: NumberForms): '.' | ',' | undefined {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point < 0 && comma < 0) return undefined;

  const known = forms.markOf(commodity);
  if (known !== undefined) return text.includes(known) ? known : undefined;
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';

  const mark = point >= 0 ? '.' : ',';
  if (text.indexOf(mark) !== text.lastIndexOf(mark)) return undefined;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return mark;

  if (mark === ',' || forms.loneComma === 'decimal') forms.doubtful(text);
  return mark === ',' && forms.loneComma === 'thousands' ? undefined : mark;
}

export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

import type { Decimal } from './decimals.ts';
import { type JournalAmount, type NumberForms, parseAmount, shown } from './journal-amounts.ts';

/** What stands behind the account of a posting. */
export interface PostingAmounts {
  amount?: JournalAmount;
  /** `@` a unit, `@@` for all. */
  price?: { amount: JournalAmount; total: boolean };
  /** `{}` a unit, `{{}}` for all: what the lot has cost. */
  cost?: { amount: JournalAmount; total: boolean };
  /** `=`, `==`, with `*` for the accounts below too. */
  asserted?: { amount: JournalAmount; sole: boolean; tree: boolean };
}

const blanks = /[ \t\u00a0]*/y;

function skip(text: string, from: number): number {
  blanks.lastIndex = from;
  return from + (blanks.exec(text)?.[0].length ?? 0);
}

/** Reads amount, price, cost and assertion in whatever order they come; a text says what is wrong. */
export function parsePostingAmounts(text: string, forms: NumberForms): PostingAmounts | string {
  const found: PostingAmounts = {};
  let at = 0;

  const take = (): JournalAmount | string => {
    const parsed = parseAmount(text, at, forms);
    if ('message' in parsed) return parsed.message;
    at = parsed.end;
    return parsed.value;
  };

  if (text[0] !== '=' && text !== '') {
    const amount = take();
    if (typeof amount === 'string') return amount;
    found.amount = amount;
  }

  for (at = skip(text, at); at < text.length; at = skip(text, at)) {
    const problem = takeNext(text[at] ?? '');
    if (problem !== undefined) return problem;
  }
  return found;

  function takeNext(sign: string): string | undefined {
    if (sign === '@' || text.startsWith('(@', at)) return takePrice(sign === '(');
    if (sign === '{') return takeCost();
    if (sign === '=') return takeAssertion();
    // A lot's date `[2025-01-01]` and its note `(label)` change no amount.
    const close = sign === '[' ? ']' : sign === '(' ? ')' : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at);
    if (end < 0) return `"${shown(text.slice(at))}" behind the amount cannot be read`;
    at = end + 1;
    return undefined;
  }

  function takePrice(inParentheses: boolean): string | undefined {
    if (inParentheses) at += 1;
    const total = text.startsWith('@@', at);
    at = at + (total ? 2 : 1);
    if (inParentheses && text[at] === ')') at += 1;
    at = skip(text, at);
    const amount = take();
    if (typeof amount === 'string') return amount;
    found.price = { amount, total };
    return undefined;
  }

  function takeCost(): string | undefined {
    const total = text.startsWith('{{', at);
    at = skip(text, at + (total ? 2 : 1));
    if (text[at] === '=') at = skip(text, at + 1);
    const close = total ? '}}' : '}';
    if (text.startsWith(close, at))
      return 'a lot without its cost is not worked out: write the cost, as in {10.00 EUR}';
    const amount = take();
    if (typeof amount === 'string') return amount;
    at = skip(text, at);
    if (!text.startsWith(close, at)) return `"${shown(text)}": the cost has no closing brace`;
    at += close.length;
    found.cost = { amount, total };
    return undefined;
  }

  function takeAssertion(): string | undefined {
    const sole = text.startsWith('==', at);
    at += sole ? 2 : 1;
    const tree = text[at] === '*';
    at = skip(text, at + (tree ? 1 : 0));
    const amount = take();
    if (typeof amount === 'string') return amount;
    const isFirst = found.asserted === undefined;
    found.asserted = { amount, sole, tree };
    // The price of an asserted amount asserts nothing.
    for (at = skip(text, at); text[at] === '@' || text[at] === '{'; at = skip(text, at)) {
      const { price, cost } = found;
      const problem = text[at] === '@' ? takePrice(false) : takeCost();
      if (problem !== undefined) return problem;
      delete found.price;
      delete found.cost;
      if (price) found.price = price;
      if (cost) found.cost = cost;
    }
    return isFirst ? undefined : 'two balances are asserted';
  }
}

/** Whether a quantity is negative, zero counting as not. */
export const isNegative = ({ digits }: Decimal): boolean => digits < 0n;

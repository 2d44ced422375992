import { amountAt, type BeanAmount } from './bean-values.ts';
import { negated, times } from './decimals.ts';
import { isNegative } from './journal-postings.ts';
import type { JournalState } from './journal-state.ts';
import { rateText } from './prices.ts';
import { type Amount, fieldsOf, type Posting, type Transaction } from './transaction.ts';

const account = /^(?:([*!&#?%A-Z])[ \t]+)?(\p{L}[^\s;"{}@]*:[^\s;"{}@]+)[ \t]*/u;

/** Reads a posting from its line, without the blanks before it. False when it is none. */
export function takePosting(
  text: string,
  line: number,
  tx: Transaction,
  state: JournalState,
  base: string,
): boolean {
  const found = account.exec(text);
  if (!found) return false;

  const posting: Posting = {
    line,
    account: state.accountOf(found[2] ?? '', line),
    amount: undefined,
    weight: undefined,
    rate: undefined,
    group: 'real',
    fields: undefined,
    side: undefined,
    asserted: undefined,
  };
  tx.postings.push(posting);
  const flag = found[1];
  if (flag !== undefined) putFlag(flag, () => putExtraOf(posting));
  const problem = takeAmounts(text, found[0].length, posting, state, base);
  if (problem !== undefined) {
    const message = `line ${line}: ${problem}`;
    tx.faults.push({
      field: 'amount',
      value: text.slice(found[0].length).slice(0, 100),
      code: 'amount_format',
      message,
    });
  }
  return true;
}

function putExtraOf(posting: Posting): Record<string, string> {
  const fields = fieldsOf(posting);
  fields.extra ??= {};
  return fields.extra;
}

/** Keeps a flag but for `*` and `txn`, which say nothing. */
export function putFlag(flag: string, extraOf: () => Record<string, string>): void {
  if (flag === '!') extraOf()['status'] = 'pending';
  else if (flag !== '*' && flag !== 'txn') extraOf()['flag'] = flag;
}

interface Cost {
  amount: Amount;
  total: boolean;
}

function takeAmounts(
  text: string,
  from: number,
  posting: Posting,
  state: JournalState,
  base: string,
): string | undefined {
  let at = from;
  const isEnd = () => at >= text.length || text[at] === ';';
  // A currency without its number is left out like a whole amount.
  if (isEnd() || /^[A-Z][A-Z0-9'._-]*\s*(;.*)?$/.test(text.slice(at))) return undefined;

  const take = (): Amount | string => {
    const parsed = amountAt(text, at);
    if (typeof parsed === 'string') return parsed;
    at = skip(text, parsed.end);
    return inCurrency(parsed.value, posting.line, state);
  };

  const units = take();
  if (typeof units === 'string') return units;
  let cost: Cost | undefined;
  let price: Cost | undefined;

  while (!isEnd()) {
    const isCost = text[at] === '{';
    if (!isCost && text[at] !== '@') return `"${text.slice(at, at + 40)}" behind the amount cannot be read`;
    const total = text[at + 1] === text[at];
    at = skip(text, at + (total ? 2 : 1));
    if (isCost && text[at] === '}')
      return 'a lot without its cost is not worked out: write the cost, as in {10.00 EUR}';
    const amount = take();
    if (typeof amount === 'string') return amount;
    if (isNegative(amount.quantity)) return 'a price or cost is not negative';

    if (!isCost) {
      price = { amount, total };
      continue;
    }
    cost = { amount, total };
    // The day and the name of a lot change no amount.
    const close = text.indexOf(total ? '}}' : '}', at);
    if (close < 0 || text.slice(at, close).includes('#'))
      return `"${text.slice(at, at + 40)}" is no cost such as {10.00 EUR}`;
    at = skip(text, close + (total ? 2 : 1));
  }

  posting.amount = units;
  const by = cost ?? price;
  posting.weight = by ? weightOf(units, by) : units;
  if (by && !by.total && by.amount.currency === base && units.currency !== base)
    posting.rate = rateText(by.amount.quantity);
  return undefined;
}

function weightOf({ quantity }: Amount, { amount, total }: Cost): Amount {
  if (!total) return { currency: amount.currency, quantity: times(quantity, amount.quantity) };
  return {
    currency: amount.currency,
    quantity: isNegative(quantity) ? negated(amount.quantity) : amount.quantity,
  };
}

export function inCurrency(
  { quantity, currency: name }: BeanAmount,
  line: number,
  { commodities }: JournalState,
): Amount {
  const currency = commodities.codeOf(name);
  commodities.use(currency, quantity, line);
  return { quantity, currency };
}

function skip(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  return at;
}

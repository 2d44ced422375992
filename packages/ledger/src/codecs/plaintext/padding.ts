import { add, type Decimal, negated, zero } from './decimals.ts';
import type { JournalState } from './journal-state.ts';
import { soundAmounts } from './sound-amounts.ts';
import type { Amount, Transaction } from './transaction.ts';
import type { WeighContext } from './weigh-members.ts';

interface Move {
  date: string;
  account: string;
  amount: Amount;
}

/** Works out what each pad has to move, so that the next balance that the file states of its account comes out. */
export class Padding {
  readonly #state: JournalState;
  readonly #accounts: readonly string[];
  readonly #moves: Move[] = [];

  constructor(state: JournalState) {
    this.#state = state;
    this.#accounts = [...new Set(state.pads.map(({ account }) => account))];
  }

  add(tx: Transaction, ctx: WeighContext): void {
    if (tx.faults.length > 0 || !tx.postings.some(({ account }) => this.#isPadded(account))) return;
    const weighed = soundAmounts(tx.postings, tx.date, ctx);
    if ('code' in weighed) return;
    for (const { posting, amount } of weighed.lines) {
      const { account } = posting;
      if (this.#isPadded(account)) this.#moves.push({ date: tx.date, account, amount });
    }
  }

  #isPadded(account: string): boolean {
    return this.#accounts.some((padded) => isWithin(account, padded));
  }

  /** By the line of each pad; one that moves nothing is not in it. */
  moves(): Map<number, Amount[]> {
    const found = new Map<number, Amount[]>();
    for (const account of this.#accounts) this.#work(account, found);
    return found;
  }

  #work(account: string, found: Map<number, Amount[]>): void {
    // Of one day, balances come first: they are those of its beginning.
    const events = [
      ...this.#state.stated
        .filter((stated) => stated.account === account)
        .map(({ date, amount }) => ({ date, order: 0, amount, pad: undefined })),
      ...this.#moves
        .filter((move) => isWithin(move.account, account))
        .map(({ date, amount }) => ({ date, order: 1, amount, pad: undefined })),
      ...this.#state.pads
        .filter((pad) => pad.account === account)
        .map(({ date, line }) => ({ date, order: 2, amount: undefined, pad: line })),
    ].sort((a, b) => (a.date === b.date ? a.order - b.order : a.date < b.date ? -1 : 1));

    const sums = new Map<string, Decimal>();
    let open: { line: number; done: Set<string> } | undefined;
    for (const { order, amount, pad } of events) {
      if (pad !== undefined) open = { line: pad, done: new Set() };
      if (!amount) continue;
      const { currency, quantity } = amount;
      const sum = sums.get(currency) ?? zero;
      if (order === 1) sums.set(currency, add(sum, quantity));
      if (order === 1 || !open || open.done.has(currency)) continue;

      open.done.add(currency);
      const lacking = add(quantity, negated(sum));
      if (lacking.digits === 0n) continue;
      sums.set(currency, quantity);
      found.set(open.line, [...(found.get(open.line) ?? []), { currency, quantity: lacking }]);
    }
  }
}

const isWithin = (account: string, above: string): boolean =>
  account === above || account.startsWith(`${above}:`);

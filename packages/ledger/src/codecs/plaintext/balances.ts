import type { StatedTotal } from '../codec.ts';
import { add, type Decimal, negated, textOf, trimmed, zero } from './decimals.ts';
import type { Amount, Posting, Transaction } from './transaction.ts';
import type { WeighedLine } from './weigh.ts';

interface Asserted {
  account: string;
  currency: string;
  date: string;
  line: number;
  stated: Decimal;
  tree: boolean;
}

/** Balances of accounts as the file goes, in every currency; only kept where something asks for them. */
export class Balances {
  readonly #byAccount = new Map<string, Map<string, Decimal>>();

  add(account: string, { currency, quantity }: Amount): void {
    let own = this.#byAccount.get(account);
    if (!own) {
      own = new Map();
      this.#byAccount.set(account, own);
    }
    own.set(currency, add(own.get(currency) ?? zero, quantity));
  }

  /** Balance of an account, with those below it on demand. */
  of(account: string, tree: boolean): Map<string, Decimal> {
    const own = this.#byAccount.get(account) ?? new Map<string, Decimal>();
    if (!tree) return own;

    const sums = new Map(own);
    for (const [name, balances] of this.#byAccount) {
      if (!name.startsWith(`${account}:`)) continue;
      for (const [currency, quantity] of balances) {
        sums.set(currency, add(sums.get(currency) ?? zero, quantity));
      }
    }
    return sums;
  }
}

/**
 * Postings with the amounts that a balance assignment (`= 100 EUR` without an amount) gives them: one for each currency that
 * has to move, none when the balance is as it should be.
 */
export function assigned(postings: readonly Posting[], balances: Balances): Posting[] {
  // Earlier postings of the same transaction count already.
  const before = new Balances();
  const current = (posting: Posting, tree: boolean) => {
    const sums = new Map(balances.of(posting.account, tree));
    for (const [currency, quantity] of before.of(posting.account, tree)) {
      sums.set(currency, add(sums.get(currency) ?? zero, quantity));
    }
    return sums;
  };

  return postings.flatMap((posting) => {
    const { amount, asserted } = posting;
    if (amount || !asserted) {
      if (amount) before.add(posting.account, amount);
      return [posting];
    }

    const { amount: target, sole, tree } = asserted;
    const sums = current(posting, tree);
    const currencies = sole ? new Set([...sums.keys(), target.currency]) : new Set([target.currency]);
    const moves = [...currencies]
      .map((currency) => ({
        currency,
        quantity: add(
          currency === target.currency ? target.quantity : zero,
          negated(sums.get(currency) ?? zero),
        ),
      }))
      .filter(({ quantity }) => quantity.digits !== 0n);
    const made = moves.length > 0 ? moves : [{ currency: target.currency, quantity: zero }];
    for (const move of made) before.add(posting.account, move);
    return made.map((move) => ({ ...posting, amount: move, weight: move }));
  });
}

/**
 * Balances that the file asserts, as totals at the end of a day: what is posted to the account later on that day is added to
 * what was asserted.
 */
export class Assertions {
  readonly #byKey = new Map<string, Asserted>();
  /** Base currency that belongs to another in our books, a revaluation: the file has it in its balances of base currency. */
  readonly #elsewhere = new Map<string, { date: string; quantity: Decimal }[]>();

  /** Takes in an entry, posting by posting. */
  seen(tx: Transaction, lines: readonly WeighedLine[]): void {
    for (const { posting, amount } of lines) {
      if (posting.fields?.currency !== undefined) this.#putElsewhere(posting.account, tx.date, amount);
    }
    if (this.#byKey.size === 0 && !lines.some(({ posting }) => posting.asserted)) return;

    for (const { posting, amount } of lines) {
      const open = this.#byKey.get(keyOf(posting.account, amount.currency, tx.date));
      if (open) open.stated = add(open.stated, amount.quantity);

      const { asserted, account, line } = posting;
      if (!asserted) continue;
      const { currency, quantity } = asserted.amount;
      this.#byKey.set(keyOf(account, currency, tx.date), {
        ...{ account, currency, date: tx.date, line, stated: quantity, tree: asserted.tree },
      });
    }
  }

  #putElsewhere(account: string, date: string, { quantity }: Amount): void {
    const moves = this.#elsewhere.get(account) ?? [];
    moves.push({ date, quantity });
    this.#elsewhere.set(account, moves);
  }

  /** A balance at the end of a day that no posting states. */
  add(asserted: Asserted): void {
    this.#byKey.set(keyOf(asserted.account, asserted.currency, asserted.date), asserted);
  }

  /** As totals of a file; those over an account and the ones below it, where there are any, can only be counted. */
  totals(base: string, codeOf: (account: string) => string, hasBelow: (account: string) => boolean) {
    const totals: StatedTotal[] = [];
    let trees = 0;
    for (const { account, currency, date, line, stated, tree } of this.#byKey.values()) {
      if (tree && hasBelow(account)) {
        trees += 1;
        continue;
      }
      const elsewhere = currency === base ? (this.#elsewhere.get(account) ?? []) : [];
      const own = elsewhere
        .filter((move) => move.date <= date)
        .reduce((sum, { quantity }) => add(sum, negated(quantity)), stated);
      // Of the base currency too, a file states what the account holds in it, and not what all its currencies are worth.
      const total = textOf(trimmed(own));
      totals.push({ kind: 'closing', stated: total, date, currency, account: codeOf(account), row: line });
    }
    return { totals, trees };
  }
}

const keyOf = (account: string, currency: string, date: string): string => `${date} ${currency} ${account}`;

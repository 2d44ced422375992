/** Signed, debit positive, minor units: of the base currency, and of the currency that it is kept under. */
export interface Amount {
  base: bigint;
  own: bigint;
}

/** Amounts by account, then by currency. */
export class Amounts {
  readonly #accounts = new Map<string, Map<string, Amount>>();

  add(account: string, currency: string, { base, own }: Amount): void {
    const currencies = this.#accounts.get(account) ?? new Map<string, Amount>();
    this.#accounts.set(account, currencies);
    const before = currencies.get(currency);
    currencies.set(currency, { base: (before?.base ?? 0n) + base, own: (before?.own ?? 0n) + own });
  }

  /** In base currency over all that the account holds, or only what it holds in a currency. */
  of(account: string, currency: string | undefined): bigint {
    const currencies = this.#accounts.get(account);
    if (!currencies) return 0n;
    if (currency !== undefined) return currencies.get(currency)?.own ?? 0n;
    return [...currencies.values()].reduce((sum, { base }) => sum + base, 0n);
  }

  accounts(): Iterable<string> {
    return this.#accounts.keys();
  }
}

export const both = (amount: bigint): Amount => ({ base: amount, own: amount });

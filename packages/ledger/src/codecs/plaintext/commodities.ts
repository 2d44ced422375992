import { isoExponent } from '../../money/index.ts';
import type { CurrencyRow } from '../../records/rows.ts';
import { type Decimal, mostDecimals, trimmed } from './decimals.ts';

const currencyPattern = /^[A-Z][A-Z0-9'._-]{0,22}[A-Z0-9]$/;

/** What a sign means; the first is taken unless the books are kept in another of them. */
const signs: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN', 'BRL', 'ARS', 'CLP', 'COP', 'TWD'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'GIP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₩': ['KRW'],
  '₺': ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '฿': ['THB'],
  '₫': ['VND'],
  '₿': ['BTC'],
  R$: ['BRL'],
  C$: ['CAD'],
  US$: ['USD'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
};

interface Used {
  line: number;
  decimals: number;
}

/**
 * Commodities of a plain text ledger as currencies of ours: a sign as the currency it stands for, a name in capitals with what
 * no currency can have replaced. Two commodities never become one currency. Keeps how many decimals each is used with.
 */
export class Commodities {
  readonly #base: string;
  readonly #codes = new Map<string, string>();
  readonly #taken = new Map<string, string>();
  readonly #used = new Map<string, Used>();

  constructor(base: string) {
    this.#base = base;
    this.#codes.set('', base);
  }

  /** The currency of a commodity; an amount without one is in the base currency. */
  codeOf(name: string): string {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;

    const code = this.#free(this.#translated(name), name);
    this.#codes.set(name, code);
    this.#taken.set(code, name);
    return code;
  }

  /** Says that a name stands for a currency of ours, which a file may do before its first use. */
  rename(name: string, code: string): void {
    if (!currencyPattern.test(code) || this.#codes.has(name) || this.#taken.has(code)) return;
    this.#codes.set(name, code);
    this.#taken.set(code, name);
  }

  use(code: string, quantity: Decimal, line: number): void {
    const used = this.#used.get(code);
    if (used && used.decimals >= quantity.scale) return;
    const decimals = quantity.scale > mostDecimals ? trimmed(quantity).scale : quantity.scale;
    if (!used) this.#used.set(code, { line, decimals });
    else if (decimals > used.decimals) used.decimals = decimals;
  }

  /** Whether the file has amounts without a commodity, or others whose currency is not their own name. */
  warnings(): string[] {
    const renamed = [...this.#codes].filter(([name, code]) => name !== '' && name !== code);
    if (renamed.length === 0) return [];
    const shown = renamed.slice(0, 20).map(([name, code]) => `${name} as ${code}`);
    const more = renamed.length > 20 ? `, and ${renamed.length - 20} more` : '';
    return [`commodities are read as currencies: ${shown.join(', ')}${more}`];
  }

  /** Rows for the currencies that no standard gives decimals to. */
  rows(): CurrencyRow[] {
    return [...this.#used]
      .filter(([code]) => code !== this.#base && isoExponent(code) === undefined)
      .map(([code, { line, decimals }]) => ({
        ...{ record: 'currency', row: line, code },
        exponent: Math.min(decimals, mostDecimals),
      }));
  }

  #translated(name: string): string {
    const meanings = Object.hasOwn(signs, name) ? (signs[name] ?? []) : [];
    if (meanings.length > 0) return meanings.includes(this.#base) ? this.#base : (meanings[0] ?? name);

    const capitals = name.toUpperCase();
    if (currencyPattern.test(capitals)) return capitals;
    const bare = capitals
      .normalize('NFD')
      .replace(/[^A-Z0-9'._-]+/g, '-')
      .replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, '');
    const cut = bare.slice(0, 20).replace(/[^A-Z0-9]+$/, '');
    return /^[A-Z]/.test(cut) && cut.length > 1 ? cut : `X-${cut === '' ? 'UNIT' : cut}`;
  }

  #free(code: string, name: string): string {
    // Two signs of one currency are one; two names that only a translation makes equal are not.
    const isSign = Object.hasOwn(signs, name);
    let free = code;
    for (let n = 2; ; n += 1) {
      const by = this.#taken.get(free);
      if (by === undefined || by === name || isSign || Object.hasOwn(signs, by)) return free;
      free = `${code.slice(0, 20)}-${n}`;
    }
  }
}

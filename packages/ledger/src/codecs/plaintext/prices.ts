import { powerOfTen } from '../../money/minor.ts';
import { type Decimal, sizeOf } from './decimals.ts';
import type { Ratio } from './ratios.ts';

interface Price {
  date: string;
  ratio: Ratio;
}

/** Prices of a file by currency, to look up what one unit was worth in base currency on a day. */
export class Prices {
  readonly #base: string;
  readonly #byCurrency = new Map<string, Price[]>();
  #isSorted = true;
  count = 0;

  constructor(base: string) {
    this.#base = base;
  }

  /** `price` units of `target` for one of `currency`; what tells nothing of the base currency is counted only. */
  add(date: string, currency: string, price: Decimal, target: string): void {
    this.count += 1;
    if (price.digits <= 0n || currency === target) return;

    const direct = { numerator: price.digits, denominator: powerOfTen(price.scale) };
    if (target === this.#base) this.#put(currency, { date, ratio: direct });
    else if (currency === this.#base) {
      this.#put(target, { date, ratio: { numerator: direct.denominator, denominator: direct.numerator } });
    }
  }

  #put(currency: string, price: Price): void {
    const prices = this.#byCurrency.get(currency);
    if (prices) prices.push(price);
    else this.#byCurrency.set(currency, [price]);
    this.#isSorted = false;
  }

  /** The newest on or before the day; of one day, the last that the file has. */
  on(currency: string, date: string): Ratio | undefined {
    if (!this.#isSorted) {
      for (const prices of this.#byCurrency.values())
        prices.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      this.#isSorted = true;
    }

    const prices = this.#byCurrency.get(currency);
    if (!prices) return undefined;
    let [low, high] = [0, prices.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((prices[middle]?.date ?? '') <= date) low = middle + 1;
      else high = middle;
    }
    return prices[low - 1]?.ratio;
  }
}

/** The price of a unit as a rate of ours has it: positive, at most 12 digits on each side; undefined when it cannot be one. */
export function rateText(price: Decimal): string | undefined {
  const digits = sizeOf(price.digits).toString();
  if (price.digits <= 0n || price.scale > 12 || digits.length - price.scale > 12) return undefined;
  const text = digits.padStart(price.scale + 1, '0');
  return price.scale === 0 ? text : `${text.slice(0, -price.scale)}.${text.slice(-price.scale)}`;
}

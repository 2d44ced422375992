import type { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';

/**
 * Counts requests of a caller a second, in this process: a guard against a loop gone wild, not a quota. Per credential once
 * it is known, per address before, so that guessing keys is slow.
 */
export class Limiter {
  readonly #perSecond: number;
  readonly #now: Clock;
  #second = 0;
  #counts = new Map<string, number>();

  constructor(perSecond: number, now: Clock) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Throws `rate_limited` when the caller is over the limit. */
  count(caller: string): void {
    const second = Math.floor(this.#now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(caller) ?? 0) + 1;
    this.#counts.set(caller, count);
    if (count > this.#perSecond) {
      throw new Problem(
        'rate_limited',
        `At most ${this.#perSecond} requests a second are answered: slow down`,
        [],
        1,
      );
    }
  }
}

/** Why a handover ended before its time. */
export class HandoverEnded extends Error {
  override readonly name = 'HandoverEnded';
  readonly reason: 'reader gone' | 'server stopping' | 'stalled';

  constructor(reason: HandoverEnded['reason']) {
    super(reason === 'stalled' ? 'nobody has taken what was read: the reader has stopped reading' : reason);
    this.reason = reason;
  }
}

/**
 * Hands values from one task to another, one at a time, so that a producer inside a transaction is never ahead by more than
 * one. A value that is not taken within `patience` milliseconds ends it: a reader that stopped would hold the transaction.
 */
export class Handover<T> {
  readonly #patience: number;
  #value: T | undefined;
  #ended = false;
  #failure: unknown;
  #waiting: (() => void)[] = [];

  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Resolves once the value before has been taken; throws when the handover has failed or nobody takes. */
  async put(value: T): Promise<void> {
    const late = setTimeout(() => this.fail(new HandoverEnded('stalled')), this.#patience);
    while (this.#value !== undefined && this.#failure === undefined) await this.#change();
    clearTimeout(late);
    if (this.#failure !== undefined) throw this.#failure;
    this.#value = value;
    this.#changed();
  }

  /** The next value; undefined at the end. */
  async take(): Promise<T | undefined> {
    while (this.#value === undefined && !this.#ended && this.#failure === undefined) await this.#change();
    if (this.#failure !== undefined) throw this.#failure;
    const value = this.#value;
    this.#value = undefined;
    this.#changed();
    return value;
  }

  end(): void {
    this.#ended = true;
    this.#changed();
  }

  /** Ends it for both sides; only the first failure counts. */
  fail(failure: unknown): void {
    this.#failure ??= failure;
    this.#changed();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

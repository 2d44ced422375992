import type { RowFault } from '../codec.ts';
import {
  type Opened,
  takeAccountTags,
  takeDirective,
  takeFormat,
  UnknownLine,
} from './journal-directives.ts';
import type { JournalState } from './journal-state.ts';
import { parseTransaction } from './journal-transactions.ts';
import type { Transaction } from './transaction.ts';

/** A line that could not be read and belongs to no transaction. */
export interface Stray {
  line: number;
  text: string;
  message: string;
}

/** Longer transactions are cut and refused: reading on would fill the memory, and 10,000 postings with comments are shorter. */
const mostLines = 50_000;

const cut: RowFault = {
  ...{ field: '', value: '', code: 'entry_too_large' },
  message: `the transaction has more than ${mostLines} lines: what stands behind them is not among the rejects, mend it in the file`,
};

/** Cuts a journal into transactions and directives, line by line. */
export class JournalBlocks {
  readonly #state: JournalState;
  readonly #base: string;
  #line = 0;
  #raw: string[] | undefined;
  #isCut = false;
  #start = 0;
  #opened: Opened;

  constructor(state: JournalState, base: string) {
    this.#state = state;
    this.#base = base;
  }

  /** Takes lines in and gives what they complete. */
  push(lines: readonly string[]): (Transaction | Stray)[] {
    const found: (Transaction | Stray)[] = [];

    for (const text of lines) {
      this.#line += 1;
      const first = text.charCodeAt(0);
      const isIndented = first === 32 || first === 9;

      if (this.#opened?.block === 'comment') {
        if (this.#opened.until.test(text)) this.#opened = undefined;
      } else if (isIndented && text.trim() !== '') this.#below(text, found);
      else {
        this.#finish(found);
        if (Number.isNaN(first) || isIndented) continue;
        this.#atMargin(text, first, found);
      }
    }
    return found;
  }

  end(): (Transaction | Stray)[] {
    const found: (Transaction | Stray)[] = [];
    this.#finish(found);
    return found;
  }

  #finish(found: (Transaction | Stray)[]): void {
    this.#opened = undefined;
    if (!this.#raw) return;
    const raw = this.#raw;
    this.#raw = undefined;
    const tx = parseTransaction(raw, this.#start, this.#state, this.#base);
    if (this.#isCut) tx.faults.push(cut);
    this.#isCut = false;
    found.push(tx);
  }

  #atMargin(text: string, first: number, found: (Transaction | Stray)[]): void {
    if (first >= 48 && first <= 57) {
      this.#raw = [text];
      this.#start = this.#line;
      return;
    }
    this.#tried(text, found, () => {
      this.#opened = takeDirective(text, this.#line, this.#state);
    });
  }

  #below(text: string, found: (Transaction | Stray)[]): void {
    if (this.#raw) {
      if (this.#raw.length < mostLines) this.#raw.push(text);
      else this.#isCut = true;
      return;
    }

    const bare = text.trim();
    const opened = this.#opened;
    const isComment = bare[0] === ';';
    if (opened?.block === 'account' || opened?.block === 'commodity') this.#state.directives.push(text);

    if (opened?.block === 'account') {
      if (isComment) takeAccountTags(bare.slice(1), opened.tags);
    } else if (opened?.block === 'commodity') {
      const format = /^format\s+(.*)$/s.exec(bare)?.[1];
      if (format !== undefined) this.#tried(text, found, () => takeFormat(format, this.#line, this.#state));
    } else if (!opened && !isComment) {
      found.push({ line: this.#line, text, message: 'a posting without a transaction above it' });
    }
  }

  #tried(text: string, found: (Transaction | Stray)[], take: () => void): void {
    try {
      take();
    } catch (error) {
      if (!(error instanceof UnknownLine)) throw error;
      this.#opened = { block: 'ignored' };
      found.push({ line: this.#line, text, message: error.message });
    }
  }
}

export const isStray = (found: Transaction | Stray): found is Stray => 'message' in found;

import type { Row } from '../../records/rows.ts';
import type { Commodities } from './commodities.ts';
import type { NumberForms } from './journal-amounts.ts';
import { Prices } from './prices.ts';
import type { Amount } from './transaction.ts';

/** What a file says of an account outside of its postings. */
export interface NamedAccount {
  line: number;
  /** Whether a directive names it. */
  declared: boolean;
  tags: Map<string, string>;
}

/** The balance of an account and those below it as a day begins. */
export interface StatedBalance {
  line: number;
  date: string;
  account: string;
  amount: Amount;
}

/** An entry between two accounts that makes the next stated balance of the first come out. */
export interface Pad {
  line: number;
  date: string;
  account: string;
  source: string;
}

/** Ways in which the two programs read the same text differently. */
export interface Dialect {
  readonly name: 'hledger' | 'ledger' | 'beancount';
  readonly loneComma: NumberForms['loneComma'];
  /** In ledger a description ends at two blanks and a semicolon, in hledger at any semicolon. */
  readonly commentInHead: RegExp;
  /** A posting with lot cost and price counts by its cost (ledger) or by its price (hledger). */
  readonly weighedBy: 'cost' | 'price';
  /** Whether a currency without price gets one from what else the transaction holds. */
  readonly infersPrices: boolean;
  /** How much of an amount may be left open by a transaction. */
  readonly tolerates: 'coarsest' | 'finest';
}

const guessing = { infersPrices: true, tolerates: 'finest' } as const;

export const dialects: Readonly<Record<Dialect['name'], Dialect>> = {
  hledger: { name: 'hledger', loneComma: 'decimal', commentInHead: /;/, weighedBy: 'price', ...guessing },
  ledger: {
    name: 'ledger',
    loneComma: 'thousands',
    commentInHead: /(?: {2}|\t ?);|^;/,
    weighedBy: 'cost',
    ...guessing,
  },
  beancount: {
    name: 'beancount',
    loneComma: 'thousands',
    commentInHead: /;/,
    weighedBy: 'cost',
    infersPrices: false,
    tolerates: 'coarsest',
  },
};

/** What the directives of a journal have said so far; it rules the lines that follow. */
export class JournalState implements NumberForms {
  readonly dialect: Dialect;
  readonly commodities: Commodities;
  readonly prices: Prices;
  readonly accounts = new Map<string, NamedAccount>();
  /** Rows that the comments of our own files hold: journals, parties, years, dimensions. */
  readonly rows: Row[] = [];
  readonly notStored: Record<string, number> = {};
  /** Balances and pads that stand by themselves, as beancount has them. */
  readonly stated: StatedBalance[] = [];
  readonly pads: Pad[] = [];
  /** What each pad moves, by its line: the first pass works it out. */
  padded: ReadonlyMap<number, readonly Amount[]> = new Map();
  /** First parts of account names that an option gives another word, with their type. */
  readonly roots = new Map<string, string>();
  /** Directive lines as they stand, for a rejects file. */
  readonly directives: string[] = [];
  readonly #marks = new Map<string, '.' | ','>();
  readonly #aliases: [from: string, to: string][] = [];
  readonly #resolved = new Map<string, string>();
  #doubtful: string[] = [];
  #doubts = 0;
  decimalMark: '.' | ',' | undefined;
  /** `D`: the commodity of amounts without one. */
  defaultCommodity = '';
  defaultYear: string | undefined;
  /** `apply account`, outermost first. */
  readonly parents: string[] = [];

  constructor(dialect: Dialect, commodities: Commodities, base: string, decimal: '.' | ',' | undefined) {
    this.dialect = dialect;
    this.commodities = commodities;
    this.prices = new Prices(base);
    this.decimalMark = decimal;
  }

  get loneComma(): NumberForms['loneComma'] {
    return this.dialect.loneComma;
  }

  markOf(commodity: string): '.' | ',' | undefined {
    return this.decimalMark ?? this.#marks.get(commodity);
  }

  setMark(commodity: string, mark: '.' | ','): void {
    this.#marks.set(commodity, mark);
  }

  doubtful(text: string): void {
    this.#doubts += 1;
    if (this.#doubtful.length < 3) this.#doubtful.push(text);
  }

  count(name: string): void {
    this.notStored[name] = (this.notStored[name] ?? 0) + 1;
  }

  /** Keeps a directive for a rejects file. */
  keep(directive: string): void {
    this.directives.push(detached(directive));
  }

  addAlias(from: string, to: string): void {
    this.#aliases.unshift([from, to]);
    this.#resolved.clear();
  }

  pushParent(name: string): void {
    this.parents.push(name);
    this.#resolved.clear();
  }

  popParent(): boolean {
    this.#resolved.clear();
    return this.parents.pop() !== undefined;
  }

  /** The whole name of an account: below what `apply account` says, aliases resolved. */
  accountOf(name: string, line: number): string {
    const known = this.#resolved.get(name);
    if (known !== undefined) return known;
    return this.#resolve(name, line);
  }

  #resolve(name: string, line: number): string {
    // A piece of a text keeps all of it in memory: what outlives the chunk it came in is copied.
    const own = detached(name);
    let resolved = detached([...this.parents, own].join(':'));
    for (const [from, to] of this.#aliases) {
      if (resolved === from) resolved = to;
      else if (resolved.startsWith(`${from}:`)) resolved = to + resolved.slice(from.length);
    }
    this.#resolved.set(own, resolved);
    if (!this.accounts.has(resolved)) {
      this.accounts.set(resolved, { line, declared: false, tags: new Map() });
    }
    return resolved;
  }

  warnings(): string[] {
    const warnings = this.commodities.warnings();
    if (this.#doubts > 0) {
      const read = this.loneComma === 'decimal' ? 'with decimals' : 'as thousands';
      warnings.push(
        `${this.#doubts} numbers such as ${this.#doubtful.join(', ')} can be read in two ways: a comma ` +
          `was read ${read}, as ${this.dialect.name} does; --decimal decides`,
      );
    }
    return warnings;
  }
}

const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** What balances are split by, beside the account. */
export interface Grain {
  currency?: boolean;
  split?: 'party' | { dimension: string };
}

/** Minor units of the year's base currency and, with a grain by currency, of the cell's own. */
export interface Movement {
  debit: bigint;
  credit: bigint;
  currencyDebit: bigint;
  currencyCredit: bigint;
  /** Lines that it sums, so that an account with lines of zero is told from one without any. */
  lines: number;
}

/** `split`: the id of a party or the code of a dimension's value; null for lines without one. */
export interface Place {
  accountId: string;
  currency: string | null;
  split: string | null;
}

/** A row of a trial balance in minor units: opening signed, debit positive. */
export interface Cell extends Place, Movement {
  opening: bigint;
  currencyOpening: bigint;
}

export const closingOf = (cell: Cell): bigint => cell.opening + cell.debit - cell.credit;

export const currencyClosingOf = (cell: Cell): bigint =>
  cell.currencyOpening + cell.currencyDebit - cell.currencyCredit;

/** Cells by their place, each made when something is first added to it. */
export class Cells {
  readonly #cells = new Map<string, Cell>();

  addOpening(place: Place, amount: bigint, currencyAmount: bigint): void {
    const cell = this.#at(place);
    cell.opening += amount;
    cell.currencyOpening += currencyAmount;
  }

  addMovement(place: Place, movement: Movement): void {
    const cell = this.#at(place);
    cell.debit += movement.debit;
    cell.credit += movement.credit;
    cell.currencyDebit += movement.currencyDebit;
    cell.currencyCredit += movement.currencyCredit;
    cell.lines += movement.lines;
  }

  [Symbol.iterator](): Iterator<Cell> {
    return this.#cells.values();
  }

  #at({ accountId, currency, split }: Place): Cell {
    const key = `${accountId} ${currency ?? ''} ${split ?? ''}`;
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = {
        ...{ accountId, currency, split },
        ...{ opening: 0n, debit: 0n, credit: 0n },
        ...{ currencyOpening: 0n, currencyDebit: 0n, currencyCredit: 0n, lines: 0 },
      };
      this.#cells.set(key, cell);
    }
    return cell;
  }
}

import { type DateOrder, parseDate } from './values.ts';

const orders: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];

/** What the days of a file say of their order. */
export interface DatesFound {
  readonly order: DateOrder | undefined;
  /** A day that can be read two ways, when no other day of the file says which way is right. */
  readonly unsure?: string;
}

/**
 * Gathers the orders that every day of a file can be read in. A file that writes one day as ISO means the others so too: what
 * is no ISO day there is a slip, and stays one.
 */
export class DateEvidence {
  #possible: readonly DateOrder[] = orders;
  #example = '';
  #isIso = false;

  /** Whether more days can change what is found. */
  get isOpen(): boolean {
    return !this.#isIso && this.#possible.length > 1;
  }

  take(cell: string): void {
    const text = cell.trim();
    if (text === '' || this.#isIso) return;
    if (isoForm.test(text)) {
      this.#isIso = true;
      return;
    }

    const readable = orders.filter((order) => 'value' in parseDate(text, order));
    // Nobody writes the month first in front of a point.
    const likely = text.includes('.') ? readable.filter((order) => order !== 'MDY') : readable;
    if (likely.length === 0) return;

    this.#possible = this.#possible.filter((order) => likely.includes(order));
    if (this.#example === '') this.#example = text;
  }

  found(): DatesFound {
    const [first, second] = this.#possible;
    if (this.#isIso || this.#example === '' || first === undefined) return { order: undefined };
    return second === undefined ? { order: first } : { order: first, unsure: this.#example };
  }
}

const isoForm = /^\d{4}-\d{2}-\d{2}$/;

/** What is to be said of an order that no day of the file decides. */
export function unsureWarning({ order, unsure }: DatesFound): string | undefined {
  if (unsure === undefined || order === undefined) return undefined;

  const other: DateOrder = order === 'DMY' ? 'MDY' : 'DMY';
  return (
    `no date of the file says whether the day or the month comes first: "${unsure}" is read as ${dayOf(unsure, order)}, ` +
    `--date-format ${other} reads it as ${dayOf(unsure, other)}`
  );
}

function dayOf(text: string, order: DateOrder): string {
  const parsed = parseDate(text, order);
  return 'value' in parsed ? parsed.value : text;
}

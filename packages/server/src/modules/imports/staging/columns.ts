/**
 * One column of many rows as the text of a PostgreSQL array: the driver would walk the rows once more and quote each value by
 * regular expressions, a quarter of the cost of a part. A row, counted from 0, has a place
 * only if it or one after it has a value, and most columns of a line are empty: `unnest` beside longer arrays fills what is
 * missing at the end with nulls.
 */
export class Column {
  readonly #elements: string[] = [];

  /** A value that needs no quotes: a number, a date, a boolean. */
  plain(row: number, value: string | number | boolean | undefined): void {
    if (value === undefined) return;
    this.#put(row, typeof value === 'string' ? value : String(value));
  }

  /** Minor units. Of the two sides of a line one is zero. */
  amount(row: number, value: bigint): void {
    this.#put(row, value === 0n ? '0' : value.toString());
  }

  text(row: number, value: string | undefined): void {
    if (value === undefined) return;
    this.#put(row, `"${special.test(value) ? value.replace(specials, '\\$&') : value}"`);
  }

  json(row: number, value: object | undefined): void {
    if (value !== undefined) this.text(row, JSON.stringify(value));
  }

  /** The array as a parameter. */
  toString(): string {
    return `{${this.#elements.join(',')}}`;
  }

  #put(row: number, element: string): void {
    while (this.#elements.length < row) this.#elements.push('NULL');
    this.#elements.push(element);
  }
}

export const columnsOf = <Name extends string>(names: readonly Name[]): Record<Name, Column> =>
  Object.fromEntries(names.map((name) => [name, new Column()])) as Record<Name, Column>;

const special = /["\\]/;
const specials = /["\\]/g;

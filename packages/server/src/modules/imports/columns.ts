/**
 * One column of many rows as the text of a PostgreSQL array: the driver would walk the rows once more and quote each value by
 * regular expressions, a quarter of the cost of a part. A column without any value is an empty array, which `unnest` beside
 * longer ones fills with nulls.
 */
export class Column {
  readonly #elements: string[] = [];
  /** Nulls that no value has followed yet. */
  #nulls = 0;

  /** A value that needs no quotes: a number, a date, a boolean. */
  plain(value: string | number | boolean | undefined): void {
    if (value === undefined) this.#nulls += 1;
    else this.#put(typeof value === 'string' ? value : String(value));
  }

  text(value: string | undefined): void {
    if (value === undefined) this.#nulls += 1;
    else this.#put(`"${special.test(value) ? value.replace(specials, '\\$&') : value}"`);
  }

  json(value: object | undefined): void {
    this.text(value === undefined ? undefined : JSON.stringify(value));
  }

  /** The array as a parameter; nulls at its end are left to `unnest`. */
  toString(): string {
    return `{${this.#elements.join(',')}}`;
  }

  #put(element: string): void {
    for (; this.#nulls > 0; this.#nulls -= 1) this.#elements.push('NULL');
    this.#elements.push(element);
  }
}

const special = /["\\]/;
const specials = /["\\]/g;

/** A column of a table or of CSV. `key` may reach into a row: `totals.debit`. */
export interface Column {
  readonly key: string;
  readonly title?: string;
  /** `money` and `count` stand to the right; tables, and only they, group their thousands. */
  readonly kind?: 'text' | 'money' | 'count';
  /** What tables, and only they, show for a value that is more than text, a number or a list of texts. */
  readonly show?: (value: unknown) => string;
}

/** Rows with their columns, as people read them. */
export interface TableOf {
  readonly title?: string;
  readonly rows: readonly object[];
  readonly columns: readonly Column[];
  readonly totals?: object;
}

/**
 * What a command body returns; `print.ts` decides how it looks. One of `rows`, `data` or `text` is given, or `rows` for
 * tables beside `data` for documents.
 */
export interface Result {
  /** The document of `-o json` and `-o yaml`; without it, the rows. */
  readonly data?: unknown;
  /** What table, csv and jsonl print, one by one; without it, `data` is the only row. */
  readonly rows?: Iterable<object> | AsyncIterable<object>;
  readonly columns?: readonly Column[];
  /** The last line of a table; never of csv or jsonl, where it would be taken for a row. */
  readonly totals?: object;
  /** What table and csv print in place of a document that is no row, such as an entry with its lines. */
  readonly table?: TableOf;
  /** By field of a record that holds a list: the command that shows the list, said beside its length. */
  readonly seeAlso?: Readonly<Record<string, string>>;
  /** One sentence instead of the table. */
  readonly message?: string;
  /** Text before the table, which is its sum. */
  readonly lead?: string;
  /** Text that stays text unless a format is asked for: help, completion scripts. */
  readonly text?: string;
  /** Stdout holds a file already; `message` is a notice on stderr. */
  readonly written?: true;
  /** Where the rows decide it, it is asked for when all of them are printed. */
  readonly exit?: number | (() => number);
}

/** The value of a column in a row. */
export function valueAt(row: object, key: string): unknown {
  const whole = (row as Readonly<Record<string, unknown>>)[key];
  if (whole !== undefined || !key.includes('.')) return whole;

  return key.split('.').reduce<unknown>((value, name) => {
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
  }, row);
}

/** The value as one piece of text: lists of words by comma, anything deeper as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;

  const isWords = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (isWords) return value.join(',');

  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import { FormatError } from '../codec.ts';

/**
 * How the columns of a foreign table become the columns of one resource. A plain object that survives JSON: whoever read it
 * from a file has checked its form; against a header it is checked when the header is known.
 */
export interface Mapping {
  /** By the name of the canonical column that is filled: `date`, `dim:project`; `currency_amount` is signed. */
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Columns that are left out although they hold something; `others`: all that no field names. */
  readonly ignore?: readonly string[] | 'others';
  /** A line on which all of these are empty goes on with those of the line above: one heading, several lines. */
  readonly fillDown?: readonly string[];
  /** Lines that are none of the resource: drafts, totals, headings in between. */
  readonly leaveOut?: readonly { readonly column: string; readonly is: readonly string[] }[];
  /** The sign between thousands beside a decimal point; with a decimal comma the usual ones are understood anyway. */
  readonly thousands?: string;
}

/** Where the text of one field comes from: columns or a constant, then a piece of it, then another word for it. */
export interface FieldSource {
  readonly columns?: readonly string[];
  readonly constant?: string;
  /** Between the texts of several columns. */
  readonly join?: string;
  /** What stands behind the first of these, and in front of the first of those. */
  readonly after?: string;
  readonly before?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** What becomes of a text that `values` does not list; default `refuse`. */
  readonly unlisted?: 'refuse' | 'keep' | 'empty';
  /** For an empty text. */
  readonly default?: string;
  /** Side of a positive amount, of the two fields that are signed; default `debit`. */
  readonly positive?: 'debit' | 'credit';
  /** A column that says the side of an amount; a minus then stays on its side. */
  readonly sign?: {
    readonly column: string;
    readonly debit: readonly string[];
    readonly credit: readonly string[];
  };
}

/** One thing that is wrong with a mapping; `path` leads to it from the mapping's own root. */
export interface MappingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A mapping that does not fit the file: all of it at once. */
export class MappingError extends FormatError {
  readonly faults: readonly MappingFault[];

  constructor(code: FormatError['code'], faults: readonly MappingFault[], hint?: string) {
    super(code, faults.map(({ message }) => message).join('; '), hint);
    this.faults = faults;
  }
}

import type { AccountRow, JournalRow, LineRow, PartyRow, Row, YearRow } from '../records/rows.ts';
import type { Mapping } from './mapping/mapping.ts';

/** The formats, by the name that `--format` takes. */
export type FormatName = 'csv' | 'xlsx' | 'jsonl' | 'fec' | 'sie' | 'hledger' | 'ledger' | 'beancount';

/** Charts of accounts of other programs, which are read only. */
export type ChartName = 'odoo' | 'frappe' | 'gnucash';

/**
 * A reader turns the bytes of one file format into rows. It never touches a file or a clock: `open` gives the bytes, as often
 * as the format needs to pass over them (FEC decides its numbering in a first pass), and memory stays flat.
 */
export interface Reader {
  readonly name: FormatName | ChartName;
  /** What its files can be read as, where that is not everything. */
  readonly resources?: readonly ReadOptions['resource'][];
  /** Whether each line of a file is one record of any kind, accounts among entries; else accounts and parties are told by lines. */
  readonly mixesRecords: boolean;
  /** Whether amounts mean something only beside the base currency of the books (`ReadOptions.baseCurrency`). */
  readonly needsBase: boolean;
  /** Whether its columns are free, so that a mapping may say what they are (`ReadOptions.mapping`). */
  readonly takesMapping?: true;
  /** Its files are workbooks: tables on sheets (`ReadOptions.sheet`), behind a directory that stands at the end of the file. */
  readonly hasSheets?: true;
  /** Its opening is no entry among others: it has no number, and the result of the year before may be left out of it. */
  readonly opensApart?: true;
  /** Its balances go on from year to year without an opening, also through years in which it books nothing. */
  readonly carriesOn?: true;
  /** How sure the format is of the first 64 KB of a file, 0 to 1, and the reason in words a user can read. */
  detect(head: Uint8Array, fileName: string): { likely: number; reason: string };
  /** Reads the file. Rejected rows come through the same iterator, so that order and place are kept. */
  read(open: Open, options: ReadOptions): Reading;
  /** The field of a row that one column of the file becomes by itself; undefined for every other column. */
  fieldOf(column: string): string | undefined;
  /** How rejected lines are written, so that the mended file is read again as its source was, with the same options. */
  rejects(source: Pick<Said, 'delimiter' | 'sheet'>): RejectForm;
  /** Ending of a rejects file that is not of the format itself: a branch of a tree does not stand alone. */
  readonly rejectsExtension?: string;
}

/** A codec reads a format and writes it. */
export interface Codec extends Reader {
  readonly name: FormatName;
  /** Media type of what it writes, with its character set. */
  readonly mediaType: string;
  /** Ending of its files, without the dot. */
  readonly extension: string;
  /** What a file holds to be one: lines of any choice, entries with all their lines, or every entry of exactly one fiscal year. */
  readonly holds: 'lines' | 'entries' | 'year';
  /**
   * What it asks of `ExportHead` beyond reference data: `names` of dimensions and extras, a pass over the lines; `balances`;
   * `objects`, how much of balances belongs to values of dimensions.
   */
  readonly needs: readonly ('names' | 'balances' | 'objects')[];
  /** Whether a law leaves entries of kind `closing` and opening lines of nothing out of its files. */
  readonly statutory?: true;
  /** The journal and the words that a carried opening has in its files; by default those of the tenant, in English. */
  readonly carried?: { journal: string; opening: string; result: string };
  /** Writes a ledger; the chunks together are the file. The same source gives the same bytes. */
  write(source: ExportSource): AsyncIterable<Uint8Array>;
  /** What the tenant lacks for this export (`export_incomplete`): all of it at once, empty when nothing. */
  lacks(head: ExportHead): { field: string; message: string }[];
  /** The name of the file, where a law or a custom gives it one. */
  fileName?(head: ExportHead): string;
  /** The text that a law wants beside the file. */
  description?(head: ExportHead): string;
}

export type Open = () => AsyncIterable<Uint8Array>;

export interface ReadOptions {
  fileName: string;
  /** The resource that the file is read as: `ledger` and `entries` give lines, the others their own rows. */
  resource: 'accounts' | 'journals' | 'parties' | 'opening-balances' | 'entries' | 'ledger';
  delimiter?: string;
  encoding?: 'utf-8' | 'iso-8859-15' | 'windows-1252' | 'cp437' | 'cp850';
  decimal?: '.' | ',';
  /** Order of a date that is not ISO: `DMY`, `MDY`, `YMD`. */
  dateFormat?: 'YMD' | 'DMY' | 'MDY';
  fiscalYear?: { start: string; end: string };
  /** Code of the journal whose entry of the first day is the opening. */
  openingJournal?: string;
  numbers?: 'keep' | 'renumber' | 'auto';
  /** Base currency of the books, where a format names it on every line without meaning a foreign amount (FEC). Default EUR. */
  baseCurrency?: string;
  /** The sheet of a workbook that is read, by its name; else the first whose heading is known. */
  sheet?: string;
  /** How the columns of a foreign table become those of the resource; only formats with free columns take one. */
  mapping?: Mapping;
}

/**
 * One row of the file, or why it cannot be one. `line` is the line of the file, from 1, headings counted. A faulty one says
 * of which entry it is, and which record it was meant to be where that is not the one of the resource, as far as it tells.
 */
export type Read =
  | { line: number; row: Row }
  | { line: number; record?: Row['record']; entry?: string; faults: readonly RowFault[] };

/** `field` is the column as the file names it; `value` the text that stands there. */
export interface RowFault {
  field: string;
  value: string;
  code: string;
  message: string;
}

export interface Columns {
  readonly header: readonly string[];
  readonly values: readonly string[];
}

export interface Reading {
  rows: AsyncIterable<Read>;
  /** What was decided on the way; complete once `rows` has ended. */
  said(): Said;
  /** The source line as it stood, split by the format, for a rejects file; valid while `rows` is at that line. */
  columns(): Columns;
}

/** Why a line is in a rejects file; all empty but `row` for a sound line of a rejected entry. */
export interface RejectReason {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * A rejects file: heading, lines and end together are a file of the format, each line as it stood with its reason. Lines of
 * one entry come together in the order of the file. Where a format writes an entry as a block, `columns()` gives at each of
 * its lines the piece of the block that is its own, the first with the head of the entry and the last with its end.
 */
export interface RejectForm {
  heading(columns: Columns): string | Uint8Array;
  line(columns: Columns, reason: RejectReason): string | Uint8Array;
  end(): string | Uint8Array;
}

/** What a codec decided, sent with `validate` and shown as part of the interpretation. */
export interface Said {
  format: string;
  encoding: string;
  delimiter?: string;
  decimal?: string;
  /** Order of days that are not ISO, where the file has such. */
  dateFormat?: 'YMD' | 'DMY' | 'MDY';
  /** The sheet of a workbook that was read, the first of several. */
  sheet?: string;
  rows: number;
  /** Changes of form that lose nothing, counted: `trimmed`, `padded`, `nfc`. */
  normalised: Record<string, number>;
  /** Rule that gave an account its kind -> how many accounts: `class 6 -> expense`. */
  accountKinds: Record<string, number>;
  /** What the file holds and a ledger does not, counted by its name in the format. */
  notStored: Record<string, number>;
  numbering?: { policy: 'keep' | 'renumber'; series: 'shared' | 'journal'; reason: string };
  opening?: { journal: string; reason: string };
  year?: { start: string; end: string; reason: string };
  warnings: string[];
  /** Totals that the file states itself; the server computes each and shows what differs. */
  assertions?: StatedTotal[];
}

/**
 * A total that a file states of its own books, in the currency `currency` (default: base). Signed, debit positive.
 * `opening`: balance of `account` before the first entry of the day `date` (openings of that day included); `closing`: its
 * balance at the end of `date`; `result` and `period`: what its entries from `from` to `date` add up to; `total` and `count`:
 * debit of all entries, and how many entries there are, without account.
 */
export interface StatedTotal {
  kind: 'opening' | 'closing' | 'result' | 'period' | 'total' | 'count';
  stated: string;
  date?: string;
  from?: string;
  account?: string;
  currency?: string;
  /** Line of the file. */
  row?: number;
}

/** A file that cannot be this format at all, found before any row. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: 'file_format' | 'file_truncated' | 'column_unknown';
  readonly hint: string | undefined;
  constructor(code: FormatError['code'], message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

export interface ExportHead {
  tenant: {
    slug: string;
    name: string;
    registrationNumber?: string;
    country: string;
    /** The account that an import makes for what an opening lacks: a difference that the file it came from does not state. */
    unallocatedResult?: string;
  };
  baseCurrency: string;
  from: string;
  to: string;
  years: YearRow[];
  accounts: AccountRow[];
  journals: JournalRow[];
  parties: PartyRow[];
  /** Dimensions and names of `extra` that the lines use: CSV needs a column for each before its first line. */
  dimensions?: readonly string[];
  extras?: readonly string[];
  dimensionTypes?: readonly { code: string; name: string; parent?: string }[];
  dimensionValues?: readonly { dimension: string; code: string; name: string }[];
  /** Only of an export without filters, and for a format that needs them. */
  balances?: readonly YearBalance[];
  /** As `balances`, by account and dimensions. */
  objectBalances?: readonly ObjectBalance[];
}

/**
 * Opening and closing of an account in the fiscal year whose first day is `year`, in base currency, signed, debit positive: of
 * every year of the range, whole, and of the year before it. Accounts that have neither opening nor lines are left out.
 */
export interface YearBalance {
  year: string;
  account: string;
  opening: string;
  closing: string;
}

/**
 * How much of an account's opening and closing belongs to values of dimensions, as `YearBalance`. One amount may be stated of
 * two dimensions, so they are never added up; what is undefined is not known.
 */
export interface ObjectBalance {
  year: string;
  account: string;
  dimensions: Record<string, string>;
  opening?: string;
  closing?: string;
}

/**
 * A line with everything resolved. Entries come in the order of the export, the lines of one entry together and by position;
 * `entry` is the entry's ordinal in the export as text. Amounts have exactly the currency's decimals.
 */
export interface ExportLine extends LineRow {
  journal: string;
  journalName: string;
  series: string;
  number: string;
  date: string;
  account: string;
  accountName: string;
  debit: string;
  credit: string;
  currency: string;
  /** The party's code in its role (CompAuxNum, Personenkonto). */
  subledgerCode?: string;
}

export interface ExportSource {
  head: ExportHead;
  lines: AsyncIterable<readonly ExportLine[]>;
  /** Called by the writer for each value that the format cannot hold; counted in the manifest. */
  notHeld(field: string): void;
}

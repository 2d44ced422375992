import type { AccountRow, JournalRow, LineRow, PartyRow, Row, YearRow } from '../records/rows.ts';

/**
 * A codec turns the bytes of one file format into rows and back. It never touches a file or a clock: `open` gives the bytes,
 * as often as the format needs to pass over them (FEC decides its numbering in a first pass), and memory stays flat.
 */
export interface Codec {
  readonly name: 'csv' | 'jsonl' | 'fec';
  /** How sure the format is of the first 64 KB of a file, 0 to 1, and the reason in words a user can read. */
  detect(head: Uint8Array, fileName: string): { likely: number; reason: string };
  /** Reads the file. Rejected rows come through the same iterator, so that order and place are kept. */
  read(open: Open, options: ReadOptions): Reading;
  /** Writes a ledger; the chunks together are the file. The same source gives the same bytes. */
  write(source: ExportSource): AsyncIterable<Uint8Array>;
  /** What this export would lack (`export_incomplete`): all of it at once, empty when nothing. */
  lacks(head: ExportHead): { field: string; message: string }[];
}

export type Open = () => AsyncIterable<Uint8Array>;

export interface ReadOptions {
  fileName: string;
  /** The resource that the file is read as: `ledger` and `entries` give lines, the others their own rows. */
  resource: 'accounts' | 'journals' | 'parties' | 'opening-balances' | 'entries' | 'ledger';
  delimiter?: string;
  encoding?: 'utf-8' | 'iso-8859-15' | 'windows-1252' | 'cp850';
  decimal?: '.' | ',';
  /** Order of a date that is not ISO: `DMY`, `MDY`, `YMD`. */
  dateFormat?: 'YMD' | 'DMY' | 'MDY';
  fiscalYear?: { start: string; end: string };
  /** Code of the journal whose entry of the first day is the opening. */
  openingJournal?: string;
  numbers?: 'keep' | 'renumber' | 'auto';
  /** Base currency of the books, where a format names it on every line without meaning a foreign amount (FEC). Default EUR. */
  baseCurrency?: string;
}

/** One row of the file, or why it cannot be one. `line` is the line of the file, from 1, headings counted. */
export type Read = { line: number; row: Row } | { line: number; entry?: string; faults: readonly RowFault[] };

/** `field` is the column as the file names it; `value` the text that stands there. */
export interface RowFault {
  field: string;
  value: string;
  code: string;
  message: string;
}

export interface Reading {
  rows: AsyncIterable<Read>;
  /** What was decided on the way; complete once `rows` has ended. */
  said(): Said;
  /** The source line as it stood, split by the format, for a rejects file; valid while `rows` is at that line. */
  columns(): { header: readonly string[]; values: readonly string[] };
}

/** What a codec decided, sent with `validate` and shown as part of the interpretation. */
export interface Said {
  format: string;
  encoding: string;
  delimiter?: string;
  decimal?: string;
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
  tenant: { slug: string; name: string; registrationNumber?: string; country: string };
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

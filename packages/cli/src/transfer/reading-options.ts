import type { ChartName, FormatName, Mapping, ReadOptions } from '@erp/ledger';
import { UsageError } from '../failure.ts';

export type Resource = ReadOptions['resource'];
export type Format = FormatName | ChartName;

/** The flags that say how a file is read; what is not given is told by the file. */
export interface ReadingFlags {
  readonly delimiter?: string;
  readonly encoding?: NonNullable<ReadOptions['encoding']>;
  readonly decimal?: '.' | ',';
  readonly dateFormat?: NonNullable<ReadOptions['dateFormat']>;
  readonly sheet?: string;
}

/** What an import needs of a mapping, and what its note keeps: the same rows come of it wherever its file has gone. */
export interface UsedMapping {
  /** Absolute path of its file. */
  readonly file: string;
  /** Of all that decides about the rows, tables included; comments and order do not. */
  readonly sha256: string;
  readonly mapping: Mapping;
  readonly reading: ReadingFlags;
}

/** The flags that decide what the file means; the server keeps them with the import. */
export interface MeaningFlags {
  readonly fiscalYear?: string;
  readonly openingJournal?: string;
  readonly numbers?: 'keep' | 'renumber' | 'auto';
}

/** `2025-01-01..2025-12-31` as a range of days. */
export function parseRange(text: string, flag: string): { start: string; end: string } {
  const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (match?.[1] && match[2] && match[1] <= match[2]) return { start: match[1], end: match[2] };

  throw new UsageError(`${flag}: "${text}" is no range of days`, `${flag} 2025-01-01..2025-12-31`);
}

/** What a codec is told, from the flags, then from the mapping. */
export function readOptions(
  resource: Resource,
  fileName: string,
  flags: ReadingFlags & MeaningFlags,
  mapping?: Pick<UsedMapping, 'mapping' | 'reading'>,
): ReadOptions {
  const { fiscalYear, openingJournal, numbers } = flags;
  const delimiter = flags.delimiter ?? mapping?.reading.delimiter;
  const encoding = flags.encoding ?? mapping?.reading.encoding;
  const decimal = flags.decimal ?? mapping?.reading.decimal;
  const dateFormat = flags.dateFormat ?? mapping?.reading.dateFormat;
  const sheet = flags.sheet ?? mapping?.reading.sheet;

  return {
    resource,
    fileName,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(fiscalYear === undefined ? {} : { fiscalYear: parseRange(fiscalYear, '--fiscal-year') }),
    ...(openingJournal === undefined ? {} : { openingJournal }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(mapping === undefined ? {} : { mapping: mapping.mapping }),
  };
}

/** A word of a command line, in quotes where a shell wants them. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

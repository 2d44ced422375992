import type { ExportLine } from '@erp/ledger';
import type { PeriodRow } from '../calendar/index.ts';
import { entryAt as at } from './columns.ts';
import type { Referred } from './head.ts';
import type { Cells } from './packed.ts';

/** What all lines of an entry share. */
export interface EntryFields {
  entry: string;
  kind: string;
  journal: string;
  journalName: string;
  series: string;
  number: string;
  date: string;
  period: number | undefined;
  documentRef: string | undefined;
  documentDate: string | undefined;
  taxDate: string | undefined;
  validatedOn: string;
  entryDescription: string | undefined;
  externalId: string | undefined;
  storno: true | undefined;
  source: ExportLine['source'] | undefined;
}

/** `entry`: the ordinal of the entry in the export; `periods`: those of the years of the range. */
export function entryFields(
  row: Cells,
  entry: string,
  { referred, periods }: { referred: Referred; periods: readonly PeriodRow[] },
): EntryFields {
  const date = row[at.date] as string;
  const taxDate = row[at.taxDate];
  const kind = row[at.kind] as string;
  const period = Number(row[at.period]);
  const source = row[at.source];
  const journal = referred.journals.get(row[at.journalId] ?? '');
  if (!journal) throw new Error(`entry ${row[at.id]}: no journal ${row[at.journalId]}`);
  return {
    entry,
    kind,
    journal: journal.code,
    journalName: journal.name ?? journal.code,
    series: referred.series.get(row[at.seriesId] ?? '') ?? '',
    // As a carried one: files have a number on every line, and no series gives this one.
    number: row[at.number] ?? (kind === 'opening' ? '0' : ''),
    date,
    period: followsFromKind(kind, date, period, periods) ? undefined : period,
    documentRef: row[at.documentRef],
    documentDate: row[at.documentDate],
    taxDate: taxDate === date ? undefined : taxDate,
    validatedOn: row[at.validatedOn] as string,
    entryDescription: row[at.description],
    externalId: row[at.externalId],
    storno: row[at.storno] === 't' ? true : undefined,
    source: source === undefined ? undefined : JSON.parse(source),
  };
}

const kindsOfPeriods = ['opening', 'adjustment', 'closing'];

/** A period that follows from date and kind is not written: a year with other periods could not read its number. */
function followsFromKind(kind: string, date: string, period: number, periods: readonly PeriodRow[]): boolean {
  const implied = kindsOfPeriods.includes(kind) ? kind : 'regular';
  const first = periods.find((one) => one.kind === implied && date >= one.start && date <= one.end);
  return first?.number === period;
}

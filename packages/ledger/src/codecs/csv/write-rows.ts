import type { AccountRow, JournalRow, PartyRow } from '../../records/rows.ts';
import { camelCase, headerOf } from './columns.ts';

const needsQuotes = /[",\r\n]/;

/** A text as a cell: in quotes only where it needs them, never altered. */
export function quoted(value: string): string {
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** One line of a CSV with its line end: for a rejects file, whose cells are those of the source. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\n`;
}

type ListRow = AccountRow | JournalRow | PartyRow;

/** The header of a list as the CSV that its import reads. */
export function csvListHeader(resource: ListResource): string {
  return csvLine(headerOf(resource));
}

/** A row of that list: a party with several roles takes a line for each. */
export function csvListRow(resource: ListResource, row: ListRow): string {
  const keys = headerOf(resource).map(camelCase);
  return flat(row)
    .map((one) => csvLine(keys.map((key) => String(one[key] ?? ''))))
    .join('');
}

type ListResource = 'accounts' | 'journals' | 'parties';

function flat(row: ListRow): Record<string, unknown>[] {
  if (row.record !== 'party' || !row.roles?.length) return [{ ...row }];
  return row.roles.map((role) => ({ ...row, ...role }));
}

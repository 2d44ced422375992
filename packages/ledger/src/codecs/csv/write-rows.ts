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

/** A list as the CSV that its import reads: a party with several roles takes a line for each. */
export function csvOfRows(resource: 'accounts' | 'journals' | 'parties', rows: readonly ListRow[]): string {
  const header = headerOf(resource);
  const keys = header.map(camelCase);
  const lines = rows.flatMap(flat).map((row) => csvLine(keys.map((key) => String(row[key] ?? ''))));
  return csvLine(header) + lines.join('');
}

function flat(row: ListRow): Record<string, unknown>[] {
  if (row.record !== 'party' || !row.roles?.length) return [{ ...row }];
  return row.roles.map((role) => ({ ...row, ...role }));
}

import { type Column, textOf, valueAt } from './result.ts';

/** The header line of CSV as in RFC 4180: CRLF at the end, keys as they are in JSON. */
export function csvHeader(columns: readonly Column[]): string {
  return csvLine(columns.map((column) => column.key));
}

/** A row of CSV; amounts are the wire's own decimals, never grouped. */
export function csvRow(row: object, columns: readonly Column[]): string {
  return csvLine(columns.map((column) => textOf(valueAt(row, column.key))));
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

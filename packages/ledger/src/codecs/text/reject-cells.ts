import type { RejectForm } from '../codec.ts';
import { rejectColumns } from './reject-columns.ts';

/**
 * Lines of cells. Reasons of an earlier rejects file are dropped; a line of the wrong width keeps it, so that it stays wrong
 * until somebody has mended it.
 */
export function rejectCells(delimiter: string, cell: (text: string) => string, end: string): RejectForm {
  const written = (cells: readonly string[]) => cells.map(cell).join(delimiter) + end;

  return {
    heading: ({ header }) => written([...ownCells(header, header), ...rejectColumns]),
    line: ({ header, values }, { row, field, code, message }) =>
      written([...ownCells(header, values), String(row), field, code, message]),
    end: () => '',
  };
}

/** The cells of the source's own columns; an empty last one, which a delimiter at the end of each line makes, is none. */
export function ownCells(header: readonly string[], values: readonly string[]): string[] {
  const own = values.filter((_, at) => !rejectColumns.includes(header[at]?.toLowerCase() ?? ''));
  const named = header.filter((name) => !rejectColumns.includes(name.toLowerCase()));
  const width = named.at(-1) === '' ? named.length - 1 : named.length;

  return own.length === width + 1 && own.at(-1) === '' ? own.slice(0, -1) : own;
}

export function quotedFor(delimiter: string): (text: string) => string {
  return (text) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import Table from 'cli-table3';
import { paint } from './colour.ts';
import { type Column, textOf, valueAt } from './result.ts';
import { printable, textWidth, truncate } from './text-width.ts';

export interface TableStyle {
  readonly colour: boolean;
  /** Columns of the terminal; undefined: as wide as needed. */
  readonly width?: number | undefined;
}

/** Columns before a table or a record, and between two of its columns. */
export const INDENT = 2;
export const GAP = 2;
const NARROWEST = 12;

/** A table of rows: a heading, the rows, and the totals under a blank first cell. */
export function renderTable(
  rows: readonly object[],
  columns: readonly Column[],
  totals: object | undefined,
  style: TableStyle,
): string {
  const heading = columns.map((column) => column.title ?? titleOf(column.key));
  const body = rows.map((row) => columns.map((column) => cell(row, column)));
  if (totals) body.push(columns.map((column) => cell(totals, column)));

  const grid = narrowed([heading, ...body], columns, style.width);
  const lines = layOut(grid, columns);

  return lines
    .map((line, at) => {
      if (at === 0) return paint(style.colour, 'dim', line);
      return totals && at === lines.length - 1 ? paint(style.colour, 'bold', line) : line;
    })
    .join('\n');
}

/** `1234567.89` as `1,234,567.89`; text that is no plain decimal stays as it is. */
export function grouped(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;

  const [, sign, whole, fraction] = match;
  return `${sign}${whole?.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction ?? ''}`;
}

/** `createdAt` as `CREATED AT`. */
export function titleOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]/g, ' ')
    .toUpperCase();
}

function cell(row: object, column: Column): string {
  const value = valueAt(row, column.key);
  const text = printable(column.show && value !== undefined ? column.show(value) : textOf(value));
  return isNumeric(column) ? grouped(text) : text;
}

function isNumeric(column: Column): boolean {
  return column.kind === 'money' || column.kind === 'count';
}

/** Cuts the widest texts, never figures, until the table fits the terminal or every text is narrow. */
function narrowed(grid: string[][], columns: readonly Column[], width: number | undefined): string[][] {
  if (width === undefined) return grid;

  const widths = columns.map((_, at) => Math.max(...grid.map((line) => textWidth(line[at] ?? ''))));
  const room = width - INDENT - GAP * Math.max(0, columns.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, 0) - room;

  while (excess > 0) {
    const candidates = widths.map((one, at) => (isNumeric(columns[at] ?? { key: '' }) ? 0 : one));
    const widest = candidates.indexOf(Math.max(...candidates));
    const current = widths[widest] ?? 0;
    if (current <= NARROWEST || candidates[widest] === 0) break;

    widths[widest] = current - 1;
    excess -= 1;
  }

  return grid.map((line) => line.map((text, at) => truncate(text, widths[at] ?? 0)));
}

/**
 * cli-table3 measures text with an early Unicode table, in which the marks of Thai, Arabic or Devanagari take a column.
 * So it lays out stand-ins of the width that we measured, which are then exchanged for the texts, in the same order.
 */
function layOut(grid: readonly string[][], columns: readonly Column[]): string[] {
  const table = new Table({
    colAligns: columns.map((column) => (isNumeric(column) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: {
      ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
      ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
      ...{ left: ' '.repeat(INDENT), 'left-mid': '', mid: '', 'mid-mid': '' },
      ...{ right: '', 'right-mid': '', middle: ' '.repeat(GAP) },
    },
  });
  table.push(...grid.map((line) => line.map((text) => '#'.repeat(textWidth(text)))));

  const texts = grid.flat().filter((text) => textWidth(text) > 0);
  let next = 0;

  return table
    .toString()
    .replace(/#+/g, () => texts[next++] ?? '')
    .split('\n')
    .map((line) => line.trimEnd());
}

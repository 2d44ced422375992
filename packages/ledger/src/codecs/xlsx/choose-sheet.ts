import { FormatError, type ReadOptions } from '../codec.ts';
import { knownNames } from '../csv/detect.ts';
import { nearest } from '../text/values.ts';
import { CellValues } from './cell-values.ts';
import { readSheet, type SheetRow } from './sheet.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { broken } from './zip-directory.ts';

/** Titles and dates may stand above the heading. */
export const rowsAbove = 20;

/** The sheets that hold the table, and the row of its heading on the first of them. */
export interface Chosen {
  readonly sheets: readonly { readonly sheet: Sheet; readonly heading: number }[];
  readonly warnings: readonly string[];
}

interface Candidate {
  sheet: Sheet;
  heading: SheetRow;
  /** Columns of it that are known. */
  known: number;
}

/**
 * The sheet that is asked for, and no other. Else the first whose heading has columns that are known, and those with the very
 * same heading: one table that was too long for a sheet. The only sheet is taken as it is: its columns are then refused by
 * their names.
 *
 * @throws FormatError when the sheet that is asked for is not there or empty; when several hold something, and none of them
 * such a heading
 */
export async function chooseSheets(workbook: Workbook, options: ReadOptions): Promise<Chosen> {
  if (options.sheet !== undefined) {
    const sheet = sheetNamed(options.sheet, workbook);
    const found = await headingOf(workbook, sheet, options);
    if (!found) {
      const others = `It has ${listed(workbook.sheets)}.`;
      throw new FormatError('file_format', `nothing stands on its sheet "${sheet.name}"`, others);
    }
    const sheets = [{ sheet, heading: found.heading.number }];
    return { sheets, warnings: warningsOf(workbook, { sheet, ...found }, sheets) };
  }

  const candidates: Candidate[] = [];
  for (const sheet of workbook.sheets) {
    const found = sheet.hidden ? undefined : await headingOf(workbook, sheet, options);
    if (found) candidates.push({ sheet, ...found });
  }

  const known = candidates.find((one) => one.known >= 2);
  if (!known && candidates.length > 1) throw noneKnown(candidates, options);
  const first = known ?? candidates[0];
  if (!first) throw broken('no sheet has anything in it');

  const heading = first.heading.values.join('\n');
  const sheets = candidates
    .filter((one) => one.heading.values.join('\n') === heading)
    .map((one) => ({ sheet: one.sheet, heading: one.heading.number }));
  return { sheets, warnings: warningsOf(workbook, first, sheets) };
}

/** Spreadsheets take names that differ in case for the same. */
export function sheetNamed(wanted: string, { sheets }: Workbook): Sheet {
  const folded = (name: string) => name.trim().normalize('NFC').toLowerCase();
  const found = sheets.find(({ name }) => folded(name) === folded(wanted));
  if (found) return found;

  const near = nearest(
    wanted,
    sheets.map(({ name }) => name),
  );
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new FormatError(
    'file_format',
    `there is no sheet "${wanted}" in it${meant}`,
    `It has ${listed(sheets)}.`,
  );
}

/** The first ten of them by name. */
export function listed(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, 10).map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`);
  return names.join(', ') + (sheets.length > 10 ? ` and ${sheets.length - 10} more` : '');
}

async function headingOf(
  workbook: Workbook,
  sheet: Sheet,
  { resource, mapping }: ReadOptions,
): Promise<{ heading: SheetRow; known: number } | undefined> {
  const first = await firstRows(workbook, sheet, rowsAbove);
  const rated = first.map((heading) => ({ heading, known: knownNames(heading.values, resource, mapping) }));
  return rated.find(({ heading, known }) => known >= 2 && known * 2 >= heading.values.length) ?? rated[0];
}

/** The first rows of a sheet that have something in them. */
export async function firstRows(workbook: Workbook, sheet: Sheet, count: number): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const rows of readSheet(workbook, sheet, new CellValues(workbook, '.'))) {
    first.push(...rows.slice(0, count - first.length));
    if (first.length >= count) break;
  }
  return first;
}

function noneKnown(candidates: readonly Candidate[], { resource }: ReadOptions): FormatError {
  const beginnings = candidates.slice(0, 5).map(({ sheet, heading }) => {
    const words = heading.values.filter((value) => value !== '').join(', ');
    return `"${sheet.name}" begins with ${words.length > 60 ? `${words.slice(0, 60)}…` : words}`;
  });
  const more = candidates.length > 5 ? `; and ${candidates.length - 5} more` : '';
  return new FormatError(
    'column_unknown',
    `no sheet has a heading with columns of ${resource}: ${beginnings.join('; ')}${more}`,
    `erp import template ${resource} prints a heading; --mapping reads columns of another name, --sheet NAME another sheet.`,
  );
}

function warningsOf(workbook: Workbook, first: Candidate, read: Chosen['sheets']): string[] {
  const warnings: string[] = [];
  const names = read.map(({ sheet }) => `"${sheet.name}"`);
  const others = workbook.sheets.filter((sheet) => !read.some((one) => one.sheet === sheet));

  if (names.length > 1) {
    warnings.push(
      `sheets ${names.join(', ')} were read as one table; row n of the second counts as line 1,048,576 + n, and so on`,
    );
  }
  if (others.length > 0) {
    const verb = names.length === 1 ? 'was' : 'were';
    warnings.push(`only ${names.join(', ')} ${verb} read, not ${listed(others)}; --sheet NAME reads another`);
  }
  if (first.heading.number > 1)
    warnings.push(`the heading is row ${first.heading.number}; what stands above it was not read`);
  return warnings;
}

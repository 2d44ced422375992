import { FormatError, type Open } from '../codec.ts';
import type { CellTable } from '../csv/table.ts';
import { isKnownHeading } from '../mapping/headings.ts';
import { readHead } from '../text/encoding.ts';
import { firstRows, listed, rowsAbove, sheetNamed } from './choose-sheet.ts';
import { refuseOtherKinds } from './detect.ts';
import type { SheetRow } from './sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

/** The beginning of the table on a sheet, whatever its columns are called. */
export interface SheetTable extends CellTable {
  readonly sheet: string;
  /** How many sheets the workbook has. */
  readonly sheets: number;
}

interface Found {
  readonly sheet: Sheet;
  readonly heading: SheetRow;
  /** Columns of it with a name that other programs use. */
  readonly known: number;
}

/**
 * The heading and the first rows of the sheet that is asked for, else of the visible one whose heading has most names that
 * programs use.
 *
 * @throws FormatError for what is no workbook, and for one without such a sheet
 */
export async function sheetTable(
  open: Open,
  { fileName, sheet, rows }: { fileName: string; sheet?: string | undefined; rows: number },
): Promise<SheetTable> {
  refuseOtherKinds(await readHead(open), fileName);
  const workbook = await readWorkbook(open, fileName);
  const asked = sheet === undefined ? undefined : sheetNamed(sheet, workbook);

  const found: Found[] = [];
  for (const one of asked ? [asked] : workbook.sheets.filter(({ hidden }) => !hidden)) {
    found.push(...(await headingOn(one, workbook)));
  }
  const best = found.reduce<Found | undefined>((a, b) => (a && a.known >= b.known ? a : b), undefined);
  if (!best) {
    const where = asked ? `its sheet "${asked.name}"` : 'no sheet that can be seen';
    const message = `${asked ? 'nothing stands on' : 'a table stands on'} ${where}`;
    throw new FormatError('file_format', message, `It has ${listed(workbook.sheets)}.`);
  }

  const header = best.heading.values.map((name) => name.trim());
  const below = (await firstRows(workbook, best.sheet, best.heading.number + rows)).filter(
    ({ number }) => number > best.heading.number,
  );
  const records = below.slice(0, rows).map(({ number, values }) => ({
    line: number,
    values: header.map((_, at) => values[at] ?? ''),
  }));
  return { delimiter: ',', header, records, sheet: best.sheet.name, sheets: workbook.sheets.length };
}

/** The row that is the heading: the one with most known names, else the first with more than a title. */
async function headingOn(sheet: Sheet, workbook: Workbook): Promise<Found[]> {
  const rated = (await firstRows(workbook, sheet, rowsAbove)).map((heading) => ({
    sheet,
    heading,
    known: heading.values.filter((name) => isKnownHeading(name)).length,
  }));
  const best = rated.reduce<Found | undefined>((a, b) => (a && a.known >= b.known ? a : b), undefined);
  if (best && best.known > 0) return [best];

  const wide = rated.find(({ heading }) => heading.values.filter((value) => value !== '').length > 1);
  return [wide ?? best ?? []].flat();
}

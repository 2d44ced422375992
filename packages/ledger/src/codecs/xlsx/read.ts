import type { Open, Read, Reading, ReadOptions } from '../codec.ts';
import { TableRows } from '../csv/table-rows.ts';
import { readHead } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { CellValues } from './cell-values.ts';
import { type Chosen, chooseSheets } from './choose-sheet.ts';
import { refuseOtherKinds } from './detect.ts';
import { limits } from './limits.ts';
import { readSheet, type SheetRow } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** Reads a table of any resource from the sheets of a workbook; see `Codec.read`. */
export function readXlsx(open: Open, options: ReadOptions): Reading {
  const table = new TableRows(options);
  const decimal = options.decimal ?? '.';
  let cells: CellValues | undefined;
  let chosen: Chosen = { sheets: [], warnings: [] };
  let values: readonly string[] = [];
  let rows = 0;
  let hidden = 0;
  let firstLine = 0;

  async function* batches(): AsyncGenerator<SheetRow[]> {
    const head = await readHead(open);
    refuseOtherKinds(head, options.fileName);

    const workbook = await readWorkbook(open, options.fileName);
    chosen = await chooseSheets(workbook, options);
    cells = new CellValues(workbook, decimal);

    for (const [index, { sheet, heading }] of chosen.sheets.entries()) {
      firstLine = index * limits.rows;
      for await (const batch of readSheet(workbook, sheet, cells)) {
        yield batch.filter(({ number }) => number > heading || (index === 0 && number === heading));
      }
    }
  }

  function read(row: SheetRow): Read | undefined {
    if (!table.begun) {
      table.begin(row.values, { decimal, dateFormat: options.dateFormat });
      return undefined;
    }

    const line = firstLine + row.number;
    const width = table.header.length;
    values = row.values;
    rows += 1;
    if (row.hidden) hidden += 1;

    if (row.values.length <= width) {
      while (row.values.length < width) row.values.push('');
      return table.row(line, row.values, row.faults);
    }
    const message = `something stands ${row.values.length - width} columns behind the last of the heading`;
    return table.faulty(line, values, [
      { field: '', value: row.values.at(-1) ?? '', code: 'file_format', message },
    ]);
  }

  return {
    rows: mapBatches(batches(), read),
    columns: () => ({ header: table.header, values }),
    said: () => {
      const { normalised, accountKinds, notStored } = table.said();
      const [first] = chosen.sheets;
      const formulas = cells?.formulas ?? 0;
      const rounded = cells?.rounded ?? 0;
      return {
        format: 'xlsx',
        encoding: 'utf-8',
        decimal,
        ...(first === undefined ? {} : { sheet: first.sheet.name }),
        rows,
        accountKinds,
        normalised: { ...normalised, ...(rounded === 0 ? {} : { 'rounded to 15 digits': rounded }) },
        notStored: { ...notStored, ...(formulas === 0 ? {} : { formula: formulas }) },
        warnings: [...chosen.warnings, ...(hidden === 0 ? [] : [hiddenWords(hidden)])],
      };
    },
  };
}

function hiddenWords(count: number): string {
  return `${count} hidden ${count === 1 ? 'row was' : 'rows were'} read like the others`;
}

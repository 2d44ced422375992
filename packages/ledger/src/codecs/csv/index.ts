import type { Codec } from '../codec.ts';
import { notText } from '../text/encoding.ts';
import { quotedFor, rejectCells } from '../text/reject-cells.ts';
import { type CsvShape, csvShape, shapeInWords } from './detect.ts';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

/** Canonical CSV: its columns are those of `columns.ts`; RFC 4180 on the outside. */
export const csv: Codec = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  holds: 'lines',
  needs: ['names'],
  mixesRecords: false,
  needsBase: false,
  takesMapping: true,

  detect(head, fileName) {
    if (notText(head)) return { likely: 0, reason: `not a text: ${notText(head)}` };

    const shape = bestShape(head);
    const share = shape.columns === 0 ? 0 : shape.known / shape.columns;
    const named = /\.(csv|tsv)$/i.test(fileName);
    const likely = shape.known >= 2 ? 0.3 + 0.6 * share : named && shape.columns > 1 ? 0.3 : 0.05;
    return { likely, reason: shapeInWords(shape) };
  },

  read: readCsv,
  fieldOf: csvFieldOf,
  rejects: ({ delimiter = ',' }) => rejectCells(delimiter, quotedFor(delimiter), '\n'),
  write: writeCsv,
  lacks: () => [],
};

/** `currency_debit` -> `currencyDebit`; columns of dimensions, extras and the source are no field by themselves. */
export function csvFieldOf(column: string): string | undefined {
  if (/^source_/i.test(column)) return undefined;
  const name = column.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z][A-Za-z]*$/.test(name) ? name : undefined;
}

/** As the resource whose columns it knows most of. */
function bestShape(head: Uint8Array): CsvShape {
  const shapes = resources.map((resource) => csvShape(head, resource));
  return shapes.reduce((best, one) => (one.known > best.known ? one : best));
}

const resources = ['ledger', 'accounts', 'journals', 'parties', 'opening-balances'] as const;

export { headerOf as csvHeader } from './columns.ts';
export { type CsvShape, csvInstead, csvShape, shapeInWords } from './detect.ts';
export { type CellTable, cellTable } from './table.ts';
export { csvLine, csvListHeader, csvListRow } from './write-rows.ts';

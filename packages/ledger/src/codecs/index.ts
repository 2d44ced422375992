import { beancount } from './beancount/index.ts';
import { frappe } from './charts/frappe.ts';
import { gnucash } from './charts/gnucash.ts';
import { odoo } from './charts/odoo.ts';
import type { ChartName, Codec, FormatName, Reader } from './codec.ts';
import { csv } from './csv/index.ts';
import { fec } from './fec/index.ts';
import { hledger } from './hledger/index.ts';
import { jsonl } from './jsonl/index.ts';
import { ledger } from './ledger/index.ts';
import { sie } from './sie/index.ts';
import { xlsx } from './xlsx/index.ts';

export const codecs: Readonly<Record<FormatName, Codec>> = {
  csv,
  xlsx,
  jsonl,
  fec,
  sie,
  hledger,
  ledger,
  beancount,
};

/** Everything that can be read: the codecs, and charts of accounts of other programs. */
export const readers: Readonly<Record<FormatName | ChartName, Reader>> = { ...codecs, odoo, frappe, gnucash };

/** The format that the first 64 KB of a file look most like, and why. `likely` below 0.5 is a guess, not to be acted upon. */
export function detectCodec(
  head: Uint8Array,
  fileName: string,
): { codec: Reader; likely: number; reason: string } {
  const found = Object.values(readers).map((codec) => ({ codec, ...codec.detect(head, fileName) }));
  return found.reduce((best, one) => (one.likely > best.likely ? one : best));
}

export {
  type CellTable,
  type CsvShape,
  cellTable,
  csvHeader,
  csvInstead,
  csvLine,
  csvListHeader,
  csvListRow,
  csvShape,
  shapeInWords,
} from './csv/index.ts';
export { controlFromFrenchClass, kindFromFrenchClass } from './fec/index.ts';
export { jsonlRow, rowFields } from './jsonl/index.ts';
export * from './mapping/index.ts';
export { notText, requireText } from './text/encoding.ts';
export { type SheetTable, sheetTable } from './xlsx/sheet-table.ts';

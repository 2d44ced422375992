import type { Codec, ExportHead } from '../codec.ts';
import { csvFieldOf } from '../csv/index.ts';
import { lineColumns } from '../csv/line-columns.ts';
import { detectXlsx } from './detect.ts';
import { limits } from './limits.ts';
import { readXlsx } from './read.ts';
import { xlsxRejects } from './rejects.ts';
import { writeXlsx } from './write.ts';

/** The columns of canonical CSV on the sheets of a workbook (ECMA-376), read and written as a stream. */
export const xlsx: Codec = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  holds: 'lines',
  needs: ['names'],
  mixesRecords: false,
  needsBase: false,
  takesMapping: true,
  hasSheets: true,
  detect: (head) => detectXlsx(head),
  read: readXlsx,
  fieldOf: csvFieldOf,
  rejects: ({ sheet = 'Rejects' }) => xlsxRejects(sheet),
  write: (source) => writeXlsx(source),
  lacks: xlsxLacks,
};

function xlsxLacks(head: ExportHead): { field: string; message: string }[] {
  const columns = lineColumns(head).length;
  if (columns <= limits.columns) return [];
  const message = `a sheet has ${limits.columns} columns at most, this ledger needs ${columns}: export CSV instead`;
  return [{ field: 'dimensions', message }];
}

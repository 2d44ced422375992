import type { Codec } from '../codec.ts';
import { notText } from '../text/encoding.ts';
import { csvShape, shapeInWords } from './detect.ts';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

/** Canonical CSV: its columns are those of `columns.ts`; RFC 4180 on the outside. */
export const csv: Codec = {
  name: 'csv',

  detect(head, fileName) {
    if (notText(head)) return { likely: 0, reason: `not a text: ${notText(head)}` };

    const shape = csvShape(head, 'ledger');
    const share = shape.columns === 0 ? 0 : shape.known / shape.columns;
    const named = /\.(csv|tsv)$/i.test(fileName);
    const likely = shape.known >= 2 ? 0.3 + 0.6 * share : named && shape.columns > 1 ? 0.3 : 0.05;
    return { likely, reason: shapeInWords(shape) };
  },

  read: readCsv,
  write: writeCsv,
  lacks: () => [],
};

export { type CsvShape, csvInstead, csvShape, shapeInWords } from './detect.ts';

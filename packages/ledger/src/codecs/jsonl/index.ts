import type { Codec } from '../codec.ts';
import { headText, notText } from '../text/encoding.ts';
import { readJsonl } from './read.ts';
import { jsonRejects } from './rejects.ts';
import { writeJsonl } from './write.ts';

export { jsonOf as jsonlRow, rowFields } from './write.ts';

const isKey = /^[a-z][A-Za-z]*$/;

/** JSON Lines: the rows of `records/rows.ts`, one object a line. */
export const jsonl: Codec = {
  name: 'jsonl',
  mediaType: 'application/x-ndjson',
  extension: 'jsonl',
  holds: 'lines',
  needs: [],
  mixesRecords: true,
  needsBase: false,

  detect(head) {
    if (notText(head)) return { likely: 0, reason: `not a text: ${notText(head)}` };

    const text = headText(head).trimStart();
    if (!text.startsWith('{')) return { likely: 0, reason: 'the first line is no JSON object' };

    const named = /^\{[^\n]*"record"\s*:\s*"[A-Za-z]+"/.test(text);
    return named
      ? { likely: 0.99, reason: 'JSON objects with "record", one a line' }
      : { likely: 0.6, reason: 'JSON, but the first line has no "record"' };
  },

  read: readJsonl,
  fieldOf: (key) => (isKey.test(key) ? key : undefined),
  rejects: () => jsonRejects,
  write: writeJsonl,
  lacks: () => [],
};

import type { Codec } from '../codec.ts';
import { BeanBlocks } from '../plaintext/bean-blocks.ts';
import { writeBeancount } from '../plaintext/bean-write.ts';
import { detectPlain } from '../plaintext/detect.ts';
import { readJournal } from '../plaintext/journal-read.ts';
import { journalRejects } from '../plaintext/journal-rejects.ts';
import { dialects } from '../plaintext/journal-state.ts';

/** The ledger of beancount, plain text accounting. */
export const beancount: Codec = {
  name: 'beancount',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'beancount',
  holds: 'entries',
  needs: [],
  mixesRecords: false,
  needsBase: true,
  carriesOn: true,

  detect: (head, fileName) => detectPlain('beancount', head, fileName),
  read: (open, options) =>
    readJournal(open, options, dialects.beancount, (state, base) => new BeanBlocks(state, base)),
  fieldOf: (column) => (column === 'date' || column === 'account' ? column : undefined),
  rejects: journalRejects,
  write: writeBeancount,
  lacks: () => [],
};

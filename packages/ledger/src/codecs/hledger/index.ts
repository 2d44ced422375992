import type { Codec } from '../codec.ts';
import { detectPlain } from '../plaintext/detect.ts';
import { readJournal } from '../plaintext/journal-read.ts';
import { journalRejects } from '../plaintext/journal-rejects.ts';
import { dialects } from '../plaintext/journal-state.ts';
import { writeJournal } from '../plaintext/journal-write.ts';

/** The journal of hledger, plain text accounting. */
export const hledger: Codec = {
  name: 'hledger',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'journal',
  holds: 'entries',
  needs: [],
  mixesRecords: false,
  needsBase: true,
  carriesOn: true,

  detect: (head, fileName) => detectPlain('hledger', head, fileName),
  read: (open, options) => readJournal(open, options, dialects.hledger),
  fieldOf: (column) => (column === 'date' || column === 'account' ? column : undefined),
  rejects: journalRejects,
  write: (source) => writeJournal(source, '.'),
  lacks: () => [],
};

import type { Codec } from '../codec.ts';
import { detectPlain } from '../plaintext/detect.ts';
import { readJournal } from '../plaintext/journal-read.ts';
import { journalRejects } from '../plaintext/journal-rejects.ts';
import { dialects } from '../plaintext/journal-state.ts';
import { writeJournal } from '../plaintext/journal-write.ts';

/** The journal of ledger, plain text accounting. */
export const ledger: Codec = {
  name: 'ledger',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'ledger',
  holds: 'entries',
  needs: [],
  mixesRecords: false,
  needsBase: true,
  carriesOn: true,

  detect: (head, fileName) => detectPlain('ledger', head, fileName),
  read: (open, options) => readJournal(open, options, dialects.ledger),
  fieldOf: (column) => (column === 'date' || column === 'account' ? column : undefined),
  rejects: journalRejects,
  write: (source) => writeJournal(source, ''),
  lacks: () => [],
};

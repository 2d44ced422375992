import type { Reader, Reading } from '@erp/ledger';
import type { Context } from '../context.ts';
import type { ImportJournal, ImportNote } from './import-journal.ts';
import { readOptions } from './reading-options.ts';
import { opener, type SourceFile } from './source-file.ts';

/** One import on its way, begun here or taken up again. */
export interface ImportJob {
  readonly context: Context;
  readonly note: ImportNote;
  readonly journal: ImportJournal;
  readonly codec: Reader;
  readonly source: SourceFile;
  /** What `performance.now()` said at the beginning. */
  readonly startedAt: number;
  /** Parts that the server has are of an earlier process: the first is sent again, to see that the rows are the same. */
  readonly isResumed: boolean;
}

/** Reads the file of a job from its beginning; every time the same rows in the same order. */
export function readingOf({ codec, note, source }: ImportJob): Reading {
  const options = readOptions(note.resource, source.name, note.flags, note.mapping);
  const base = note.baseCurrency === undefined ? {} : { baseCurrency: note.baseCurrency };

  return codec.read(opener(source.path), { ...options, ...base });
}

export function secondsOf({ startedAt }: ImportJob): number {
  return (performance.now() - startedAt) / 1000;
}

import { createWriteStream, type WriteStream } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Read, RejectForm } from '@erp/ledger';
import { UsageError } from '../failure.ts';
import { type ImportJob, readingOf } from './import-job.ts';
import { fetchRejects, type RejectIndex, type RowReject } from './reject-index.ts';

export interface RejectReport {
  /** Null when no line of the file could be told to be the cause. */
  readonly file: string | null;
  /** Faults in all. */
  readonly count: number;
  /** The first of them, in the order of the file. */
  readonly first: readonly RowReject[];
  /** Lines of the source, without heading. */
  readonly lines: number;
}

/** So many faults stand in the document of a failure; the file has all of them. */
const LISTED = 100;

/** `books.csv` -> `books.rejects.csv`, beside it, or in the current folder where that one cannot be written. */
async function rejectsPath(
  source: string,
  given: string | undefined,
  ending: string | undefined,
): Promise<string> {
  if (given !== undefined) {
    if (resolve(given) === resolve(source)) throw new UsageError('--rejects would replace the file itself');
    return given;
  }

  const extension = extname(source);
  const name = `${basename(source, extension)}.rejects${ending === undefined ? extension : `.${ending}`}`;
  const folder = dirname(source);
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return isWritable ? join(folder, name) : name;
}

/**
 * Writes every line of every rejected entry to the rejects file, as it stood, with the reasons behind it: one more pass over
 * the source. What the reader of the file says of a line, which knows its columns, replaces what the server says of it.
 */
export async function writeRejects(job: ImportJob): Promise<RejectReport> {
  const { note, source, codec } = job;
  const index = await fetchRejects(job.context.erp, note.id);
  const path = await rejectsPath(source.path, note.rejects, codec.rejectsExtension);
  const reading = readingOf(job);
  const first: RowReject[] = [];
  let count = 0;
  let output: Output | undefined;
  let form: RejectForm | undefined;

  const list = (faults: readonly RowReject[]) => {
    count += faults.length;
    first.push(...faults.slice(0, LISTED - first.length));
  };

  for await (const read of reading.rows) {
    if (isReference(read, job)) continue;

    const entry = entryOf(read);
    const faults = faultsOf(read, entry, index);
    list(faults);
    if (faults.length === 0 && !(entry !== undefined && index.entries.has(entry))) continue;

    form ??= codec.rejects(reading.said());
    output ??= new Output(path, form.heading(reading.columns()));
    await output.write(form.line(reading.columns(), reasonOf(read.line, faults)));
  }

  list([...index.byRow.values(), ...index.byEntry.values(), index.unplaced].flat());
  if (output && form) await output.end(form.end());

  return { file: output ? path : null, count, first, lines: reading.said().rows };
}

/** Accounts and parties that are told by lines of entries: no line of the file is theirs alone. */
function isReference(read: Read, { codec, note }: ImportJob): boolean {
  const isOfEntries = note.resource === 'ledger' || note.resource === 'entries';
  return isOfEntries && !codec.mixesRecords && 'row' in read && read.row.record !== 'line';
}

function entryOf(read: Read): string | undefined {
  if (!('row' in read)) return read.entry;
  return read.row.record === 'line' ? read.row.entry : undefined;
}

/** Takes the faults of a line out of the index, so that what is left there at the end has no line. */
function faultsOf(read: Read, entry: string | undefined, index: RejectIndex): RowReject[] {
  const byServer = index.byRow.get(read.line) ?? [];
  index.byRow.delete(read.line);

  const own =
    'row' in read
      ? byServer
      : read.faults.map((fault) => ({ ...fault, row: read.line, entry: entry ?? null }));

  const ofEntry = entry === undefined ? undefined : index.byEntry.get(entry);
  if (entry !== undefined) index.byEntry.delete(entry);

  return [...own, ...(ofEntry ?? []).map((fault) => ({ ...fault, row: read.line }))];
}

function reasonOf(row: number, faults: readonly RowReject[]) {
  const joined = (texts: readonly (string | null)[], by: string) =>
    [...new Set(texts.filter((text) => text !== null && text !== ''))].join(by);

  return {
    row,
    field: joined(
      faults.map(({ field }) => field),
      ' ',
    ),
    code: joined(
      faults.map(({ code }) => code),
      ' ',
    ),
    message: joined(
      faults.map(({ message }) => message),
      '; ',
    ),
  };
}

/** A file that has its name only once it is whole. */
class Output {
  readonly #path: string;
  readonly #stream: WriteStream;

  constructor(path: string, heading: string | Uint8Array) {
    this.#path = path;
    this.#stream = createWriteStream(`${path}.part`);
    // A failure to write is that of the next write or of the end.
    this.#stream.on('error', () => undefined);
    if (heading.length > 0) this.#stream.write(heading);
  }

  async write(piece: string | Uint8Array): Promise<void> {
    if (this.#stream.errored) throw this.#stream.errored;
    if (this.#stream.write(piece)) return;

    await new Promise<void>((resume, fail) => {
      this.#stream.once('drain', resume);
      this.#stream.once('error', fail);
    });
  }

  async end(last: string | Uint8Array): Promise<void> {
    if (last.length > 0) this.#stream.write(last);
    this.#stream.end();
    try {
      await finished(this.#stream);
    } catch (error) {
      await rm(`${this.#path}.part`, { force: true });
      throw error;
    }
    await rename(`${this.#path}.part`, this.#path);
  }
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Open } from '@erp/ledger';
import { Failure, UsageError } from '../failure.ts';

/** A file as it was when its import began. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  /** Hex, of all bytes. */
  readonly sha256: string;
  readonly size: number;
  /** Line feeds: how many rows there are at most, heading counted. */
  readonly lines: number;
  readonly changedAt: number;
}

const CHUNK = 64 * 1024;
const HEAD = 64 * 1024;
const LINE_FEED = 10;

/** Opens a file as often as a codec passes over it. */
export function opener(path: string): Open {
  return () => createReadStream(path, { highWaterMark: CHUNK });
}

/** The first 64 KB of a file. A usage error when it cannot be read: nothing has been sent by then. */
export async function headOf(path: string): Promise<Uint8Array> {
  if (path === '-') {
    throw new UsageError(
      'a file is needed: an import reads it more than once',
      'erp import ledger books.csv',
    );
  }

  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UsageError(`cannot read ${path} (${reasonOf(error as NodeJS.ErrnoException)})`);
  }
}

/** Reads a file once, for its hash and how many lines it has. `onProgress` gets the bytes so far. */
export async function measure(path: string, onProgress: (bytes: number) => void): Promise<SourceFile> {
  const { mtimeMs } = await stat(path);
  const hash = createHash('sha256');
  let size = 0;
  let lines = 0;

  for await (const chunk of opener(path)()) {
    hash.update(chunk);
    size += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
    onProgress(size);
  }

  return { path, name: basename(path), sha256: hash.digest('hex'), size, lines, changedAt: mtimeMs };
}

/** @throws Failure when the file has been written to since it was measured: its parts would be of two files. */
export async function requireUnchanged(source: SourceFile): Promise<void> {
  const { size, mtimeMs } = await stat(source.path);
  if (size === source.size && mtimeMs === source.changedAt) return;

  throw new Failure(`${source.name} was changed while it was being sent, so nothing was written`, {
    code: 'digest_mismatch',
    actions: [{ label: 'Start again', command: 'the same command, once the file is finished' }],
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it may not be read';
  return code === 'EISDIR' ? 'it is a folder' : message;
}

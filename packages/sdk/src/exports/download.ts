import type { Client } from '../core/client.ts';
import { ErpConnectionError, ErpError } from '../core/errors.ts';
import type { Schemas } from '../core/types.ts';
import * as exports from '../generated/exports.ts';
import { reasonOf } from '../internal/connection.ts';
import { type Hasher, Sha256 } from '../internal/sha256.ts';

export interface DownloadOptions {
  signal?: AbortSignal;
  /** A faster SHA-256 where the platform has one: `createHash('sha256')` of Node. */
  hasher?: Hasher;
  /** Called after each chunk with the bytes so far. */
  onProgress?: (bytes: number) => void;
  /** How often in a row a connection may break without a byte before it is given up; default 5. */
  retries?: number;
}

/** The export once its content has ended; the server writes its sums right after the last byte. */
async function finished(
  client: Client,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Schemas['Export']> {
  const call = signal ? { signal } : {};

  for (let attempt = 1; ; attempt += 1) {
    const row = await exports.get(client, id, call);
    if (row.state !== 'running' || attempt === 20) return row;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a server has said stands; a connection that broke, or a server that is not there for a while, is tried again. */
const isFinal = (error: unknown, size: number): boolean =>
  (error instanceof ErpError && error.status < 500) ||
  (size === 0 && (error instanceof ErpError || error instanceof ErpConnectionError));

/** Milliseconds until a reply that goes on must begin: the server writes what was read once more, without sending it. */
const againWithin = 600_000;

/**
 * The bytes of an export as they come; after a connection broke they go on where it stopped, still a file of one moment. After
 * the last it compares them with what the server says that it wrote. Throws `file_truncated` when the file is short,
 * `digest_mismatch` when it differs, `conflict` when the ledger changed below what was read before a break. Returns the
 * export, with its sums.
 */
export async function* download(
  client: Client,
  id: string,
  options: DownloadOptions = {},
): AsyncGenerator<Uint8Array, Schemas['Export'], undefined> {
  const { signal, hasher = new Sha256(), onProgress, retries = 5 } = options;
  let size = 0;

  for (let failed = 0; ; ) {
    const before = size;
    try {
      const read = size > 0 ? { from: size, prefix: hasher.copy().digest('hex') } : {};
      const call = { ...(signal ? { signal } : {}), ...(size > 0 ? { timeout: againWithin } : {}) };
      for await (const chunk of await exports.content(client, id, read, call)) {
        hasher.update(chunk);
        size += chunk.length;
        onProgress?.(size);
        yield chunk;
      }
      break;
    } catch (error) {
      if (signal?.aborted || isFinal(error, size)) throw error;
      failed = size > before ? 0 : failed + 1;
      if (failed >= retries) {
        throw new ErpError(`The file ended after ${size} bytes: ${reasonOf(error)}.`, 200, 'file_truncated');
      }
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** failed));
    }
  }

  const row = await finished(client, id, signal);
  if (row.sha256 === hasher.digest('hex')) return row;

  const written = row.files[0]?.size;
  if (row.state === 'done' && written === size) {
    throw new ErpError(`The file differs from what the server wrote: ${row.sha256}.`, 200, 'digest_mismatch');
  }
  const expected = written === undefined ? `the export is ${row.state}` : `the server wrote ${written}`;
  throw new ErpError(`The file ended after ${size} bytes; ${expected}.`, 200, 'file_truncated');
}

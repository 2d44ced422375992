import type { Client } from '../core/client.ts';
import { ErpError } from '../core/errors.ts';
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

/**
 * The bytes of an export as they come; after the last it compares them with what the server says that it wrote. Throws
 * `file_truncated` when the file is short, `digest_mismatch` when it differs. Returns the export, with its sums.
 */
export async function* download(
  client: Client,
  id: string,
  options: DownloadOptions = {},
): AsyncGenerator<Uint8Array, Schemas['Export'], undefined> {
  const { signal, hasher = new Sha256(), onProgress } = options;
  const content = await exports.content(client, id, signal ? { signal } : {});
  let size = 0;

  try {
    for await (const chunk of content) {
      hasher.update(chunk);
      size += chunk.length;
      onProgress?.(size);
      yield chunk;
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ErpError(`The file ended after ${size} bytes: ${reasonOf(error)}.`, 200, 'file_truncated');
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

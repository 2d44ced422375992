import type { Client } from '../core/client.ts';
import * as imports from '../generated/imports.ts';
import { cutParts } from './parts.ts';

/** 4 MiB, half of what a part may have. */
const defaultPartSize = 4 * 1024 * 1024;

export interface UploadOptions {
  signal?: AbortSignal;
  /** Bytes of a part at most; the same for every attempt of one import, else its parts differ. */
  partSize?: number;
  /**
   * Sends the first part although the server has it: 409 `part_conflict` when the rows are of another file, or were read in
   * another way, than those of the attempt before.
   */
  verifyFirst?: boolean;
  /** Called after each part that the server has. */
  onProgress?: (progress: Uploaded) => void;
}

/** What has been sent, counted from the first part, those of an earlier attempt included. */
export interface Uploaded {
  parts: number;
  rows: number;
  bytes: number;
}

/**
 * Sends the rows of an import session as parts and answers how many there are, for `imports.validate`. Rows are objects, or
 * lines of NDJSON. Begun again after a break with the same rows, it sends only what the server lacks. One part is on its way
 * while the next is cut; nothing else is held in memory.
 */
export async function upload(
  client: Client,
  id: string,
  rows: AsyncIterable<object | string> | Iterable<object | string>,
  options: UploadOptions = {},
): Promise<Uploaded> {
  const { signal, partSize = defaultPartSize, verifyFirst = false, onProgress } = options;
  const call = signal ? { signal } : {};

  const session = await imports.get(client, id, call);
  const done: Uploaded = { parts: 0, rows: 0, bytes: 0 };
  let sending: Promise<void> = Promise.resolve();

  for await (const { number, bytes, rows: count } of cutParts(rows, partSize)) {
    await sending;

    const isThere = number < session.parts.next && !(verifyFirst && number === 1);
    sending = (
      isThere ? Promise.resolve() : imports.putPart(client, id, number, bytes, call).then(() => {})
    ).then(() => {
      done.parts = number;
      done.rows += count;
      done.bytes += bytes.length;
      onProgress?.({ ...done });
    });
    // Its failure is seen at the next `await sending`; until then it must not count as unhandled.
    sending.catch(() => undefined);
  }

  await sending;
  return done;
}

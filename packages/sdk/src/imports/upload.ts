import type { Client } from '../core/client.ts';
import * as imports from '../generated/imports.ts';
import { cutParts, type Part } from './parts.ts';

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
 * On their way at once: the server reads one while its database stores another and a third arrives. One after the other left
 * two cores idle for almost half of the time.
 */
const partsInFlight = 3;

/**
 * Sends the rows of an import session as parts and answers how many there are, for `imports.validate`. Rows are objects, or
 * lines of NDJSON. Begun again after a break with the same rows, it sends only what the server lacks. A few parts are on their
 * way while the next is cut; nothing else is held in memory.
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
  const sending: { part: Part; sent: Promise<unknown> }[] = [];

  /** Waits until at most so many are on their way, for the oldest first, so that progress has no gaps. */
  const waitFor = async (atMost: number): Promise<void> => {
    for (let first = sending[0]; first && sending.length > atMost; first = sending[0]) {
      await first.sent;
      sending.shift();
      const { number, bytes, rows: count } = first.part;
      done.parts = number;
      done.rows += count;
      done.bytes += bytes.length;
      onProgress?.({ ...done });
    }
  };

  try {
    for await (const part of cutParts(rows, partSize, partsInFlight)) {
      const { number, bytes } = part;
      await waitFor(partsInFlight - 1);

      const isVerified = verifyFirst && number === 1;
      const isThere = number < session.parts.next && !isVerified;
      const sent = isThere ? Promise.resolve() : imports.putPart(client, id, number, bytes, call);
      // Its failure is seen when it is waited for; until then it must not count as unhandled.
      sent.catch(() => undefined);
      sending.push({ part, sent });
      // What another file would bring must not arrive, nor amounts before the decimals of their currency.
      if (isVerified || part.describesCurrency) await waitFor(0);
    }
    await waitFor(0);
  } finally {
    // Whoever cancels after a failure finds nothing on its way any more.
    await Promise.allSettled(sending.map(({ sent }) => sent));
  }
  return done;
}

import type { Client } from '../core/client.ts';
import * as imports from '../generated/imports.ts';
import { cutParts, type Part } from './parts.ts';

/** 1 MiB, an eighth of what a part may have: those that are on their way together share the time of a call on a slow link. */
const defaultPartSize = 1024 * 1024;

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
  const sending: { part: Part; isThere: boolean; sent: Promise<void> }[] = [];
  let isBroken = false;

  /** Counts what is there from the oldest on, so that progress has no gaps. */
  const count = (): void => {
    for (let first = sending[0]; first?.isThere; first = sending[0]) {
      sending.shift();
      const { number, bytes, rows: ofPart } = first.part;
      done.parts = number;
      done.rows += ofPart;
      done.bytes += bytes.length;
      onProgress?.({ ...done });
    }
  };
  const send = (part: Part, kept: Promise<unknown>): void => {
    const sent = kept.then(() => {
      one.isThere = true;
      count();
    });
    const one = { part, isThere: false, sent };
    // It is thrown when it is waited for; until then it must not count as unhandled.
    sent.catch(() => {
      isBroken = true;
    });
    sending.push(one);
  };
  /** Waits until at most so many are on their way. */
  const waitFor = async (atMost: number): Promise<void> => {
    while (sending.length > atMost) await sending[0]?.sent;
  };

  try {
    for await (const part of cutParts(rows, partSize, partsInFlight)) {
      await waitFor(isBroken ? 0 : partsInFlight - 1);

      const { number, bytes } = part;
      const isVerified = verifyFirst && number === 1;
      const isKnown = number < session.parts.next && !isVerified;
      send(part, isKnown ? Promise.resolve() : imports.putPart(client, id, number, bytes, call));
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

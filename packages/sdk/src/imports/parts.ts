import { ErpError } from '../core/errors.ts';

/** A slice of an import: whole lines of NDJSON. `bytes` is reused: of the parts given out, the last `held` may be kept. */
export interface Part {
  /** From 1. */
  number: number;
  bytes: Uint8Array;
  rows: number;
  /** Whether a row of it tells how many decimals a currency has: amounts of later parts are read by it. */
  describesCurrency: boolean;
}

const newline = 0x0a;

/**
 * Cuts rows into parts of at most `size` bytes, never inside a row. The same rows give the same parts, so that an upload that
 * broke can begin again and send only what is missing. Buffers in turn: `held` of them are being sent while another fills.
 */
export async function* cutParts(
  rows: AsyncIterable<object | string> | Iterable<object | string>,
  size: number,
  held = 1,
): AsyncGenerator<Part, void, undefined> {
  const encoder = new TextEncoder();
  const spare = Array.from({ length: held }, () => new Uint8Array(size));
  let filling = new Uint8Array(size);
  let length = 0;
  let count = 0;
  let describesCurrency = false;
  let number = 1;

  const take = (): Part => {
    const part = { number, bytes: filling.subarray(0, length), rows: count, describesCurrency };
    spare.push(filling);
    filling = spare.shift() as Uint8Array<ArrayBuffer>;
    number += 1;
    length = 0;
    count = 0;
    describesCurrency = false;
    return part;
  };

  /** Appends a line and its end; false, with nothing appended, where it does not fit. */
  const append = (line: string): boolean => {
    const { read, written } = encoder.encodeInto(line, filling.subarray(length));
    if (read < line.length || length + written + 1 > size) return false;

    filling[length + written] = newline;
    length += written + 1;
    count += 1;
    return true;
  };

  for await (const row of rows) {
    const line = typeof row === 'string' ? row.replace(/\r?\n$/, '') : JSON.stringify(row);
    if (!append(line)) {
      if (count > 0) yield take();
      if (!append(line)) {
        const message = `One row alone is larger than a part of ${size} bytes: "${line.slice(0, 60)}…".`;
        throw new ErpError(message, 413, 'body_too_large');
      }
    }
    describesCurrency ||= ofCurrency.test(line);
  }

  if (count > 0) yield take();
}

const ofCurrency = /"record"\s*:\s*"currency"/;

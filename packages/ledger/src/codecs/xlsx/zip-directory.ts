import { FormatError, type Open } from '../codec.ts';
import { joined } from './bytes.ts';
import { limits } from './limits.ts';

/** A part of the archive, as the directory at its end tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endSize = 22;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const locator64Size = 20;
const entrySignature = 0x02014b50;
const entrySize = 46;
const longestComment = 65_535;
const tooBig = 0xffffffff;

/**
 * The parts of a ZIP archive, by their name in small letters. The directory stands at the end: one pass over the file, of
 * which only the tail is kept.
 *
 * @throws FormatError `file_truncated` when there is no end, `file_format` for a directory that makes no sense
 */
export async function readDirectory(open: Open, fileName: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const tail = await readTail(open);
  const end = endOf(tail.view);
  if (end < 0) {
    const message = `${fileName} ends before its list of parts: it was cut on its way`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }

  const { offset, size, count } = directoryAt(tail, end);
  const from = offset - tail.offset;
  if (size > limits.directory || from < 0 || from + size > tail.view.byteLength) {
    throw broken('its list of parts is not where it should be');
  }

  const entries = new Map<string, ZipEntry>();
  let at = from;
  for (let n = 0; n < count; n += 1) {
    if (at + entrySize > from + size || tail.view.getUint32(at, true) !== entrySignature) {
      throw broken('its list of parts is damaged');
    }
    const { entry, length } = entryAt(tail.view, at);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw broken(`it holds two parts named ${entry.name}`);
    entries.set(key, entry);
    at += length;
  }
  return entries;
}

export function broken(what: string): FormatError {
  return new FormatError(
    'file_format',
    `not a sound XLSX file: ${what}`,
    'Open it in a spreadsheet, save it again, and try again.',
  );
}

interface Tail {
  view: DataView;
  /** Place of its first byte in the file. */
  offset: number;
}

async function readTail(open: Open): Promise<Tail> {
  const wanted = limits.directory + longestComment + endSize;
  let chunks: Uint8Array[] = [];
  let kept = 0;
  let total = 0;

  for await (const chunk of open()) {
    chunks.push(chunk);
    kept += chunk.length;
    total += chunk.length;
    if (kept < 2 * wanted) continue;

    const whole = joined(chunks);
    // A copy: what a reader of files gives may be a piece of a buffer that it uses again.
    chunks = [whole.slice(-wanted)];
    kept = wanted;
  }

  const bytes = joined(chunks);
  return { view: new DataView(bytes.buffer), offset: total - kept };
}

function endOf(view: DataView): number {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + endSize + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  return -1;
}

function directoryAt({ view, offset }: Tail, end: number): { offset: number; size: number; count: number } {
  const plain = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  };
  const locator = end - locator64Size;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return plain;

  const at = number64(view, locator + 8) - offset;
  if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) {
    throw broken('its list of parts is not where it should be');
  }
  return { count: number64(view, at + 32), size: number64(view, at + 40), offset: number64(view, at + 48) };
}

function number64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('a size in its list of parts makes no sense');
  return Number(value);
}

function entryAt(view: DataView, at: number): { entry: ZipEntry; length: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = entrySize + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw broken('its list of parts is damaged');

  const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + entrySize, nameLength));
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size = 0, packedSize = 0, offset = 0] = withSizes64(
    view,
    at + entrySize + nameLength,
    extraLength,
    sizes,
  );

  const entry = {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    ...{ size, packedSize, offset },
  };
  return { entry, length };
}

/** Sizes of more than 32 bits stand in an extra field, those only that do not fit, in this order. */
function withSizes64(view: DataView, from: number, length: number, sizes: readonly number[]): number[] {
  if (!sizes.includes(tooBig)) return [...sizes];

  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;

    let next = at + 4;
    const end = next + view.getUint16(at + 2, true);
    return sizes.map((size) => {
      if (size !== tooBig) return size;
      if (next + 8 > Math.min(end, from + length)) throw broken('its list of parts is damaged');
      next += 8;
      return number64(view, next - 8);
    });
  }
  return [...sizes];
}

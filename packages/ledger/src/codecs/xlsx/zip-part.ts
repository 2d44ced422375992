import { FormatError, type Open } from '../codec.ts';
import { limits } from './limits.ts';
import { transformed } from './transformed.ts';
import { broken, type ZipEntry } from './zip-directory.ts';

const localSignature = 0x04034b50;
const localSize = 30;

/** Bytes inflated so far, of everything that one reading takes from its archive. */
export interface Budget {
  spent: number;
}

/**
 * The content of a part. The file is passed over from its beginning to the part; what is inflated is bounded, whatever the
 * archive says of itself, and its checksum is compared.
 *
 * @throws FormatError for a part that is encrypted, damaged, cut or packed too tightly
 */
export async function* readPart(open: Open, entry: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw encryptedFile();
  if (entry.method !== 0 && entry.method !== 8) {
    throw broken(`${entry.name} is packed in a way that is not read (${entry.method})`);
  }

  const packed = packedBytes(open, entry);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  const most = entry.packedSize * limits.ratio;
  let length = 0;

  for await (const chunk of content) {
    length += chunk.length;
    budget.spent += chunk.length;
    if (length > limits.part || budget.spent > limits.total || (length > limits.ratioFrom && length > most)) {
      throw tooTight(entry.name);
    }
    yield chunk;
  }
}

export function encryptedFile(): FormatError {
  return new FormatError(
    'file_format',
    'the file is protected by a password',
    'Save it without a password (File > Info > Protect Workbook) and try again.',
  );
}

function tooTight(name: string): FormatError {
  return new FormatError(
    'file_format',
    `${name} grows far beyond what a spreadsheet holds: the file is damaged or made to do harm`,
    'Save the sheet as CSV and import that.',
  );
}

/** The bytes of a part as they stand in the file. */
async function* packedBytes(open: Open, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let skip = entry.offset;
  let header: Uint8Array | undefined = new Uint8Array(0);
  let left = entry.packedSize;

  for await (const whole of open()) {
    let chunk = whole;
    if (skip >= chunk.length) {
      skip -= chunk.length;
      continue;
    }
    chunk = chunk.subarray(skip);
    skip = 0;

    if (header) {
      const joined: Uint8Array = Uint8Array.from([...header, ...chunk.subarray(0, localSize)]);
      const length = localLength(joined, entry.name);
      if (length === undefined) {
        header = joined;
        continue;
      }
      skip = length - header.length;
      header = undefined;
      if (skip >= chunk.length) {
        skip -= chunk.length;
        continue;
      }
      chunk = chunk.subarray(skip);
      skip = 0;
    }

    if (chunk.length >= left) {
      yield chunk.subarray(0, left);
      left = 0;
      break;
    }
    left -= chunk.length;
    yield chunk;
  }

  if (left > 0 || header) {
    const message = `the file ends inside ${entry.name}`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }
}

/** Length of the local header that `bytes` begin with; undefined when they are too few to tell. */
function localLength(bytes: Uint8Array, name: string): number | undefined {
  if (bytes.length < localSize) return undefined;

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== localSignature) throw broken(`${name} is not where it should be`);
  return localSize + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Deflated bytes become a gzip file by a head and a tail: so the platform inflates them and compares the checksum. */
async function* asGzip(packed: AsyncGenerator<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  yield* packed;

  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, entry.crc, true);
  tail.setUint32(4, entry.size % 2 ** 32, true);
  yield new Uint8Array(tail.buffer);
}

const inflate = (packed: AsyncGenerator<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> =>
  transformed(asGzip(packed, entry), new DecompressionStream('gzip'), () =>
    broken(`${entry.name} cannot be unpacked`),
  );

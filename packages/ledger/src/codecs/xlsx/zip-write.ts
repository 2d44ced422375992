import { fields, joined } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { transformed } from './transformed.ts';

/** A part of an archive to be written. */
export interface NewPart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A part as it was written, for the directory at the end. */
interface Written {
  name: Uint8Array;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, midnight: the first day that the format knows, so that the same content gives the same bytes. */
const day = 0x0021;
const encoder = new TextEncoder();

/**
 * Headers, sizes and directory of a ZIP archive that is written from its first byte to its last. All sizes have 32 bits: no
 * part, and no archive, of more than 4 GB.
 */
export class ZipLayout {
  readonly #written: Written[] = [];
  #offset = 0;
  #part: Written | undefined;

  begin(name: string): Uint8Array {
    const bytes = encoder.encode(name);
    this.#part = { name: bytes, crc: 0, packedSize: 0, size: 0, offset: this.#offset };
    const header = fields(
      [0x04034b50, 4],
      [20, 2],
      [flags, 2],
      [deflated, 2],
      [0, 2],
      [day, 2],
      [0, 4],
      [0, 4],
      [0, 4],
    );
    return this.#counted(joined([header, fields([bytes.length, 2], [0, 2]), bytes]));
  }

  /** Counts packed bytes of the part under way. */
  packed(bytes: Uint8Array): Uint8Array {
    if (this.#part) this.#part.packedSize += bytes.length;
    return this.#counted(bytes);
  }

  end(crc: number, size: number): Uint8Array {
    const part = this.#part;
    if (!part) throw new Error('no part has begun');
    Object.assign(part, { crc, size });
    this.#written.push(part);
    this.#part = undefined;
    return this.#counted(fields([0x08074b50, 4], [crc, 4], [part.packedSize, 4], [size, 4]));
  }

  directory(): Uint8Array {
    const from = this.#offset;
    const entries = this.#written.map(({ name, crc, packedSize, size, offset }) =>
      joined([
        fields([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [deflated, 2], [0, 2], [day, 2], [crc, 4]),
        fields(
          [packedSize, 4],
          [size, 4],
          [name.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [offset, 4],
        ),
        name,
      ]),
    );
    const count = entries.length;
    const list = this.#counted(joined(entries));
    const end = fields(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [list.length, 4],
      [from, 4],
      [0, 2],
    );
    return joined([list, end]);
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#offset += bytes.length;
    if (this.#offset > 0xffffffff) throw new Error('an XLSX file of more than 4 GB: export CSV instead');
    return bytes;
  }
}

/** Writes an archive, part by part as they come. */
export async function* writeZip(parts: AsyncIterable<NewPart>): AsyncGenerator<Uint8Array> {
  const layout = new ZipLayout();

  for await (const { name, content } of parts) {
    yield layout.begin(name);
    const tail = yield* deflate(content, layout);
    yield layout.end(tail.crc, tail.size);
  }
  yield layout.directory();
}

const gzipHead = 10;
const gzipTail = 8;

/** The platform writes gzip, which is deflate with a head, and a tail that has the checksum: both are taken off. */
async function* deflate(
  content: AsyncIterable<Uint8Array>,
  layout: ZipLayout,
): AsyncGenerator<Uint8Array, { crc: number; size: number }> {
  let head = gzipHead;
  let kept = new Uint8Array(0);

  for await (const chunk of gzipped(content)) {
    const bytes = joined([kept, chunk.subarray(Math.min(head, chunk.length))]);
    head -= Math.min(head, chunk.length);
    const whole = Math.max(0, bytes.length - gzipTail);
    if (whole > 0) yield layout.packed(bytes.subarray(0, whole));
    kept = bytes.slice(whole);
  }

  const tail = new DataView(kept.buffer, kept.byteOffset);
  return { crc: tail.getUint32(0, true), size: tail.getUint32(4, true) };
}

const gzipped = (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  transformed(content, new CompressionStream('gzip'), (refusal) => refusal);

/**
 * A part in blocks that are not packed, which any unpacker reads: for whoever must answer at once, where the platform's
 * packing is a stream.
 */
export class PlainPart {
  readonly #layout: ZipLayout;
  #crc = 0;
  #size = 0;

  constructor(layout: ZipLayout) {
    this.#layout = layout;
  }

  add(text: string): Uint8Array {
    const bytes = encoder.encode(text);
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;

    const blocks: Uint8Array[] = [];
    for (let from = 0; from < bytes.length; from += longestBlock) {
      const block = bytes.subarray(from, from + longestBlock);
      blocks.push(fields([0, 1], [block.length, 2], [~block.length & 0xffff, 2]), block);
    }
    return this.#layout.packed(joined(blocks));
  }

  end(): Uint8Array {
    const last = this.#layout.packed(Uint8Array.of(1, 0, 0, 0xff, 0xff));
    return joined([last, this.#layout.end(this.#crc, this.#size)]);
  }
}

const longestBlock = 65_535;

import { inflateRawSync } from 'node:zlib';
import { type Parts, zipOf } from '../workbooks.ts';
import { damaged } from './damage.ts';
import type { Random } from './random.ts';

export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}

/** What the parts of a sound archive hold, by its directory. */
export function partsOfArchive(bytes: Uint8Array): Parts {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const parts: Record<string, string> = {};
  let at = file.readUInt32LE(end + 16);

  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
    const name = file.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString();

    const content = file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts[name] = content.toString('utf8');
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** 32 MB that pack to 32 KB: as a sheet, a hundred times what any program packs so tightly. */
let bomb: Uint8Array | undefined;

/** An archive damaged as a file, or packed anew with damage in one of its parts, or with one that grows without end. */
export function damagedArchive(bytes: Uint8Array, parts: Parts, random: Random): Uint8Array {
  if (random(4) === 0) return damaged(bytes, random);
  if (random(2_000) === 0) {
    bomb ??= zipOf({ ...parts, 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(2 ** 25)}` });
    return damaged(bomb, random);
  }

  const names = Object.keys(parts);
  // The table is where most of a reader is.
  const table = names.find((name) => name.includes('sheet1')) ?? names[0];
  const name = random(2) === 0 ? table : names[random(names.length)];
  const { [name ?? '']: content = '', ...others } = parts;
  if (random(20) === 0) return zipOf(others);

  const changed = Buffer.from(damaged(Buffer.from(content), random));
  // A text is packed, bytes are stored.
  return zipOf({ ...parts, [name ?? '']: random(2) === 0 ? changed : changed.toString('utf8') });
}

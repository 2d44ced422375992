import type { Open } from '../codec.ts';
import { countHighBytes, type Encoding, isUtf8 } from '../text/encoding.ts';

/** Å Ä Ö å ä ö É é ü, as each code page has them. */
const swedishDos = [0x8f, 0x8e, 0x99, 0x86, 0x84, 0x94, 0x90, 0x82, 0x81];
const swedishWindows = [0xc5, 0xc4, 0xd6, 0xe5, 0xe4, 0xf6, 0xc9, 0xe9, 0xfc];

/**
 * The encoding of a SIE file. The format allows CP437 alone; programs that write UTF-8 or Latin-1 all the same are told by the
 * letters of Swedish, and said. What is written here is CP437, though its `σ` is the `å` of Latin-1.
 */
export async function sieEncoding(
  open: Open,
  head: Uint8Array,
): Promise<{ encoding: Encoding; warning?: string }> {
  const counts = await countHighBytes(open);
  const sum = (bytes: readonly number[]) =>
    bytes.reduce((total, byte) => total + (counts[byte - 0x80] ?? 0), 0);
  if (counts.every((count) => count === 0)) return { encoding: 'cp437' };

  if (await isUtf8(open)) {
    return { encoding: 'utf-8', warning: 'the file is UTF-8, and not CP437 as SIE wants it' };
  }

  const [dos, windows] = [sum(swedishDos), sum(swedishWindows)];
  if (windows <= dos || isOfErp(head)) return { encoding: 'cp437' };
  const warning = `not CP437: read as windows-1252 for ${windows} of its letters; --encoding decides`;
  return { encoding: 'windows-1252', warning };
}

function isOfErp(head: Uint8Array): boolean {
  return /^\s*#PROGRAM\s+"?erp"?\s/m.test(new TextDecoder('latin1').decode(head.subarray(0, 1024)));
}

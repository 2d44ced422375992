import type { Open } from '../codec.ts';
import { countHighBytes, type Encoding, isUtf8 } from '../text/encoding.ts';

/** Bytes that French books are full of, as each code page has them: é è à ç ê ô î û ù â ë ï É and °, ², §. */
const frenchCp850 = [
  0x82, 0x8a, 0x85, 0x87, 0x88, 0x93, 0x8c, 0x96, 0x97, 0x83, 0x89, 0x8b, 0x90, 0xf8, 0xf5, 0xfd,
];
const frenchWindows = [
  0xe9, 0xe8, 0xe0, 0xe7, 0xea, 0xf4, 0xee, 0xfb, 0xf9, 0xe2, 0xeb, 0xef, 0xc9, 0xc8, 0xca, 0xc0, 0xc7, 0xb0,
  0xb2, 0xa7, 0xa0, 0xab, 0xbb, 0x92, 0x9c,
];

const euroOfLatin9 = 0xa4;

/**
 * The encoding of a FEC and why. The law allows ASCII, UTF-8 and ISO 8859-15; DOS programs still write CP850, seen as a lone
 * 0xF8, the degree sign of `N°`, in a file of ASCII. Which code page a file is in is told by the letters that French uses.
 */
export async function fecEncoding(open: Open): Promise<{ encoding: Encoding; warning?: string }> {
  if (await isUtf8(open)) return { encoding: 'utf-8' };

  const counts = await countHighBytes(open);
  const seen = (byte: number) => counts[byte - 0x80] ?? 0;
  const sum = (bytes: readonly number[]) => bytes.reduce((total, byte) => total + seen(byte), 0);

  const dos = sum(frenchCp850);
  const windows = sum(frenchWindows);
  if (dos > windows) {
    return {
      encoding: 'cp850',
      warning: `not UTF-8: read as CP850 for ${dos} of its letters; --encoding decides`,
    };
  }

  const controls = counts.slice(0, 0x20).some((count) => count > 0);
  const encoding = seen(euroOfLatin9) > 0 && !controls ? 'iso-8859-15' : 'windows-1252';
  return { encoding, warning: `not UTF-8: read as ${encoding}; --encoding decides` };
}

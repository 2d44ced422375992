import { FormatError, type Open } from '../codec.ts';
import { type CodePage, decodePage, isCodePage } from './code-pages.ts';

export { notText, requireText } from './other-kinds.ts';

export type Encoding = 'utf-8' | 'iso-8859-15' | 'windows-1252' | CodePage;

const bom = [0xef, 0xbb, 0xbf];

/**
 * Whether a file is UTF-8, to its last byte: passes over it once. No other encoding gets there by chance, unless it is all
 * ASCII.
 */
export async function isUtf8(open: Open): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });

  try {
    for await (const chunk of open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The same of bytes at hand. */
export function isUtf8Bytes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How often each byte from 0x80 on occurs in a file; index 0 is 0x80. */
export async function countHighBytes(open: Open): Promise<number[]> {
  const counts = new Array<number>(128).fill(0);

  for await (const chunk of open()) {
    for (const byte of chunk) {
      if (byte >= 0x80) counts[byte - 0x80] = (counts[byte - 0x80] ?? 0) + 1;
    }
  }

  return counts;
}

/**
 * The text of a file, chunk by chunk, without its byte order mark. A character cut by the border of two chunks is put
 * together again.
 *
 * @throws FormatError when the file is not in this encoding.
 */
export async function* decodeText(open: Open, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  let first = true;

  for await (const chunk of open()) {
    if (chunk.length === 0) continue;
    yield decode(first ? withoutBom(chunk) : chunk);
    first = false;
  }

  yield decode(undefined);
}

function withoutBom(chunk: Uint8Array): Uint8Array {
  return bom.every((byte, index) => chunk[index] === byte) ? chunk.subarray(bom.length) : chunk;
}

function decoderOf(encoding: Encoding): (chunk: Uint8Array | undefined) => string {
  if (isCodePage(encoding)) return (chunk) => (chunk ? decodePage(chunk, encoding) : '');

  // Without `ignoreBOM` the decoder drops a mark that a border between chunks has cut.
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  return (chunk) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new FormatError('file_format', 'the file is not UTF-8', 'Try --encoding windows-1252');
    }
  };
}

/** The beginning of a file as text, whatever its encoding: good for headings, which are ASCII. */
export function headText(head: Uint8Array): string {
  const bytes = withoutBom(head);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** The first bytes of a file, at most `size`. */
export async function readHead(open: Open, size = 65_536): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;

  for await (const chunk of open()) {
    parts.push(chunk.subarray(0, size - length));
    length += Math.min(chunk.length, size - length);
    if (length >= size) break;
  }

  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

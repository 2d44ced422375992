import { FormatError, type Open } from '../codec.ts';
import { type CodePage, decodePage, isCodePage } from './code-pages.ts';

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

/** Words for a file that is no text at all, undefined when it may be text. */
export function notText(head: Uint8Array): string | undefined {
  const [a, b] = head;
  if (a === 0x50 && b === 0x4b) return 'a ZIP or XLSX file';
  if (a === 0x1f && b === 0x8b) return 'a gzip file';
  if (a === 0x25 && b === 0x50) return 'a PDF file';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'text in UTF-16';
  return head.subarray(0, 8192).includes(0) ? 'a binary file' : undefined;
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

/** @throws FormatError when the head is no text, or when there is none. */
export function requireText(head: Uint8Array, fileName: string): void {
  if (head.length === 0) throw new FormatError('file_format', `${fileName} is empty`);

  const instead = notText(head);
  if (instead) {
    throw new FormatError(
      'file_format',
      `${fileName} is ${instead}`,
      'Save it as text in UTF-8 and try again.',
    );
  }
}

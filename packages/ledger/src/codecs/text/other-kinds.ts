import { FormatError } from '../codec.ts';

/** A kind of file that is no table and no ledger, and what to do about it. */
interface OtherKind {
  readonly words: string;
  readonly remedy: string;
}

const unpack = 'Unpack it and import the file that is in it.';
const save = 'Save the table as CSV or XLSX in the program that it comes from, and import that.';
const asUtf8: OtherKind = {
  words: 'text in UTF-16',
  remedy: 'Save it as text in UTF-8 and try again, or: iconv -f UTF-16 -t UTF-8 FILE > utf8.csv',
};

/** By the bytes that such files begin with. */
const beginnings: readonly (OtherKind & { readonly bytes: readonly number[] })[] = [
  { bytes: [0x50, 0x4b, 3, 4], words: 'a ZIP or XLSX file', remedy: unpack },
  { bytes: [0x50, 0x4b, 5, 6], words: 'an empty ZIP file', remedy: save },
  { bytes: [0x1f, 0x8b], words: 'a gzip file', remedy: `${unpack.slice(0, -1)}: gunzip FILE` },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], words: 'a zstd file', remedy: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], words: 'a 7z file', remedy: unpack },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], words: 'an old Office file (.xls, .doc)', remedy: save },
  { bytes: [0x09, 0x08, 0x10, 0], words: 'an old Excel file (.xls)', remedy: save },
  { bytes: [0x09, 0, 0x04, 0], words: 'an old Excel file (.xls)', remedy: save },
  { bytes: [0x25, 0x50, 0x44, 0x46], words: 'a PDF file', remedy: save },
  { bytes: [0x89, 0x50, 0x4e, 0x47], words: 'an image (PNG)', remedy: save },
  { bytes: [0xff, 0xd8, 0xff], words: 'an image (JPEG)', remedy: save },
  { bytes: [0xff, 0xfe], ...asUtf8 },
  { bytes: [0xfe, 0xff], ...asUtf8 },
];

const page: OtherKind = {
  words: 'a web page',
  remedy: 'A page of the program, such as its sign-in, was saved in place of the file: download it again.',
};

function otherKind(head: Uint8Array): OtherKind | undefined {
  const known = beginnings.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (known) return known;

  const sample = head.subarray(0, 8192);
  if (/^\ufeff?\s*<(!doctype\s+html|html[\s>])/i.test(new TextDecoder().decode(sample.subarray(0, 512))))
    return page;
  if (!sample.includes(0)) return undefined;
  return everyOtherIsZero(sample) ? asUtf8 : { words: 'a binary file', remedy: save };
}

/** UTF-16 that does not say so: of plain letters one byte of two is zero, and always the same one. */
function everyOtherIsZero(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [least = 0, most = 0] = zeros.sort((a, b) => a - b);
  return least === 0 && most * 4 > bytes.length;
}

/** Words for a file that is no text at all, undefined when it may be text. */
export function notText(head: Uint8Array): string | undefined {
  return otherKind(head)?.words;
}

/** @throws FormatError when the head is no text, or when there is none: what it is instead, and the remedy */
export function requireText(head: Uint8Array, fileName: string): void {
  if (head.length === 0) throw nothing(`${fileName} is empty`);

  const other = otherKind(head);
  if (other) throw new FormatError('file_format', `${fileName} is ${other.words}`, other.remedy);

  // A file that is only begun by blanks is longer than a head of them.
  if (head.length < 4096 && head.every((byte) => byte <= 32))
    throw nothing(`nothing stands in ${fileName} but blanks`);
}

function nothing(message: string): FormatError {
  return new FormatError('file_format', message, 'Export or download it again.');
}

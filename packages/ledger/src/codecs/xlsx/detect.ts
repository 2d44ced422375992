import { requireText } from '../text/encoding.ts';
import { otherKind } from './workbook.ts';
import { broken } from './zip-directory.ts';
import { encryptedFile } from './zip-part.ts';

/** What the beginning of a file looks like. */
export function detectXlsx(head: Uint8Array): { likely: number; reason: string } {
  if (isCompound(head)) return { likely: 0.9, reason: 'an old Excel file (.xls), or one with a password' };
  if (!isZip(head)) return { likely: 0, reason: 'not a ZIP archive, which an XLSX file is' };

  const names = localNames(head);
  if (names.some((name) => /^\[content_types\]\.xml$|^xl\//i.test(name)))
    return { likely: 0.95, reason: 'a ZIP archive with the parts of a workbook' };
  return { likely: names.length > 0 ? 0.6 : 0.1, reason: 'a ZIP archive without the parts of a workbook' };
}

/**
 * Refuses what a user may take for an XLSX file.
 *
 * @throws FormatError with the remedy
 */
export function refuseOtherKinds(head: Uint8Array, fileName: string): void {
  if (head.length === 0) requireText(head, fileName);
  if (isZip(head)) return;
  if (!isCompound(head)) throw broken(`${fileName} is no ZIP archive`);
  if (holdsWord(head, 'EncryptedPackage')) throw encryptedFile();
  if (holdsWord(head, 'Workbook') || holdsWord(head, 'Book'))
    throw otherKind(fileName, 'an old Excel file (.xls)');
  throw otherKind(fileName, 'an old Excel file (.xls), or one with a password');
}

function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The container of old Office files, and of new ones with a password. */
function isCompound(head: Uint8Array): boolean {
  return compound.every((byte, at) => head[at] === byte);
}

/** Names in that container are in UTF-16. */
function holdsWord(head: Uint8Array, word: string): boolean {
  return new TextDecoder('utf-16le').decode(head.subarray(0, head.length - (head.length % 2))).includes(word);
}

/** Names of the parts whose local headers stand in the head, each found by its signature. */
function localNames(head: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(head);
  const names: string[] = [];
  for (let at = 0; at >= 0; at = text.indexOf('PK\u0003\u0004', at + 4)) {
    const length = text.charCodeAt(at + 26) + 256 * text.charCodeAt(at + 27);
    if (length > 0 && at + 30 + length <= text.length) names.push(text.slice(at + 30, at + 30 + length));
  }
  return names;
}

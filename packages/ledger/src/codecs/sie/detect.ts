import { headText } from '../text/encoding.ts';

const labels = new Set([
  '#FLAGGA',
  '#SIETYP',
  '#FORMAT',
  '#PROGRAM',
  '#GEN',
  '#FNAMN',
  '#RAR',
  '#KONTO',
  '#VER',
]);

/** How many different labels of SIE begin lines of the head. */
export function sieLabels(head: Uint8Array): number {
  const found = headText(head).match(/^[ \t]*#[A-Z]{3,7}\b/gm) ?? [];
  return new Set(found.map((label) => label.trim()).filter((label) => labels.has(label))).size;
}

export const looksLikeSie = (head: Uint8Array): boolean => sieLabels(head) > 0;

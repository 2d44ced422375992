import { bytesOfPage } from '../text/code-pages.ts';

const bytes = bytesOfPage('cp437');

/** What stands for characters of everyday texts that CP437 has not. */
const instead: Readonly<Record<string, string>> = {
  ...{ '‘': "'", '’': "'", '‚': ',', '“': '"', '”': '"', '„': '"', '‐': '-', '‑': '-', '–': '-', '—': '-' },
  ...{ '…': '...', '€': 'EUR', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', œ: 'oe', Œ: 'OE', '×': 'x' },
};

const plain = /^[\u0020-\u007e]*$/;
const lineBreaks = /[\p{Cc}\u2028\u2029]/u;

/**
 * A text as CP437 can hold it: control characters and line breaks become spaces, letters lose a mark that the page has not,
 * anything else becomes `?`.
 */
export function heldText(text: string): string {
  if (plain.test(text)) return text;

  let held = '';
  for (const character of text) {
    if (plain.test(character) || bytes.has(character)) held += character;
    else if (lineBreaks.test(character)) held += ' ';
    else held += Object.hasOwn(instead, character) ? instead[character] : withoutMarks(character);
  }
  return held;
}

function withoutMarks(character: string): string {
  const base = character.normalize('NFD').replace(/\p{M}/gu, '');
  return base === '' || plain.test(base) || bytes.has(base) ? base : '?';
}

/** In quotes; a backslash at the end would hide the closing one, so a space stands between them, which a reader trims. */
export function quoted(text: string): string {
  const escaped = text.includes('"') ? text.replaceAll('"', '\\"') : text;
  return escaped.endsWith('\\') ? `"${escaped} "` : `"${escaped}"`;
}

export const day = (date: string): string => date.replaceAll('-', '');

/** The bytes of a text that `heldText` made. */
export function cp437Bytes(text: string): Uint8Array {
  const made = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    made[at] = code < 0x80 ? code : (bytes.get(text.charAt(at)) ?? questionMark);
  }
  return made;
}

const questionMark = 63;

/** Codes as CP437 can hold them: two that become the same are told apart, so that no two accounts are written as one. */
export class HeldCodes {
  readonly #written = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(codes: Iterable<string> = []) {
    const changed: string[] = [];
    for (const code of codes) {
      if (heldText(code) === code) this.#put(code, code);
      else changed.push(code);
    }
    for (const code of changed) this.of(code);
  }

  of(code: string): string {
    const known = this.#written.get(code);
    if (known !== undefined) return known;

    const base = heldText(code).trim() || '?';
    let written = base;
    for (let n = 2; this.#taken.has(written); n += 1) written = `${base}~${n}`;
    return this.#put(code, written);
  }

  #put(code: string, written: string): string {
    this.#written.set(code, written);
    this.#taken.add(written);
    return written;
  }
}

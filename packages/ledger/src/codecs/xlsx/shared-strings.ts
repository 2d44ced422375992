import { FormatError, type Open } from '../codec.ts';
import { unescapeCell } from './cell-text.ts';
import { limits } from './limits.ts';
import { partText } from './xml-part.ts';
import { at, XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';
import type { Budget } from './zip-part.ts';

const blockLength = 65_536;

/**
 * The texts that cells share. Any of them may be asked for at any time, so they are held: end to end in blocks of text, which
 * takes little more than their characters, and up to a limit.
 */
export class SharedStrings {
  readonly #blocks: string[] = [];
  #pieces: string[] = [];
  #pieceLength = 0;
  #length = 0;
  /** Block, and end within it, of each text: where it begins is where the one before ends, or the start of the block. */
  #ends = new Uint32Array(1024);
  #blockOf = new Uint16Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    this.#length += text.length;
    if (this.#count >= limits.sharedStrings || this.#length > limits.sharedText) throw tooMany();
    if (this.#count === this.#ends.length) this.#grow();

    this.#pieces.push(text);
    this.#pieceLength += text.length;
    this.#ends[this.#count] = this.#pieceLength;
    this.#blockOf[this.#count] = this.#blocks.length;
    this.#count += 1;
    if (this.#pieceLength >= blockLength) this.seal();
  }

  /** Ends a block; after the last text there must be one. */
  seal(): void {
    this.#blocks.push(this.#pieces.join(''));
    this.#pieces = [];
    this.#pieceLength = 0;
  }

  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const block = this.#blockOf[index] ?? 0;
    const from = index > 0 && this.#blockOf[index - 1] === block ? this.#ends[index - 1] : 0;
    return this.#blocks[block]?.slice(from, this.#ends[index]);
  }

  #grow(): void {
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
    const blockOf = new Uint16Array(ends.length);
    blockOf.set(this.#blockOf);
    this.#blockOf = blockOf;
  }
}

function tooMany(): FormatError {
  return new FormatError(
    'file_format',
    `the file has more than ${limits.sharedStrings} different texts, or more than ${limits.sharedText} characters of them`,
    'Save the sheet as CSV UTF-8 and import that: a CSV of any size is read.',
  );
}

export async function readSharedStrings(
  open: Open,
  entry: ZipEntry | undefined,
  budget: Budget,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!entry) return strings;

  const scanner = new XmlScanner(entry.name);
  const text = new RichText(scanner);
  const walk = () => {
    for (let found = scanner.next(); found !== at.more; found = scanner.next()) {
      if (found === at.open && scanner.is('si')) {
        text.clear();
        if (scanner.empty) strings.add('');
      } else if (found === at.close && scanner.is('si')) strings.add(unescapeCell(text.value));
      else text.take(found);
    }
  };

  for await (const chunk of partText(open, entry, budget)) {
    scanner.push(chunk);
    walk();
  }
  scanner.end();
  walk();
  strings.seal();
  return strings;
}

/** The text of a cell whose pieces may have fonts of their own; how it is spoken (`rPh`) is not part of it. */
export class RichText {
  readonly #scanner: XmlScanner;
  #within = false;
  #spoken = 0;
  value = '';

  constructor(scanner: XmlScanner) {
    this.#scanner = scanner;
  }

  clear(): void {
    this.value = '';
    this.#within = false;
    this.#spoken = 0;
  }

  take(found: number): void {
    const scanner = this.#scanner;
    if (found === at.text) {
      if (this.#within && this.#spoken === 0) this.value += scanner.text();
      if (this.value.length > limits.token) throw tooMany();
    } else if (scanner.is('t')) this.#within = found === at.open && !scanner.empty;
    else if (scanner.is('rPh') && !(found === at.open && scanner.empty))
      this.#spoken += found === at.open ? 1 : -1;
  }
}

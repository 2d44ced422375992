import type { Open } from '../codec.ts';
import { limits } from './limits.ts';
import { at, XmlScanner } from './xml-scanner.ts';
import { broken, type ZipEntry } from './zip-directory.ts';
import { type Budget, readPart } from './zip-part.ts';

/** The text of a part, chunk by chunk. */
export async function* partText(open: Open, entry: ZipEntry, budget: Budget): AsyncGenerator<string> {
  let decode: ((chunk: Uint8Array | undefined) => string) | undefined;

  for await (const chunk of readPart(open, entry, budget)) {
    if (chunk.length === 0) continue;
    decode ??= decoderOf(chunk, entry);
    yield decode(chunk);
  }
  if (decode) yield decode(undefined);
}

function decoderOf(first: Uint8Array, { name }: ZipEntry): (chunk: Uint8Array | undefined) => string {
  const decoder = new TextDecoder(encodingOf(first), { fatal: true });
  return (chunk) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw broken(`${name} is not UTF-8`);
    }
  };
}

function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
}

/** Calls `visit` for each element of a small part as it opens, with the scanner standing at it. */
export async function visitElements(
  open: Open,
  entry: ZipEntry,
  budget: Budget,
  visit: (scanner: XmlScanner) => void,
): Promise<void> {
  if (entry.size > limits.heldPart) throw broken(`${entry.name} is longer than any spreadsheet writes it`);
  const scanner = new XmlScanner(entry.name);

  const walk = () => {
    for (let found = scanner.next(); found !== at.more; found = scanner.next()) {
      if (found === at.open) visit(scanner);
    }
  };

  for await (const text of partText(open, entry, budget)) {
    scanner.push(text);
    walk();
  }
  scanner.end();
  walk();
}

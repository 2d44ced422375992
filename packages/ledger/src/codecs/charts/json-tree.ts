import { FormatError } from '../codec.ts';

/** A value of a JSON document whose objects keep order, repeated names and lines. */
export type JsonNode = JsonObject | string | number | boolean | null;

export interface JsonObject {
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: string;
  /** Line of the name, from 1. */
  readonly line: number;
  readonly value: JsonNode;
}

export function isObject(node: JsonNode): node is JsonObject {
  return typeof node === 'object' && node !== null;
}

const deepest = 100;

/**
 * Parses JSON and keeps what `JSON.parse` drops: where a name stands, and the second of two that are the same. A list becomes
 * an object with its places as names.
 *
 * @throws FormatError with the line of what is no JSON; `file_truncated` where the file ends too early
 */
export function parseJsonTree(text: string): JsonNode {
  return new JsonParser(text).whole();
}

class JsonParser {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): JsonNode {
    const value = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) throw this.#wrong('something stands behind the end of the document');
    return value;
  }

  #value(depth: number): JsonNode {
    if (depth > deepest) throw this.#wrong(`more than ${deepest} levels within each other`);
    this.#skip();

    const first = this.#text.charAt(this.#at);
    if (first === '{') return this.#members(depth, '}');
    if (first === '[') return this.#members(depth, ']');
    if (first === '"') return this.#string();
    return this.#word();
  }

  #members(depth: number, close: '}' | ']'): JsonObject {
    const members: JsonMember[] = [];
    this.#at += 1;
    this.#skip();
    if (this.#takes(close)) return { members };

    for (;;) {
      this.#skip();
      const line = this.#line;
      const name = close === '}' ? this.#name() : String(members.length);
      members.push({ name, line, value: this.#value(depth + 1) });

      this.#skip();
      if (this.#takes(close)) return { members };
      if (!this.#takes(',')) throw this.#wrong(`"," or "${close}" is missing`);
    }
  }

  #name(): string {
    if (this.#text.charAt(this.#at) !== '"') throw this.#wrong('a name in quotes is missing');
    const name = this.#string();
    this.#skip();
    if (!this.#takes(':')) throw this.#wrong('":" is missing');
    return name;
  }

  #string(): string {
    string.lastIndex = this.#at;
    const found = string.exec(this.#text);
    if (!found) throw this.#cut(this.#text.indexOf('\n', this.#at) < 0, 'a text is not closed');
    this.#at += found[0].length;
    try {
      return JSON.parse(found[0]) as string;
    } catch {
      throw this.#wrong('a text holds what JSON does not allow');
    }
  }

  #word(): JsonNode {
    word.lastIndex = this.#at;
    const found = word.exec(this.#text);
    const end = this.#at + (found?.[0].length ?? 0);
    try {
      const value = JSON.parse(found?.[0] ?? '') as JsonNode;
      this.#at = end;
      return value;
    } catch {
      throw this.#cut(end >= this.#text.length, 'a value is missing');
    }
  }

  #takes(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #skip(): void {
    for (; ; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === lineFeed) this.#line += 1;
      else if (code !== space && code !== tab && code !== carriageReturn) return;
    }
  }

  /** What is wrong with a word that goes on to the end of the file is that the file ends there. */
  #cut(isLast: boolean, what: string): FormatError {
    if (isLast) this.#at = this.#text.length;
    return this.#wrong(what);
  }

  #wrong(what: string): FormatError {
    if (this.#at >= this.#text.length) {
      return new FormatError(
        'file_truncated',
        `line ${this.#line}: the file ends inside of its JSON`,
        'Ask for the file again.',
      );
    }
    return new FormatError('file_format', `line ${this.#line}: ${what}`);
  }
}

const string = /"(?:[^"\\\n]|\\.)*"/y;
const word = /[-+.\w]+/y;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

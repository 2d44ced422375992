import { limits } from './limits.ts';
import { broken } from './zip-directory.ts';

/** What `XmlScanner.next` stands at. `more`: the rest has not come yet, or, after `end`, there is none. */
export const at = { more: 0, open: 1, close: 2, text: 3 } as const;
export type At = (typeof at)[keyof typeof at];

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const colon = 58;
const exclamation = 33;
const question = 63;
const doubleQuote = 34;
const singleQuote = 39;
const space = 32;

/**
 * Walks through XML as it comes, tag by tag, and makes a text only of what it is asked for. Namespaces are looked through: a
 * name is what stands behind its colon. A document type, and with it every entity of one's own, is refused.
 */
export class XmlScanner {
  readonly #part: string;
  readonly #fault: (what: string) => Error;
  readonly #names: string[] = [];
  #depth = 0;
  #text = '';
  #at = 0;
  #final = false;
  /** Name without prefix, attributes, and text of where it stands. */
  #nameFrom = 0;
  #nameTo = 0;
  #tagTo = 0;
  #from = 0;
  #to = 0;
  #raw = false;
  /** Whether an element that has just opened has no content, `<c/>`; no `close` follows it. */
  empty = false;

  /** @param part name of the part, for faults; `fault` makes an error of what is wrong with it */
  constructor(part: string, fault: (what: string) => Error = broken) {
    this.#part = part;
    this.#fault = fault;
  }

  /** Elements that are open around what it stands at; an element that opens is one of them, unless it is empty. */
  get depth(): number {
    return this.#depth;
  }

  /** How much of the text that was pushed last lies in front of where it goes on; of what is wrong, where that begins. */
  get place(): number {
    return this.#at;
  }

  push(text: string): void {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text;
    this.#at = 0;
    if (this.#text.length > 2 * limits.token + text.length)
      throw this.#broken('a tag or text of more than 1 MB');
  }

  end(): void {
    this.#final = true;
  }

  /** Goes on to the next tag or text. */
  next(): At {
    for (;;) {
      const text = this.#text;
      const from = this.#at;
      if (from >= text.length) return this.#ended();
      if (text.charCodeAt(from) !== lessThan) return this.#words(from);

      const second = text.charCodeAt(from + 1);
      if (second === slash) return this.#closing(from);
      if (second === exclamation) {
        const found = this.#declaration(from);
        if (found !== undefined) return found;
      } else if (second === question) {
        if (!this.#instruction(from)) return this.#unfinished();
      } else return this.#opening(from);
    }
  }

  /** Goes over everything that a sticky pattern of whole elements matches where it stands; null where it does not match. */
  whole(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  /** Whether the element that opens or closes has this name. */
  is(name: string): boolean {
    return this.#nameTo - this.#nameFrom === name.length && this.#text.startsWith(name, this.#nameFrom);
  }

  /** The value of an attribute of the element that opens; undefined when it has none. The prefix of its name counts. */
  attribute(name: string): string | undefined {
    const text = this.#text;
    let from = this.#nameTo;

    for (;;) {
      const equals = text.indexOf('=', from);
      if (equals < 0 || equals >= this.#tagTo) return undefined;

      let open = equals + 1;
      while (text.charCodeAt(open) <= space) open += 1;
      const close = text.indexOf(text.charAt(open), open + 1);
      if (close < 0 || close > this.#tagTo) return undefined;

      let nameTo = equals;
      while (text.charCodeAt(nameTo - 1) <= space) nameTo -= 1;
      const nameFrom = nameTo - name.length;
      if (text.startsWith(name, nameFrom) && text.charCodeAt(nameFrom - 1) <= space) {
        return this.#decoded(text.slice(open + 1, close));
      }
      from = close + 1;
    }
  }

  /** The text that it stands at. */
  text(): string {
    const text = this.#text.slice(this.#from, this.#to);
    return this.#raw ? withLineFeeds(text) : this.textOf(text);
  }

  /** What a piece of XML without tags says. */
  textOf(written: string): string {
    return this.#decoded(withLineFeeds(written));
  }

  #ended(): At {
    if (this.#final && this.#depth > 0) throw this.#broken('it ends inside an element');
    return at.more;
  }

  #unfinished(): At {
    if (this.#final) throw this.#broken('it ends inside a tag');
    return at.more;
  }

  #words(from: number): At {
    const end = this.#text.indexOf('<', from);
    if (end < 0) {
      if (!this.#final) return at.more;
      if (this.#text.slice(from).trim() !== '') throw this.#broken('text stands behind the last element');
      this.#at = this.#text.length;
      return this.#ended();
    }

    this.#from = from;
    this.#to = end;
    this.#raw = false;
    this.#at = end;
    return at.text;
  }

  #opening(from: number): At {
    const text = this.#text;
    const nameFrom = from + 1;
    let localFrom = nameFrom;
    let nameTo = 0;
    let to = nameFrom;

    for (; ; to += 1) {
      const character = text.charCodeAt(to);
      if (character === greaterThan) break;
      // Not a number behind the end of the text: what comes is cut here.
      if (!(character >= 0)) return this.#unfinished();

      if (nameTo === 0) {
        if (character === colon) localFrom = to + 1;
        else if (character <= space || character === slash) nameTo = to;
      }
      if (character === doubleQuote || character === singleQuote) {
        to = text.indexOf(character === doubleQuote ? '"' : "'", to + 1);
        if (to < 0) return this.#unfinished();
      } else if (character === lessThan) throw this.#broken('a tag is not closed');
    }

    if (nameTo === 0) nameTo = to;
    if (nameTo <= localFrom) throw this.#broken('a tag has no name');
    this.empty = text.charCodeAt(to - 1) === slash;
    this.#nameFrom = localFrom;
    this.#nameTo = nameTo;
    this.#tagTo = to;
    this.#at = to + 1;
    if (!this.empty) this.#enter(nameFrom, nameTo);
    return at.open;
  }

  /** The same names come again at the same depth, so one text is kept for each. */
  #enter(from: number, to: number): void {
    if (this.#depth >= limits.depth)
      throw this.#broken(`more than ${limits.depth} elements within each other`);
    const known = this.#names[this.#depth];
    if (known?.length !== to - from || !this.#text.startsWith(known, from)) {
      this.#names[this.#depth] = this.#text.slice(from, to);
    }
    this.#depth += 1;
  }

  #closing(from: number): At {
    const text = this.#text;
    const end = text.indexOf('>', from);
    if (end < 0) return this.#unfinished();

    const name = this.#depth > 0 ? (this.#names[this.#depth - 1] ?? '') : '';
    const behind = from + 2 + name.length;
    if (name === '' || !text.startsWith(name, from + 2) || text.slice(behind, end).trim() !== '') {
      throw this.#broken('a closing tag does not fit the one that opened');
    }

    this.#nameFrom = from + 2 + name.indexOf(':') + 1;
    this.#nameTo = behind;
    this.#depth -= 1;
    this.#at = end + 1;
    return at.close;
  }

  /** A comment is passed over, which is undefined; marked text is text. */
  #declaration(from: number): At | undefined {
    const text = this.#text;
    if (text.startsWith('<!--', from)) {
      const end = text.indexOf('-->', from + 4);
      if (end < 0) return this.#unfinished();
      this.#at = end + 3;
      return undefined;
    }

    if (text.startsWith('<![CDATA[', from)) {
      const end = text.indexOf(']]>', from + 9);
      if (end < 0) return this.#unfinished();
      this.#from = from + 9;
      this.#to = end;
      this.#raw = true;
      this.#at = end + 3;
      return at.text;
    }

    if (text.length - from < 9 && !this.#final) return at.more;
    throw this.#broken('it declares a document type, with entities of its own, which no such file does');
  }

  #instruction(from: number): boolean {
    const end = this.#text.indexOf('?>', from);
    if (end < 0) return false;

    const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(this.#text.slice(from, end))?.[1];
    if (encoding !== undefined && !/^utf-?(8|16)$/i.test(encoding)) {
      throw this.#broken(`it is in ${encoding.slice(0, 40)}, where the format wants UTF-8`);
    }
    this.#at = end + 2;
    return true;
  }

  #decoded(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([^;&]{0,40}));?/gi, (whole, hex, number, name) => {
      const known = name === undefined ? undefined : entities[name as string];
      const point = hex ? Number.parseInt(hex as string, 16) : Number(number);
      if (!whole.endsWith(';') || (known === undefined && !isCharacter(point))) {
        throw this.#broken(`"${whole}" stands for nothing`);
      }
      return known ?? String.fromCodePoint(point);
    });
  }

  #broken(what: string): Error {
    return this.#fault(`${this.#part}: ${what}`);
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function isCharacter(point: number): boolean {
  return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
}

/** A line end is one line feed, however the file writes it; a carriage return of the text itself is written `&#13;`. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

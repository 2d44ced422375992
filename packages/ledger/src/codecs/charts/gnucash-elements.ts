import { FormatError } from '../codec.ts';
import { at, XmlScanner } from '../xlsx/xml-scanner.ts';
import { requireFewAccounts } from './reading.ts';

/** An account as the XML of GnuCash writes it. */
export interface AccountElement {
  /** Line of its opening tag, from 1. */
  readonly line: number;
  readonly name: string;
  readonly id: string;
  readonly type: string;
  readonly code: string;
  readonly description: string;
  /** Id of the account above. */
  readonly parent: string;
  readonly commodity: string;
  readonly slots: ReadonlyMap<string, string>;
}

/** Elements of an account that are read, by their place below it: `act:name`, `act:slots/slot/slot:key`. */
const simple = ['name', 'id', 'type', 'code', 'description', 'parent'] as const;
const others = ['commodity', 'slots', 'slot', 'key', 'value'] as const;

/**
 * The accounts of a document, in its order.
 *
 * @throws FormatError with the line of what is no XML; `file_truncated` where the file ends too early
 */
export function accountElements(text: string): AccountElement[] {
  const scanner: XmlScanner = new XmlScanner('the XML', (what) => notXml(what, lineOf(scanner.place)));
  const lineOf = lineCounter(text);
  const collector = new Collector();

  // At once: in parts, what has no end would be looked through again with each of them.
  scanner.push(text);
  scanner.end();
  for (let found = scanner.next(); found !== at.more; found = scanner.next()) {
    if (found === at.open) collector.open(scanner, lineOf(scanner.place));
    else if (found === at.close) collector.close(scanner);
    else collector.text(scanner);
    requireFewAccounts(collector.accounts.length);
  }
  return collector.accounts;
}

/** Lines of places in a text, asked for from its beginning on. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');

  return (place) => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

function notXml(what: string, line: number): FormatError {
  if (/it ends inside/.test(what)) {
    return new FormatError('file_truncated', `line ${line}: ${what}`, 'Ask for the file again.');
  }
  return new FormatError('file_format', `line ${line}: ${what}`);
}

type Open = Record<(typeof simple)[number] | 'commodity', string> & { slots: Map<string, string> };

class Collector {
  readonly accounts: AccountElement[] = [];
  #depth = 0;
  #line = 0;
  #account: Open | undefined;
  /** Names of what is open below the account. */
  #path: string[] = [];
  #text = '';
  #key = '';

  open(scanner: XmlScanner, line: number): void {
    if (!this.#account) {
      if (!scanner.is('account') || scanner.empty) return;
      this.#account = {
        ...{ name: '', id: '', type: '', code: '', description: '', parent: '', commodity: '' },
        slots: new Map(),
      };
      this.#line = line;
      this.#depth = scanner.depth;
      this.#path = [];
      return;
    }

    this.#text = '';
    if (scanner.empty) return;
    const name = [...simple, ...others].find((one) => scanner.is(one));
    this.#path[scanner.depth - this.#depth - 1] = name ?? '';
    this.#path.length = scanner.depth - this.#depth;
  }

  text(scanner: XmlScanner): void {
    if (this.#account && this.#path.length > 0) this.#text += scanner.text();
  }

  close(scanner: XmlScanner): void {
    if (!this.#account) return;
    if (scanner.depth < this.#depth) {
      const { slots, ...texts } = this.#account;
      this.accounts.push({ line: this.#line, ...texts, slots });
      this.#account = undefined;
      return;
    }

    this.#put(this.#account, this.#path.join('/'), this.#text.trim());
    this.#path.length = scanner.depth - this.#depth;
    this.#text = '';
  }

  #put(account: Open, path: string, text: string): void {
    const name = simple.find((one) => one === path);
    if (name !== undefined) account[name] = text;
    else if (path === 'commodity/id') account.commodity = text;
    else if (path === 'slots/slot/key') this.#key = text;
    else if (path === 'slots/slot/value') account.slots.set(this.#key, text);
  }
}

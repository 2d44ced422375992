import { heading, takeDirective, takeMargin } from './bean-directives.ts';
import { type Block, flags, metadata, type Pushed, transactionOf } from './bean-transactions.ts';
import { metadataText } from './bean-values.ts';
import type { Stray } from './journal-blocks.ts';
import { UnknownLine } from './journal-directives.ts';
import type { JournalState } from './journal-state.ts';
import type { Transaction } from './transaction.ts';

const dated = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[ \t]+([a-z]+|[*!&#?%A-Z])(?=[\s"]|$)[ \t]*(.*)$/s;

/** A directive of more lines is refused, a string of more of either ends: its end was forgotten. */
const mostLines = 500_000;
const longestString = { lines: 200, characters: 100_000 };

/** Cuts a file of beancount into transactions and directives, line by line. */
export class BeanBlocks {
  readonly #state: JournalState;
  readonly #base: string;
  readonly #pushed: Pushed = { tags: [], fields: [] };
  #line = 0;
  #open: Block | undefined;
  /** Lines of a string that has not ended yet, and how long they are. */
  #string: { lines: string[]; length: number } | undefined;

  constructor(state: JournalState, base: string) {
    this.#state = state;
    this.#base = base;
  }

  push(lines: readonly string[]): (Transaction | Stray)[] {
    const found: (Transaction | Stray)[] = [];
    for (const line of lines) {
      this.#line += 1;
      const lines = this.#string?.lines ?? [];
      lines.push(line);
      if (this.#goesOn(line)) {
        const length = (this.#string?.length ?? 0) + line.length;
        this.#string = { lines, length };
        if (lines.length < longestString.lines && length < longestString.characters) continue;
      }
      this.#string = undefined;
      this.#take(lines, found);
    }
    return found;
  }

  end(): (Transaction | Stray)[] {
    const found: (Transaction | Stray)[] = [];
    if (this.#string) this.#take(this.#string.lines, found);
    this.#string = undefined;
    this.#finish(found);
    return found;
  }

  /** Whether a string that began in this line or before does not end in it. */
  #goesOn(line: string): boolean {
    const isInside = this.#string !== undefined;
    if (!line.includes('"')) return isInside;
    if (!isInside && heading.test(line)) return false;
    return endsInString(line, isInside);
  }

  #take(raw: readonly string[], found: (Transaction | Stray)[]): void {
    const text = raw.length === 1 ? (raw[0] ?? '') : raw.join('\n');
    const first = text.charCodeAt(0);
    const line = this.#line - raw.length + 1;
    if (first === 32 || first === 9) {
      const bare = text.trim();
      if (bare === '') return;
      if (this.#open) this.#below(this.#open, raw, { line, text: bare });
      else if (bare[0] !== ';')
        found.push({ line, text, message: 'a posting without a transaction above it' });
      return;
    }

    // What a rejects file says at the margin.
    if (first === 59 && text.startsWith(';!')) return;
    this.#finish(found);
    if (Number.isNaN(first)) return;
    const match = first >= 48 && first <= 57 ? dated.exec(text) : null;
    if (match) {
      const [, date = '', word = '', rest = ''] = match;
      this.#open = { line, date, word, rest, below: [], raw: [...raw], head: raw.length, isTooLong: false };
      return;
    }
    this.#tried(text, line, found, () => takeUndated(text, line, this.#state, this.#pushed));
  }

  #below(block: Block, raw: readonly string[], below: Block['below'][number]): void {
    block.isTooLong ||= block.raw.length >= mostLines;
    if (block.isTooLong) return;
    for (const one of raw) block.raw.push(one);
    if (below.text[0] !== ';') block.below.push(below);
  }

  #finish(found: (Transaction | Stray)[]): void {
    const block = this.#open;
    if (!block) return;
    this.#open = undefined;
    if (flags.test(block.word)) {
      found.push(transactionOf(block, this.#state, this.#base, this.#pushed));
      return;
    }
    this.#tried(block.raw.join('\n'), block.line, found, () => {
      const made = takeDirective(block, this.#state);
      if (made) found.push(made);
    });
  }

  #tried(text: string, line: number, found: (Transaction | Stray)[], take: () => void): void {
    try {
      take();
    } catch (error) {
      if (!(error instanceof UnknownLine)) throw error;
      found.push({ line, text, message: error.message });
    }
  }
}

function endsInString(line: string, isInside: boolean): boolean {
  let inside = isInside;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charCodeAt(at);
    if (character === 34) inside = !inside;
    else if (inside && character === 92) at += 1;
    else if (!inside && character === 59) return false;
  }
  return inside;
}

function takeUndated(text: string, line: number, state: JournalState, pushed: Pushed): void {
  const [, push, of, rest = ''] = /^(push|pop)(tag|meta)[ \t]+(.*)$/s.exec(text) ?? [];
  if (push === undefined) takeMargin(text, line, state);
  else if (of === 'tag') pushOrPop(push, /^#(\S+)/.exec(rest)?.[1], pushed.tags);
  else {
    const [, key, value = ''] = metadata.exec(rest) ?? [];
    const field = key === undefined ? undefined : { key, value: metadataText(value) };
    pushOrPop(push, field, pushed.fields, (one) => one.key === key);
  }
}

/** Takes back the last that is the same. */
function pushOrPop<T>(
  word: string,
  one: T | undefined,
  stack: T[],
  isSame = (other: T): boolean => other === one,
): void {
  if (one === undefined) throw new UnknownLine('what is pushed or taken back is a #tag or a key: "value"');
  if (word === 'push') {
    stack.push(one);
    return;
  }
  const at = stack.findLastIndex(isSame);
  if (at >= 0) stack.splice(at, 1);
}

import type { ExportSource } from '../codec.ts';
import { HeldCodes, heldText, quoted } from './text.ts';

/** Names and texts as the file has them; what had to be changed is counted. */
export class SieNames {
  readonly #accounts: HeldCodes;
  readonly #values = new Map<string, HeldCodes>();
  readonly #series = new HeldCodes();
  readonly #dimensions = new Map<string, string>();
  readonly #notHeld: (field: string) => void;
  #nextDimension = firstFree;

  constructor({ head, notHeld }: ExportSource) {
    this.#notHeld = notHeld;
    this.#accounts = new HeldCodes(head.accounts.map(({ code }) => code));
    for (const { code } of head.dimensionTypes ?? []) {
      if (isNumber.test(code)) this.#dimensions.set(code, code);
    }
    for (const { code } of head.dimensionTypes ?? []) this.dimension(code);
    for (const code of this.#dimensions.keys()) {
      const own = (head.dimensionValues ?? []).filter(({ dimension }) => dimension === code);
      this.#values.set(code, new HeldCodes(own.map((value) => value.code)));
    }
  }

  text(value: string | undefined, field: string): string {
    if (value === undefined) return '""';
    const held = heldText(value);
    if (held !== value) this.#notHeld(field);
    return quoted(held);
  }

  /** A text that stands without quotes where it can. */
  word(value: string, field: string): string {
    const held = heldText(value);
    if (held !== value) this.#notHeld(field);
    return bare(held);
  }

  account(code: string): string {
    return bare(this.#code(this.#accounts, code, 'account'));
  }

  series(code: string): string {
    return bare(this.#code(this.#series, code, 'series'));
  }

  /** Dimensions have numbers in SIE, free ones from 20: what is not one gets the next. */
  dimension(code: string): string {
    const known = this.#dimensions.get(code);
    if (known !== undefined) return known;

    const taken = new Set(this.#dimensions.values());
    while (taken.has(String(this.#nextDimension))) this.#nextDimension += 1;
    const number = isNumber.test(code) ? code : String(this.#nextDimension);
    if (number !== code) this.#notHeld(`dim:${code}`);
    this.#dimensions.set(code, number);
    return number;
  }

  value(dimension: string, code: string): string {
    const known = this.#values.get(dimension) ?? new HeldCodes();
    this.#values.set(dimension, known);
    return quoted(this.#code(known, code, 'dimensions'));
  }

  /** By the numbers of the dimensions, in whatever order they come. */
  objects(dimensions: Record<string, string> | undefined): string {
    const list: { number: string; object: string }[] = [];
    for (const name in dimensions) {
      const value = dimensions[name];
      if (value === undefined) continue;
      const number = this.dimension(name);
      list.push({ number, object: `${number} ${this.value(name, value)}` });
    }
    if (list.length > 1) list.sort((a, b) => Number(a.number) - Number(b.number));
    return `{${list.map(({ object }) => object).join(' ')}}`;
  }

  #code(codes: HeldCodes, code: string, field: string): string {
    const held = codes.of(code);
    if (held !== code) this.#notHeld(field);
    return held;
  }
}

const isNumber = /^(0|[1-9]\d{0,8})$/;
const firstFree = 20;
const bare = (text: string): string => (/^[0-9A-Za-z]+$/.test(text) ? text : quoted(text));

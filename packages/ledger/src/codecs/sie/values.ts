import { isDate } from '../../calendar/index.ts';
import type { RowFault } from '../codec.ts';
import { type Normaliser, type Parsed, parseDecimal, quantitySize } from '../text/values.ts';
import type { SieRecord } from './records.ts';

/** Reads the values of records, with what is wrong about them. */
export class SieValues {
  readonly #normaliser: Normaliser;
  readonly #decimal: '.' | ',' | undefined;
  /** The last day read: the lines of a voucher share theirs. */
  #day: { text: string; parsed: Parsed } | undefined;

  constructor(normaliser: Normaliser, decimal?: '.' | ',') {
    this.#normaliser = normaliser;
    this.#decimal = decimal;
  }

  text(raw: string): string {
    return raw === '' ? '' : this.#normaliser.text(raw);
  }

  /** A day, `20250131`; some programs write it with hyphens. */
  day(text: string): Parsed {
    if (this.#day?.text === text) return this.#day.parsed;

    const value = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
    const parsed: Parsed = isDate(value)
      ? { value }
      : { code: 'date_invalid', message: `"${text.slice(0, 40)}" is not a day such as 20251231` };
    this.#day = { text, parsed };
    return parsed;
  }

  /** A signed amount. The format has no thousands, so a comma can only be the decimal sign. */
  amount(text: string): Parsed {
    return this.#decimalOf(text);
  }

  quantity(text: string): Parsed {
    return this.#decimalOf(text, quantitySize);
  }

  #decimalOf(text: string, size?: typeof quantitySize): Parsed {
    const parsed = parseDecimal(this.#tidy(text), '.', this.#normaliser, size);
    return 'value' in parsed && /^-[0.]+$/.test(parsed.value) ? { value: parsed.value.slice(1) } : parsed;
  }

  #tidy(text: string): string {
    if (usual.test(text) || text.length > longest) return text;

    let tidied = text;
    if (this.#decimal !== '.' && /^[^.,]*,[^.,]*$/.test(text)) {
      this.#normaliser.count('decimal comma');
      tidied = text.replace(',', '.');
    }
    const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(tidied);
    if (!match || !/\d/.test(tidied)) return tidied;

    const [, sign = '', whole = '', decimals = ''] = match;
    const value = `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}`;
    if (value !== tidied) this.#normaliser.count('padded');
    return value;
  }

  /** The objects of a record, by their dimensions. An object without a name is none. */
  objects({ objects = [] }: Pick<SieRecord, 'objects'>): Objects {
    if (objects.length === 0) return {};
    if (objects.length % 2 === 1) {
      return { fault: listFault(objects, `dimension ${objects.at(-1)} stands without an object`) };
    }

    let dimensions: Record<string, string> | undefined;
    for (let at = 0; at < objects.length; at += 2) {
      const dimension = this.text(objects[at] ?? '');
      const object = this.text(objects[at + 1] ?? '');
      if (object === '') {
        this.#normaliser.count('object without a name');
        continue;
      }
      dimensions ??= {};
      const other = Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : object;
      if (other !== object) {
        const message = `two objects of dimension ${dimension}, and a line has one: ${other} or ${object}`;
        return { fault: listFault(objects, message) };
      }
      dimensions[dimension] = object;
    }
    return dimensions ? { dimensions } : {};
  }
}

interface Objects {
  dimensions?: Record<string, string>;
  fault?: RowFault;
}

const listFault = (objects: readonly string[], message: string): RowFault =>
  fault('objects', objects.join(' '), message);

/** More characters than any amount has. */
const longest = 64;
const usual = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export function fault(field: string, value: string, message: string, code = 'file_format'): RowFault {
  return { field, value: value.slice(0, 255), code, message };
}

import type { Read, RowFault } from '../codec.ts';
import type { Resource } from '../csv/columns.ts';
import type { Normaliser } from '../text/values.ts';
import { type BoundField, type BoundMapping, bindMapping } from './columns.ts';
import type { Mapping } from './mapping.ts';
import { mappableFields, sidesOf } from './targets.ts';

/** One canonical column: how the file names it, and the text that stands there for a line. */
interface Cell {
  readonly name: string;
  readonly label: string;
  /** Adds to `faults` what cannot be read, and returns an empty text then; without them nothing is counted either. */
  text(values: readonly string[], faults?: RowFault[]): string;
}

/** The canonical line that a mapping makes of a line of the file. */
export interface MappedLine {
  readonly cells: readonly string[];
  readonly faults: readonly RowFault[];
}

/** Makes canonical lines of the lines of a foreign table; see `Mapping`. */
export class MappedColumns {
  /** The canonical header. */
  readonly names: readonly string[];
  /** The same columns as the file names them. */
  readonly labels: readonly string[];
  /** Cells that are left out, and whole lines, counted by what they are. */
  readonly notStored: Record<string, number> = {};
  readonly #bound: BoundMapping;
  readonly #cells: readonly Cell[];
  readonly #lookups: readonly number[];
  #above: readonly string[] = [];

  /** @throws MappingError when the mapping does not fit the header */
  constructor(header: readonly string[], mapping: Mapping, resource: Resource, normaliser: Normaliser) {
    this.#bound = bindMapping(header, mapping, resource);
    const thousands = thousandsOf(mapping, normaliser);
    const kinds = mappableFields(resource);

    this.#cells = [
      ...this.#bound.kept.map(({ at, name }) => ({ name, label: name, text: cellAt(at) })),
      ...this.#bound.fields.flatMap((field) => {
        const kind = kinds.get(field.name)?.kind;
        const isNumber = kind === 'money' || kind === 'rate' || kind === 'quantity';
        return cellsOf(field, isNumber ? thousands : undefined);
      }),
    ];
    this.names = this.#cells.map(({ name }) => name);
    this.labels = this.#cells.map(({ label }) => label);
    this.#lookups = this.#bound.fillDown;
  }

  /** A line in canonical columns; undefined when the mapping leaves it out, which is counted. */
  line(values: readonly string[]): MappedLine | undefined {
    const filled = this.#filled(values);
    const out = this.#bound.leaveOut.find(({ at, is }) => is.has((filled[at] ?? '').trim()));
    if (out) {
      this.#count(`line with ${out.name} "${(filled[out.at] ?? '').trim()}"`);
      return undefined;
    }

    if (this.#lookups.length > 0) this.#above = filled;
    for (const { at, name } of this.#bound.ignored) {
      if ((values[at] ?? '').trim() !== '') this.#count(`column ${name}`);
    }
    return this.#mapped(filled);
  }

  /** The text of one canonical column, for a line that is no good; it changes nothing. */
  peek(values: readonly string[], name: string): string {
    const at = this.names.indexOf(name);
    return this.#cells[at]?.text(this.#filled(values)) ?? '';
  }

  #mapped(values: readonly string[]): MappedLine {
    const faults: RowFault[] = [];
    return { cells: this.#cells.map((cell) => cell.text(values, faults)), faults };
  }

  #filled(values: readonly string[]): readonly string[] {
    const goesOn = this.#lookups.length > 0 && this.#lookups.every((at) => (values[at] ?? '').trim() === '');
    if (!goesOn || this.#above.length === 0) return values;

    const filled = [...values];
    for (const at of this.#lookups) filled[at] = this.#above[at] ?? '';
    return filled;
  }

  #count(what: string): void {
    this.notStored[what] = (this.notStored[what] ?? 0) + 1;
  }
}

function cellAt(at: number): Cell['text'] {
  return (values) => values[at] ?? '';
}

function cellsOf(field: BoundField, number: Ungrouped | undefined): Cell[] {
  const { name, label, source } = field;
  const read = textOf(field);
  const text: Cell['text'] = number
    ? (values, faults) => number(read(values, faults), faults !== undefined)
    : read;
  const sides = sidesOf(name);
  if (!sides) return [{ name, label, text }];

  if (field.sign !== undefined) return bySign(field, sides, text);
  if (name === 'amount') {
    return [{ name, label, text: source.positive === 'credit' ? (...line) => negated(text(...line)) : text }];
  }

  const positive = source.positive === 'credit' ? sides.credit : sides.debit;
  const negative = source.positive === 'credit' ? sides.debit : sides.credit;
  return [
    { name: positive, label, text: (...line) => only(text(...line), false) },
    // The faults of an amount are those of its other side.
    { name: negative, label, text: (values) => only(text(values), true) },
  ];
}

function only(text: string, isNegative: boolean): string {
  if (text.startsWith('-') !== isNegative) return '';
  return isNegative ? text.slice(1) : text;
}

function negated(text: string): string {
  if (!/[1-9]/.test(text)) return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

function bySign(field: BoundField, sides: { debit: string; credit: string }, text: Cell['text']): Cell[] {
  const { label, source, sign: at = -1 } = field;
  const debit = new Set(source.sign?.debit);
  const credit = new Set(source.sign?.credit);
  const signAt = (values: readonly string[]) => (values[at] ?? '').trim();

  return [
    {
      name: sides.debit,
      label,
      text: (values, faults) => {
        const sign = signAt(values);
        const amount = text(values, faults);
        if (debit.has(sign)) return amount;
        if (!credit.has(sign) && amount !== '') faults?.push(unknownSign(source, sign));
        return '';
      },
    },
    { name: sides.credit, label, text: (values) => (credit.has(signAt(values)) ? text(values) : '') },
  ];
}

function unknownSign({ sign }: BoundField['source'], value: string): RowFault {
  const listed = [...(sign?.debit ?? []), ...(sign?.credit ?? [])].map((one) => `"${one}"`).join(', ');
  const message = `"${value}" says no side: the mapping knows ${listed}`;
  return { field: sign?.column ?? '', value, code: 'invalid_request', message };
}

/** Two keys of several columns are the same only when all of their parts are: a bar inside of a part is doubled. */
const keySeparator = ' | ';

/** Columns or constant, then a piece, then another word, then the default. */
function textOf({ name, source, columns, label }: BoundField): Cell['text'] {
  if (source.constant !== undefined) {
    const { constant } = source;
    return () => constant;
  }

  const joined = joinedBy(columns, source.join ?? (name === 'entry' ? undefined : ' '));
  const values = source.values && new Map(Object.entries(source.values));
  const known = values && [...values.keys()];

  return (line, faults) => {
    const whole = joined(line);
    const piece = pieceOf(whole, source);
    if (piece === '') return source.default ?? '';
    if (!values) return piece;

    const word = values.get(piece);
    if (word !== undefined) return word;
    if (source.unlisted === 'keep') return piece;
    if (source.unlisted !== 'empty') faults?.push(unlistedFault(name, label, piece, known ?? []));
    return '';
  };
}

function unlistedFault(name: string, field: string, value: string, known: readonly string[]): RowFault {
  const folded = value.toLowerCase();
  const near = known.find((one) => one.toLowerCase() === folded);
  const message = `the mapping of ${name} does not list "${value.slice(0, 80)}"${near === undefined ? '' : `, only "${near}"`}`;
  return { field, value, code: 'invalid_request', message };
}

function joinedBy(columns: readonly number[], join: string | undefined): (line: readonly string[]) => string {
  const [first = -1] = columns;
  if (columns.length === 1) return (line) => (line[first] ?? '').trim();

  if (join === undefined) {
    return (line) => {
      const parts = columns.map((at) => (line[at] ?? '').trim());
      if (parts.every((part) => part === '')) return '';
      return parts.map((part) => part.replaceAll('|', '||')).join(keySeparator);
    };
  }
  return (line) =>
    columns
      .map((at) => (line[at] ?? '').trim())
      .filter((part) => part !== '')
      .join(join);
}

/** Without the separator there is nothing behind it, and all is in front of it. */
function pieceOf(text: string, { after, before }: BoundField['source']): string {
  let piece = text;
  if (after !== undefined) {
    const at = piece.indexOf(after);
    piece = at < 0 ? '' : piece.slice(at + after.length);
  }
  if (before !== undefined) {
    const at = piece.indexOf(before);
    if (at >= 0) piece = piece.slice(0, at);
  }
  return piece.trim();
}

type Ungrouped = (text: string, isCounted: boolean) => string;

function thousandsOf({ thousands }: Mapping, normaliser: Normaliser): Ungrouped | undefined {
  if (thousands === undefined) return undefined;

  const sign = thousands.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const grouped = new RegExp(`^[-+]?\\d{1,3}(${sign}\\d{3})+(\\.\\d+)?$`);
  return (text, isCounted) => {
    if (!grouped.test(text)) return text;
    if (isCounted) normaliser.count('thousands');
    return text.replaceAll(thousands, '');
  };
}

/** Reads mapped lines with a builder of canonical rows. */
export class MappedRows {
  readonly #columns: MappedColumns;
  readonly #builder: { build(line: number, values: readonly string[]): Read };

  constructor(columns: MappedColumns, builder: { build(line: number, values: readonly string[]): Read }) {
    this.#columns = columns;
    this.#builder = builder;
  }

  entryOf(values: readonly string[]): string | undefined {
    const entry = this.#columns.peek(values, 'entry').trim();
    return entry === '' ? undefined : entry;
  }

  /** Undefined for a line that the mapping leaves out. */
  build(line: number, values: readonly string[]): Read | undefined {
    const mapped = this.#columns.line(values);
    if (!mapped) return undefined;

    const read = this.#builder.build(line, mapped.cells);
    if (mapped.faults.length === 0) return read;

    const more = 'row' in read ? [] : read.faults;
    const entry = 'row' in read ? (read.row.record === 'line' ? read.row.entry : undefined) : read.entry;
    return { line, ...(entry === undefined ? {} : { entry }), faults: [...mapped.faults, ...more] };
  }
}

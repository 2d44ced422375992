import type { ExportLine, ExportSource } from '../codec.ts';
import { camelCase } from '../csv/columns.ts';
import { type LineColumn, lineColumns, reportMissing } from '../csv/line-columns.ts';
import { TextOutput } from '../text/output.ts';
import { limits } from './limits.ts';
import {
  booleanCell,
  columnLetters,
  cutText,
  dateCell,
  headingCell,
  moneyCell,
  numberCell,
  rangeOf,
  textCell,
} from './sheet-text.ts';
import {
  contentTypes,
  rootRelations,
  type SheetPart,
  sheetHead,
  sheetPath,
  sheetTail,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './workbook-parts.ts';
import { type NewPart, writeZip } from './zip-write.ts';

/** A sheet goes on in another one at so many rows, or so much XML, which keeps every part below 4 GB. */
export interface SheetSize {
  readonly rows: number;
  readonly length: number;
}

const largest: SheetSize = { rows: limits.rows, length: 2 ** 30 };

/** Writes a ledger as a workbook, with the columns of canonical CSV; a sheet that is full goes on in the next. */
export function writeXlsx(source: ExportSource, size = largest): AsyncGenerator<Uint8Array> {
  return writeZip(partsOf(source, size));
}

async function* partsOf(source: ExportSource, size: SheetSize): AsyncGenerator<NewPart> {
  const columns = lineColumns(source.head);
  const lines = new Lines(source.lines);
  const sheets: SheetPart[] = [];

  yield { name: '_rels/.rels', content: whole(rootRelations()) };
  do {
    const number = sheets.length + 1;
    const sheet = new SheetWriter(columns, source, size, number === 1);
    yield { name: sheetPath(number), content: sheet.content(lines) };
    sheets.push({ name: number === 1 ? 'Ledger' : `Ledger ${number}`, range: sheet.range });
  } while (await lines.more());

  yield { name: 'xl/styles.xml', content: whole(stylesPart()) };
  yield { name: 'xl/workbook.xml', content: whole(workbookPart(sheets)) };
  yield { name: 'xl/_rels/workbook.xml.rels', content: whole(workbookRelations(sheets.length)) };
  yield { name: '[Content_Types].xml', content: whole(contentTypes(sheets.length)) };
}

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** The lines of an export, taken one by one, over the borders of sheets. */
class Lines {
  readonly #source: AsyncIterator<readonly ExportLine[]>;
  #batch: readonly ExportLine[] = [];
  #at = 0;

  constructor(source: AsyncIterable<readonly ExportLine[]>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Whether there is a line left; waits for the next batch where none is at hand. */
  async more(): Promise<boolean> {
    while (this.#at >= this.#batch.length) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#batch = next.value;
      this.#at = 0;
    }
    return true;
  }

  /** The next line at hand. */
  take(): ExportLine | undefined {
    const line = this.#batch[this.#at];
    if (line) this.#at += 1;
    return line;
  }
}

class SheetWriter {
  readonly #columns: readonly LineColumn[];
  readonly #source: ExportSource;
  readonly #size: SheetSize;
  readonly #isFirst: boolean;
  readonly #cells: readonly Cell[];
  #rows = 1;

  constructor(columns: readonly LineColumn[], source: ExportSource, size: SheetSize, isFirst: boolean) {
    this.#columns = columns;
    this.#source = source;
    this.#size = size;
    this.#isFirst = isFirst;
    this.#cells = columns.map((column, at) => cellOf(column, columnLetters(at), source));
  }

  /** Of the cells written so far. */
  get range(): string {
    return rangeOf(this.#columns.length, this.#rows);
  }

  async *content(lines: Lines): AsyncGenerator<Uint8Array> {
    const output = new TextOutput();
    let length = 0;
    output.add(sheetHead(this.#columns.map(widthOf), this.#isFirst));
    output.add(
      `<row r="1">${this.#columns.map(({ name }, at) => headingCell(`${columnLetters(at)}1`, name)).join('')}</row>`,
    );

    while (this.#rows < this.#size.rows && length < this.#size.length && (await lines.more())) {
      while (this.#rows < this.#size.rows) {
        const line = lines.take();
        if (!line) break;
        this.#rows += 1;
        const row = this.#row(line);
        length += row.length;
        output.add(row);
        reportMissing(line, this.#source);
      }

      const chunk = output.full();
      if (chunk) yield chunk;
    }

    output.add(sheetTail(this.range));
    yield output.take();
  }

  #row(line: ExportLine): string {
    const row = String(this.#rows);
    let text = `<row r="${row}">`;
    for (const cell of this.#cells) text += cell(line, row);
    return `${text}</row>`;
  }
}

type Cell = (line: ExportLine, row: string) => string;

/** How the values of a column are written; what a cell cannot be as a number or a day is a text, and counted. */
function cellOf(column: LineColumn, letters: string, source: ExportSource): Cell {
  const field = column.name.includes(':') ? column.name : camelCase(column.name);
  const write = writers[column.kind];

  return (line, row) => {
    const value = column.of(line);
    if (value === undefined || value === '') return '';
    const place = letters + row;
    if (typeof value === 'boolean') return booleanCell(place, value);

    const text = String(value);
    const cell = write?.(place, text);
    if (cell !== undefined) return cell;
    if (write) source.notHeld(`${field} as ${column.kind === 'date' ? 'date' : 'number'}`);

    const cut = cutText(text);
    if (cut !== text) source.notHeld(field);
    return textCell(place, cut);
  };
}

const writers: Partial<Record<LineColumn['kind'], (place: string, text: string) => string | undefined>> = {
  money: moneyCell,
  rate: numberCell,
  quantity: numberCell,
  integer: numberCell,
  date: dateCell,
};

const widths: Partial<Record<LineColumn['kind'], number>> = { money: 16, date: 12, integer: 8 };

function widthOf({ kind, name }: LineColumn): number {
  return /description|_name$/.test(name) ? 32 : (widths[kind] ?? 14);
}

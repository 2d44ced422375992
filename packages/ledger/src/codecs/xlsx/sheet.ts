import type { CellFault } from '../csv/table-rows.ts';
import type { CellContent, CellValues } from './cell-values.ts';
import { limits } from './limits.ts';
import { RichText } from './shared-strings.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { partText } from './xml-part.ts';
import { at, XmlScanner } from './xml-scanner.ts';
import { broken } from './zip-directory.ts';

/** A row that has something in it. */
export interface SheetRow {
  /** Number of the row on its sheet, from 1. */
  readonly number: number;
  /** Text of each cell up to the last that has one. */
  readonly values: string[];
  readonly faults: ReadonlyMap<number, CellFault> | undefined;
  readonly hidden: boolean;
}

/** The rows of a sheet, in batches: one for each chunk of its text. */
export async function* readSheet(
  workbook: Workbook,
  sheet: Sheet,
  values: CellValues,
): AsyncGenerator<SheetRow[]> {
  const scanner = new XmlScanner(`sheet "${sheet.name}"`);
  const rows = new RowScanner(scanner, values, sheet.name);

  for await (const text of partText(workbook.open, sheet.entry, workbook.budget)) {
    scanner.push(text);
    const found = rows.take();
    if (found.length > 0) yield found;
  }
  scanner.end();
  yield rows.take();
}

/**
 * A cell as nearly every program writes nearly every cell, in one step instead of six. Whatever looks otherwise is walked
 * through tag by tag, to the same end.
 */
const usualCell =
  /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)<\/c>/y;

/** Gathers what a scanner meets into rows; only what stands in `sheetData` is looked at. */
class RowScanner {
  readonly #scanner: XmlScanner;
  readonly #values: CellValues;
  readonly #sheet: string;
  readonly #inline: RichText;
  #withinData = false;
  #isValue = false;
  #isInline = false;

  #row = 0;
  /** How deep the cells of the row are; -1 outside of one. */
  #rowDepth = -1;
  #isHidden = false;
  #texts: string[] = [];
  #faults: Map<number, CellFault> | undefined;
  /** Place of the cell, from 0; -1 before the first. */
  #column = -1;
  readonly #cell: CellContent = { type: '', style: 0, value: '', formula: false };

  constructor(scanner: XmlScanner, values: CellValues, sheet: string) {
    this.#scanner = scanner;
    this.#values = values;
    this.#sheet = sheet;
    this.#inline = new RichText(scanner);
  }

  /** Goes through the text that has come, and returns the rows that are complete. */
  take(): SheetRow[] {
    const scanner = this.#scanner;
    const rows: SheetRow[] = [];

    for (;;) {
      if (this.#rowDepth === scanner.depth && this.#takeUsualCells()) continue;
      const found = scanner.next();
      if (found === at.more) return rows;

      if (this.#isInline) this.#takeInline(found);
      else if (found === at.text) {
        if (this.#isValue) this.#takeValue();
      } else if (!this.#withinData) {
        this.#withinData = found === at.open && scanner.is('sheetData') && !scanner.empty;
      } else if (found === at.open) this.#opened();
      else this.#closed(rows);
    }
  }

  #takeUsualCells(): boolean {
    const scanner = this.#scanner;
    const cell = this.#cell;

    for (let any = false; ; any = true) {
      const match = scanner.whole(usualCell);
      if (!match) return any;

      const [, letters = '', style, type, value, inline] = match;
      this.#cellAt(columnOf(letters), letters);
      cell.type = type ?? '';
      cell.style = style === undefined ? 0 : Number(style);
      cell.value = scanner.textOf(value ?? inline ?? '');
      cell.formula = false;
      this.#cellEnds();
    }
  }

  #opened(): void {
    const scanner = this.#scanner;
    if (scanner.is('c')) this.#cellBegins();
    else if (scanner.is('v')) this.#isValue = !scanner.empty;
    else if (scanner.is('row')) this.#rowBegins();
    else if (scanner.is('f')) this.#cell.formula = true;
    else if (scanner.is('is') && !scanner.empty) {
      this.#inline.clear();
      this.#isInline = true;
    }
  }

  #closed(rows: SheetRow[]): void {
    const scanner = this.#scanner;
    if (scanner.is('c')) this.#cellEnds();
    else if (scanner.is('v')) this.#isValue = false;
    else if (scanner.is('row')) this.#rowEnds(rows);
    else if (scanner.is('sheetData')) this.#withinData = false;
  }

  #takeInline(found: number): void {
    if (found === at.close && this.#scanner.is('is')) {
      this.#isInline = false;
      this.#cell.value = this.#inline.value;
    } else this.#inline.take(found);
  }

  #takeValue(): void {
    this.#cell.value += this.#scanner.text();
    if (this.#cell.value.length > limits.token)
      throw broken(`a cell of row ${this.#row} is longer than 1 MB`);
  }

  #rowBegins(): void {
    const given = this.#scanner.attribute('r');
    const row = given === undefined ? this.#row + 1 : Number(given);
    if (!(row > this.#row && row <= limits.rows)) {
      throw broken(`row "${given ?? row}" of sheet "${this.#sheet}" follows row ${this.#row}`);
    }

    this.#row = row;
    this.#rowDepth = this.#scanner.empty ? -1 : this.#scanner.depth;
    this.#isHidden = /^(1|true)$/.test(this.#scanner.attribute('hidden') ?? '');
    this.#texts = [];
    this.#faults = undefined;
    this.#column = -1;
  }

  #rowEnds(rows: SheetRow[]): void {
    const values = this.#texts;
    this.#rowDepth = -1;
    if (values.length === 0) return;
    rows.push({ number: this.#row, values, faults: this.#faults, hidden: this.#isHidden });
    this.#texts = [];
  }

  #cellBegins(): void {
    const scanner = this.#scanner;
    const given = scanner.attribute('r');
    this.#cellAt(given === undefined ? this.#column + 1 : columnOf(given), given ?? '');
    this.#cell.type = scanner.attribute('t') ?? '';
    this.#cell.style = Number(scanner.attribute('s') ?? 0);
    this.#cell.value = '';
    this.#cell.formula = false;
  }

  #cellAt(column: number, reference: string): void {
    if (!(column > this.#column && column < limits.columns)) {
      throw broken(`cell "${reference}" of row ${this.#row} is not where it should be`);
    }
    this.#column = column;
  }

  #cellEnds(): void {
    const found = this.#values.of(this.#cell);
    if (found === '') return;

    while (this.#texts.length < this.#column) this.#texts.push('');
    if (typeof found === 'string') {
      this.#texts.push(found);
      return;
    }
    this.#texts.push(this.#cell.value);
    this.#faults ??= new Map();
    this.#faults.set(this.#column, found);
  }
}

/** `A1` is 0, `XFD9` is 16383; -1 for what is no cell. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i += 1) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

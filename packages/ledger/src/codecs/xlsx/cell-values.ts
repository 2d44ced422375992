import type { CellFault } from '../csv/table-rows.ts';
import { unescapeCell } from './cell-text.ts';
import { dateOfSerial } from './dates.ts';
import { cellNumber } from './numbers.ts';
import type { Workbook } from './workbook.ts';

/** A cell as the sheet writes it. */
export interface CellContent {
  /** Of its value: `s` shared text, `inlineStr`, `str`, `b`, `e`, `d`, `n`; empty means a number. */
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

/** Makes texts of cells as a CSV of the sheet would have them: plain decimals, days as `2025-12-31`, `true` and `false`. */
export class CellValues {
  readonly #workbook: Workbook;
  readonly #decimal: '.' | ',';
  /** Days by their number: a year has few. */
  readonly #days = new Map<string, string | CellFault>();
  formulas = 0;
  rounded = 0;

  /** @param decimal the sign that the numbers in texts have, which those of number cells get too */
  constructor(workbook: Workbook, decimal: '.' | ',') {
    this.#workbook = workbook;
    this.#decimal = decimal;
  }

  of(cell: CellContent): string | CellFault {
    const { type, value } = cell;
    if (cell.formula) {
      this.formulas += 1;
      if (value === '' && (type === '' || type === 'n')) return unsaved;
    }

    if (type === 's') return this.#shared(value);
    if (type === 'inlineStr' || type === 'str') return unescapeCell(value);
    if (value === '') return '';
    if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
    if (type === 'e')
      return {
        code: 'invalid_request',
        message: `the spreadsheet could not work out this cell: ${value.slice(0, 40)}`,
      };
    if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');

    return this.#workbook.dateStyles[cell.style] === true ? this.#date(value) : this.#number(value);
  }

  #shared(index: string): string | CellFault {
    if (index === '') return '';
    return (
      this.#workbook.strings.get(Number(index)) ?? {
        code: 'file_format',
        message: `there is no shared text ${index.slice(0, 40)}`,
      }
    );
  }

  #date(value: string): string | CellFault {
    const known = this.#days.get(value);
    if (known !== undefined) return known;

    const serial = Number(value);
    const day = Number.isFinite(serial) ? dateOfSerial(serial, this.#workbook.from1904) : noNumber(value);
    if (this.#days.size < mostDays) this.#days.set(value, day);
    return day;
  }

  #number(value: string): string | CellFault {
    const found = cellNumber(value);
    if (!found) return noNumber(value);
    if (found.rounded) this.rounded += 1;
    return this.#decimal === ',' ? found.text.replace('.', ',') : found.text;
  }
}

/** Ten years of days; times make more, and are worked out each time. */
const mostDays = 4_096;

const unsaved: CellFault = {
  code: 'invalid_request',
  message: 'a formula whose result the file does not hold: open the file in a spreadsheet and save it',
};

function noNumber(value: string): CellFault {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return { code: 'amount_format', message: `"${shown}" is not a number` };
}

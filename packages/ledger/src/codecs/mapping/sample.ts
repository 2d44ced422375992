import type { CellTable } from '../csv/table.ts';
import { DateEvidence, type DatesFound } from '../text/date-order.ts';
import { plainHeading } from './headings.ts';

/** A column of a foreign table with what its first lines hold. */
export interface SampleColumn {
  readonly at: number;
  readonly name: string;
  /** The name as lists of headings write it. */
  readonly plain: string;
  /** What is not empty, trimmed. */
  readonly values: readonly string[];
  /** How often it is empty. */
  readonly empty: number;
}

export function sampleColumns({ header, records }: CellTable): SampleColumn[] {
  return header.map((name, at) => {
    const all = records.map(({ values }) => (values[at] ?? '').trim());
    const values = all.filter((value) => value !== '');
    return { at, name, plain: plainHeading(name), values, empty: all.length - values.length };
  });
}

const number = /^[-+]?(\d+|\d{1,3}([.,' \u00a0\u202f]\d{3})+)([.,]\d+)?$/;
const day = /^(\d{4}[-/.]?\d{1,2}[-/.]?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8})([ T]\d{1,2}:.*)?$/;

export function holdsNumbers({ values }: SampleColumn): boolean {
  return values.every((value) => number.test(value));
}

export function holdsDays({ values }: SampleColumn): boolean {
  return values.length > 0 && values.every((value) => day.test(value));
}

/** The sign between day and time of day, where each value has one. */
export function timeSeparator({ values }: SampleColumn): string | undefined {
  return [' ', 'T'].find((sign) => values.length > 0 && values.every((value) => value.includes(sign)));
}

/** What the days of these columns say of their order, times left out. */
export function orderOfDays(columns: readonly SampleColumn[]): DatesFound {
  const evidence = new DateEvidence();
  for (const column of columns) {
    const separator = timeSeparator(column);
    for (const value of column.values) evidence.take(separator ? (value.split(separator)[0] ?? '') : value);
  }
  return evidence.found();
}

/** How amounts are written: with a decimal comma, or with a sign between thousands. */
export function formOfNumbers(columns: readonly SampleColumn[]): { decimal?: ','; thousands?: string } {
  const values = columns.flatMap((column) => column.values);
  const comma = values.some((value) => /^[-+]?(\d+|\d{1,3}([. \u00a0\u202f']\d{3})+),\d+$/.test(value));
  const point = values.some((value) => /\.\d{1,2}$/.test(value) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(value));
  if (comma && !point) return { decimal: ',' };

  const thousands = [',', "'", ' '].find((sign) =>
    values.some((value) => new RegExp(`^[-+]?\\d{1,3}(${sign}\\d{3})+(\\.\\d+)?$`).test(value)),
  );
  return thousands === undefined ? {} : { thousands };
}

/** `1310 - Debtors - X`, `411100 Clients`: what stands between the code and the name of an account. */
export function codeSeparator({ values }: SampleColumn): string | undefined {
  return [' - ', ' '].find(
    (sign) =>
      values.length > 0 &&
      values.every((value) => {
        const [code = '', ...rest] = value.split(sign);
        return rest.join(sign).trim() !== '' && /^\d[\w.]*$/.test(code);
      }),
  );
}

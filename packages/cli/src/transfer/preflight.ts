import { basename } from 'node:path';
import { codecs, FormatError, type Mapping, type Reader, type ReadOptions, type Said } from '@erp/ledger';
import { formatFailure } from './detect-format.ts';
import { RowSchemas } from './row-schemas.ts';
import { opener } from './source-file.ts';

/** One fault and where it stands in the file. */
export interface PlacedFault {
  readonly in: string;
  /** Line of the file, from 1. */
  readonly row: number;
  /** Which column of the table, from 1; null where a file has no columns. */
  readonly column: number | null;
  readonly field: string;
  readonly entry: string | null;
  readonly value: string;
  readonly code: string;
  readonly message: string;
}

export interface Preflight {
  readonly said: Said;
  readonly rows: number;
  readonly faultyRows: number;
  readonly faults: number;
  /** The first of them. */
  readonly listed: readonly PlacedFault[];
}

/** So many faults are listed; all are counted. */
export const LISTED = 100;

/**
 * Reads a whole file as an import would and checks every row by the schemas of the contract. Nothing is sent.
 *
 * @throws Failure for a file that ends too early, or that turns out to be of another form
 */
export async function preflight(path: string, reader: Reader, options: ReadOptions): Promise<Preflight> {
  const schemas = new RowSchemas();
  const reading = reader.read(opener(path), options);
  const listed: PlacedFault[] = [];
  const counts = { rows: 0, faultyRows: 0, faults: 0 };

  try {
    for await (const read of reading.rows) {
      counts.rows += 1;
      const found = 'row' in read ? schemas.faultsOf(read.row) : read.faults;
      if (found.length === 0) continue;

      counts.faultyRows += 1;
      counts.faults += found.length;
      if (listed.length >= LISTED) continue;

      const { header } = reading.columns();
      const entry = 'row' in read ? (read.row.record === 'line' ? read.row.entry : undefined) : read.entry;
      const placed = found.map(({ field, value, code, message }): PlacedFault => {
        const name = 'row' in read ? columnOf(field, header, reader, options.mapping) : field;
        const at = reader.rejectsExtension === undefined ? header.indexOf(name) + 1 : 0;
        return {
          ...{ in: basename(path), row: read.line, column: at === 0 ? null : at, field: name },
          ...{ entry: entry ?? null, value, code, message },
        };
      });
      listed.push(...placed.slice(0, LISTED - listed.length));
    }
  } catch (error) {
    if (error instanceof FormatError) throw formatFailure(error, options.resource, path);
    throw error;
  }
  return { said: reading.said(), ...counts, listed };
}

/** Fields that a signed column of a mapping becomes. */
const signed: Readonly<Record<string, readonly string[]>> = {
  amount: ['debit', 'credit'],
  currency_amount: ['currencyDebit', 'currencyCredit'],
};

/** The column that a field of a row was read from; the field itself where there is none. */
function columnOf(
  field: string,
  header: readonly string[],
  reader: Reader,
  mapping: Mapping | undefined,
): string {
  const free = /^(dimensions|extra)\/(.+)$/.exec(field);
  const wanted = free ? `${free[1] === 'extra' ? 'extra' : 'dim'}:${free[2]}` : undefined;
  const isField = (name: string) =>
    name === wanted || codecs.csv.fieldOf(name) === field || signed[name]?.includes(field) === true;

  for (const [name, { columns }] of Object.entries(mapping?.fields ?? {})) {
    const [column] = columns ?? [];
    if (column !== undefined && isField(name)) return column;
  }
  return header.find((name) => name === wanted || reader.fieldOf(name) === field) ?? field;
}

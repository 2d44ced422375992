import { isUtf8 } from 'node:buffer';
import type { AmountContext } from '@erp/ledger';
import { Problem } from '../../../kernel/problem.ts';
import { PartEntries } from './part-entries.ts';
import { PartNames } from './part-names.ts';
import { type RecordRow, RowCheck, type RowFault, shown } from './rows.ts';

/** What the reading of a part depends on: fixed when the import was created. */
export interface PartReading {
  part: number;
  amounts: AmountContext;
  /** Whether currencies that nobody knows are made: with the decimals of `exponents`, else two. */
  createsCurrencies: boolean;
  /** Decimals of currencies that rows of earlier parts describe. */
  exponents: ReadonlyMap<string, number>;
  /** Every line is of the opening. */
  isOpening: boolean;
}

/** One fault of one row. `ord`: the entry it belongs to, null where the row names none. */
export interface Reject extends RowFault {
  ord: number | null;
  row: number | null;
  entry: string | null;
}

/** A part, typed and ready to be staged. */
export interface StagedPart {
  rows: number;
  entries: PartEntries;
  names: PartNames;
  records: { row: number | null; body: RecordRow }[];
  rejects: Reject[];
  /** Faulty rows that name no entry. */
  loose: number;
}

/**
 * Reads the rows of a part, one JSON object a line. A row that breaks the contract or whose amounts cannot be right becomes
 * rejects; a part that is no NDJSON at all is refused whole, because then no row of it can be trusted.
 *
 * @throws Problem `file_truncated` when the last line is cut, `file_format` when another line is no JSON or no UTF-8
 */
export function readPart(body: Buffer, reading: PartReading): StagedPart {
  const names = new PartNames();
  const part: StagedPart = {
    rows: 0,
    entries: new PartEntries(reading, names),
    names,
    records: [],
    rejects: [],
    loose: 0,
  };

  const check = new RowCheck();
  const lines = textOf(body).split('\n');
  lines.forEach((line, index) => {
    if (line === '' || line === '\r') return;
    part.rows += 1;
    readRow(check.check(parsed(line, index, lines.length)), part);
  });
  return part;
}

function textOf(body: Buffer): string {
  if (isUtf8(body)) return body.toString('utf8');
  throw new Problem('file_format', 'The part is not UTF-8: rows are sent as JSON in UTF-8');
}

function parsed(line: string, index: number, lines: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = `line ${index + 1} of the part`;
    if (index === lines - 1) {
      throw new Problem('file_truncated', `The part ends inside ${place}: send it again, whole`);
    }
    throw new Problem('file_format', `${place} is no JSON object: a part is NDJSON, one row a line`);
  }
}

function readRow(checked: ReturnType<RowCheck['check']>, part: StagedPart): void {
  if ('faults' in checked) {
    const { given, faults } = checked;
    const row = typeof given['row'] === 'number' ? given['row'] : null;
    const entry = given['record'] === 'line' && typeof given['entry'] === 'string' ? given['entry'] : '';
    if (entry === '') part.loose += 1;
    const ord = entry === '' ? null : part.entries.named(entry.slice(0, 255), row);
    for (const fault of faults) {
      part.rejects.push({ ...fault, ord, row, entry: entry === '' ? null : shown(entry) });
    }
    return;
  }

  const { row } = checked;
  if (row.record !== 'line') {
    const { row: at, ...body } = row;
    part.records.push({ row: at ?? null, body });
    if (body.record === 'currency') part.entries.describe(body.code, body.exponent);
    return;
  }

  const { ord, faults } = part.entries.add(row);
  for (const fault of faults) part.rejects.push({ ...fault, ord, row: row.row ?? null, entry: row.entry });
}

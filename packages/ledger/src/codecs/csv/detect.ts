import type { Mapping } from '../mapping/mapping.ts';
import { mappedKinds } from '../mapping/targets.ts';
import { DateEvidence } from '../text/date-order.ts';
import { headText } from '../text/encoding.ts';
import { RecordReader, type TextRecord } from '../text/records.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { type CellKind, knownColumns, type Resource } from './columns.ts';

/** What a CSV file looks like from its beginning. */
export interface CsvShape {
  delimiter: string;
  decimal: '.' | ',';
  /** Columns that the canonical CSV knows, of how many. */
  known: number;
  columns: number;
  header: string[];
  /** What the days of its columns say of their order. */
  dates: DateEvidence;
  /** Places of the columns that hold days. */
  dateColumns: readonly number[];
}

/** Beginnings of files have this size; a shorter one is the whole file, its last line included. */
const headSize = 65_536;

const delimiters = [',', ';', '\t', '|'];

/** Looks at the first records of a file: the delimiter that gives the most known names wins, then the one with most columns. */
export function csvShape(
  head: Uint8Array,
  resource: Resource,
  given: {
    delimiter?: string | undefined;
    decimal?: '.' | ',' | undefined;
    mapping?: Mapping | undefined;
  } = {},
): CsvShape {
  const text = headText(head);
  const known = kindsOf(resource, given.mapping);
  const candidates = given.delimiter === undefined ? delimiters : [given.delimiter];

  const shapes = candidates.map((delimiter) => {
    const records = recordsOf(text, delimiter, head.length < headSize);
    const header = (records[0]?.values ?? []).map(headerName);
    const hits = header.filter((name) => isKnown(name, known)).length;
    return { delimiter, records, header, known: hits, columns: header.length };
  });

  const best = shapes.reduce((a, b) => {
    if (b.known !== a.known) return b.known > a.known ? b : a;
    return b.columns > a.columns ? b : a;
  });

  const dateColumns = columnsOf(best.header, known, ['date']);
  const dates = new DateEvidence();
  for (const { values } of best.records.slice(1)) {
    for (const at of dateColumns) dates.take(values[at] ?? '');
  }

  return {
    dates,
    dateColumns,
    delimiter: best.delimiter,
    decimal: given.decimal ?? decimalSign(best.header, best.records.slice(1), known),
    known: best.known,
    columns: best.columns,
    header: best.header,
  };
}

/** The words for the shape of a CSV: `11 of 13 known columns, delimiter ";", decimal ","`. */
export function shapeInWords(shape: CsvShape): string {
  const delimiter = shape.delimiter === '\t' ? 'TAB' : `"${shape.delimiter}"`;
  return `${shape.known} of ${shape.columns} known columns, delimiter ${delimiter}, decimal "${shape.decimal}"`;
}

/** A header name as it is compared: without edge white space and, but for free names, in small letters. */
export function headerName(raw: string): string {
  const name = raw.trim();
  return /^(dim|extra):/.test(name) ? name : name.toLowerCase();
}

/** How many of these names a resource knows, or a mapping names. */
export function knownNames(
  names: readonly string[],
  resource: Resource,
  mapping: Mapping | undefined,
): number {
  const known = kindsOf(resource, mapping);
  return names.filter((name) => isKnown(headerName(name), known)).length;
}

/** What each column that is known by its name holds: the canonical ones, and those that a mapping names. */
function kindsOf(resource: Resource, mapping: Mapping | undefined): ReadonlyMap<string, CellKind> {
  const kinds = new Map([...knownColumns(resource)].map(([name, { kind }]) => [name, kind]));
  if (!mapping) return kinds;

  for (const [name, kind] of mappedKinds(mapping, resource)) kinds.set(headerName(name), kind);
  return kinds;
}

function isKnown(name: string, known: ReadonlyMap<string, CellKind>): boolean {
  return known.has(name) || rejectColumns.includes(name) || /^(dim|extra):./.test(name);
}

function recordsOf(text: string, delimiter: string, isWhole: boolean): TextRecord[] {
  const reader = new RecordReader({ delimiter, quotes: true });
  const records: TextRecord[] = [];
  try {
    records.push(...reader.push(text).slice(0, 1000));
    if (isWhole || records.length === 0) records.push(...reader.end());
  } catch {
    // A quote that never closes: the reading proper says where.
  }
  return records;
}

function decimalSign(
  header: string[],
  records: TextRecord[],
  known: ReadonlyMap<string, CellKind>,
): '.' | ',' {
  const amounts = columnsOf(header, known, ['money', 'rate', 'quantity']);
  const cells = records.flatMap(({ values }) => amounts.map((index) => (values[index] ?? '').trim()));
  const comma = cells.some((cell) => /^-?(\d+|\d{1,3}([.\s\u00a0\u202f']\d{3})+),\d+$/.test(cell));
  const point = cells.some((cell) => /^-?\d+\.\d+$/.test(cell));
  return comma && !point ? ',' : '.';
}

function columnsOf(
  header: readonly string[],
  known: ReadonlyMap<string, CellKind>,
  kinds: readonly CellKind[],
): number[] {
  return header.flatMap((name, index) => {
    const kind = known.get(name);
    return kind !== undefined && kinds.includes(kind) ? [index] : [];
  });
}

/** What to do instead when a file was taken for another format and looks like canonical CSV; undefined when it does not. */
export function csvInstead(head: Uint8Array): { words: string; flags: string[] } | undefined {
  const shape = csvShape(head, 'ledger');
  if (shape.known < 2 || shape.known * 2 < shape.columns) return undefined;

  const flags = ['--format', 'csv'];
  if (shape.delimiter !== ',')
    flags.push('--delimiter', shape.delimiter === '\t' ? 'tab' : `"${shape.delimiter}"`);
  if (shape.decimal !== '.') flags.push('--decimal', shape.decimal);
  return { words: `It looks like canonical CSV (${shapeInWords(shape)}).`, flags };
}

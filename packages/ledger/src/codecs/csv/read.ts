import {
  FormatError,
  type Open,
  type Read,
  type Reading,
  type ReadOptions,
  type RowFault,
} from '../codec.ts';
import { type DatesFound, unsureWarning } from '../text/date-order.ts';
import { decodeText, type Encoding, isUtf8, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { readRecords, type TextRecord } from '../text/records.ts';
import { type CsvShape, csvShape } from './detect.ts';
import { type TableForm, TableRows } from './table-rows.ts';

/** Reads a canonical CSV of any resource; see `Codec.read`. */
export function readCsv(open: Open, options: ReadOptions): Reading {
  const table = new TableRows(options);
  let values: readonly string[] = [];
  let rows = 0;
  let found = { encoding: 'utf-8' as Encoding, delimiter: ',', decimal: '.' as '.' | ',' };
  let dates: DatesFound = { order: options.dateFormat };

  async function* batches(): AsyncGenerator<TextRecord[]> {
    const head = await readHead(open);
    requireText(head, options.fileName);

    const shape = csvShape(head, options.resource, {
      delimiter: delimiterOf(options.delimiter),
      decimal: options.decimal,
      mapping: options.mapping,
    });
    const encoding = options.encoding ?? ((await isUtf8(open)) ? 'utf-8' : 'windows-1252');
    found = { encoding, delimiter: shape.delimiter, decimal: shape.decimal };
    if (options.dateFormat === undefined) dates = await datesOf(open, encoding, shape);

    yield* readRecords(decodeText(open, encoding), { delimiter: shape.delimiter, quotes: true });
  }

  function read(record: TextRecord): Read | undefined {
    if (!table.begun) {
      if (record.fault) throw new FormatError('file_format', `line ${record.line}: ${record.fault}`);
      beginTable(table, record.values, { decimal: found.decimal, dateFormat: dates.order }, options);
      return undefined;
    }

    values = record.values;
    rows += 1;
    return readRecord(record, table);
  }

  return {
    rows: mapBatches(batches(), read),
    columns: () => ({ header: table.header, values }),
    said: () => ({
      format: 'csv',
      ...found,
      ...(dates.order === undefined ? {} : { dateFormat: dates.order }),
      rows,
      ...table.said(),
      warnings: [unsureWarning(dates) ?? []].flat(),
    }),
  };
}

/** The order of the days: those of the first records mostly tell it; else all of them are asked. */
async function datesOf(open: Open, encoding: Encoding, { dates, ...shape }: CsvShape): Promise<DatesFound> {
  if (!dates.isOpen || dates.found().unsure === undefined) return dates.found();

  const records = readRecords(decodeText(open, encoding), { delimiter: shape.delimiter, quotes: true });
  let isHeading = true;
  for await (const batch of records) {
    for (const { values } of isHeading ? batch.slice(1) : batch) {
      for (const at of shape.dateColumns) dates.take(values[at] ?? '');
    }
    isHeading = false;
    if (!dates.isOpen) break;
  }
  return dates.found();
}

function delimiterOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;

  const delimiter = given === '\\t' || given.toLowerCase() === 'tab' ? '\t' : given;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new FormatError('file_format', `"${given}" cannot be a delimiter`, 'One character, or tab.');
}

function beginTable(
  table: TableRows,
  names: readonly string[],
  form: TableForm,
  { delimiter, mapping }: ReadOptions,
): void {
  try {
    table.begin(names, form);
  } catch (error) {
    if (error instanceof FormatError && !mapping && names.length === 1 && delimiter !== undefined) {
      const message = `the header has no "${delimiter}", the delimiter given: "${names[0]}"`;
      throw new FormatError('file_format', message, 'Leave --delimiter out to have it detected.');
    }
    throw error;
  }
}

function readRecord(record: TextRecord, table: TableRows): Read | undefined {
  const { line, values } = record;
  const width = table.header.length;

  if (!record.ended && values.length < width) {
    const message = `line ${line}: the file ends inside a line (${values.length} of ${width} columns)`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }

  if (record.fault) return { line, faults: [formFault(record.fault)] };
  if (values.length === width) return table.row(line, values);

  const message =
    values.length > width
      ? `${values.length} columns, the header has ${width}: text with a delimiter in it needs quotes`
      : `${values.length} columns, the header has ${width}`;
  return table.faulty(line, values, [formFault(message)]);
}

function formFault(message: string): RowFault {
  return { field: '', value: '', code: 'file_format', message };
}

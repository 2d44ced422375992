import {
  FormatError,
  type Open,
  type Read,
  type Reading,
  type ReadOptions,
  type RowFault,
} from '../codec.ts';
import { MappedColumns, MappedRows } from '../mapping/mapped-rows.ts';
import { decodeText, type Encoding, isUtf8, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { readRecords, type TextRecord } from '../text/records.ts';
import { Normaliser } from '../text/values.ts';
import { csvShape } from './detect.ts';
import { planColumns } from './header.ts';
import { RowBuilder } from './rows.ts';

/** Reads a canonical CSV of any resource; see `Codec.read`. */
export function readCsv(open: Open, options: ReadOptions): Reading {
  const normaliser = new Normaliser();
  const warnings: string[] = [];
  let header: readonly string[] = [];
  let values: readonly string[] = [];
  let rows = 0;
  let found = { encoding: 'utf-8' as Encoding, delimiter: ',', decimal: '.' as '.' | ',' };

  let builder: RowMaker | undefined;
  let mapped: MappedColumns | undefined;

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

    yield* readRecords(decodeText(open, encoding), { delimiter: shape.delimiter, quotes: true });
  }

  function read(record: TextRecord): Read | undefined {
    if (!builder) {
      header = record.values.map((name) => name.trim());
      if (record.fault) throw new FormatError('file_format', `line ${record.line}: ${record.fault}`);

      if (options.mapping) {
        mapped = new MappedColumns(header, options.mapping, options.resource, normaliser);
        builder = new MappedRows(
          mapped,
          rowBuilder(mapped.names, mapped.labels, options, found.decimal, normaliser),
        );
      } else builder = builderFor(record, options, found.decimal, normaliser);
      return undefined;
    }

    values = record.values;
    rows += 1;
    return readRecord(record, builder, header.length);
  }

  return {
    rows: mapBatches(batches(), read),
    columns: () => ({ header, values }),
    said: () => ({
      format: 'csv',
      ...found,
      rows,
      normalised: normaliser.counts,
      accountKinds: {},
      notStored: mapped?.notStored ?? {},
      warnings,
    }),
  };
}

function delimiterOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;

  const delimiter = given === '\\t' || given.toLowerCase() === 'tab' ? '\t' : given;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new FormatError('file_format', `"${given}" cannot be a delimiter`, 'One character, or tab.');
}

/** What makes rows of the cells of a line; undefined for one that a mapping leaves out. */
interface RowMaker {
  entryOf(values: readonly string[]): string | undefined;
  build(line: number, values: readonly string[]): Read | undefined;
}

function builderFor(
  header: TextRecord,
  options: ReadOptions,
  decimal: '.' | ',',
  normaliser: Normaliser,
): RowBuilder {
  try {
    return rowBuilder(header.values, header.values, options, decimal, normaliser);
  } catch (error) {
    if (error instanceof FormatError && header.values.length === 1 && options.delimiter !== undefined) {
      const message = `the header has no "${options.delimiter}", the delimiter given: "${header.values[0]}"`;
      throw new FormatError('file_format', message, 'Leave --delimiter out to have it detected.');
    }
    throw error;
  }
}

/** `names` are the canonical ones, `labels` those of the file, for faults. */
function rowBuilder(
  names: readonly string[],
  labels: readonly string[],
  { resource, dateFormat }: ReadOptions,
  decimal: '.' | ',',
  normaliser: Normaliser,
): RowBuilder {
  const plans = planColumns(names, resource);
  return new RowBuilder({ resource, header: labels, plans, decimal, dateFormat, normaliser });
}

function readRecord(record: TextRecord, builder: RowMaker, width: number): Read | undefined {
  const { line, values } = record;

  if (!record.ended && values.length < width) {
    const message = `line ${line}: the file ends inside a line (${values.length} of ${width} columns)`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }

  if (record.fault) return { line, faults: [formFault(record.fault)] };

  if (values.length !== width) {
    const entry = builder.entryOf(values);
    const message =
      values.length > width
        ? `${values.length} columns, the header has ${width}: text with a delimiter in it needs quotes`
        : `${values.length} columns, the header has ${width}`;
    return { line, ...(entry === undefined ? {} : { entry }), faults: [formFault(message)] };
  }

  return builder.build(line, values);
}

function formFault(message: string): RowFault {
  return { field: '', value: '', code: 'file_format', message };
}

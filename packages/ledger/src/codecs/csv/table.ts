import { FormatError } from '../codec.ts';
import { headText } from '../text/encoding.ts';
import { RecordReader } from '../text/records.ts';

/** A small delimited file that is held whole, or the head of a larger one. */
export interface CellTable {
  delimiter: string;
  header: readonly string[];
  /** `line` is the line of the file, from 1. */
  records: readonly { line: number; values: readonly string[] }[];
}

/**
 * The cells of a table, whatever its columns are called. The delimiter is the one that gives most columns of the heading.
 *
 * @param head whether the bytes are only the beginning of a file, whose last line is then left out
 * @throws FormatError for what is no table
 */
export function cellTable(
  bytes: Uint8Array,
  { delimiter, head = false }: { delimiter?: string | undefined; head?: boolean } = {},
): CellTable {
  const text = headText(bytes);
  const tables = (delimiter === undefined ? [',', ';', '\t', '|'] : [delimiter]).map((one) => {
    const reader = new RecordReader({ delimiter: one, quotes: true });
    const complete = reader.push(text);
    return {
      delimiter: one,
      records: head && complete.length > 0 ? complete : [...complete, ...reader.end()],
    };
  });

  const width = ({ records: [first] }: (typeof tables)[number]) => first?.values.length ?? 0;
  const best = tables.reduce((a, b) => (width(b) > width(a) ? b : a));
  const faulty = best.records.find(({ fault }) => fault !== undefined);
  if (faulty) throw new FormatError('file_format', `line ${faulty.line}: ${faulty.fault}`);

  const [first, ...records] = best.records;
  return { delimiter: best.delimiter, header: (first?.values ?? []).map((name) => name.trim()), records };
}

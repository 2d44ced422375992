import type {
  Codec,
  ExportHead,
  ExportLine,
  LineRow,
  Open,
  Read,
  Reader,
  Reading,
  ReadOptions,
  Row,
  RowFault,
} from '@erp/ledger';

export const encoder = new TextEncoder();

/** A file in memory, given in chunks of `size` bytes. */
export function fileOf(content: string | Uint8Array, size = 65_536): Open {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

export interface WholeReading {
  reading: Reading;
  reads: Read[];
  rows: Row[];
  faults: { line: number; entry: string | undefined; faults: readonly RowFault[] }[];
}

export async function readAll(
  codec: Reader,
  open: Open,
  options: Partial<ReadOptions> = {},
): Promise<WholeReading> {
  const reading = codec.read(open, { fileName: 'file.txt', resource: 'ledger', ...options });
  const reads: Read[] = [];
  for await (const read of reading.rows) reads.push(read);

  return {
    reading,
    reads,
    rows: reads.flatMap((read) => ('row' in read ? [read.row] : [])),
    faults: reads.flatMap((read) =>
      'faults' in read ? [{ line: read.line, entry: read.entry, faults: read.faults }] : [],
    ),
  };
}

export function linesOf(rows: readonly Row[]): LineRow[] {
  return rows.filter((row) => row.record === 'line');
}

/** A row without the line of the file that it came from: what two files can agree on. */
export function withoutPlace<T extends Row>(row: T): Omit<T, 'row'> {
  const { row: _, ...rest } = row;
  return rest;
}

export function headOf(more: Partial<ExportHead> = {}): ExportHead {
  return {
    tenant: { slug: 'acme', name: 'Acme', registrationNumber: '123456789', country: 'FR' },
    baseCurrency: 'EUR',
    from: '2025-01-01',
    to: '2025-12-31',
    years: [{ record: 'year', code: '2025', start: '2025-01-01', end: '2025-12-31' }],
    accounts: [],
    journals: [],
    parties: [],
    ...more,
  };
}

export interface Written {
  /** The bytes as UTF-8. */
  text: string;
  bytes: Uint8Array;
  notHeld: Record<string, number>;
}

/** The file that a codec writes of these lines, given in batches of seven. */
export async function writeAll(
  codec: Codec,
  lines: readonly ExportLine[],
  head = headOf(),
): Promise<Written> {
  const notHeld: Record<string, number> = {};

  async function* batches(): AsyncGenerator<readonly ExportLine[]> {
    for (let at = 0; at < lines.length; at += 7) yield lines.slice(at, at + 7);
  }

  const source = {
    head,
    lines: batches(),
    notHeld: (field: string) => {
      notHeld[field] = (notHeld[field] ?? 0) + 1;
    },
  };
  const bytes = await bytesOf(codec.write(source));
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bytes, notHeld };
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}

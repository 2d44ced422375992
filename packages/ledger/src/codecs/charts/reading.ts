import { type Columns, FormatError, type Open, type Reading } from '../codec.ts';
import type { Normaliser } from '../text/values.ts';
import { type ChartAccount, rowsOfChart } from './chart.ts';

/** A chart is held whole: the largest known has some thousand accounts, 400 KB. */
const largestChart = 4 * 1024 * 1024;
const mostAccounts = 100_000;

export interface Chart {
  readonly accounts: readonly ChartAccount[];
  readonly notStored: Record<string, number>;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly warnings?: readonly string[];
}

/** Reads a whole chart at once, then gives its accounts one by one. */
export function readChart(
  open: Open,
  { format, fileName, normaliser }: { format: string; fileName: string; normaliser: Normaliser },
  parse: (bytes: Uint8Array) => Chart,
): Reading {
  let columns: Columns = { header: [], values: [] };
  let found: Chart = { accounts: [], notStored: {}, encoding: 'utf-8' };
  let accountKinds: Record<string, number> = {};
  let warnings: readonly string[] = [];

  async function* rows() {
    found = parse(await wholeFile(open, fileName));
    const made = rowsOfChart(found.accounts);
    accountKinds = made.accountKinds;
    warnings = [...(found.warnings ?? []), ...made.warnings];

    for (const one of made.reads) {
      columns = one.columns;
      yield one.read;
    }
  }

  return {
    rows: rows(),
    columns: () => columns,
    said: () => ({
      format,
      encoding: found.encoding,
      ...(found.delimiter === undefined ? {} : { delimiter: found.delimiter }),
      rows: found.accounts.length,
      normalised: normaliser.counts,
      accountKinds,
      notStored: found.notStored,
      warnings: warnings.map((text) => text.slice(0, 1000)),
    }),
  };
}

/** @throws FormatError when a file describes more accounts than a chart can have: held, each is many times its bytes */
export function requireFewAccounts(count: number): void {
  if (count > mostAccounts)
    throw new FormatError('file_format', 'it holds more than 100,000 accounts, which no chart has');
}

async function wholeFile(open: Open, fileName: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;

  for await (const chunk of open()) {
    size += chunk.length;
    if (size > largestChart)
      throw new FormatError('file_format', `${fileName} is larger than a chart can be: 4 MB`);
    chunks.push(chunk);
  }
  if (size === 0) throw new FormatError('file_format', `${fileName} is empty`);

  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

import type { Read, Reader, Reading, Row, RowFault } from '@erp/ledger';
import type { Resource } from './reading-options.ts';

type FaultyRead = Extract<Read, { faults: readonly RowFault[] }>;

const RECORD_OF: Readonly<Record<Resource, Row['record']>> = {
  accounts: 'account',
  journals: 'journal',
  parties: 'party',
  'opening-balances': 'line',
  entries: 'line',
  ledger: 'line',
};

/**
 * The rows of a file as they are sent, in the order of the file. A line that is no row is sent as far as it is sound, with
 * the faulty text in its field and with an account that is none: so the server, and nobody else, rejects it, and with it the
 * whole entry that it belongs to, and the counts of the receipt add up.
 */
export async function* outgoingRows(
  reading: Reading,
  resource: Resource,
  codec: Reader,
): AsyncGenerator<object> {
  let lastEntry: string | undefined;
  let strays: FaultyRead[] = [];

  for await (const read of reading.rows) {
    if ('row' in read) {
      const entry = read.row.record === 'line' ? read.row.entry : undefined;
      if (strays.length > 0) {
        yield* strays.flatMap((stray) => strayRows(stray, lastEntry, entry));
        strays = [];
      }
      lastEntry = entry;
      yield read.row;
      continue;
    }

    const record = read.record ?? RECORD_OF[resource];
    if (record !== 'line') yield standIn(read, record, codec);
    else if (read.entry !== undefined) yield standIn(read, record, codec, read.entry);
    else strays.push(read);
  }

  yield* strays.flatMap((stray) => strayRows(stray, lastEntry, undefined));
}

/**
 * A line that does not tell its entry may be of the one before or of the one after: neither is sure to be whole without it,
 * so both are rejected.
 */
function strayRows(read: FaultyRead, before: string | undefined, after: string | undefined): object[] {
  const entries = [...new Set([before, after])].filter((entry) => entry !== undefined);
  const named = entries.length > 0 ? entries : [`line ${read.line}`];

  return named.map((entry) => ({ record: 'line', row: read.line, entry, account: NO_ACCOUNT }));
}

function standIn(read: FaultyRead, record: Row['record'], codec: Reader, entry?: string): object {
  const row: Record<string, unknown> = {
    record,
    row: read.line,
    ...(entry === undefined ? {} : { entry: entry.slice(0, 255) }),
  };

  for (const { field, value } of read.faults) {
    const name = codec.fieldOf(field);
    if (name !== undefined && !(name in row)) row[name] = value.slice(0, 255);
  }

  if (record === 'line') row['account'] ??= NO_ACCOUNT;
  return row;
}

/** No code can be empty: what else a stand-in holds may happen to be sound, this never is. */
const NO_ACCOUNT = '';

import type { Read, Reading, RowFault } from '@erp/ledger';
import type { Format, Resource } from './reading-options.ts';

type FaultyRead = Extract<Read, { faults: readonly RowFault[] }>;

const RECORD_OF: Readonly<Record<Resource, string>> = {
  accounts: 'account',
  journals: 'journal',
  parties: 'party',
  'opening-balances': 'line',
  entries: 'line',
  ledger: 'line',
};

/** Columns of a FEC by the field that they become, as far as one cell becomes one field. */
const FEC_FIELDS: Readonly<Record<string, string>> = {
  journalcode: 'journal',
  ecriturenum: 'number',
  ecrituredate: 'date',
  comptenum: 'account',
  compauxnum: 'party',
  piecedate: 'lineDocumentDate',
  debit: 'debit',
  credit: 'credit',
  datelet: 'settlementDate',
  validdate: 'validatedOn',
  montantdevise: 'currencyDebit',
};

/**
 * The rows of a file as they are sent, in the order of the file. A line that is no row is sent as far as it is sound, with
 * the faulty text in its field and with an account that is none: so the server, and nobody else, rejects it, and with it the
 * whole entry that it belongs to, and the counts of the receipt add up.
 */
export async function* outgoingRows(
  reading: Reading,
  resource: Resource,
  format: Format,
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

    const record = recordOf(reading, resource, format);
    if (record !== 'line') yield standIn(read, record, format);
    else if (read.entry !== undefined) yield standIn(read, record, format, read.entry);
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

function standIn(read: FaultyRead, record: string, format: Format, entry?: string): object {
  const row: Record<string, unknown> = {
    record,
    row: read.line,
    ...(entry === undefined ? {} : { entry: entry.slice(0, 255) }),
  };

  for (const { field, value } of read.faults) {
    const name = fieldOf(field, format);
    if (name !== undefined && !(name in row)) row[name] = value.slice(0, 255);
  }

  if (record === 'line') row['account'] ??= NO_ACCOUNT;
  return row;
}

/** No code can be empty: what else a stand-in holds may happen to be sound, this never is. */
const NO_ACCOUNT = '';

/** The field of a row that a column of the file becomes; undefined where that is not one field. */
function fieldOf(column: string, format: Format): string | undefined {
  if (format === 'fec') return FEC_FIELDS[column.toLowerCase()];

  const name = column.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z][A-Za-z]*$/.test(name) ? (format === 'jsonl' ? column : name) : undefined;
}

/** What a line that could not be read was meant to be; only JSONL mixes kinds of rows in one file. */
function recordOf(reading: Reading, resource: Resource, format: Format): string {
  if (format !== 'jsonl') return RECORD_OF[resource];

  const text = reading.columns().values[0] ?? '';
  return /"record"\s*:\s*"(account|journal|party|year|line)"/.exec(text)?.[1] ?? RECORD_OF[resource];
}

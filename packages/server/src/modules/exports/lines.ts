import type { ExportLine } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Written } from '../../kernel/currencies.ts';
import type { PeriodRow } from '../calendar/index.ts';
import { entryAt, entryColumns, lineAt, lineColumns, settlementColumns } from './columns.ts';
import { type EntryFields, entryFields } from './entry-fields.ts';
import type { Referred } from './head.ts';
import { type Cells, PackedRows } from './packed.ts';
import { partyFields } from './parties.ts';
import { type Chosen, entriesStatement } from './statement.ts';

/** Packed rows that are asked for at once: enough that round trips do not count, 2,000 lines at most. */
const chunkOfRows = 100;

/** Lines that are handed on at once: few enough to be gone before the collector moves them. */
const chunkOfLines = 500;

/** Whether any line of the tenant was ever settled: the lines of most are read without looking for it. */
export async function hasSettlements(tx: Tx, tenantId: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from settlement_lines where tenant_id = ${tenantId} limit 1`,
  );
  return rows.length > 0;
}

/** What has been written so far; amounts in minor units of the base currency. */
export interface Tally {
  rows: number;
  entries: number;
  debit: bigint;
  credit: bigint;
}

export interface LineContext {
  referred: Referred;
  /** Periods of the years of the range. */
  periods: readonly PeriodRow[];
  baseCurrency: string;
  written: Written;
  tally: Tally;
}

/** Streams the lines, everything resolved. Nothing is kept but the chunk under way and the next, which the database reads meanwhile. */
export async function* streamLines(
  tx: Tx,
  tenantId: string,
  chosen: Chosen,
  context: LineContext,
): AsyncGenerator<ExportLine[]> {
  const resolve = resolver(context, chosen.settlements);
  const rows = tx.stream(entriesStatement(tenantId, chosen), chunkOfRows);
  let lines: ExportLine[] = [];
  for await (const chunk of oneAhead(rows)) {
    for (const [packed] of chunk) {
      resolve(packed as string, lines);
      if (lines.length < chunkOfLines) continue;
      yield lines;
      lines = [];
    }
  }
  if (lines.length > 0) yield lines;
}

/** Asks for the next value before it gives the one it has. */
async function* oneAhead<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = values[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      // It is awaited in the next round, and a failure until then is not an unhandled one.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

/**
 * Adds the lines of a packed entry. What they share is made once an entry. Every line has every field, absent ones undefined,
 * in one order: one hidden class, which the engine reads and writes several times faster than objects of many shapes.
 */
function resolver(context: LineContext, settlements: boolean): (packed: string, lines: ExportLine[]) => void {
  const { referred, baseCurrency, written, tally } = context;
  const zero = written('0', baseCurrency);
  const base = (minor: string) => (minor === '0' ? zero : written(minor, baseCurrency));
  const rows = new PackedRows();
  const widthOfEntry = Object.keys(entryColumns).length;
  const widthOfLine = Object.keys({ ...lineColumns, ...(settlements ? settlementColumns : {}) }).length;
  let entryId: string | undefined;
  let shared: EntryFields | undefined;

  const lineOf = (row: Cells, entry: EntryFields): ExportLine => {
    const account = referred.accounts.get(row[lineAt.accountId] ?? '');
    if (!account) throw new Error(`line of entry ${entryId}: no account ${row[lineAt.accountId]}`);

    tally.rows += 1;
    const debit = row[lineAt.debit] as string;
    const credit = row[lineAt.credit] as string;
    const currency = row[lineAt.currency] as string;
    if (debit !== '0') tally.debit += BigInt(debit);
    if (credit !== '0') tally.credit += BigInt(credit);

    const isForeign = currency !== baseCurrency;
    const own = (amount: string | undefined) => (isForeign ? written(amount as string, currency) : undefined);
    const party = partyFields(referred, account, row[lineAt.partyId], row[lineAt.partyRole]);
    const line: Loose<ExportLine> = {
      record: 'line',
      entry: entry.entry,
      kind: entry.kind,
      journal: entry.journal,
      journalName: entry.journalName,
      series: entry.series,
      number: entry.number,
      date: entry.date,
      period: entry.period,
      documentRef: entry.documentRef,
      documentDate: entry.documentDate,
      taxDate: entry.taxDate,
      validatedOn: entry.validatedOn,
      entryDescription: entry.entryDescription,
      externalId: entry.externalId,
      storno: entry.storno,
      source: entry.source,
      account: account.code,
      accountName: account.name ?? account.code,
      accountType: account.type,
      party: party.party,
      partyName: party.partyName,
      partyRole: party.partyRole,
      subledgerCode: party.subledgerCode,
      description: row[lineAt.description],
      debit: base(debit),
      credit: base(credit),
      currency,
      currencyDebit: own(row[lineAt.currencyDebit]),
      currencyCredit: own(row[lineAt.currencyCredit]),
      rate: row[lineAt.rate],
      dueDate: row[lineAt.dueDate],
      valueDate: row[lineAt.valueDate],
      quantity: row[lineAt.quantity],
      unit: row[lineAt.unit],
      settlement: row[lineAt.settlement],
      settlementDate: row[lineAt.settlementDate],
      lineDocumentRef: row[lineAt.documentRef],
      lineDocumentDate: row[lineAt.documentDate],
      dimensions: parsed(row[lineAt.dimensions]),
      extra: parsed(row[lineAt.extra]),
    };
    return line as ExportLine;
  };

  return (packed, lines) => {
    rows.begin(packed);
    const entry = rows.next(widthOfEntry) as Cells;
    // An entry of many lines comes in several rows.
    if (!shared || entry[entryAt.id] !== entryId) {
      entryId = entry[entryAt.id];
      tally.entries += 1;
      shared = entryFields(entry, String(tally.entries), context);
    }
    for (let row = rows.next(widthOfLine); row; row = rows.next(widthOfLine)) lines.push(lineOf(row, shared));
  };
}

const parsed = (json: string | undefined): Record<string, string> | undefined =>
  json === undefined ? undefined : JSON.parse(json);

/** A row whose absent fields may stand as undefined: codecs take both alike. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

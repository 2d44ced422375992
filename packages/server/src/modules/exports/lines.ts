import type { AccountRow, ExportLine } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { fragment, type Statement, sql } from '../../db/sql.ts';
import type { Written } from '../../kernel/currencies.ts';
import type { PeriodRow } from '../calendar/index.ts';
import type { Referred } from './head.ts';

/** Which lines of the ledger an export holds. */
export interface Chosen {
  from: string;
  to: string;
  period: number | null;
  journalId: string | null;
  accountIds: readonly string[] | null;
  dimension: { code: string; value: string } | null;
  /** Entries of kind `closing` and opening lines of nothing are not written (FEC). */
  statutory: boolean;
  severalYears: boolean;
  settlements: boolean;
}

/** Lines a chunk: large enough that round trips do not count, small enough to be gone before the collector moves them. */
const chunkOfLines = 500;

/** What is read of a line. Rows come as arrays, which cost a third of what objects do; `at` says where each column stands. */
const columns = {
  ...{
    entryId: 'e.id',
    kind: 'e.kind',
    journalId: 'e.journal_id',
    seriesId: 'e.series_id',
    number: 'e.number',
  },
  ...{
    date: 'e.entry_date',
    period: 'e.period',
    documentRef: 'e.document_ref',
    documentDate: 'e.document_date',
  },
  ...{ taxDate: 'e.tax_date', validatedOn: 'e.validated_on', entryDescription: 'e.description' },
  ...{ externalId: 'e.external_id', storno: 'e.storno', source: 'e.source' },
  ...{ accountId: 'l.account_id', partyId: 'l.party_id', partyRole: 'l.party_role' },
  ...{ description: 'l.description', debit: 'l.debit', credit: 'l.credit', currency: 'l.currency' },
  ...{ currencyDebit: 'l.currency_debit', currencyCredit: 'l.currency_credit', rate: 'l.rate' },
  ...{ dueDate: 'l.due_date', valueDate: 'l.value_date', quantity: 'l.quantity', unit: 'l.unit' },
  ...{ lineDocumentRef: 'l.document_ref', lineDocumentDate: 'l.document_date' },
  ...{ dimensions: 'l.dimensions', extra: 'l.extra' },
};

const selected = fragment(Object.values(columns).join(', '));

const names = [...Object.keys(columns), 'settlement', 'settlementDate'];
const at = Object.fromEntries(names.map((name, index) => [name, index])) as Record<keyof StoredLine, number>;

type Cells = readonly unknown[];

const cell = <Name extends keyof StoredLine>(row: Cells, name: Name): StoredLine[Name] =>
  row[at[name]] as StoredLine[Name];

/** Whether any line of the tenant was ever settled: the lines of most are read without looking for it. */
export async function hasSettlements(tx: Tx, tenantId: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from settlement_lines where tenant_id = ${tenantId} limit 1`,
  );
  return rows.length > 0;
}

/**
 * The lines of an export in its order: year by year the stated opening first, then by the day of validation and in the order
 * of posting; the lines of an entry together, by position. Each with the newest settlement that holds it.
 *
 * Entries are sorted, narrow, and their lines are looked up in that order: sorting the joined lines spills them to disk, and a
 * cursor gets no parallel workers. The outer order only sorts within an entry.
 */
export function linesStatement(tenantId: string, chosen: Chosen): Statement {
  const ofPeriod = chosen.period === null ? sql`` : sql`and e.period = ${chosen.period}`;
  const ofJournal = chosen.journalId === null ? sql`` : sql`and e.journal_id = ${chosen.journalId}`;
  const ofAccounts =
    chosen.accountIds === null ? sql`` : sql`and l.account_id = any (${chosen.accountIds}::uuid[])`;
  const { dimension } = chosen;
  const ofDimension = dimension
    ? sql`and l.dimensions @> ${JSON.stringify({ [dimension.code]: dimension.value })}::jsonb`
    : sql``;
  const isNothing = fragment(
    'l.debit = 0 and l.credit = 0 and l.currency_debit = 0 and l.currency_credit = 0',
  );
  const noClosing = sql`and e.kind <> 'closing'`;
  const noEmptyOpening = sql`and not (e.kind = 'opening' and ${isNothing})`;
  const byYear = sql`(select y.start_date from years y where y.tenant_id = ${tenantId} and y.id = e.year_id) as year_start,`;
  const settled = sql`left join lateral (
      select t.code, t.settled_on
      from settlement_lines sl
      join settlements t on t.tenant_id = ${tenantId} and t.id = sl.settlement_id and t.undone_at is null
      where sl.tenant_id = ${tenantId} and sl.entry_id = e.id and sl.position = l.position
      order by t.id desc
      limit 1) x on true`;
  const settlement = fragment(chosen.settlements ? ', x.code, x.settled_on' : '');

  // A constant to sort by hides from the planner that the outer order is the inner one: it would sort all lines again.
  const order = fragment(`${chosen.severalYears ? 'year_start, ' : ''}later, validated_on, posted_at, id`);

  return sql`select ${selected} ${settlement}
    from (
      select e.*, ${chosen.severalYears ? byYear : sql``} e.kind <> 'opening' as later
      from entries e
      where e.tenant_id = ${tenantId} and e.entry_date between ${chosen.from} and ${chosen.to} ${ofPeriod} ${ofJournal}
        ${chosen.statutory ? noClosing : sql``}
      order by ${order}) e
    cross join lateral (
      select * from lines l where l.tenant_id = ${tenantId} and l.entry_id = e.id ${ofAccounts} ${ofDimension}
        ${chosen.statutory ? noEmptyOpening : sql``}
      order by l.position) l
    ${chosen.settlements ? settled : sql``}
    order by ${order}, l.position`;
}

interface StoredLine {
  entryId: string;
  kind: string;
  journalId: string;
  seriesId: string | null;
  number: string | null;
  date: string;
  period: number;
  documentRef: string | null;
  documentDate: string | null;
  taxDate: string;
  validatedOn: string;
  entryDescription: string | null;
  externalId: string | null;
  storno: boolean;
  source: NonNullable<ExportLine['source']> | null;
  accountId: string;
  partyId: string | null;
  partyRole: string | null;
  description: string | null;
  rate: string | null;
  dueDate: string | null;
  valueDate: string | null;
  quantity: string | null;
  debit: string;
  credit: string;
  currency: string;
  currencyDebit: string;
  currencyCredit: string;
  unit: string | null;
  lineDocumentRef: string | null;
  lineDocumentDate: string | null;
  dimensions: Record<string, string> | null;
  extra: Record<string, string> | null;
  settlement: string | null;
  settlementDate: string | null;
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
  const resolve = resolver(context);
  const rows = tx.stream(linesStatement(tenantId, chosen), chunkOfLines);
  for await (const chunk of oneAhead(rows)) yield chunk.map(resolve);
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
 * What all lines of an entry share is made once an entry. Every line has every field, absent ones undefined, in one order: one
 * hidden class, which the engine reads and writes several times faster than objects of many shapes.
 */
function resolver(context: LineContext): (row: Cells) => ExportLine {
  const { referred, baseCurrency, written, tally } = context;
  const zero = written('0', baseCurrency);
  const base = (minor: string) => (minor === '0' ? zero : written(minor, baseCurrency));
  let entryId = '';
  let shared: EntryFields | undefined;

  return (row) => {
    const rowEntry = cell(row, 'entryId');
    if (!shared || rowEntry !== entryId) {
      entryId = rowEntry;
      tally.entries += 1;
      shared = entryFields(row, String(tally.entries), context);
    }
    const account = referred.accounts.get(cell(row, 'accountId'));
    if (!account) throw new Error(`line of entry ${entryId}: no account ${cell(row, 'accountId')}`);

    tally.rows += 1;
    const debit = cell(row, 'debit');
    const credit = cell(row, 'credit');
    const currency = cell(row, 'currency');
    if (debit !== '0') tally.debit += BigInt(debit);
    if (credit !== '0') tally.credit += BigInt(credit);

    const isForeign = currency !== baseCurrency;
    const party = partyFields(referred, account, cell(row, 'partyId'), cell(row, 'partyRole'));
    const line: Loose<ExportLine> = {
      record: 'line',
      entry: shared.entry,
      kind: shared.kind,
      journal: shared.journal,
      journalName: shared.journalName,
      series: shared.series,
      number: shared.number,
      date: shared.date,
      period: shared.period,
      documentRef: shared.documentRef,
      documentDate: shared.documentDate,
      taxDate: shared.taxDate,
      validatedOn: shared.validatedOn,
      entryDescription: shared.entryDescription,
      externalId: shared.externalId,
      storno: shared.storno,
      source: shared.source,
      account: account.code,
      accountName: account.name ?? account.code,
      accountType: account.type,
      party: party.party,
      partyName: party.partyName,
      partyRole: party.partyRole,
      subledgerCode: party.subledgerCode,
      description: cell(row, 'description') ?? undefined,
      debit: base(debit),
      credit: base(credit),
      currency,
      currencyDebit: isForeign ? written(cell(row, 'currencyDebit'), currency) : undefined,
      currencyCredit: isForeign ? written(cell(row, 'currencyCredit'), currency) : undefined,
      rate: cell(row, 'rate') ?? undefined,
      dueDate: cell(row, 'dueDate') ?? undefined,
      valueDate: cell(row, 'valueDate') ?? undefined,
      quantity: cell(row, 'quantity') ?? undefined,
      unit: cell(row, 'unit') ?? undefined,
      settlement: cell(row, 'settlement') ?? undefined,
      settlementDate: cell(row, 'settlementDate') ?? undefined,
      lineDocumentRef: cell(row, 'lineDocumentRef') ?? undefined,
      lineDocumentDate: cell(row, 'lineDocumentDate') ?? undefined,
      dimensions: cell(row, 'dimensions') ?? undefined,
      extra: cell(row, 'extra') ?? undefined,
    };
    return line as ExportLine;
  };
}

/** A row whose absent fields may stand as undefined: codecs take both alike. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

interface EntryFields {
  entry: string;
  kind: string;
  journal: string;
  journalName: string;
  series: string;
  number: string;
  date: string;
  period: number | undefined;
  documentRef: string | undefined;
  documentDate: string | undefined;
  taxDate: string | undefined;
  validatedOn: string;
  entryDescription: string | undefined;
  externalId: string | undefined;
  storno: true | undefined;
  source: ExportLine['source'] | undefined;
}

function entryFields(row: Cells, entry: string, { referred, periods }: LineContext): EntryFields {
  const date = cell(row, 'date');
  const taxDate = cell(row, 'taxDate');
  const seriesId = cell(row, 'seriesId');
  const journal = referred.journals.get(cell(row, 'journalId'));
  if (!journal) throw new Error(`entry ${cell(row, 'entryId')}: no journal ${cell(row, 'journalId')}`);
  return {
    entry,
    kind: cell(row, 'kind'),
    journal: journal.code,
    journalName: journal.name ?? journal.code,
    series: (seriesId === null ? undefined : referred.series.get(seriesId)) ?? '',
    // As a carried one: files have a number on every line, and no series gives this one.
    number: cell(row, 'number') ?? (cell(row, 'kind') === 'opening' ? '0' : ''),
    date,
    period: followsFromKind(row, periods) ? undefined : cell(row, 'period'),
    documentRef: cell(row, 'documentRef') ?? undefined,
    documentDate: cell(row, 'documentDate') ?? undefined,
    taxDate: taxDate === date ? undefined : taxDate,
    validatedOn: cell(row, 'validatedOn'),
    entryDescription: cell(row, 'entryDescription') ?? undefined,
    externalId: cell(row, 'externalId') ?? undefined,
    storno: cell(row, 'storno') ? true : undefined,
    source: cell(row, 'source') ?? undefined,
  };
}

const kindsOfPeriods = ['opening', 'adjustment', 'closing'];

/** A period that follows from date and kind is not written: a year with other periods could not read its number. */
function followsFromKind(row: Cells, periods: readonly PeriodRow[]): boolean {
  const kind = cell(row, 'kind');
  const date = cell(row, 'date');
  const implied = kindsOfPeriods.includes(kind) ? kind : 'regular';
  const first = periods.find((one) => one.kind === implied && date >= one.start && date <= one.end);
  return first?.number === cell(row, 'period');
}

const roleOfControl: Record<string, string> = {
  receivable: 'customer',
  payable: 'supplier',
  employee: 'employee',
};

export interface PartyFields {
  party: string | undefined;
  partyName: string | undefined;
  partyRole: string | undefined;
  subledgerCode: string | undefined;
}

const nobody: PartyFields = {
  ...{ party: undefined, partyName: undefined, partyRole: undefined, subledgerCode: undefined },
};

/** Code and name of a party, and its code in the role it has here: the line's own, else that of the control account. */
export function partyFields(
  { parties }: Referred,
  account: AccountRow,
  partyId: string | null,
  lineRole: string | null,
): PartyFields {
  if (partyId === null) return nobody;
  const party = parties.get(partyId);
  if (!party) throw new Error(`no party ${partyId}`);
  const role = lineRole ?? roleOfControl[account.control ?? ''];
  return {
    party: party.code,
    partyName: party.name ?? party.code,
    partyRole: lineRole ?? undefined,
    subledgerCode: party.roles?.find((one) => one.role === role)?.subledgerCode,
  };
}

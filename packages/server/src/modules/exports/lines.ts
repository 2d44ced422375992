import type { AccountRow, ExportLine } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { fragment, type Statement, sql } from '../../db/sql.ts';
import type { PeriodRow } from '../calendar/index.ts';
import type { Written } from '../reports/index.ts';
import type { Referred } from './head.ts';

/** Which lines of the ledger an export holds. */
export interface Chosen {
  from: string;
  to: string;
  journalId: string | null;
  accountIds: readonly string[] | null;
  /** Entries of kind `closing` and opening lines of nothing are not written (FEC). */
  statutory: boolean;
  severalYears: boolean;
}

/** Lines a chunk: large enough that round trips do not count, small enough that memory stays flat. */
const chunkOfLines = 2_000;

const columns = fragment(`
  e.id as "entryId", e.kind, e.journal_id as "journalId", e.series_id as "seriesId", e.number, e.entry_date as date, e.period,
  e.document_ref as "documentRef", e.document_date as "documentDate", e.tax_date as "taxDate",
  e.validated_on as "validatedOn", e.description as "entryDescription", e.external_id as "externalId", e.storno, e.source,
  l.account_id as "accountId", l.party_id as "partyId", l.party_role as "partyRole", l.description, l.debit, l.credit,
  l.currency, l.currency_debit as "currencyDebit", l.currency_credit as "currencyCredit", l.rate, l.due_date as "dueDate",
  l.value_date as "valueDate", l.quantity, l.unit, l.document_ref as "lineDocumentRef",
  l.document_date as "lineDocumentDate", l.dimensions, l.extra, x.code as settlement, x.settled_on as "settlementDate"`);

/**
 * The lines of an export in its order: year by year the stated opening first, then by the day of validation and in the order
 * of posting; the lines of an entry together, by position. Each with the newest settlement that holds it.
 */
export function linesStatement(tenantId: string, chosen: Chosen): Statement {
  const ofJournal = chosen.journalId === null ? sql`` : sql`and e.journal_id = ${chosen.journalId}`;
  const ofAccounts =
    chosen.accountIds === null ? sql`` : sql`and l.account_id = any (${chosen.accountIds}::uuid[])`;
  const nothing = sql`(e.kind = 'opening' and l.debit = 0 and l.credit = 0 and l.currency_debit = 0 and l.currency_credit = 0)`;
  const statutory = chosen.statutory ? sql`and e.kind <> 'closing' and not ${nothing}` : sql``;
  const years = sql`join years y on y.tenant_id = ${tenantId} and y.id = e.year_id`;

  return sql`select ${columns}
    from entries e
    join lines l on l.tenant_id = ${tenantId} and l.entry_id = e.id
    ${chosen.severalYears ? years : sql``}
    left join (
      select distinct on (sl.entry_id, sl.position) sl.entry_id, sl.position, t.code, t.settled_on
      from settlement_lines sl
      join settlements t on t.tenant_id = ${tenantId} and t.id = sl.settlement_id and t.undone_at is null
      where sl.tenant_id = ${tenantId}
      order by sl.entry_id, sl.position, t.id desc) x on x.entry_id = l.entry_id and x.position = l.position
    where e.tenant_id = ${tenantId} and e.entry_date between ${chosen.from} and ${chosen.to} ${ofJournal} ${ofAccounts}
      ${statutory}
    order by ${fragment(chosen.severalYears ? 'y.start_date, ' : '')} e.kind <> 'opening', e.validated_on, e.posted_at, e.id,
      l.position`;
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

/** Streams the lines, everything resolved. Nothing is kept but the chunk under way. */
export async function* streamLines(
  tx: Tx,
  tenantId: string,
  chosen: Chosen,
  context: LineContext,
): AsyncGenerator<ExportLine[]> {
  const resolve = resolver(context);
  for await (const rows of tx.stream<StoredLine>(linesStatement(tenantId, chosen), chunkOfLines)) {
    yield rows.map(resolve);
  }
}

/** What all lines of an entry share is made once an entry. */
function resolver(context: LineContext): (row: StoredLine) => ExportLine {
  const { referred, baseCurrency, written, tally } = context;
  const zero = written('0', baseCurrency);
  let entryId = '';
  let shared: EntryFields | undefined;

  return (row) => {
    if (!shared || row.entryId !== entryId) {
      entryId = row.entryId;
      tally.entries += 1;
      shared = entryFields(row, String(tally.entries), context);
    }
    const account = referred.accounts.get(row.accountId);
    if (!account) throw new Error(`line of entry ${row.entryId}: no account ${row.accountId}`);

    tally.rows += 1;
    if (row.debit !== '0') tally.debit += BigInt(row.debit);
    if (row.credit !== '0') tally.credit += BigInt(row.credit);

    const line: ExportLine = {
      ...shared,
      account: account.code,
      accountName: account.name ?? account.code,
      debit: row.debit === '0' ? zero : written(row.debit, baseCurrency),
      credit: row.credit === '0' ? zero : written(row.credit, baseCurrency),
      currency: row.currency,
    };
    if (account.type) line.accountType = account.type;
    if (row.currency !== baseCurrency) {
      line.currencyDebit = written(row.currencyDebit, row.currency);
      line.currencyCredit = written(row.currencyCredit, row.currency);
    }
    if (row.partyId !== null) Object.assign(line, partyFields(referred, account, row.partyId, row.partyRole));
    if (row.description !== null) line.description = row.description;
    if (row.rate !== null) line.rate = row.rate;
    if (row.dueDate !== null) line.dueDate = row.dueDate;
    if (row.valueDate !== null) line.valueDate = row.valueDate;
    if (row.quantity !== null) line.quantity = row.quantity;
    if (row.unit !== null) line.unit = row.unit;
    if (row.lineDocumentRef !== null) line.lineDocumentRef = row.lineDocumentRef;
    if (row.lineDocumentDate !== null) line.lineDocumentDate = row.lineDocumentDate;
    if (row.dimensions !== null) line.dimensions = row.dimensions;
    if (row.extra !== null) line.extra = row.extra;
    if (row.settlement !== null) line.settlement = row.settlement;
    if (row.settlementDate !== null) line.settlementDate = row.settlementDate;
    return line;
  };
}

type EntryFields = Pick<
  ExportLine,
  'record' | 'entry' | 'kind' | 'journal' | 'journalName' | 'series' | 'number' | 'date' | 'validatedOn'
> &
  Partial<ExportLine>;

function entryFields(row: StoredLine, entry: string, { referred, periods }: LineContext): EntryFields {
  const journal = referred.journals.get(row.journalId);
  if (!journal) throw new Error(`entry ${row.entryId}: no journal ${row.journalId}`);
  const fields: EntryFields = {
    record: 'line',
    entry,
    kind: row.kind,
    journal: journal.code,
    journalName: journal.name ?? journal.code,
    series: (row.seriesId === null ? undefined : referred.series.get(row.seriesId)) ?? '',
    number: row.number ?? '',
    date: row.date,
    validatedOn: row.validatedOn,
  };
  if (!followsFromKind(row, periods)) fields.period = row.period;
  if (row.documentRef !== null) fields.documentRef = row.documentRef;
  if (row.documentDate !== null) fields.documentDate = row.documentDate;
  if (row.taxDate !== row.date) fields.taxDate = row.taxDate;
  if (row.entryDescription !== null) fields.entryDescription = row.entryDescription;
  if (row.externalId !== null) fields.externalId = row.externalId;
  if (row.storno) fields.storno = true;
  if (row.source !== null) fields.source = row.source;
  return fields;
}

const kindsOfPeriods = ['opening', 'adjustment', 'closing'];

/** A period that follows from date and kind is not written: a year with other periods could not read its number. */
function followsFromKind({ kind, period, date }: StoredLine, periods: readonly PeriodRow[]): boolean {
  const implied = kindsOfPeriods.includes(kind) ? kind : 'regular';
  const first = periods.find((one) => one.kind === implied && date >= one.start && date <= one.end);
  return first?.number === period;
}

const roleOfControl: Record<string, string> = {
  receivable: 'customer',
  payable: 'supplier',
  employee: 'employee',
};

/** Code and name of a party, and its code in the role it has here: the line's own, else that of the control account. */
export function partyFields(
  { parties }: Referred,
  account: AccountRow,
  partyId: string | null,
  lineRole: string | null | undefined,
): Partial<ExportLine> {
  if (partyId === null) return {};
  const party = parties.get(partyId);
  if (!party) throw new Error(`no party ${partyId}`);
  const role = lineRole ?? roleOfControl[account.control ?? ''];
  const subledgerCode = party.roles?.find((one) => one.role === role)?.subledgerCode;
  return {
    party: party.code,
    partyName: party.name ?? party.code,
    ...(lineRole ? { partyRole: lineRole } : {}),
    ...(subledgerCode === undefined ? {} : { subledgerCode }),
  };
}

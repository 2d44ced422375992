import { compareCodes } from '@erp/ledger';
import type { components, operations } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { type Written, writtenBy } from '../../kernel/currencies.ts';
import { decodeCursor, defaultLimit, encodeCursor, type Page } from '../../kernel/page.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { periodsOfYear } from '../calendar/index.ts';
import { chosen } from './account-filter.ts';
import { balancesIn, openBooks } from './balances.ts';
import type { ChartAccount } from './chart.ts';
import { type Range, rangeOf, slicesOf } from './range.ts';

type Row = components['schemas']['GeneralLedgerRow'];
export type GeneralLedgerQuery = NonNullable<operations['reports.generalLedger']['parameters']['query']>;

/** Where a page ended: the account, its balance there, and the line; null after the opening row. */
interface Place {
  account: string;
  balance: bigint;
  line: LineKey | null;
}

type LineKey = [date: string, series: string, sequence: string, entry: string, position: number];

/** An account of the report: what it starts from, and how many lines it has. */
interface Start {
  account: ChartAccount;
  opening: bigint;
  lines: number;
}

interface Asked extends Range {
  partyId: string | null;
  postedUntil: string | undefined;
}

/**
 * Lines by account, date, series, sequence and position, each account from its opening row on, with a running balance. The
 * balance travels in the cursor, so a page costs its own lines and the list of accounts, never the lines before it.
 */
export async function generalLedger(
  tx: Tx,
  tenant: TenantInfo,
  query: GeneralLedgerQuery,
): Promise<Page<Row>> {
  const range = await rangeOf(tx, tenant.id, query);
  requireEntries(range.year);
  const partyId = query.party === undefined ? null : await partyNamed(tx, tenant.id, query.party);
  const asked: Asked = { ...range, partyId, postedUntil: query.postedUntil };
  const starts = await startsOf(tx, tenant, asked, query.account);
  const limit = query.limit ?? defaultLimit;
  const written = writtenBy(tenant);

  const items: Row[] = [];
  let place = placeOf(query.cursor);
  for (const start of starts) {
    const code = start.account.code;
    if (place && compareCodes(code, place.account) < 0) continue;
    if (items.length === limit) return { items, next: cursorOf(place) };

    const inside: Place | undefined = place?.account === code ? place : undefined;
    if (!inside) items.push(openingRow(start, asked, written));
    place = inside ?? { account: code, balance: start.opening, line: null };
    if (start.lines === 0) continue;

    const room = limit - items.length;
    const lines = await linesAfter(tx, tenant.id, asked, start.account.id, place.line, room + 1);
    for (const line of lines.slice(0, room)) {
      const balance: bigint = place.balance + BigInt(line.debit) - BigInt(line.credit);
      place = { account: code, balance, line: line.key };
      items.push(lineRow(start.account, line, balance, asked, written));
    }
    if (lines.length > room) return { items, next: cursorOf(place) };
  }
  return { items, next: null };
}

/** An opening without the lines that led from it to a closing would be taken for a balance that did not move. */
function requireEntries({ code, detail }: Range['year']): void {
  if (detail === 'entries') return;
  throw new Problem(
    'year_unknown',
    `Year ${code} holds balances only, no entries: its trial balance has all there is, or import its ledger`,
  );
}

/** The accounts that have something to show, by code. */
async function startsOf(
  tx: Tx,
  tenant: TenantInfo,
  { year, from, to, partyId, postedUntil }: Asked,
  filter: string | undefined,
): Promise<Start[]> {
  const grain = partyId === null ? {} : { split: 'party' as const };
  const books = await openBooks(tx, tenant, { grain, postedUntil });
  const accounts = chosen(books.chart, filter);
  const slices = slicesOf(await periodsOfYear(tx, tenant.id, year.id), { from, to });

  const cells = [...(await balancesIn(books, year, slices))].filter((cell) => cell.split === partyId);
  const byAccount = new Map(cells.map((cell) => [cell.accountId, cell]));
  return accounts.flatMap((account) => {
    const { opening, lines } = byAccount.get(account.id) ?? { opening: 0n, lines: 0 };
    return opening === 0n && lines === 0 ? [] : [{ account, opening, lines }];
  });
}

interface StoredLine {
  key: LineKey;
  journal: string;
  number: string | null;
  date: string;
  entry: string;
  position: number;
  description: string | null;
  documentRef: string | null;
  party: string | null;
  counterAccounts: string[];
  debit: string;
  credit: string;
  currency: string;
  currencyDebit: string;
  currencyCredit: string;
  settlement: string | null;
}

async function linesAfter(
  tx: Tx,
  tenantId: string,
  { from, to, year, partyId, postedUntil }: Asked,
  accountId: string,
  after: LineKey | null,
  limit: number,
): Promise<StoredLine[]> {
  const [date, series, sequence, entry, position] = after ?? [from, null, null, null, null];
  const until = postedUntil ?? null;
  // The index gives the lines of an account by date, so only lines of one day are sorted.
  const rows = await tx.query<Omit<StoredLine, 'key'> & { series: string; sequence: string }>(sql`
    select o.*, p.code as party, x.code as settlement,
      (select coalesce(array_agg(distinct a.code order by a.code), '{}') from lines c
       join accounts a on a.tenant_id = ${tenantId} and a.id = c.account_id
       where c.tenant_id = ${tenantId} and c.entry_id = o.entry and c.account_id <> ${accountId}) as "counterAccounts"
    from (
      select l.entry_date as date, coalesce(s.code, '') as series, coalesce(e.sequence, -1) as sequence, l.entry_id as entry,
        l.position, l.party_id, j.code as journal, e.number, coalesce(l.description, e.description) as description,
        coalesce(l.document_ref, e.document_ref) as "documentRef", l.debit, l.credit, l.currency,
        l.currency_debit as "currencyDebit", l.currency_credit as "currencyCredit"
      from lines l
      join entries e on e.tenant_id = ${tenantId} and e.id = l.entry_id
      join journals j on j.tenant_id = ${tenantId} and j.id = e.journal_id
      left join series s on s.tenant_id = ${tenantId} and s.id = e.series_id
      where l.tenant_id = ${tenantId} and l.account_id = ${accountId} and l.entry_date between ${date} and ${to}
        and l.year_id = ${year.id} and l.period > 0
        and (${partyId}::uuid is null or l.party_id = ${partyId})
        and (${until}::timestamptz is null or e.posted_at <= ${until}::timestamptz)
        and (${entry}::uuid is null or (l.entry_date, coalesce(s.code, ''), coalesce(e.sequence, -1), l.entry_id, l.position)
          > (${date}::date, ${series}::text collate "C", ${sequence}::bigint, ${entry}::uuid, ${position}::int))
      order by l.entry_date, coalesce(s.code, ''), coalesce(e.sequence, -1), l.entry_id, l.position
      limit ${limit}) o
    left join parties p on p.tenant_id = ${tenantId} and p.id = o.party_id
    left join lateral (
      select t.code
      from settlement_lines sl
      join settlements t on t.tenant_id = ${tenantId} and t.id = sl.settlement_id and t.undone_at is null
      where sl.tenant_id = ${tenantId} and sl.entry_id = o.entry and sl.position = o.position
      order by t.id desc
      limit 1) x on true
    order by o.date, o.series, o.sequence, o.entry, o.position`);
  return rows.map((row) => ({ ...row, key: [row.date, row.series, row.sequence, row.entry, row.position] }));
}

function openingRow({ account, opening }: Start, { year, from }: Asked, written: Written): Row {
  const base = year.baseCurrency;
  const zero = written(0n, base);
  return {
    record: 'opening',
    ...{ account: account.code, accountId: account.id, accountName: account.name, date: from },
    ...{ journal: null, number: null, entry: null, position: null, description: null, documentRef: null },
    ...{ party: null, counterAccounts: [], debit: zero, credit: zero },
    ...{ currency: base, currencyDebit: zero, currencyCredit: zero },
    ...{ balance: written(opening, base), settlement: null },
  };
}

function lineRow(
  account: ChartAccount,
  line: StoredLine,
  balance: bigint,
  { year }: Asked,
  written: Written,
): Row {
  const base = year.baseCurrency;
  const { journal, number, date, entry, position, description, documentRef, party, counterAccounts } = line;
  return {
    record: 'line',
    ...{ account: account.code, accountId: account.id, accountName: account.name, date },
    ...{ journal, number, entry, position, description, documentRef, party, counterAccounts },
    debit: written(line.debit, base),
    credit: written(line.credit, base),
    currency: line.currency,
    currencyDebit: written(line.currencyDebit, line.currency),
    currencyCredit: written(line.currencyCredit, line.currency),
    balance: written(balance, base),
    settlement: line.settlement,
  };
}

function cursorOf(place: Place | undefined): string | null {
  return place
    ? encodeCursor([place.account, String(place.balance), ...(place.line ?? ['', '', '', '', 0])])
    : null;
}

function placeOf(cursor: string | undefined): Place | undefined {
  const key = decodeCursor(cursor, 7);
  if (!key) return undefined;
  const [account, balance, ...line] = key;
  return {
    account: String(account),
    balance: BigInt(balance ?? 0),
    line: line[0] === '' ? null : (line as LineKey),
  };
}

async function partyNamed(tx: Tx, tenantId: string, name: string): Promise<string> {
  const [found] = await tx.query<{ id: string }>(
    sql`select id from parties where tenant_id = ${tenantId} and (code = ${name} or id::text = ${name})`,
  );
  if (!found) throw notFound('party', JSON.stringify(name));
  return found.id;
}

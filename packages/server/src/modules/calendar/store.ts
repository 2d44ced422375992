import { periodsOf, yearCode } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { fragment, sql } from '../../db/sql.ts';
import { isUuid } from '../../kernel/id.ts';
import { notFound } from '../../kernel/problem.ts';
import { checkDates, checkOverlap } from './rules.ts';

type BookState = components['schemas']['BookState'];

/** A fiscal year as it is stored. `openingEntryId` set: its opening is stated. */
export interface YearRow {
  id: string;
  externalId: string | null;
  code: string;
  start: string;
  end: string;
  baseCurrency: string;
  state: BookState;
  /** `balances`: comparatives only, without entries. */
  detail: 'entries' | 'balances';
  openingEntryId: string | null;
  /** As the wire has them: amounts are decimal strings in the year's base currency. */
  openingDifferences: components['schemas']['OpeningDifference'][];
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** A period is read as the wire has it. */
export type PeriodRow = components['schemas']['Period'];

export interface NewYear {
  code?: string;
  start: string;
  end: string;
  baseCurrency: string;
  externalId?: string | null;
}

const selectYears = fragment(`
  select y.id, y.external_id as "externalId", y.code, y.start_date as start, y.end_date as "end",
    y.base_currency as "baseCurrency", y.state, y.detail, y.opening_entry_id as "openingEntryId",
    y.opening_differences as "openingDifferences", y.created_at as "createdAt", y.updated_at as "updatedAt", y.version
  from years y`);

const periodColumns = fragment(`
  p.id, y.code as year, p.year_id as "yearId", p.number, p.kind, p.name, p.start_date as start, p.end_date as "end",
  p.state, p.closed_areas as "closedAreas", p.closed_by as "closedBy", p.closed_at as "closedAt", p.reason,
  p.trial_balance_sha256 as "trialBalanceSha256", p.created_at as "createdAt", p.updated_at as "updatedAt", p.version`);

const periodTables = fragment(
  'from periods p join years y on y.tenant_id = p.tenant_id and y.id = p.year_id',
);

const selectPeriods = fragment(`select ${periodColumns.text} ${periodTables.text}`);

/** All years of the tenant, by start. */
export const yearsOf = (tx: Tx, tenantId: string): Promise<YearRow[]> =>
  tx.query(sql`${selectYears} where y.tenant_id = ${tenantId} order by y.start_date`);

/** A year by its code, else by its id. */
export async function yearByName(tx: Tx, tenantId: string, name: string): Promise<YearRow | undefined> {
  const id = isUuid(name) ? name.toLowerCase() : null;
  const [year] = await tx.query<YearRow>(sql`${selectYears}
    where y.tenant_id = ${tenantId} and (y.code = ${name} or y.id = ${id})
    order by y.code <> ${name} limit 1`);
  return year;
}

export async function requireYear(tx: Tx, tenantId: string, name: string): Promise<YearRow> {
  const year = await yearByName(tx, tenantId, name);
  if (!year) throw notFound('fiscal year', JSON.stringify(name));
  return year;
}

/** The year whose books hold a date. */
export async function yearOfDate(tx: Tx, tenantId: string, date: string): Promise<YearRow | undefined> {
  const [year] = await tx.query<YearRow>(sql`${selectYears}
    where y.tenant_id = ${tenantId} and ${date} between y.start_date and y.end_date`);
  return year;
}

/** The last year that something was posted into; without any entry, the last year. */
export async function latestYearWithEntries(tx: Tx, tenantId: string): Promise<YearRow | undefined> {
  const [year] = await tx.query<YearRow>(sql`${selectYears}
    where y.tenant_id = ${tenantId}
    order by exists (select from account_totals a where a.tenant_id = ${tenantId} and a.year_id = y.id) desc, y.start_date desc
    limit 1`);
  return year;
}

/** The periods of a year, by number. */
export const periodsOfYear = (tx: Tx, tenantId: string, yearId: string): Promise<PeriodRow[]> =>
  tx.query(sql`${selectPeriods} where p.tenant_id = ${tenantId} and p.year_id = ${yearId} order by p.number`);

/** Periods by the start of their year, then by number, after the given ones; of one year only when `yearId` names it. */
export const listPeriods = (
  tx: Tx,
  tenantId: string,
  yearId: string | null,
  limit: number,
  after: readonly [yearStart: string, number: number] | undefined,
): Promise<(PeriodRow & { yearStart: string })[]> =>
  tx.query(sql`select ${periodColumns}, y.start_date as "yearStart" ${periodTables}
    where p.tenant_id = ${tenantId}
      and (${yearId}::uuid is null or p.year_id = ${yearId}::uuid)
      and (${after?.[0] ?? null}::date is null
        or (y.start_date, p.number) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::int))
    order by y.start_date, p.number
    limit ${limit}`);

/**
 * A period, held until the transaction ends: postings into it hold a share of the row, so this waits for those under way and
 * those that come later wait for this.
 */
export async function lockPeriod(
  tx: Tx,
  tenantId: string,
  year: YearRow,
  number: number,
): Promise<PeriodRow> {
  const [period] = await tx.query<PeriodRow>(sql`${selectPeriods}
    where p.tenant_id = ${tenantId} and p.year_id = ${year.id} and p.number = ${number}
    for update of p`);
  if (!period) throw notFound('period', `${year.code}/${number}`);
  return period;
}

/**
 * Opens a year with its periods: 0 for the opening, the calendar months cut at its edges, one adjustment and one closing
 * period. Years of one tenant are opened one after the other. Refuses dates that overlap another year (`conflict`), and a
 * year of no day or over 24 months.
 */
export async function insertYear(
  tx: Tx & { at: string; newId(): string },
  tenantId: string,
  year: NewYear,
): Promise<YearRow> {
  checkDates(year);
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${tenantId}))`);
  const years = await yearsOf(tx, tenantId);
  checkOverlap(year, years);

  const id = tx.newId();
  const { start, end, baseCurrency, externalId = null } = year;
  const taken = years.map((y) => y.code);
  const code = year.code ?? yearCode(start, end, taken);
  await tx.query(sql`
    insert into years (tenant_id, id, external_id, code, start_date, end_date, base_currency, created_at, updated_at)
    values (${tenantId}, ${id}, ${externalId}, ${code}, ${start}, ${end}, ${baseCurrency}, ${tx.at}, ${tx.at})`);

  const periods = periodsOf({ code, start, end });
  await tx.query(sql`
    insert into periods (tenant_id, year_id, number, id, kind, name, start_date, end_date, created_at, updated_at)
    select ${tenantId}::uuid, ${id}::uuid, u.number, u.id, u.kind, u.name, u.start_date, u.end_date, ${tx.at}::timestamptz,
      ${tx.at}::timestamptz
    from unnest(${periods.map((p) => p.number)}::smallint[], ${periods.map(() => tx.newId())}::uuid[],
      ${periods.map((p) => p.kind)}::text[], ${periods.map((p) => p.name)}::text[],
      ${periods.map((p) => p.start)}::date[], ${periods.map((p) => p.end)}::date[])
      as u(number, id, kind, name, start_date, end_date)`);
  return requireYear(tx, tenantId, id);
}

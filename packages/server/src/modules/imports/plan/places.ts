import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import type { Plan } from './plan.ts';
import { type PlannedPeriod, type PlannedYear, type YearsPlan, yearOf } from './plan-years.ts';

/** What entries say of where they belong. Empty series, period -1: they do not say. */
export interface Asked {
  journal: string;
  series: string;
  date: string;
  kind: string;
  period: number;
}

/** Where such entries belong. */
export interface Place extends Asked {
  seriesCode: string;
  neverResets: boolean;
  year: PlannedYear;
  number: number;
}

/** Why they belong nowhere. */
export interface Nowhere extends Asked {
  field: string;
  code: string;
  message: string;
}

/** Journal, day and kind of all entries, each combination once: some thousands however long the file is. */
export const askedPlaces = (tx: Tx, tenantId: string, id: string): Promise<Asked[]> =>
  tx.query(sql`
    select distinct journal, coalesce(series, '') as series, entry_date as date, coalesce(kind, 'normal') as kind,
      coalesce(period, -1)::int as period
    from import_entries
    where tenant_id = ${tenantId} and import_id = ${id} and journal is not null and entry_date is not null`);

export function placeOf(asked: Asked, plan: Plan, years: YearsPlan): Place | Nowhere {
  const no = (field: string, code: string, message: string): Nowhere => ({ ...asked, field, code, message });
  const journal = plan.journals.known.get(asked.journal) ?? plan.journals.made.get(asked.journal);
  if (!journal)
    return no('journal', 'invalid_request', plan.journals.unknown.get(asked.journal) ?? 'no journal');

  const seriesCode = asked.series === '' ? journal.series : asked.series;
  const unknownSeries = plan.series.unknown.get(seriesCode);
  if (unknownSeries) return no('series', 'invalid_request', unknownSeries);

  const year = yearOf(years, asked.date);
  if (!year) {
    const message = `no fiscal year covers ${asked.date}: open one first (erp year open), or import with --create years`;
    return no('date', 'year_unknown', message);
  }

  const period = periodOf(asked, year);
  if (!period) {
    const named = asked.period === -1 ? `${asked.kind} period` : `period ${asked.period}`;
    const first = asked.kind === 'opening' ? `: an opening is dated ${year.start}` : '';
    return no(
      'date',
      'date_outside_period',
      `${asked.date} is not a day of the ${named} of year ${year.code}${first}`,
    );
  }

  const shut = closedBecause(year, period, journal.area, asked.journal);
  if (shut) return no('date', shut.code, shut.message);
  if (asked.kind === 'opening' && year.hasOpening) {
    return no('kind', 'opening_exists', `year ${year.code} has a stated opening already: a year has one`);
  }
  const neverResets = plan.series.known.get(seriesCode)?.neverResets ?? false;
  return { ...asked, seriesCode, neverResets, year, number: period.number };
}

/** The period an entry names, else the one of its kind that holds its day; as `period_of` in the migrations. */
function periodOf({ date, kind, period }: Asked, year: PlannedYear): PlannedPeriod | undefined {
  const wanted = ['opening', 'adjustment', 'closing'].includes(kind) ? kind : 'regular';
  return year.periods.find(
    (p) => p.start <= date && date <= p.end && (period === -1 ? p.kind === wanted : p.number === period),
  );
}

function closedBecause(
  year: PlannedYear,
  period: PlannedPeriod,
  area: string,
  journal: string,
): { code: string; message: string } | undefined {
  const who = period.closedBy === null ? '' : ` (by ${period.closedBy}, ${period.closedAt?.slice(0, 10)})`;
  const remedy = 'date it in an open period, or reopen that one';
  if (period.state !== 'open' || year.state !== 'open') {
    const state = period.state === 'open' ? 'in a closed year' : period.state;
    return { code: 'period_not_open', message: `period ${period.name} is ${state}${who}: ${remedy}` };
  }
  if (!period.closedAreas.includes(area === 'cash' ? 'bank' : area)) return undefined;
  return {
    code: 'area_closed',
    message: `period ${period.name} is closed for the area of journal ${journal}${who}: ${remedy}`,
  };
}

export async function writePlaces(
  tx: Tx,
  tenantId: string,
  id: string,
  places: readonly Place[],
): Promise<void> {
  await tx.query(sql`delete from import_places where tenant_id = ${tenantId} and import_id = ${id}`);
  const column = <T>(pick: (place: Place) => T): T[] => places.map(pick);
  await tx.query(sql`
    insert into import_places (tenant_id, import_id, n, journal, series, entry_date, kind, named_period, series_code, numbers_from,
      year_start, period)
    select ${tenantId}::uuid, ${id}::uuid, u.n, u.journal, u.series, u.entry_date, u.kind, u.named_period, u.series_code,
      u.numbers_from, u.year_start, u.period
    from unnest(${column((p) => p.journal)}::text[], ${column((p) => p.series)}::text[], ${column((p) => p.date)}::date[],
      ${column((p) => p.kind)}::text[], ${column((p) => p.period)}::smallint[], ${column((p) => p.seriesCode)}::text[],
      ${column((p) => (p.neverResets ? null : p.year.start))}::date[], ${column((p) => p.year.start)}::date[],
      ${column((p) => p.number)}::smallint[])
      with ordinality as u(journal, series, entry_date, kind, named_period, series_code, numbers_from, year_start, period, n)`);
}

/** Fills in the ids, once journals, series and years are all there. */
export async function resolvePlaces(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.query(sql`
    update import_places m
    set journal_id = j.id, series_id = s.id, year_id = y.id,
      series_year_id = case s.reset when 'never' then '00000000-0000-0000-0000-000000000000' else y.id end
    from journals j, series s, years y
    where m.tenant_id = ${tenantId} and m.import_id = ${id}
      and j.tenant_id = ${tenantId} and j.code = m.journal
      and s.tenant_id = ${tenantId} and s.code = m.series_code
      and y.tenant_id = ${tenantId} and y.start_date = m.year_start`);
}

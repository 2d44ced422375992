import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import { platformId } from '../../kernel/id.ts';
import { requireYear } from '../calendar/index.ts';
import { series } from '../series/index.ts';

type Row = components['schemas']['NumbersRow'];
type Gap = components['schemas']['Gap'];

interface Counted {
  seriesId: string;
  yearId: string;
  series: string;
  year: string;
  first: string | null;
  last: string | null;
  count: string;
  next: string;
  reasons: Gap[] | null;
}

/**
 * First, last, count, gaps and duplicates by series and year, from the entries themselves: the state that posting keeps only
 * gives the reasons of gaps and the next number. A gap of a series that never starts over belongs to the year of the number
 * behind it.
 */
export async function numbers(
  tx: Tx,
  tenantId: string,
  query: { year?: string; series?: string },
): Promise<{ rows: Row[] }> {
  const yearId = query.year === undefined ? null : (await requireYear(tx, tenantId, query.year)).id;
  const seriesId = query.series === undefined ? null : (await series.require(tx, tenantId, query.series)).id;

  const rows = await countedBy(tx, tenantId, yearId, seriesId);
  const gaps = await gapsOf(tx, tenantId, yearId, seriesId);
  const duplicates = await duplicatesOf(tx, tenantId, yearId, seriesId);
  return {
    rows: rows.map((row) => ({
      ...{ series: row.series, seriesId: row.seriesId, year: row.year, yearId: row.yearId },
      first: row.first === null ? null : Number(row.first),
      last: row.last === null ? null : Number(row.last),
      count: Number(row.count),
      next: Number(row.next),
      gaps: gaps
        .filter((gap) => isOf(gap, row))
        .map(({ from, to }) => withReason(from, to, row.reasons ?? [])),
      duplicates: duplicates.filter((duplicate) => isOf(duplicate, row)).map(({ number }) => number),
    })),
  };
}

interface OfSeriesYear {
  seriesId: string;
  yearId: string;
}

const isOf = (a: OfSeriesYear, b: OfSeriesYear): boolean =>
  a.seriesId === b.seriesId && a.yearId === b.yearId;

function withReason(from: string, to: string, known: readonly Gap[]): Gap {
  const gap = { from: Number(from), to: Number(to) };
  const told = known.find((one) => one.from <= gap.to && one.to >= gap.from);
  return { ...gap, reason: told?.reason ?? null };
}

const countedBy = (tx: Tx, tenantId: string, yearId: string | null, seriesId: string | null) =>
  tx.query<Counted>(sql`
    select s.id as "seriesId", y.id as "yearId", s.code as series, y.code as year, n.first, n.last, n.count,
      coalesce(sy.next, s.start) as next, sy.gaps as reasons
    from (
      select e.series_id, e.year_id, min(e.sequence) as first, max(e.sequence) as last, count(e.number) as count
      from entries e
      where e.tenant_id = ${tenantId} and e.series_id is not null and (${yearId}::uuid is null or e.year_id = ${yearId})
        and (${seriesId}::uuid is null or e.series_id = ${seriesId})
      group by e.series_id, e.year_id) n
    join series s on s.tenant_id = ${tenantId} and s.id = n.series_id
    join years y on y.tenant_id = ${tenantId} and y.id = n.year_id
    left join series_years sy on sy.tenant_id = ${tenantId} and sy.series_id = s.id
      and sy.year_id = case s.reset when 'never' then ${platformId}::uuid else y.id end
    order by s.code, y.start_date`);

const gapsOf = (tx: Tx, tenantId: string, yearId: string | null, seriesId: string | null) =>
  tx.query<OfSeriesYear & { from: string; to: string }>(sql`
    select g.series_id as "seriesId", g.year_id as "yearId", g.before + 1 as "from", g.sequence - 1 as "to"
    from (
      select e.series_id, e.year_id, e.sequence, lag(e.sequence) over (
        partition by e.series_id, case s.reset when 'never' then null else e.year_id end order by e.sequence) as before
      from entries e
      join series s on s.tenant_id = ${tenantId} and s.id = e.series_id
      where e.tenant_id = ${tenantId} and e.sequence is not null
        and (${yearId}::uuid is null or s.reset = 'never' or e.year_id = ${yearId})
        and (${seriesId}::uuid is null or e.series_id = ${seriesId})) g
    where g.sequence - g.before > 1
    order by g.series_id, g.sequence`);

const duplicatesOf = (tx: Tx, tenantId: string, yearId: string | null, seriesId: string | null) =>
  tx.query<OfSeriesYear & { number: string }>(sql`
    select d.series_id as "seriesId", d.year_id as "yearId", d.number
    from (
      select e.series_id, e.year_id, e.number, count(*) over (
        partition by e.series_id, case s.reset when 'never' then null else e.year_id end, e.number) as times
      from entries e
      join series s on s.tenant_id = ${tenantId} and s.id = e.series_id
      where e.tenant_id = ${tenantId} and e.number is not null
        and (${yearId}::uuid is null or s.reset = 'never' or e.year_id = ${yearId})
        and (${seriesId}::uuid is null or e.series_id = ${seriesId})) d
    where d.times > 1
    group by d.series_id, d.year_id, d.number
    order by d.number`);

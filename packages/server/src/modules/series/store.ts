import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { createStore } from '../../db/resource-store.ts';
import { sql } from '../../db/sql.ts';

export type Series = components['schemas']['Series'];
type SeriesYear = components['schemas']['SeriesYear'];

export const series = createStore<Series>({
  table: 'series',
  noun: 'series',
  fields: [
    { name: 'reset', column: 'reset', kind: 'text' },
    { name: 'format', column: 'format', kind: 'text' },
    { name: 'start', column: 'start', kind: 'number' },
    { name: 'active', column: 'active', kind: 'boolean' },
  ],
});

/**
 * Where the series stands, by fiscal year. One that never starts over has a single row, its year `*` and all zeros, because
 * its numbers run through all years.
 */
export async function yearsOfSeries(tx: Tx, tenantId: string, id: string): Promise<SeriesYear[]> {
  return tx.query<SeriesYear>(sql`
    select coalesce(y.code, '*') as year, s.year_id as "yearId", s.next::float8 as next, s.lowest::float8 as lowest,
      s.highest::float8 as highest, s.gaps, s.imported
    from series_years s left join years y on y.tenant_id = s.tenant_id and y.id = s.year_id
    where s.tenant_id = ${tenantId} and s.series_id = ${id}
    order by y.start_date`);
}

/** Whether the series gave a number; from then on its code, format, start and reset are fixed. */
export async function isUsed(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select year_id from series_years
    where tenant_id = ${tenantId} and series_id = ${id} and highest is not null
    limit 1`);
  return rows.length > 0;
}

/** Codes of the active journals that take their numbers from it. */
export async function activeJournalsOf(tx: Tx, tenantId: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(sql`
    select code from journals where tenant_id = ${tenantId} and series_id = ${id} and active order by code limit 10`);
  return rows.map((row) => row.code);
}

/** A series for each code, with the default format. */
export async function insertSeries(
  tx: Tx & { at: string; newId(): string },
  tenantId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.query(sql`
    insert into series (tenant_id, id, code, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.code, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${codes.map(() => tx.newId())}::uuid[], ${codes}::text[]) as u(id, code)`);
}

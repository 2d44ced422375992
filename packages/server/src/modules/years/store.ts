import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/** Closing entries by year: the last posted one of each year that has any. */
export async function closingEntries(tx: Tx, tenantId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ yearId: string; id: string }>(sql`
    select distinct on (year_id) year_id as "yearId", id from entries
    where tenant_id = ${tenantId} and kind = 'closing'
    order by year_id, id desc`);
  return new Map(rows.map((row) => [row.yearId, row.id]));
}

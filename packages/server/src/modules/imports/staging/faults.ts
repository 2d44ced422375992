import type { Tx } from '../../../db/database.ts';
import { type Statement, sql } from '../../../db/sql.ts';
import type { Reject } from './parts.ts';

/** Collects what the checks find, all of it, in the order of the checks. */
export interface Faults {
  /** `found` gives ord, row, entry, field, value, code, message of each fault. */
  add(found: Statement): Promise<void>;
}

/** Starts over: what an earlier run of the checks found is forgotten, what was wrong on arrival stays. */
export async function beginFaults(tx: Tx, tenantId: string, id: string): Promise<Faults> {
  await tx.query(
    sql`delete from import_rejects where tenant_id = ${tenantId} and import_id = ${id} and part = 0`,
  );
  await tx.query(sql`
    update import_entries set fault = false, difference = null, difference_account = null
    where tenant_id = ${tenantId} and import_id = ${id} and (fault or difference is not null)`);

  let count = 0;
  return {
    async add(found) {
      const [added] = await tx.query<{ count: string }>(sql`
        with found as materialized (${found}),
        kept as (
          insert into import_rejects (tenant_id, import_id, row, part, n, ord, entry, field, value, code, message)
          select ${tenantId}::uuid, ${id}::uuid, coalesce(f.row, 0), 0, ${count}::bigint + row_number() over (order by f.ord, f.row),
            f.ord, f.entry, f.field, left(f.value, 255), f.code, f.message
          from found f)
        select count(*) as count from found`);
      count += Number(added?.count ?? 0);
    },
  };
}

/** Faults that were found outside the database. */
export async function addRejects(faults: Faults, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  const column = <T>(pick: (reject: Reject) => T): T[] => rejects.map(pick);
  await faults.add(sql`
    select ord, row, entry, field, value, code, message
    from unnest(${column((r) => r.ord)}::bigint[], ${column((r) => r.row)}::bigint[], ${column((r) => r.entry)}::text[],
      ${column((r) => r.field)}::text[], ${column((r) => r.value)}::text[], ${column((r) => r.code)}::text[],
      ${column((r) => r.message)}::text[]) as u(ord, row, entry, field, value, code, message)`);
}

/** An entry with any fault is rejected whole. */
export async function markFaulty(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.query(sql`
    update import_entries e set fault = true
    from (select distinct ord from import_rejects
          where tenant_id = ${tenantId} and import_id = ${id} and ord is not null) r
    where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = r.ord`);
}

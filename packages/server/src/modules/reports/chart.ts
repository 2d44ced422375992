import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/** What reports show of an account, and what decides whether it is carried. */
export interface ChartAccount {
  id: string;
  code: string;
  name: string;
  type: string;
  statement: 'balance' | 'result' | 'memo';
  postable: boolean;
}

/** All accounts of a tenant, by the bytes of their codes. */
export const chartOf = (tx: Tx, tenantId: string): Promise<ChartAccount[]> =>
  tx.query(sql`
    select id, code, name, type, statement, postable from accounts where tenant_id = ${tenantId} order by code`);

/** Whether a stated opening was in the books at an instant. */
export async function openingPostedBy(
  tx: Tx,
  tenantId: string,
  entryId: string,
  instant: string,
): Promise<boolean> {
  const rows = await tx.query(sql`
    select id from entries where tenant_id = ${tenantId} and id = ${entryId} and posted_at <= ${instant}::timestamptz`);
  return rows.length > 0;
}

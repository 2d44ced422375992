import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import { changeOf } from '../../http/change.ts';
import type { AuditRow, Change } from '../../http/context.ts';
import type { Clock } from '../../kernel/clock.ts';
import { uuidv7 } from '../../kernel/id.ts';
import type { AskedBy } from './queue.ts';

/** A change that a job makes in the name of whoever asked for it. */
export interface ImportChange extends Change {
  /** Many audit rows in one statement. */
  auditAll(rows: readonly AuditRow[]): Promise<void>;
}

export function importChange(tx: Tx, tenantId: string, by: AskedBy, now: Clock): ImportChange {
  const { keyId, name, requestId, operation } = by;
  const actor = { keyId, name, scopes: [], tenantId };
  const change = changeOf({ now, actor, operation, requestId }, { role: 'erp_app', tenantId }, tx);
  return {
    ...change,
    auditAll: async (rows) => {
      if (rows.length === 0) return;
      await tx.query(sql`
        insert into audit_events (tenant_id, id, at, actor_key_id, actor_name, operation, resource, resource_id, resource_code,
          before, after, request_id)
        select ${tenantId}::uuid, u.id, ${change.at}::timestamptz, ${keyId}::uuid, ${name}, ${operation}, u.resource, u.resource_id,
          u.resource_code, u.before, u.after, ${requestId}::uuid
        from unnest(${rows.map(() => uuidv7(now()))}::uuid[], ${rows.map((r) => r.resource)}::text[],
          ${rows.map((r) => r.resourceId ?? null)}::uuid[], ${rows.map((r) => r.resourceCode ?? null)}::text[],
          ${rows.map((r) => (r.before === undefined ? null : JSON.stringify(r.before)))}::jsonb[],
          ${rows.map((r) => JSON.stringify(r.after ?? null))}::jsonb[])
          as u(id, resource, resource_id, resource_code, before, after)`);
    },
  };
}

import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

type Document = Record<string, unknown>;

export interface AuditRow {
  id: string;
  at: string;
  keyId: string | null;
  name: string;
  operation: string;
  resource: string;
  resourceId: string | null;
  resourceCode: string | null;
  before: Document | null;
  after: Document | null;
  requestId: string;
}

export interface AuditFilter {
  since?: string;
  until?: string;
  operation?: string;
  /** Nouns as the rows have them. */
  resources?: readonly string[];
  resourceId?: string;
}

/** Audit rows before the given one, newest first: ids grow with the time they were made. */
export function list(
  tx: Tx,
  tenantId: string,
  filter: AuditFilter,
  limit: number,
  before: string | undefined,
): Promise<AuditRow[]> {
  const { since = null, until = null, operation = null, resources = null, resourceId = null } = filter;
  return tx.query<AuditRow>(sql`
    select id, at, actor_key_id as "keyId", actor_name as name, operation, resource, resource_id as "resourceId",
      resource_code as "resourceCode", before, after, coalesce(request_id::text, '') as "requestId"
    from audit_events
    where tenant_id = ${tenantId}
      and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
      and (${since}::timestamptz is null or at >= ${since}::timestamptz)
      and (${until}::timestamptz is null or at < ${until}::timestamptz)
      and (${operation}::text is null or operation = ${operation})
      and (${resources}::text[] is null or resource = any (${resources}::text[]))
      and (${resourceId}::uuid is null or resource_id = ${resourceId}::uuid)
    order by id desc
    limit ${limit}`);
}

import type { components } from '@erp/openapi/types';
import type { Database, Tx } from '../../db/database.ts';
import { fragment, sql } from '../../db/sql.ts';
import type { StoredKey } from '../../http/authenticate.ts';
import { platformId } from '../../kernel/id.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';

export type ApiKey = components['schemas']['ApiKey'];

const select = fragment(`
  select k.id, k.name, k.scopes, t.slug as tenant, nullif(k.tenant_id, '${platformId}') as "tenantId", k.prefix,
    k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.created_at as "createdAt", k.updated_at as "updatedAt", k.version
  from api_keys k left join tenants t on t.id = k.tenant_id`);

/** The key of a hash, whatever tenant it belongs to: the one look-up that comes before the tenant is known. */
export async function findKey(db: Database, hash: Buffer): Promise<StoredKey | undefined> {
  const [key] = await db.tx({ role: 'erp_platform', tenantId: platformId }, (tx) =>
    tx.query<StoredKey>(sql`
      select id as "keyId", name, scopes, nullif(tenant_id, ${platformId}) as "tenantId", expires_at as "expiresAt",
        revoked_at as "revokedAt"
      from api_keys where hash = ${hash}`),
  );
  return key;
}

export interface NewKey {
  id: string;
  name: string;
  hash: Buffer;
  prefix: string;
  scopes: readonly string[];
  expiresAt: string | null;
  at: string;
}

export async function insert(tx: Tx, tenantId: string, key: NewKey): Promise<void> {
  await tx.query(sql`
    insert into api_keys (tenant_id, id, name, hash, prefix, scopes, created_at, updated_at, expires_at)
    values (${tenantId}, ${key.id}, ${key.name}, ${key.hash}, ${key.prefix}, ${key.scopes}, ${key.at}, ${key.at}, ${key.expiresAt})`);
}

export async function get(tx: Tx, tenantId: string, id: string): Promise<ApiKey | undefined> {
  const [key] = await tx.query<ApiKey>(sql`${select} where k.tenant_id = ${tenantId} and k.id = ${id}`);
  return key;
}

export async function list(
  tx: Tx,
  tenantId: string,
  query: { limit?: number; cursor?: string },
): Promise<Page<ApiKey>> {
  const limit = query.limit ?? defaultLimit;
  const [after] = decodeCursor(query.cursor, 1) ?? [platformId];
  const rows = await tx.query<ApiKey>(
    sql`${select} where k.tenant_id = ${tenantId} and k.id > ${after} order by k.id limit ${limit + 1}`,
  );
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => row,
  );
}

export async function revoke(tx: Tx, tenantId: string, id: string, at: string): Promise<void> {
  await tx.query(sql`
    update api_keys set revoked_at = ${at}, updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and revoked_at is null`);
}

export async function anyKey(tx: Tx): Promise<boolean> {
  const rows = await tx.query(sql`select id from api_keys limit 1`);
  return rows.length > 0;
}

export async function lockFirst(tx: Tx): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('erp first key'))`);
}

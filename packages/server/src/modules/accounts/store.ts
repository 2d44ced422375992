import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { createStore } from '../../db/resource-store.ts';
import { sql } from '../../db/sql.ts';

export type Account = components['schemas']['Account'];

export const accounts = createStore<Account>({
  table: 'accounts',
  noun: 'account',
  fields: [
    { name: 'name', column: 'name', kind: 'text' },
    { name: 'translations', column: 'translations', kind: 'json' },
    { name: 'statement', column: 'statement', kind: 'text' },
    { name: 'type', column: 'type', kind: 'text' },
    { name: 'parent', column: 'parent_id', kind: 'ref', refTable: 'accounts', unknown: 'account_unknown' },
    { name: 'postable', column: 'postable', kind: 'boolean' },
    { name: 'currency', column: 'currency', kind: 'text' },
    { name: 'control', column: 'control', kind: 'text' },
    { name: 'partyPolicy', column: 'party_policy', kind: 'text' },
    { name: 'dimensionPolicy', column: 'dimension_policy', kind: 'json' },
    { name: 'settleable', column: 'settleable', kind: 'boolean' },
    { name: 'unit', column: 'unit', kind: 'text' },
    { name: 'mappings', column: 'mappings', kind: 'json' },
    { name: 'active', column: 'active', kind: 'boolean' },
    { name: 'validFrom', column: 'valid_from', kind: 'date' },
    { name: 'validTo', column: 'valid_to', kind: 'date' },
    {
      name: 'replaces',
      column: 'replaces_id',
      kind: 'ref',
      refTable: 'accounts',
      unknown: 'account_unknown',
    },
  ],
});

/** Whether a posted line uses the account; from then on its code and its kind are fixed. */
export async function isUsed(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from lines where tenant_id = ${tenantId} and account_id = ${id} limit 1`,
  );
  return rows.length > 0;
}

/** Ids from an account up to the root of its tree. */
export async function ancestors(tx: Tx, tenantId: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    with recursive up as (
      select id, parent_id, 1 as depth from accounts where tenant_id = ${tenantId} and id = ${id}
      union all
      select a.id, a.parent_id, up.depth + 1 from accounts a join up on a.id = up.parent_id
      where a.tenant_id = ${tenantId} and up.depth < 100)
    select id from up`);
  return rows.map((row) => row.id);
}

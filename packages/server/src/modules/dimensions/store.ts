import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { createStore } from '../../db/resource-store.ts';
import { fragment, sql } from '../../db/sql.ts';

export type Dimension = components['schemas']['Dimension'];
export type DimensionValue = components['schemas']['DimensionValue'];

export const dimensions = createStore<Dimension>({
  table: 'dimensions',
  noun: 'dimension',
  fields: [
    { name: 'name', column: 'name', kind: 'text' },
    {
      name: 'parent',
      column: 'parent_id',
      kind: 'ref',
      refTable: 'dimensions',
      unknown: 'dimension_unknown',
    },
    { name: 'requiredOn', column: 'required_on', kind: 'json' },
    { name: 'active', column: 'active', kind: 'boolean' },
  ],
});

/** Values live inside their dimension: two dimensions may have the same code. */
export const values = createStore<DimensionValue>({
  table: 'dimension_values',
  noun: 'dimension value',
  within: 'dimension_id',
  fields: [
    { name: 'name', column: 'name', kind: 'text' },
    {
      name: 'parent',
      column: 'parent_id',
      kind: 'ref',
      refTable: 'dimension_values',
      unknown: 'dimension_unknown',
    },
    { name: 'validFrom', column: 'valid_from', kind: 'date' },
    { name: 'validTo', column: 'valid_to', kind: 'date' },
    { name: 'active', column: 'active', kind: 'boolean' },
    { name: 'dimension', column: 'dimension_id', kind: 'ref', refTable: 'dimensions' },
  ],
});

/** Whether a posted line names the dimension; from then on its code is fixed. */
export async function isUsed(tx: Tx, tenantId: string, dimension: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from lines where tenant_id = ${tenantId} and dimensions ? ${dimension} limit 1`,
  );
  return rows.length > 0;
}

/** Whether a posted line names the value; from then on its code is fixed. */
export async function isValueUsed(
  tx: Tx,
  tenantId: string,
  dimension: string,
  value: string,
): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from lines where tenant_id = ${tenantId} and dimensions ->> ${dimension} = ${value} limit 1`,
  );
  return rows.length > 0;
}

/** An account whose policy names the dimension by its code. */
export async function accountWithPolicy(
  tx: Tx,
  tenantId: string,
  dimension: string,
): Promise<string | undefined> {
  const [account] = await tx.query<{ code: string }>(sql`
    select code from accounts where tenant_id = ${tenantId} and dimension_policy ? ${dimension} order by code limit 1`);
  return account?.code;
}

/** Ids from a dimension, or a value, up to the root of its tree. */
export async function ancestors(
  tx: Tx,
  tenantId: string,
  table: 'dimensions' | 'dimension_values',
  id: string,
): Promise<string[]> {
  const from = fragment(table);
  const rows = await tx.query<{ id: string }>(sql`
    with recursive up as (
      select id, parent_id, 1 as depth from ${from} where tenant_id = ${tenantId} and id = ${id}
      union all
      select d.id, d.parent_id, up.depth + 1 from ${from} d join up on d.id = up.parent_id
      where d.tenant_id = ${tenantId} and up.depth < 100)
    select id from up`);
  return rows.map((row) => row.id);
}

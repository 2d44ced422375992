import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { createStore } from '../../db/resource-store.ts';
import { sql } from '../../db/sql.ts';

export type Journal = components['schemas']['Journal'];

export const journals = createStore<Journal>({
  table: 'journals',
  noun: 'journal',
  fields: [
    { name: 'name', column: 'name', kind: 'text' },
    { name: 'area', column: 'area', kind: 'text' },
    { name: 'series', column: 'series_id', kind: 'ref', refTable: 'series', unknown: 'invalid_request' },
    {
      name: 'defaultAccount',
      column: 'default_account_id',
      kind: 'ref',
      refTable: 'accounts',
      unknown: 'account_unknown',
    },
    { name: 'currency', column: 'currency', kind: 'text' },
    { name: 'manual', column: 'manual', kind: 'boolean' },
    { name: 'mappings', column: 'mappings', kind: 'json' },
    { name: 'active', column: 'active', kind: 'boolean' },
  ],
});

/** Whether an entry stands in the journal; from then on its code is fixed. */
export async function isUsed(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select id from entries where tenant_id = ${tenantId} and journal_id = ${id} limit 1`,
  );
  return rows.length > 0;
}

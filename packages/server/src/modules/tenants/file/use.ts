import type { Tx } from '../../../db/database.ts';
import { fragment, sql } from '../../../db/sql.ts';
import { isUsed as isAccountUsed } from '../../accounts/index.ts';
import { isCurrencyUsed } from '../../currencies/index.ts';
import { isDimensionUsed, isValueUsed } from '../../dimensions/index.ts';
import { isJournalUsed } from '../../journals/index.ts';
import { isSeriesUsed } from '../../series/index.ts';
import type { Resource, Row } from './kinds.ts';

export type LivingRow = Row & { id: string; version: number };

/** Whether posted books use a row, so that some of its fields are fixed. */
export function isUsed(tx: Tx, tenantId: string, resource: Resource, row: LivingRow): Promise<boolean> {
  switch (resource) {
    case 'account':
      return isAccountUsed(tx, tenantId, row.id);
    case 'currency':
      return isCurrencyUsed(tx, tenantId, row.code);
    case 'dimension':
      return isDimensionUsed(tx, tenantId, row.code);
    case 'dimensionValue':
      return isValueUsed(tx, tenantId, String(row['dimension']), row.code);
    case 'series':
      return isSeriesUsed(tx, tenantId, row.id);
    case 'journal':
      return isJournalUsed(tx, tenantId, row.id);
  }
}

/** Tables whose rows name one by its id, beside the posted books and what a file holds itself. */
const namedBy: Partial<Record<Resource, { table: string; column: string; what: string }>> = {
  account: {
    table: 'party_roles',
    column: 'control_account_id',
    what: 'a party has it as its control account',
  },
  journal: { table: 'drafts', column: 'journal_id', what: 'a draft stands in it' },
};

/** Why a row may not be removed, for what lies outside the file; undefined when nothing uses it. */
export async function useOf(
  tx: Tx,
  tenantId: string,
  resource: Resource,
  row: LivingRow,
): Promise<string | undefined> {
  if (await isUsed(tx, tenantId, resource, row)) return 'posted entries use it';
  if (resource !== 'journal' && (await isInDrafts(tx, tenantId, row.code))) return 'a draft may name it';

  const named = namedBy[resource];
  if (!named) return undefined;
  const rows = await tx.query(sql`
    select tenant_id from ${fragment(named.table)}
    where tenant_id = ${tenantId} and ${fragment(named.column)} = ${row.id} limit 1`);
  return rows.length > 0 ? named.what : undefined;
}

/** Drafts keep their lines as they were written: whether one of them has the code as a text anywhere. */
async function isInDrafts(tx: Tx, tenantId: string, code: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select id from drafts
    where tenant_id = ${tenantId} and jsonb_path_exists(body, '$.** ? (@ == $code)', jsonb_build_object('code', ${code}::text))
    limit 1`);
  return rows.length > 0;
}

/** Holds every period: postings that are under way end first, and those that come later find what is left of the tenant. */
export async function holdPeriods(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(sql`
    select year_id from periods where tenant_id = ${tenantId} order by year_id, number for update`);
}

/** One change of a tenant's file at a time, and none while an import commits or a year is opened. */
export async function holdTenant(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${tenantId}))`);
}

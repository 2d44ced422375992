import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { StoredTrialBalance } from './rules.ts';

type Area = components['schemas']['ClosableArea'];

/** Who changes a period, and the instant of it. */
export interface Stamp {
  by: string;
  at: string;
}

/** Closes the period whole and keeps its trial balance. */
export async function close(
  tx: Tx,
  tenantId: string,
  id: string,
  stamp: Stamp,
  kept: StoredTrialBalance,
): Promise<void> {
  await tx.query(sql`
    update periods set state = 'closed', closed_by = ${stamp.by}, closed_at = ${stamp.at},
      trial_balance = ${JSON.stringify(kept.lines)}, trial_balance_sha256 = ${kept.sha256}, updated_at = ${stamp.at},
      version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function closeArea(
  tx: Tx,
  tenantId: string,
  id: string,
  stamp: Stamp,
  area: Area,
): Promise<void> {
  await tx.query(sql`
    update periods set closed_areas = array_append(closed_areas, ${area}), closed_by = ${stamp.by}, closed_at = ${stamp.at},
      updated_at = ${stamp.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

/** Opens the period; what was kept at its closing no longer holds. Areas that were closed before stay closed. */
export async function reopen(
  tx: Tx,
  tenantId: string,
  id: string,
  at: string,
  reason: string,
): Promise<void> {
  await tx.query(sql`
    update periods set state = 'open', closed_by = null, closed_at = null, reason = ${reason}, trial_balance = null,
      trial_balance_sha256 = null, updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

/** Opens one area; with the last one nobody has closed anything any more. */
export async function reopenArea(
  tx: Tx,
  tenantId: string,
  id: string,
  at: string,
  reason: string,
  area: Area,
): Promise<void> {
  await tx.query(sql`
    update periods set closed_areas = array_remove(closed_areas, ${area}), reason = ${reason},
      closed_by = case when closed_areas = array[${area}] then null else closed_by end,
      closed_at = case when closed_areas = array[${area}] then null else closed_at end,
      updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

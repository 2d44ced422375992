import type { Tx } from '../../../db/database.ts';
import { fragment, sql } from '../../../db/sql.ts';

/**
 * For the checks and the writing of an import. Nobody has counted the rows that were just staged: the planner takes them for
 * one or two, and a nested loop over a million takes hours. A hash that is larger than thought is merely larger.
 */
export async function planForBulk(tx: Tx): Promise<void> {
  for (const setting of ['enable_nestloop = off', 'jit = off', "work_mem = '64MB'"]) {
    await tx.query(sql`set local ${fragment(setting)}`);
  }
}

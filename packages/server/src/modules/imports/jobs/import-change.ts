import type { Tx } from '../../../db/database.ts';
import { changeOf } from '../../../http/change.ts';
import type { Change } from '../../../http/context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { AskedBy } from './queue.ts';

/** A change that a job makes in the name of whoever asked for it. */
export function importChange(tx: Tx, tenantId: string, by: AskedBy, now: Clock): Change {
  const { keyId, name, requestId, operation } = by;
  const actor = { keyId, name, scopes: [], tenantId };
  return changeOf({ now, actor, operation, requestId }, { role: 'erp_app', tenantId }, tx);
}

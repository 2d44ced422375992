import type { Change, Context } from '../../../http/context.ts';
import { queueJob } from '../../../jobs/queue.ts';
import { importOf } from '../rules.ts';
import { find } from '../store.ts';

export type JobKind = 'imports.validate' | 'imports.commit' | 'imports.reverse';

/** Who asked for the job: entries and audit rows name them, whichever process does the work. */
export interface AskedBy {
  keyId: string;
  name: string;
  requestId: string;
  operation: string;
}

/** Queues the job with the change that asks for it; the answer is the session as it stands then. */
export async function queue(tx: Change, context: Context, kind: JobKind, id: string) {
  const { tenant, actor, requestId, operation } = context;
  const by: AskedBy = { keyId: actor.keyId, name: actor.name, requestId, operation };
  await queueJob(tx, tenant.id, { id: tx.newId(), kind, subjectId: id, payload: { by }, at: tx.at });
  const session = await find(tx, tenant.id, id);
  if (!session) throw new Error(`import ${id} was there a moment ago`);
  return importOf(session, tenant);
}

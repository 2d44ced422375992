import type { Tx } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** The lease was taken over by another worker: what was done must not be committed. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface NewJob {
  id: string;
  kind: string;
  subjectId: string;
  payload?: Record<string, unknown>;
  at: string;
}

/** Queues a job in the caller's transaction: it runs only when that commits. */
export async function queueJob(tx: Tx, tenantId: string, job: NewJob): Promise<void> {
  await tx.query(sql`
    insert into jobs (tenant_id, id, kind, subject_id, run_at, payload, created_at)
    values (${tenantId}, ${job.id}, ${job.kind}, ${job.subjectId}, ${job.at}, ${JSON.stringify(job.payload ?? {})}, ${job.at})`);
}

/** Ends the job in the transaction of its work, which fails when the lease is no longer held. */
export async function finishJob(
  tx: Tx,
  tenantId: string,
  id: string,
  token: string,
  at: string,
): Promise<void> {
  const rows = await tx.query(sql`
    update jobs set state = 'done', finished_at = ${at}, lease_until = null
    where tenant_id = ${tenantId} and id = ${id} and lease_token = ${token} and state = 'running'
    returning id`);
  if (rows.length === 0) throw new LeaseLost(`job ${id} was taken over by another worker`);
}

/** After a crash of an embedded server nobody else can hold a lease: its jobs go on at once. */
export async function freeLeases(tx: Tx): Promise<void> {
  await tx.query(sql`
    update jobs set state = 'queued', lease_until = null, lease_token = null where state = 'running'`);
}

import type { Tx } from '../../../db/database.ts';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { finishJob, LeaseLost } from '../../../jobs/queue.ts';
import type { Job, Lease } from '../../../jobs/worker.ts';
import { instant } from '../../../kernel/clock.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Services } from '../../../services.ts';
import { find, lock, type Patch, type Session, type State, update } from '../store.ts';
import { planForBulk } from './bulk.ts';
import { importChange } from './import-change.ts';
import type { AskedBy } from './queue.ts';

/** One run of a job of an import. */
export interface Work {
  tx: Change;
  tenant: TenantInfo;
  session: Session;
  by: AskedBy;
  now: Services['now'];
  /** Says how far it is, where another connection can: on the embedded database the one there is does the work. */
  report(phase: string, done: number, total: number): Promise<void>;
  /** Throws when the lease is lost or the server stops: what was done is rolled back, and another worker begins again. */
  checkLease(): void;
}

export type Done = Patch & { state?: State };

/**
 * Runs the work of a job in one transaction: what it did, the state of the session and the end of the job are there together
 * or not at all, and a worker whose lease was taken over commits nothing. `states`: where the session must be, before and
 * after; a session that was cancelled meanwhile ends the job.
 */
export async function runInOne(
  services: Services,
  job: Job,
  lease: Lease,
  states: readonly State[],
  work: (work: Work) => Promise<Done>,
): Promise<void> {
  const { db, now } = services;
  const { tenantId, subjectId: id } = job;
  const tenant = await services.tenants.find(tenantId);
  if (!tenant) throw new Error(`tenant ${tenantId} is gone`);
  const by = (job.payload as { by: AskedBy }).by;
  const scope = { role: 'erp_app', tenantId } as const;

  await db.tx(scope, async (plain) => {
    await planForBulk(plain);
    const tx = importChange(plain, tenantId, by, now);
    const session = await find(tx, tenantId, id);
    if (session && states.includes(session.state)) {
      const done = await work({
        ...{ tx, tenant, session, by, now },
        report: async (phase, done, total) => {
          if (db.embedded) return;
          await db.tx(scope, (other) =>
            update(other, tenantId, id, instant(now()), { progress: { phase, done, total } }),
          );
        },
        checkLease: () => {
          if (lease.signal.aborted) throw new LeaseLost(`job ${job.id} was taken away or the server stops`);
        },
      });
      const current = await lock(tx, tenantId, id);
      if (!current || !states.includes(current.state))
        throw new SessionMoved(`import ${id} is ${current?.state}`);
      await update(tx, tenantId, id, tx.at, { progress: null, ...done });
    }
    await finishJob(tx, tenantId, job.id, lease.token, instant(now()));
  });
}

/** The session was cancelled while the job ran; the next run of the job finds it so and ends. */
class SessionMoved extends Error {
  override readonly name = 'SessionMoved';
}

/** Ends the job by a refusal: the session goes to `state` and says why. */
export async function endRefused(
  services: Services,
  job: Job,
  lease: Lease,
  patch: Patch,
  problem: Problem,
): Promise<void> {
  const { tenantId, subjectId } = job;
  const at = instant(services.now());
  await services.db.tx({ role: 'erp_app', tenantId }, async (tx: Tx) => {
    await update(tx, tenantId, subjectId, at, {
      ...patch,
      progress: null,
      failure: problem.toBody(requestIdOf(job)),
    });
    await finishJob(tx, tenantId, job.id, lease.token, at);
  });
}

export const requestIdOf = (job: Job): string => (job.payload as { by: AskedBy }).by.requestId;

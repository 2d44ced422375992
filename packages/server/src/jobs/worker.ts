import type { Database } from '../db/database.ts';
import { isDatabaseAway } from '../db/problems.ts';
import { sql } from '../db/sql.ts';
import { type Clock, instant } from '../kernel/clock.ts';
import { platformId, uuidv7 } from '../kernel/id.ts';

/** A job as its runner sees it. */
export interface Job {
  tenantId: string;
  id: string;
  kind: string;
  subjectId: string;
  attempts: number;
  payload: Record<string, unknown>;
}

export interface Lease {
  readonly token: string;
  /** Aborted when the lease is lost or the server stops: the runner ends without committing. */
  readonly signal: AbortSignal;
}

/**
 * Does the work of one kind. It must be safe to run again from the start: a job whose worker died runs once more. The last
 * transaction of the work checks `finishJob`, so that a worker that lost its lease commits nothing.
 */
export type Runner = (job: Job, lease: Lease) => Promise<void>;

export interface JobsOptions {
  db: Database;
  now: Clock;
  runners: Record<string, Runner>;
  onError(job: Job, error: unknown): void;
  /** How long a lease lasts without being renewed, in milliseconds. */
  leaseFor?: number;
  /** How often an idle worker looks, in milliseconds. */
  every?: number;
  /** Asked before a job is taken: false while the schema is not one that the server speaks. */
  mayRun?(): boolean;
  /** What becomes of a job whose runner threw for the last time; it must end what the job stands for. */
  onGivenUp(job: Job, error: unknown): Promise<void>;
}

export interface Jobs {
  /** Looks for work now: called after a job was queued in this process. */
  wake(): void;
  stop(): Promise<void>;
}

const scope = { role: 'erp_platform', tenantId: platformId } as const;
const attemptsAtMost = 5;

/** Runs queued jobs one at a time, each under a lease that is renewed while it runs. Any number of processes may do so. */
export function startJobs(options: JobsOptions): Jobs {
  const { db, now, runners } = options;
  const leaseFor = options.leaseFor ?? 15_000;
  const stop = new AbortController();
  let wakeUp: (() => void) | undefined;
  let woken = false;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stop.signal.aborted) wakeUp();
    });

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      woken = false;
      const taken = await (options.mayRun?.() === false ? Promise.resolve(undefined) : take()).catch(
        (error: unknown) => {
          options.onError(
            {
              tenantId: platformId,
              id: platformId,
              kind: 'take',
              subjectId: platformId,
              attempts: 0,
              payload: {},
            },
            error,
          );
          return undefined;
        },
      );
      if (taken) await run(taken.job, taken.token);
      else await sleep(options.every ?? 1_000);
    }
  }

  /** The oldest job that waits or whose lease has run out. */
  async function take(): Promise<{ job: Job; token: string } | undefined> {
    const token = uuidv7(now());
    const at = instant(now());
    const until = instant(now() + leaseFor);
    const rows = await db.tx(scope, (tx) =>
      tx.query<Job>(sql`
        update jobs j
        set state = 'running', attempts = j.attempts + 1, lease_token = ${token}, lease_until = ${until}
        from (
          select tenant_id, id from jobs
          where state in ('queued', 'running') and run_at <= ${at} and (lease_until is null or lease_until < ${at})
          order by run_at, id
          limit 1
          for update skip locked) next
        where j.tenant_id = next.tenant_id and j.id = next.id
        returning j.tenant_id as "tenantId", j.id, j.kind, j.subject_id as "subjectId", j.attempts, j.payload`),
    );
    return rows[0] && { job: rows[0], token };
  }

  async function run(job: Job, token: string): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, stop.signal]);
    const renewal = setInterval(() => {
      renew(job, token).then(
        (held) => held || lost.abort(),
        () => undefined, // The database is away: the lease runs out by itself, and the last transaction checks it.
      );
    }, leaseFor / 3);

    try {
      const runner = runners[job.kind];
      if (!runner) throw new Error(`no runner for jobs of kind ${job.kind}`);
      await runner(job, { token, signal });
    } catch (error) {
      options.onError(job, error);
      await release(job, token, error).catch((e: unknown) => options.onError(job, e));
    } finally {
      clearInterval(renewal);
    }
  }

  async function renew(job: Job, token: string): Promise<boolean> {
    const rows = await db.tx(scope, (tx) =>
      tx.query(sql`
        update jobs set lease_until = ${instant(now() + leaseFor)}
        where tenant_id = ${job.tenantId} and id = ${job.id} and lease_token = ${token} and state = 'running'
        returning id`),
    );
    return rows.length === 1;
  }

  /**
   * Gives a failed job back: later each time, and for good after the fifth. A stop of the server is no failure, nor is a
   * database that went away: neither counts. A job whose lease was lost is no longer ours to give.
   */
  async function release(job: Job, token: string, error: unknown): Promise<void> {
    if (!(await renew(job, token))) return;

    const stopped = stop.signal.aborted;
    const counts = !stopped && !isDatabaseAway(error);
    const givenUp = job.attempts >= attemptsAtMost && counts;
    if (givenUp) await options.onGivenUp(job, error);
    const failure = JSON.stringify({ message: error instanceof Error ? error.message : String(error) });
    const runAt = instant(now() + (stopped ? 0 : 500 * 2 ** job.attempts));
    await db.tx(scope, (tx) =>
      tx.query(sql`
        update jobs
        set state = ${givenUp ? 'failed' : 'queued'}, run_at = ${runAt}, lease_until = null, lease_token = null,
          attempts = ${counts ? job.attempts : job.attempts - 1}, failure = ${failure}
        where tenant_id = ${job.tenantId} and id = ${job.id} and lease_token = ${token}`),
    );
  }

  const running = loop();
  return {
    wake: () => {
      woken = true;
      wakeUp?.();
    },
    stop: async () => {
      stop.abort();
      wakeUp?.();
      await running;
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/harness.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { instant, systemClock } from '../kernel/clock.ts';
import { platformId, uuidv7 } from '../kernel/id.ts';
import { finishJob, freeLeases, LeaseLost, queueJob } from './queue.ts';
import { type Job, type Jobs, type JobsOptions, type Lease, startJobs } from './worker.ts';

let db: Database;
/** Milliseconds that the workers' clock is ahead of the real one. */
let ahead = 0;
const now = () => systemClock() + ahead;
const workers: Jobs[] = [];

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

afterAll(() => db.close());

afterEach(async () => {
  await Promise.all(workers.splice(0).map((w) => w.stop()));
  ahead = 0;
});

const platform = { role: 'erp_platform', tenantId: platformId } as const;

interface Row {
  state: string;
  attempts: number;
  leaseUntil: string | null;
  runAt: string;
  failure: { message: string } | null;
}

async function queue(kind: string): Promise<string> {
  const id = uuidv7(now());
  await db.tx(platform, (tx) => queueJob(tx, platformId, { id, kind, subjectId: id, at: instant(now()) }));
  return id;
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await db.tx(platform, (tx) =>
    tx.query<Row>(sql`
      select state, attempts, lease_until as "leaseUntil", run_at as "runAt", failure
      from jobs where tenant_id = ${platformId} and id = ${id}`),
  );
  if (!row) throw new Error(`no job ${id}`);
  return row;
}

function work(runners: JobsOptions['runners'], more: Partial<JobsOptions> = {}): Jobs {
  const jobs = startJobs({
    db,
    now,
    runners,
    every: 10,
    onError: () => {},
    onGivenUp: async () => {},
    ...more,
  });
  workers.push(jobs);
  return jobs;
}

/** Waits until something is so; a test that waits in vain runs into its own time limit. */
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(5);
}

const finish = (job: Job, lease: Lease) =>
  db.tx(platform, (tx) => finishJob(tx, job.tenantId, job.id, lease.token, instant(now())));

/** A gate that a runner waits at until the test opens it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** The jobs as so many workers began them, once all of them are done. */
async function ranBy(workers: number, kind: string, ids: readonly string[]): Promise<string[]> {
  const ran: string[] = [];
  const run = async (job: Job, lease: Lease) => {
    ran.push(job.id);
    await finish(job, lease);
  };
  for (let n = 0; n < workers; n++) work({ [kind]: run });
  await until(async () => (await Promise.all(ids.map(rowOf))).every((r) => r.state === 'done'));
  return ran;
}

describe('jobs', () => {
  test('jobs.run in the order they were queued, by one worker', async () => {
    const ids = [await queue('ordered'), await queue('ordered'), await queue('ordered')];
    const ran = await ranBy(1, 'ordered', ids);
    expect(ran).toEqual(ids);
  });

  // In which order two workers begin what each has taken is up to them.
  test('jobs.run once each, by one of two workers', async () => {
    const ids = [await queue('once'), await queue('once'), await queue('once')];
    const ran = await ranBy(2, 'once', ids);
    expect(ran.sort()).toEqual([...ids].sort());
  });

  test('jobs.lease is renewed while the work goes on: nobody takes a long job over', async () => {
    const { open, opened } = gate();
    const seen: string[] = [];
    let runs = 0;
    const long = async (job: Job, lease: Lease) => {
      runs++;
      await opened;
      await finish(job, lease);
    };
    const id = await queue('long');
    // A busy machine may renew it late, but not by a second.
    work({ long }, { leaseFor: 1_500 });
    work({ long }, { leaseFor: 1_500 });
    await until(() => runs === 1);
    // Four times its first length: it is still held, because its end moves on.
    while (new Set(seen).size < 5) {
      seen.push((await rowOf(id)).leaseUntil ?? '');
      await sleep(20);
    }
    expect(runs).toBe(1);
    expect(seen).toEqual([...seen].sort());
    open();
    await until(async () => (await rowOf(id)).state === 'done');
    expect((await rowOf(id)).attempts).toBe(1);
  });

  test('jobs.lease that ran out is taken over, and what the first worker did is not committed', async () => {
    const { open, opened } = gate();
    const made: string[] = [];
    const id = await queue('takeover');

    // A worker whose process stood still: it renews nothing, and goes on when its lease is long gone.
    const token = uuidv7(now());
    await db.tx(platform, (tx) =>
      tx.query(sql`
        update jobs set state = 'running', attempts = 1, lease_token = ${token}, lease_until = ${instant(now() + 60_000)}
        where tenant_id = ${platformId} and id = ${id}`),
    );
    const takeover = async (job: Job, lease: Lease) => {
      made.push(`attempt ${job.attempts}`);
      await opened;
      await finish(job, lease);
    };
    work({ takeover });
    await sleep(50);
    expect(made).toEqual([]);
    ahead = 61_000;
    await until(() => made.length === 1);

    const late = db.tx(platform, async (tx) => {
      await tx.query(
        sql`update jobs set payload = '{"by": "the late one"}' where tenant_id = ${platformId} and id = ${id}`,
      );
      await finishJob(tx, platformId, id, token, instant(now()));
    });
    open();
    await expect(late).rejects.toThrow(LeaseLost);
    await until(async () => (await rowOf(id)).state === 'done');
    expect(made).toEqual(['attempt 2']);
    const [row] = await db.tx(platform, (tx) =>
      tx.query<{ payload: object }>(
        sql`select payload from jobs where tenant_id = ${platformId} and id = ${id}`,
      ),
    );
    expect(row?.payload).toEqual({});
  });

  test('jobs.lease lost: the runner is told, and its failure neither frees nor ends the job of another', async () => {
    const told = gate();
    const givenUp: string[] = [];
    const id = await queue('lost');
    await db.tx(platform, (tx) =>
      tx.query(sql`update jobs set attempts = 4 where tenant_id = ${platformId} and id = ${id}`),
    );
    const lost = async (_job: Job, lease: Lease) => {
      const taken = uuidv7(now());
      await db.tx(platform, (tx) =>
        tx.query(sql`
          update jobs set lease_token = ${taken}, lease_until = ${instant(now() + 3_600_000)}
          where tenant_id = ${platformId} and id = ${id}`),
      );
      await new Promise<void>((resolve) => lease.signal.addEventListener('abort', () => resolve()));
      told.open();
      throw new Error('my lease is gone');
    };
    const jobs = work({ lost }, { leaseFor: 60, onGivenUp: async (job) => void givenUp.push(job.id) });
    await told.opened;
    await jobs.stop();
    expect(givenUp).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'running', attempts: 5, failure: null });
  });

  test('jobs.stop ends between jobs: the one under way is finished, the next is left for another server', async () => {
    const { open, opened } = gate();
    let started = 0;
    const steady = async (job: Job, lease: Lease) => {
      started++;
      await opened;
      await finish(job, lease);
    };
    const [first, second] = [await queue('steady'), await queue('steady')];
    const jobs = work({ steady });
    await until(() => started === 1);
    const stopped = jobs.stop();
    open();
    await stopped;
    expect(await rowOf(first)).toMatchObject({ state: 'done' });
    expect(await rowOf(second)).toMatchObject({ state: 'queued', attempts: 0 });
    await db.tx(platform, (tx) =>
      tx.query(sql`update jobs set state = 'done' where tenant_id = ${platformId} and id = ${second}`),
    );
  });

  test('jobs.stop: long work that is told to end is given back at once, and it counts as no attempt', async () => {
    let started = 0;
    const patient = async (_job: Job, lease: Lease) => {
      started++;
      await new Promise<void>((resolve) => lease.signal.addEventListener('abort', () => resolve()));
      lease.signal.throwIfAborted();
    };
    const id = await queue('patient');
    const jobs = work({ patient });
    await until(() => started === 1);
    await jobs.stop();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'queued', attempts: 0, leaseUntil: null });
    expect(Date.parse(row.runAt)).toBeLessThanOrEqual(now());

    work({ patient: finish });
    await until(async () => (await rowOf(id)).state === 'done');
  });

  test.each([
    { code: '57P01', message: 'terminating connection due to administrator command' },
    { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
    { message: 'Connection terminated unexpectedly' },
    { message: 'Client has encountered a connection error and is not queryable' },
  ])(
    'jobs.failing by a database that is away is no attempt, however often: %o',
    async ({ code, message }) => {
      const givenUp: string[] = [];
      let outages = 0;
      const id = await queue('away');
      const away = async (job: Job, lease: Lease) => {
        expect(job.attempts).toBe(1);
        if (outages++ < 7) throw Object.assign(new Error(message), { code });
        await finish(job, lease);
      };
      work({ away }, { onGivenUp: async (job) => void givenUp.push(job.id) });
      for (let outage = 1; outage <= 7; outage++) {
        await until(async () => outages === outage && (await rowOf(id)).state === 'queued');
        ahead += 1_000;
      }
      await until(async () => (await rowOf(id)).state === 'done');
      expect(givenUp).toEqual([]);
    },
  );

  test('jobs.failing backs off longer each time and is given up after the fifth, with its reason', async () => {
    const waits: number[] = [];
    const errors: string[] = [];
    const givenUp: [string, string][] = [];
    const id = await queue('failing');
    const failing = async (job: Job) => {
      throw new Error(`attempt ${job.attempts}`);
    };
    work(
      { failing },
      {
        onError: (_, error) => void errors.push((error as Error).message),
        onGivenUp: async (job, error) => void givenUp.push([job.id, (error as Error).message]),
      },
    );
    for (let attempt = 1; attempt < 5; attempt++) {
      await until(async () => (await rowOf(id)).attempts === attempt && (await rowOf(id)).state === 'queued');
      const { runAt, failure } = await rowOf(id);
      expect(failure).toEqual({ message: `attempt ${attempt}` });
      waits.push(Date.parse(runAt) - now());
      ahead += 500 * 2 ** attempt;
    }
    await until(async () => (await rowOf(id)).state === 'failed');
    expect(waits.every((wait, i) => i === 0 || wait > (waits[i - 1] ?? 0))).toBe(true);
    expect(givenUp).toEqual([[id, 'attempt 5']]);
    expect(errors).toEqual([1, 2, 3, 4, 5].map((n) => `attempt ${n}`));
    expect(await rowOf(id)).toMatchObject({
      state: 'failed',
      attempts: 5,
      failure: { message: 'attempt 5' },
    });
  });

  test('jobs.failing of one does not keep the others from running', async () => {
    const bad = await queue('bad');
    const good = await queue('good');
    work({ bad: () => Promise.reject(new Error('no')), good: finish });
    await until(async () => (await rowOf(good)).state === 'done');
    expect((await rowOf(bad)).attempts).toBeGreaterThan(0);
    await db.tx(platform, (tx) =>
      tx.query(sql`update jobs set state = 'failed' where tenant_id = ${platformId} and id = ${bad}`),
    );
  });

  test('jobs.queue in a transaction that is taken back: the job was never there', async () => {
    const id = uuidv7(now());
    const undone = db.tx(platform, async (tx) => {
      await queueJob(tx, platformId, { id, kind: 'never', subjectId: id, at: instant(now()) });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await expect(rowOf(id)).rejects.toThrow('no job');
  });

  test('jobs.freeLeases after a crash of the embedded server its jobs go on at once', async () => {
    const id = await queue('crashed');
    await db.tx(platform, (tx) =>
      tx.query(sql`
        update jobs set state = 'running', attempts = 1, lease_token = ${uuidv7(now())}, lease_until = ${instant(now() + 15_000)}
        where tenant_id = ${platformId} and id = ${id}`),
    );
    await db.tx(platform, freeLeases);
    work({ crashed: finish });
    await until(async () => (await rowOf(id)).state === 'done');
    expect((await rowOf(id)).attempts).toBe(2);
  });
});

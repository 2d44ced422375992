import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Tx } from '../database.ts';
import { sql } from '../sql.ts';
import { SchemaConflict, SchemaError } from './problems.ts';

/** What the migrator tells while it works. */
export interface MigrationEvent {
  event: 'begin' | 'progress' | 'waiting' | 'done';
  number: number;
  name: string;
  phase: 'expand' | 'backfill' | 'contract';
  /** Rows that a backfill has gone through, and about how many there are. */
  rows: number | null;
  of: number | null;
  seconds: number | null;
  detail: string | null;
}

/** Where and how the migrator works. */
export interface Site {
  db: Database;
  say(event: MigrationEvent): void;
  /** Asked between two steps, and while another program is at work: true ends the work there. */
  shouldStop(): boolean;
  /** Other servers may use the database: no lock may keep them waiting. Off for a database that is new or embedded. */
  isBusy: boolean;
}

export type Run = (text: string) => Promise<void>;

/** Longest wait for a lock, and longest time that a transaction may hold what others wait for; together below a second. In ms. */
const lockWait = 300;
const holdAtMost = 600;

/** Tries of a step whose locks others hold, and of one that took too long with them. */
const triesForLocks = 40;
const triesForTime = 5;

class AnotherAtWork extends Error {
  override readonly name = 'AnotherAtWork';
}

/** The work stopped between two steps because it was asked to. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * One transaction of the migrator. Of several that run at once one works at a time, by a lock that lives as long as the
 * transaction: a session's lock would be lost, or kept by a stranger, behind a transaction pooler. What waits gives way and comes
 * again: a lock that is waited for makes everybody behind it wait as well.
 */
export async function step<T>(
  site: Site,
  onWait: (detail: string) => void,
  work: (tx: Tx, run: Run) => Promise<T>,
): Promise<T> {
  let locks = 0;
  let slow = 0;
  for (;;) {
    try {
      return await site.db.owner(async (tx, run) => {
        const [lock] = await tx.query<{ held: boolean }>(
          sql`select pg_try_advisory_xact_lock(hashtext('erp migrations')) as held`,
        );
        if (!lock?.held) throw new AnotherAtWork();
        if (site.isBusy) await run(`set local lock_timeout = ${lockWait}`);
        return work(tx, run);
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (error instanceof AnotherAtWork) {
        // What others hold is tried to its end, so that a step which cannot be done says so.
        if (site.shouldStop()) throw new Stopped();
        onWait('another program is at work on the schema');
      } else if (code === '55P03' || code === '40P01') {
        if (++locks >= triesForLocks) throw await inTheWay(site.db);
        onWait(`rows or tables are in use: try ${locks} of ${triesForLocks}`);
      } else if (code === '57014' && site.isBusy) {
        if (++slow >= triesForTime) throw tooLong(error as Error);
        onWait(`it took longer than ${holdAtMost} ms: try ${slow} of ${triesForTime}`);
      } else {
        throw error;
      }
      await sleep(Math.min(2_000, 50 * 2 ** Math.min(locks + slow, 6)));
    }
  }
}

/** Runs statements one by one, all of them together in the time that others may be kept waiting. */
export async function runAll(site: Site, run: Run, statements: readonly string[]): Promise<void> {
  const end = performance.now() + holdAtMost;
  for (const statement of statements) {
    if (site.isBusy)
      await run(`set local statement_timeout = ${Math.max(1, Math.ceil(end - performance.now()))}`);
    await run(statement);
  }
  if (site.isBusy) await run('set local statement_timeout = 0');
}

async function inTheWay(db: Database): Promise<SchemaError> {
  const [oldest] = await db.owner((tx) =>
    tx.query<{ pid: number; seconds: number }>(sql`
      select pid, extract(epoch from now() - xact_start)::int as seconds from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
      order by xact_start limit 1`),
  );
  const who = oldest ? `; the oldest transaction is ${oldest.seconds} s old (process ${oldest.pid})` : '';
  return new SchemaConflict(
    `it did not get its lock in ${triesForLocks} tries, because others use the table all the time${who}: wait for it or end it, then run this again`,
  );
}

const tooLong = (cause: Error): SchemaError =>
  new SchemaError(
    `it was taken back ${triesForTime} times, because others would have waited longer than ${holdAtMost} ms: ` +
      `a migration that reads or writes a whole table is an expand, a backfill and a contract (${cause.message})`,
  );

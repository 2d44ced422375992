import type { Tx } from '../database.ts';
import { sql } from '../sql.ts';
import { runBackfill } from './backfill.ts';
import { runLong } from './long.ts';
import type { Migration } from './migration.ts';
import { SchemaConflict } from './problems.ts';
import type { Release } from './release.ts';
import { holdServers, olderServers } from './servers.ts';
import { readState, type SchemaState } from './state.ts';
import { type MigrationEvent, runAll, type Site, step } from './step.ts';

/** Applies one migration, from where it was left. Doing so twice, or in two programs at once, does it once. */
export async function apply(site: Site, release: Release, migration: Migration): Promise<void> {
  const began = performance.now();
  const tell = teller(site, migration);
  const isDone = async (tx: Tx) => {
    const rows = await tx.query(sql`select 1 from schema_migrations where number = ${migration.number}`);
    return rows.length > 0;
  };
  const record = (tx: Tx) =>
    tx.query(sql`
      insert into schema_migrations (number, name, sha256, phase, release, milliseconds)
      values (${migration.number}, ${migration.name}, ${migration.sha256}, ${migration.phase}, ${release.version},
        ${Math.round(performance.now() - began)})`);
  tell('begin');

  if (migration.phase === 'contract') await prepareContract(site, release, migration);
  if (migration.phase === 'backfill') {
    await runBackfill(site, migration, 1, {
      rows: (rows, of) => tell('progress', { rows, of }),
      wait: (detail) => tell('waiting', { detail }),
    });
  }

  let rows: number | null = null;
  await step(
    site,
    (detail) => tell('waiting', { detail }),
    async (tx, run) => {
      if (await isDone(tx)) return;
      if (migration.phase === 'contract') await checkContract(tx, release, migration);
      if (migration.phase === 'backfill') rows = await rowsOf(tx, migration.number);
      else if (!migration.isLong) await runAll(site, run, migration.up);
      else {
        for (const statement of migration.up) {
          await runLong(site, tx, run, statement, (detail) => tell('waiting', { detail }));
        }
      }
      await record(tx);
    },
  );
  tell('done', { rows, seconds: Math.round(performance.now() - began) / 1000 });
}

export type Tell = (event: MigrationEvent['event'], more?: Partial<MigrationEvent>) => void;

export function teller(
  site: Site,
  { number, name, phase }: Pick<Migration, 'number' | 'name' | 'phase'>,
): Tell {
  const nothing = { rows: null, of: null, seconds: null, detail: null };
  let waitingFor: string | null | undefined;
  return (event, more = {}) => {
    if (event === 'waiting' && more.detail === waitingFor) return;
    waitingFor = more.detail;
    site.say({ event, number, name, phase, ...nothing, ...more });
  };
}

/**
 * Older servers may have written rows behind a backfill, so it goes through everything once more when the last of them is gone.
 * It fills only what is not filled, so the second pass reads more than it writes.
 */
async function prepareContract(site: Site, release: Release, contract: Migration): Promise<void> {
  const state = await site.db.owner(readState);
  const wait = olderServers(state.servers, contract.number);
  if (wait) throw new SchemaConflict(`${contract.name} has to wait: ${wait}`);

  for (const backfill of backfillsOf(release, contract)) {
    if (!isBehind(state, contract, backfill, 1)) continue;
    const tell = teller(site, backfill);
    const onWait = (detail: string) => tell('waiting', { detail });
    await step(site, onWait, async (tx) => {
      if (!isBehind(await readState(tx), contract, backfill, 2)) return;
      await tx.query(sql`delete from schema_backfills where number = ${backfill.number} and pass = 2`);
    });
    await runBackfill(site, backfill, 2, {
      rows: (rows, of) => tell('progress', { rows, of, detail: 'once more, for what older servers wrote' }),
      wait: onWait,
    });
  }
}

/** In the transaction of a contract: no older server is here, none comes, and none has written behind the backfills. */
async function checkContract(tx: Tx, release: Release, contract: Migration): Promise<void> {
  await holdServers(tx);
  const state = await readState(tx);
  const wait = olderServers(state.servers, contract.number);
  if (wait) throw new SchemaConflict(`${contract.name} has to wait: ${wait}`);

  const behind = backfillsOf(release, contract).filter(
    (backfill) => isBehind(state, contract, backfill, 1) && isBehind(state, contract, backfill, 2),
  );
  if (behind.length > 0) {
    throw new SchemaConflict(`an older server came and went while ${contract.name} began: run this again`);
  }
}

/** Whether a server that does not know the contract may have written after the pass of a backfill began, or there was no such pass. */
function isBehind(state: SchemaState, contract: Migration, { number }: Migration, pass: 1 | 2): boolean {
  const since = state.backfills.find((b) => b.number === number && b.pass === pass)?.startedAt;
  return (
    since === undefined || state.servers.some((s) => s.speaksTo < contract.number && s.writesUntil >= since)
  );
}

/** The backfills that a contract relies on: those since the contract before it. */
function backfillsOf(release: Release, contract: Migration): Migration[] {
  const before = release.migrations.filter((m) => m.number < contract.number);
  const last = before.map((m) => m.phase).lastIndexOf('contract');
  return before.slice(last + 1).filter((m) => m.phase === 'backfill');
}

async function rowsOf(tx: Tx, number: number): Promise<number> {
  const [row] = await tx.query<{ rows: number }>(
    sql`select rows::float8 as rows from schema_backfills where number = ${number} and pass = 1`,
  );
  return row?.rows ?? 0;
}

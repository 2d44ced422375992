import type { Database } from '../database.ts';
import { apply, teller } from './apply.ts';
import { runLong } from './long.ts';
import type { Migration } from './migration.ts';
import { SchemaConflict, SchemaError } from './problems.ts';
import { fourDigits, type Release, readRelease, speaksTo } from './release.ts';
import { holdServers, newerServers } from './servers.ts';
import { makeTables, numberOf, pendingOf, readState, type SchemaState } from './state.ts';
import { type MigrationEvent, runAll, type Site, Stopped, step } from './step.ts';

export interface Work {
  /** The number to come to; without it the last one of the release, or one step back. */
  to?: number | undefined;
  say?(event: MigrationEvent): void;
  /** Asked between two steps: true ends the work there; the same call goes on later. */
  shouldStop?(): boolean;
}

/** Where the work came to. */
export interface Outcome {
  number: number;
  isDone: boolean;
}

/** Applies what is pending, in order, up to a number. */
export async function up(db: Database, release: Release = readRelease(), work: Work = {}): Promise<Outcome> {
  const to = work.to ?? speaksTo(release);
  requireKnown(release, to);
  return through(db, release, work, async (site, state) => {
    const next = pendingOf(release, state).find((migration) => migration.number <= to);
    if (!next) return false;
    await named(next, () => apply(site, release, next));
    return true;
  });
}

/** How long a starting server waits for another program that is at work on the schema, in milliseconds. */
const waitForOthers = 10_000;

/**
 * What a starting server does by itself on a database that others may use: expand steps that are done in a moment. Beside them
 * the servers of the version before go on. A new database gets everything. While another program is at work for long, the server
 * starts on the schema as it is.
 */
export async function upQuickly(
  db: Database,
  release: Release,
  patience: number = waitForOthers,
): Promise<void> {
  let since = performance.now();
  const shouldStop = () => performance.now() - since > patience;
  await through(db, release, { shouldStop }, async (site, state) => {
    const [next] = pendingOf(release, state);
    const isQuick = next && (!site.isBusy || (next.phase === 'expand' && !next.isLong));
    if (!isQuick) return false;
    since = performance.now();
    await named(next, () => apply(site, release, next));
    since = performance.now();
    return true;
  });
}

/** Takes back the last migrations, down to a number. */
export async function down(db: Database, release: Release, work: Work = {}): Promise<Outcome> {
  const start = await db.owner(readState);
  const to = work.to ?? start.applied.at(-2)?.number ?? 0;
  if (to !== 0) requireKnown(release, to);
  requireWayBack(release, start, to);
  return through(db, release, work, async (site, state) => {
    pendingOf(release, state);
    const last = state.applied.at(-1);
    if (!last || last.number <= to) return false;

    const migration = release.migrations.find(({ number }) => number === last.number);
    if (!migration) {
      throw new SchemaConflict(
        `${last.name} is of erp-server ${last.release}: only that one knows the way back`,
      );
    }
    await named(migration, () => takeBack(site, migration));
    return true;
  });
}

/** Refuses the whole way when one step of it cannot be gone. */
function requireWayBack(release: Release, state: SchemaState, to: number): void {
  for (const { number } of state.applied.toReversed()) {
    const migration = number > to && release.migrations.find((known) => known.number === number);
    const why = migration && noWayBack(migration, state);
    if (why) throw new SchemaConflict(why);
  }
}

/** Why a migration cannot be taken back; undefined when it can. */
function noWayBack(migration: Migration, state: SchemaState): string | undefined {
  if (migration.phase === 'contract') {
    return `${migration.name} is a contract: what it took away is gone, so go back to a backup of the database instead`;
  }
  if (migration.phase === 'expand' && !migration.down) {
    return `${migration.name} has no way back: go back to a backup of the database instead`;
  }
  const wait = newerServers(state.servers, migration.number);
  return wait && `${migration.name} cannot go while ${wait}`;
}

async function takeBack(site: Site, migration: Migration): Promise<void> {
  const began = performance.now();
  const tell = teller(site, migration);
  const wait = (detail: string) => tell('waiting', { detail });
  tell('begin');
  await step(site, wait, async (tx, run) => {
    // A server that starts beside it sees what it did. An index takes too long to keep servers waiting.
    if (!migration.isLong) await holdServers(tx);
    const state = await readState(tx);
    if (state.applied.at(-1)?.number !== migration.number) return;
    const why = noWayBack(migration, state);
    if (why) throw new SchemaConflict(why);

    const statements = migration.down ?? [];
    if (!migration.isLong) await runAll(site, run, statements);
    else for (const statement of statements) await runLong(site, tx, run, statement, wait);
    // Also of a later one that was cut off: it would go on behind rows that are empty again.
    await run(`delete from schema_backfills where number >= ${migration.number}`);
    await run(`delete from schema_migrations where number = ${migration.number}`);
  });
  tell('done', { seconds: Math.round(performance.now() - began) / 1000 });
}

/** Does one thing after another until there is none, each on what the database says by then. */
async function through(
  db: Database,
  release: Release,
  { say = () => undefined, shouldStop = () => false }: Work,
  next: (site: Site, state: SchemaState) => Promise<boolean>,
): Promise<Outcome> {
  let state = await db.owner(readState);
  pendingOf(release, state);
  const isNew = state.applied.length === 0;
  const site: Site = { db, say, shouldStop, isBusy: !isNew && !db.embedded };
  try {
    await step(
      site,
      () => undefined,
      (_, run) => makeTables(run),
    );
    for (;;) {
      state = await db.owner(readState);
      if (shouldStop()) return { number: numberOf(state.applied), isDone: false };
      if (!(await next(site, state))) return { number: numberOf(state.applied), isDone: true };
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { number: numberOf(state.applied), isDone: false };
  }
}

function requireKnown(release: Release, number: number): void {
  if (release.migrations.some((migration) => migration.number === number)) return;
  throw new SchemaError(`erp-server ${release.version} has no migration ${fourDigits(number)}`);
}

/** A failure says at which migration. */
async function named(migration: Migration, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SchemaError) || error.message.includes(migration.name)) throw error;
    const sentence = `${migration.name}: ${error.message}`;
    throw error instanceof SchemaConflict ? new SchemaConflict(sentence) : new SchemaError(sentence);
  }
}

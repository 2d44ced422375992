import type { Tx } from '../database.ts';
import { sql } from '../sql.ts';
import type { Migration, Phase } from './migration.ts';
import { SchemaError } from './problems.ts';
import { fourDigits, type Release, speaksTo } from './release.ts';

/** A migration that the database has. */
export interface Applied {
  number: number;
  name: string;
  sha256: string;
  phase: Phase;
  /** Version of the program that applied it. */
  release: string;
  appliedAt: string;
  milliseconds: number;
}

/** How far a backfill has come. */
export interface Backfill {
  number: number;
  /** 1 beside older servers, 2 once more before the contract, for what these wrote behind it. */
  pass: number;
  position: { tenant: string; key: string[] | null } | null;
  rows: number;
  estimate: number | null;
  startedAt: string;
  finishedAt: string | null;
}

/** A server that speaks to the database, or did. */
export interface Server {
  id: string;
  version: string;
  speaksFrom: number;
  speaksTo: number;
  startedAt: string;
  seenAt: string;
  alive: boolean;
  /** The last moment at which it may have written. */
  writesUntil: string;
}

export interface SchemaState {
  applied: Applied[];
  backfills: Backfill[];
  servers: Server[];
}

/** Seconds after the last sign of a server that it counts as gone. */
export const aliveFor = 15;

type Run = (text: string) => Promise<void>;

/** The migrator's own tables. They are made by it, because they are there before the first migration. */
export async function makeTables(run: Run): Promise<void> {
  await run(`create table if not exists schema_migrations (
    number int primary key, name text not null, sha256 text not null, phase text not null, release text not null,
    applied_at timestamptz not null default now(), milliseconds int not null)`);
  await run(`create table if not exists schema_backfills (
    number int, pass int, position jsonb, rows bigint not null default 0, estimate bigint,
    started_at timestamptz not null default now(), finished_at timestamptz, primary key (number, pass))`);
  await run(`create table if not exists schema_servers (
    id uuid primary key, version text not null, speaks_from int not null, speaks_to int not null,
    started_at timestamptz not null default now(), seen_at timestamptz not null default now(), stopped boolean not null default false)`);
}

/** What the database says of its schema; nothing is written. A database without the tables has nothing yet. */
export async function readState(tx: Tx): Promise<SchemaState> {
  const applied = await readApplied(tx);
  const [tables] = await tx.query<{ whole: boolean }>(
    sql`select to_regclass('schema_backfills') is not null and to_regclass('schema_servers') is not null as whole`,
  );
  if (!tables?.whole) return { applied, backfills: [], servers: [] };

  const backfills = await tx.query<Backfill>(sql`
    select number, pass, position, rows::float8 as rows, estimate::float8 as estimate, started_at as "startedAt",
      finished_at as "finishedAt"
    from schema_backfills order by number, pass`);
  return { applied, backfills, servers: await readServers(tx) };
}

/** As documents, so that a table of an older shape is read too, and refused by its hashes. */
async function readApplied(tx: Tx): Promise<Applied[]> {
  const [table] = await tx.query<{ there: boolean }>(
    sql`select to_regclass('schema_migrations') is not null as there`,
  );
  if (!table?.there) return [];

  const rows = await tx.query<{ row: Record<string, never> }>(
    sql`select to_jsonb(m) as row from schema_migrations m order by name`,
  );
  return rows.map(({ row }) => ({
    number: Number(String(row['name']).slice(0, 4)),
    name: row['name'] ?? '',
    sha256: row['sha256'] ?? '',
    phase: row['phase'] ?? 'expand',
    release: row['release'] ?? '',
    appliedAt: new Date(row['applied_at'] ?? 0).toISOString(),
    milliseconds: row['milliseconds'] ?? 0,
  }));
}

const readServers = (tx: Tx): Promise<Server[]> =>
  tx.query<Server>(sql`
    select id, version, speaks_from as "speaksFrom", speaks_to as "speaksTo", started_at as "startedAt", seen_at as "seenAt",
      not stopped and seen_at > now() - make_interval(secs => ${aliveFor}::int) as alive,
      seen_at + make_interval(secs => case when stopped then 0 else ${aliveFor}::int end) as "writesUntil"
    from schema_servers order by started_at, id`);

/** What is still to do. Refuses a database that another text made, or that is newer than the release can speak. */
export function pendingOf(release: Release, { applied }: Pick<SchemaState, 'applied'>): Migration[] {
  const newer = applied.find((row) => row.number > speaksTo(release) && row.phase === 'contract');
  if (newer) {
    throw new SchemaError(
      `the database has migration ${newer.name}, which this erp-server ${release.version} does not know: ` +
        `it needs erp-server ${newer.release || 'of a later version'}`,
    );
  }
  const known = new Map(release.migrations.map((migration) => [migration.number, migration]));
  for (const row of applied) {
    const ours = known.get(row.number);
    if (ours ? ours.sha256 !== row.sha256 : row.number <= speaksTo(release)) {
      throw new SchemaError(
        `the database was made with another version of migration ${row.name}: nothing before 1.0 can be upgraded, so start on an empty database`,
      );
    }
  }

  const done = new Set(applied.map((row) => row.number));
  const pending = release.migrations.filter((migration) => !done.has(migration.number));
  const late = pending.find((migration) => migration.number < numberOf(applied));
  if (late && numberOf(applied) <= speaksTo(release)) {
    throw new SchemaError(
      `the database has ${fourDigits(numberOf(applied))} and lacks ${late.name} before it: nobody can say what that schema is`,
    );
  }
  return pending;
}

/** The number of a schema: that of its last migration. */
export const numberOf = (applied: readonly Applied[]): number => applied.at(-1)?.number ?? 0;

export type Standing = 'current' | 'old' | 'newer';

/** Whether the release can work on the schema. */
export function standingOf(
  release: Release,
  applied: readonly Pick<Applied, 'number' | 'phase'>[],
): Standing {
  if (applied.some((row) => row.phase === 'contract' && row.number > speaksTo(release))) return 'newer';
  return (applied.at(-1)?.number ?? 0) < release.speaksFrom ? 'old' : 'current';
}

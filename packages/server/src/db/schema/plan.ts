import type { Migration, Phase } from './migration.ts';
import { type Release, speaksTo } from './release.ts';
import { olderServers } from './servers.ts';
import { numberOf, pendingOf, type SchemaState, type Standing, standingOf } from './state.ts';

/** A migration as people look at it. */
export interface MigrationStatus {
  number: number;
  name: string;
  phase: Phase;
  state: 'applied' | 'running' | 'pending';
  appliedAt: string | null;
  seconds: number | null;
  /** Rows that a backfill has gone through, and about how many there are. */
  rows: number | null;
  of: number | null;
  /** Version of the program that applied it. */
  release: string | null;
}

export interface SchemaStatus {
  number: number;
  standing: Standing;
  speaksFrom: number;
  speaksTo: number;
  migrations: MigrationStatus[];
  servers: { version: string; speaksFrom: number; speaksTo: number; startedAt: string; seenAt: string }[];
}

export interface PlannedStep {
  number: number;
  name: string;
  phase: Phase;
  /** How it works, in words. */
  how: string;
  /** Why it would be refused now; null when it would not. */
  blocked: string | null;
}

export interface SchemaPlan {
  number: number;
  to: number;
  steps: PlannedStep[];
}

export function statusOf(release: Release, state: SchemaState): SchemaStatus {
  const known = release.migrations.map((migration) => migrationStatus(migration, state));
  const own = new Set(known.map(({ number }) => number));
  const beyond = state.applied.filter(({ number }) => !own.has(number));
  return {
    number: numberOf(state.applied),
    standing: standingOf(release, state.applied),
    speaksFrom: release.speaksFrom,
    speaksTo: speaksTo(release),
    migrations: [...known, ...beyond.map((applied) => migrationStatus(applied, state))],
    servers: state.servers
      .filter(({ alive }) => alive)
      .map(({ version, speaksFrom, speaksTo, startedAt, seenAt }) => ({
        version,
        speaksFrom,
        speaksTo,
        startedAt,
        seenAt,
      })),
  };
}

function migrationStatus(
  { number, name, phase }: Pick<Migration, 'number' | 'name' | 'phase'>,
  state: SchemaState,
): MigrationStatus {
  const applied = state.applied.find((row) => row.number === number);
  const backfill = state.backfills.find((row) => row.number === number && row.pass === 1);
  return {
    number,
    name,
    phase,
    state: applied ? 'applied' : backfill ? 'running' : 'pending',
    appliedAt: applied?.appliedAt ?? null,
    seconds: applied ? applied.milliseconds / 1000 : null,
    rows: backfill?.rows ?? null,
    of: backfill?.estimate ?? null,
    release: applied?.release ?? null,
  };
}

/** What `up` would do. */
export function planOf(release: Release, state: SchemaState): SchemaPlan {
  const steps = pendingOf(release, state).map(
    (migration): PlannedStep => ({
      number: migration.number,
      name: migration.name,
      phase: migration.phase,
      how: howOf(migration, state),
      blocked: (migration.phase === 'contract' && olderServers(state.servers, migration.number)) || null,
    }),
  );
  return { number: numberOf(state.applied), to: speaksTo(release), steps };
}

function howOf(migration: Migration, state: SchemaState): string {
  if (migration.rows) {
    const done = state.backfills.find(({ number, pass }) => number === migration.number && pass === 1);
    const from = done && done.rows > 0 ? `, from row ${done.rows} on` : '';
    return `in batches over ${migration.rows.table}${from}`;
  }
  const count = `${migration.up.length} statement${migration.up.length === 1 ? '' : 's'}`;
  return migration.isLong ? `${count} beside reads and writes` : `${count} in one short transaction`;
}

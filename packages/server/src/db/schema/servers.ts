import type { Database, Tx } from '../database.ts';
import { sql } from '../sql.ts';
import { type Release, speaksTo } from './release.ts';
import { type Applied, aliveFor, type Server } from './state.ts';

/** Tells the others, and keeps telling them, that a server is here and what it speaks. */
export async function announce(db: Database, release: Release, id: string): Promise<void> {
  await db.owner(async (tx) => {
    // A contract holds this lock alone: whoever comes after it sees what it did.
    await tx.query(sql`select pg_advisory_xact_lock_shared(hashtext('erp servers'))`);
    await tx.query(sql`
      insert into schema_servers (id, version, speaks_from, speaks_to)
      values (${id}, ${release.version}, ${release.speaksFrom}, ${speaksTo(release)})
      on conflict (id) do update set seen_at = excluded.seen_at`);
    // A contract asks who may have written behind the backfills that it relies on, however long ago they were.
    await tx.query(sql`
      delete from schema_servers where seen_at < now() - interval '30 days' and seen_at < (
        select coalesce(min(started_at), now()) - interval '1 hour' from schema_backfills
        where number > (select coalesce(max(number), 0) from schema_migrations where phase = 'contract'))`);
  });
}

export const leave = (db: Database, id: string): Promise<unknown> =>
  db.owner((tx) => tx.query(sql`update schema_servers set stopped = true, seen_at = now() where id = ${id}`));

/** Numbers and phases, which is all that a running server asks for. */
export const readPhases = (db: Database): Promise<Pick<Applied, 'number' | 'phase'>[]> =>
  db.owner((tx) =>
    tx.query<Pick<Applied, 'number' | 'phase'>>(
      sql`select number, phase from schema_migrations order by number`,
    ),
  );

/** No server joins until the transaction ends. */
export async function holdServers(tx: Tx): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('erp servers'))`);
}

/** Why a contract has to wait: the servers that would break. */
export function olderServers(servers: readonly Server[], number: number): string | undefined {
  return sentence(
    servers.filter((server) => server.alive && server.speaksTo < number),
    'does not know it',
    'do not know it',
  );
}

/** Why a way back has to wait: the servers that need what it takes away. */
export function newerServers(servers: readonly Server[], number: number): string | undefined {
  return sentence(
    servers.filter((server) => server.alive && server.speaksFrom >= number),
    'needs it',
    'need it',
  );
}

function sentence(servers: readonly Server[], one: string, many: string): string | undefined {
  if (servers.length === 0) return undefined;
  const named = servers.map(({ version, startedAt }) => `erp-server ${version} of ${startedAt}`).join(', ');
  return `${servers.length === 1 ? 'a running server' : `${servers.length} running servers`} ${servers.length === 1 ? one : many} (${named}): stop ${
    servers.length === 1 ? 'it' : 'them'
  }, and run this again; one that was killed counts as running for ${aliveFor} s`;
}

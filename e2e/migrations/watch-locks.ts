import pg from 'pg';

export interface LockWatch {
  /** Longest times seen, in milliseconds. */
  stop(): Promise<{ wait: number; hold: number }>;
}

/**
 * Looks every 20 ms who waits for a lock, and since when, and who holds one that keeps posting out (SHARE and stronger, on a
 * table). Only waits for tables count, and not those of what is built beside reads and writes: it keeps nobody out, and postings wait
 * for each other's rows by themselves.
 */
export async function watchLocks(url: string): Promise<LockWatch> {
  const client = new pg.Client(url);
  await client.connect();
  let isOver = false;
  const longest = { wait: 0, hold: 0 };

  const looking = (async () => {
    while (!isOver) {
      const { rows } = await client.query<{ wait: number | null; hold: number | null }>(`
        select max(extract(epoch from clock_timestamp() - l.waitstart) * 1000)
            filter (where not l.granted and l.locktype = 'relation' and l.mode <> 'ShareUpdateExclusiveLock')::int as wait,
          max(extract(epoch from clock_timestamp() - a.xact_start) * 1000)
            filter (where l.granted and l.locktype = 'relation' and l.relation >= 16384
              and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))::int as hold
        from pg_locks l join pg_stat_activity a using (pid)
        where a.datname = current_database() and l.pid <> pg_backend_pid()`);
      longest.wait = Math.max(longest.wait, rows[0]?.wait ?? 0);
      longest.hold = Math.max(longest.hold, rows[0]?.hold ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();

  return {
    stop: async () => {
      isOver = true;
      await looking;
      await client.end();
      return longest;
    },
  };
}

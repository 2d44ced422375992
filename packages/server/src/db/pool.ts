import pg from 'pg';
import Cursor from 'pg-cursor';
import { type Database, prologue, type Tx } from './database.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts';
import type { Statement } from './sql.ts';

// int8, date and timestamps stay text: bigint and calendar days are made where they are meant. An instant comes as
// PostgreSQL writes it in UTC and leaves as RFC 3339.
const asText = new Set([20, 1082, 1114]);
const timestamptz = 1184;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (asText.has(oid)) return (v: string) => v;
    if (oid === timestamptz) return (v: string) => new Date(v).toISOString();
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export interface PoolOptions {
  /** Connections at most. */
  max?: number;
  /** Prepare statements by name; off behind a transaction pooler older than PgBouncer 1.21. */
  prepared?: boolean;
  /** Told of connections lost while no statement runs on them, which no request sees. */
  onIdleError?: (error: Error) => void;
}

export function openPostgres(url: string, options: PoolOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    // A machine that vanished says nothing: without this a statement would wait for its answer for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
  });
  return {
    ...fromPool(pool, false, options),
    // A connection of its own, because a transaction waits beside it and the pool may have one only.
    alone: async (text) => {
      const client = new pg.Client({ connectionString: url, keepAlive: true });
      client.on('error', (error) => options.onIdleError?.(error));
      await client.connect();
      try {
        await client.query(text);
      } finally {
        await client.end();
      }
    },
  };
}

/** PGlite in a worker. One connection, because PGlite is one session: transactions queue in the pool. */
export async function openEmbedded(
  options: EmbeddedOptions & PoolOptions = {},
): Promise<Database & Pick<Embedded, 'dump'>> {
  const embedded = await startEmbedded(options);
  const pool = new pg.Pool({
    stream: () => embedded.stream() as never,
    user: 'postgres',
    database: 'postgres',
    password: '-',
    max: 1,
    idleTimeoutMillis: 0,
    types,
  });
  const db = fromPool(pool, true, options);
  return {
    ...db,
    alone: async (text) => {
      await pool.query(text);
    },
    dump: () => embedded.dump(),
    close: async () => {
      await db.close();
      await embedded.close();
    },
  };
}

function fromPool(pool: pg.Pool, embedded: boolean, options: PoolOptions): Omit<Database, 'alone'> {
  const prepared = options.prepared ?? true;
  pool.on('error', (error) => options.onIdleError?.(error));

  const txOn = (client: pg.PoolClient): Tx => {
    const config = (s: Statement) => ({
      text: s.text,
      values: s.values as unknown[],
      ...(prepared ? { name: s.name } : {}),
    });
    return {
      query: async (s) => (await client.query(config(s))).rows,
      arrays: async (s) => (await client.query({ ...config(s), rowMode: 'array' })).rows,
      async *stream(s: Statement, chunk: number) {
        const cursor = client.query(
          new Cursor<unknown[]>(s.text, s.values as unknown[], { rowMode: 'array' }),
        );
        try {
          for (;;) {
            const rows = await cursor.read(chunk);
            if (rows.length === 0) return;
            yield rows;
          }
        } finally {
          await cursor.close();
        }
      },
    };
  };

  async function within<T>(begin: string, work: (tx: Tx, client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // A connection that is lost between two statements says so by an event, which would end the process if nobody heard it.
    // The next statement fails by itself.
    const lost = (error: Error) => options.onIdleError?.(error);
    client.on('error', lost);
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(txOn(client), client);
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection that cannot roll back is not given to the next request.
      await client.query('rollback').catch((e: Error) => {
        broken = e;
      });
      throw error;
    } finally {
      client.removeListener('error', lost);
      client.release(broken);
    }
  }

  return {
    embedded,
    tx: async (scope, work) => within(prologue(scope), work),
    owner: (work) =>
      within('begin', (tx, client) =>
        work(tx, async (text) => {
          await client.query(text);
        }),
      ),
    ping: async () => {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}

import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { copyBefore } from './db/copies.ts';
import { lockDirectory } from './db/data-directory.ts';
import type { Database } from './db/database.ts';
import { openEmbedded, openPostgres } from './db/pool.ts';
import { fourDigits, readState, SchemaError } from './db/schema/index.ts';
import { sql } from './db/sql.ts';

export interface Opened {
  db: Database;
  where: string;
  /**
   * Does what changes the schema of a database that has one: an embedded one is copied before. `db` is another one afterwards.
   */
  withCopy<T>(change: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param say is told what takes long, and what was done beside what was asked for */
export async function openDatabase(config: Config, say: (text: string) => void): Promise<Opened> {
  const onIdleError = (error: Error) =>
    say(JSON.stringify({ level: 'warn', msg: 'database connection lost', error: error.message }));
  if (!config.databaseUrl) return openDirectory(config.data, say, onIdleError);

  const db = openPostgres(config.databaseUrl, {
    max: config.databaseConnections,
    prepared: config.prepared,
    onIdleError,
  });
  const [row] = await db.owner((tx) =>
    tx.query<{ version: string }>(sql`select current_setting('server_version_num') as version`),
  );
  if (Number(row?.version) < 150_000) throw new SchemaError('PostgreSQL 15 or later is needed');
  return { db, where: 'PostgreSQL', withCopy: (change) => change(), close: () => db.close() };
}

async function openDirectory(
  directory: string,
  say: (text: string) => void,
  onIdleError: (error: Error) => void,
): Promise<Opened> {
  const { database, unlock } = await lockDirectory(directory);
  if (!existsSync(database)) {
    say(`making the embedded database in ${directory}, which takes some seconds once`);
  }
  const open = () => openEmbedded({ dataDir: database, onIdleError });

  const opened: Opened = {
    db: await open(),
    where: `embedded database in ${directory}`,
    withCopy: async (change) => {
      const before = await opened.db.owner(readState);
      const number = before.applied.at(-1)?.number ?? 0;
      if (number === 0) return change();

      await opened.db.close();
      const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
      const copy = await copyBefore(directory, database, `${time}-at-${fourDigits(number)}`);
      say(
        copy.isOfEarlierTry
          ? `going on with a change of the schema that was cut off; ${copy.path} is the database as it was before`
          : `the schema is changed; ${copy.path} is the database as it was before, and is kept until the next change`,
      );
      opened.db = await open();
      try {
        const result = await change();
        await copy.finish();
        return result;
      } catch (error) {
        const after = await opened.db.owner(readState);
        const isUntouched = JSON.stringify(after) === JSON.stringify(before);
        if (isUntouched && !copy.isOfEarlierTry) await copy.discard();
        throw error;
      }
    },
    close: async () => {
      await opened.db.close();
      await unlock();
    },
  };
  return opened;
}

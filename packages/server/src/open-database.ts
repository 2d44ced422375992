import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { copyBefore, endTry } from './db/copies.ts';
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
  /** Says that the schema is worked on as it is. A change that was cut off before is over then: the next one has its own copy. */
  keepSchema(): Promise<void>;
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
  return {
    db,
    where: 'PostgreSQL',
    withCopy: (change) => change(),
    keepSchema: async () => undefined,
    close: () => db.close(),
  };
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
  let isOpen = true;

  const opened: Opened = {
    db: await open(),
    where: `embedded database in ${directory}`,
    withCopy: async (change) => {
      const before = await opened.db.owner(readState);
      const number = before.applied.at(-1)?.number ?? 0;
      if (number === 0) return change();

      await opened.db.close();
      isOpen = false;
      const state = JSON.stringify(before);
      const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
      const name = `${time}-at-${fourDigits(number)}`;
      const copy = await copyBefore(directory, { database, state, name }).catch((error: Error) => {
        throw new SchemaError(`the database was not copied, so nothing was changed: ${error.message}`);
      });
      say(
        copy.isOfEarlierTry
          ? `going on with a change of the schema that was cut off; ${copy.path} is the database as it was before`
          : `the schema is changed; ${copy.path} is the database as it was before, and is kept until the next change`,
      );
      opened.db = await open();
      isOpen = true;

      let isDone = false;
      try {
        const result = await change();
        isDone = true;
        return result;
      } finally {
        const after = await opened.db.owner(readState).catch(() => undefined);
        const isUntouched = JSON.stringify(after) === state;
        if (isUntouched && !copy.isOfEarlierTry) await copy.discard();
        else if (isDone && !isUntouched) await copy.finish();
      }
    },
    keepSchema: () => endTry(directory),
    close: async () => {
      try {
        if (isOpen) await opened.db.close();
      } finally {
        await unlock();
      }
    },
  };
  return opened;
}

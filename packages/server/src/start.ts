import { existsSync } from 'node:fs';
import { type App, createApp } from './app.ts';
import { type Config, ConfigError, usage } from './config.ts';
import { DirectoryInUse, lockDirectory } from './db/data-directory.ts';
import type { Database } from './db/database.ts';
import { migrate, SchemaError } from './db/migrate.ts';
import { openEmbedded, openPostgres } from './db/pool.ts';
import { sql } from './db/sql.ts';
import { freeLeases } from './jobs/queue.ts';
import { systemClock } from './kernel/clock.ts';
import { platformId } from './kernel/id.ts';
import { saveLocalProfile } from './local-profile.ts';
import { createFirstKey } from './modules/api-keys/index.ts';
import { readVersion } from './version.ts';

/** How long a stop may take before what is still open is cut. */
const stopWithin = 20_000;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The life of the process: read settings, open, migrate, listen, and on SIGTERM or SIGINT stop in the reverse order. */
export async function start(
  argv: string[],
  environment: NodeJS.ProcessEnv,
  readConfig: (argv: string[], environment: NodeJS.ProcessEnv) => Config,
): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(usage());
    return;
  }
  if (argv.includes('--version')) {
    process.stdout.write(`${readVersion()}\n`);
    return;
  }

  try {
    await run(readConfig(argv, environment), environment);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    say(`error: ${sentence}`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
}

/** What went wrong at start, for failures that are not ours. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof SchemaError || error instanceof DirectoryInUse) {
    return error.message;
  }
  const { code, message } = firstOf(error as NodeJS.ErrnoException);
  switch (code) {
    case 'EADDRINUSE':
      return `${message}: another program listens there; give another --port`;
    case 'EADDRNOTAVAIL':
      return `${message}: this machine has no such address; give another --host`;
    case 'EACCES':
    case 'EPERM':
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EROFS':
    case 'ENOSPC':
      return message;
    case 'ERR_INVALID_URL':
      return '--database-url is no URL: postgres://user:password@host:5432/database';
    case '42501':
      return `the user of --database-url may not do what the first start needs (CREATEROLE, and CREATE in the database): ${message}`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case '28000':
    case '28P01':
    case '3D000':
      return `the database of --database-url does not answer: ${message}`;
    default:
      return undefined;
  }
}

/** A name with several addresses fails once for each of them. */
const firstOf = (error: NodeJS.ErrnoException): NodeJS.ErrnoException =>
  error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;

async function run(config: Config, environment: NodeJS.ProcessEnv): Promise<void> {
  const opened = await openDatabase(config);
  let app: App | undefined;
  try {
    await migrate(opened.db).catch((error: unknown) => {
      throw error instanceof SchemaError ? new SchemaError(`${opened.where}: ${error.message}`) : error;
    });
    if (opened.db.embedded) await opened.db.tx({ role: 'erp_platform', tenantId: platformId }, freeLeases);
    app = createApp({
      db: opened.db,
      services: config.services,
      rateLimit: config.rateLimit,
      postingGroup: config.postingGroup,
      log: { level: config.logLevel },
    });
    const address = await app.http.listen({ host: config.host, port: config.port });
    await offerFirstKey(opened.db, address, environment);
    say(`erp-server ${readVersion()} on ${address}, ${opened.where}`);
  } catch (error) {
    await app?.close();
    await opened.close();
    throw error;
  }
  stopOnSignal(app, opened.close);
}

interface Opened {
  db: Database;
  where: string;
  close(): Promise<void>;
}

async function openDatabase(config: Config): Promise<Opened> {
  const onIdleError = (error: Error) =>
    say(JSON.stringify({ level: 'warn', msg: 'database connection lost', error: error.message }));
  if (config.databaseUrl) {
    const db = openPostgres(config.databaseUrl, {
      max: config.databaseConnections,
      prepared: config.prepared,
      onIdleError,
    });
    const [row] = await db.owner((tx) =>
      tx.query<{ version: string }>(sql`select current_setting('server_version_num') as version`),
    );
    if (Number(row?.version) < 150_000) throw new SchemaError('PostgreSQL 15 or later is needed');
    return { db, where: 'PostgreSQL', close: () => db.close() };
  }

  const { database, unlock } = await lockDirectory(config.data);
  if (!existsSync(database))
    say(`making the embedded database in ${config.data}, which takes some seconds once`);
  const db = await openEmbedded({ dataDir: database, onIdleError });
  return {
    db,
    where: `embedded database in ${config.data}`,
    close: async () => {
      await db.close();
      await unlock();
    },
  };
}

/** A database without any key gets one for the platform; it is shown once and, embedded, kept as profile `local`. */
async function offerFirstKey(db: Database, address: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const secret = await createFirstKey(db, systemClock);
  if (!secret) return;
  say(`API key of the platform, shown this once: ${secret}`);
  if (!db.embedded) return;
  try {
    const file = await saveLocalProfile(environment, { url: address, apiKey: secret });
    say(`erp uses it as profile "local" (${file})`);
  } catch (error) {
    // The key is in the database and was shown: a file of profiles that cannot be read is no reason to stop.
    say(`warning: profile "local" was not written: ${(error as Error).message}`);
  }
}

function stopOnSignal(app: App, closeDatabase: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(JSON.stringify({ level: 'info', msg: 'stopping', signal }));
    const cut = setTimeout(() => {
      say(JSON.stringify({ level: 'warn', msg: 'stopped with work still open' }));
      process.exit(1);
    }, stopWithin);
    cut.unref();
    app
      .close()
      .then(closeDatabase)
      .then(
        () => process.exit(0),
        (error: Error) => {
          say(JSON.stringify({ level: 'error', msg: 'stop failed', error: error.message }));
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

import { type App, createApp } from './app.ts';
import { type Config, ConfigError, usage } from './config.ts';
import type { Database } from './db/database.ts';
import {
  attend,
  pendingOf,
  type Release,
  readRelease,
  readState,
  SchemaError,
  up,
  upQuickly,
  watchSchema,
} from './db/schema/index.ts';
import { freeLeases } from './jobs/queue.ts';
import { systemClock } from './kernel/clock.ts';
import { platformId, uuidv7 } from './kernel/id.ts';
import { saveLocalProfile } from './local-profile.ts';
import { migrateCommand } from './migrate-command.ts';
import { createFirstKey } from './modules/api-keys/index.ts';
import { type Opened, openDatabase } from './open-database.ts';
import { sentenceOf } from './sentences.ts';
import { readVersion } from './version.ts';

/** How long a stop may take before what is still open is cut. */
const stopWithin = 20_000;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/**
 * The life of the process: read settings, open, bring the schema up, listen, and on SIGTERM or SIGINT stop in the reverse order;
 * or, as `erp-server migrate …`, do that and end.
 */
export async function start(
  argv: string[],
  environment: NodeJS.ProcessEnv,
  readConfig: (argv: string[], environment: NodeJS.ProcessEnv) => Config,
  release: Release = readRelease(),
): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(usage());
    return;
  }
  if (argv.includes('--version')) {
    process.stdout.write(`${readVersion()}\n`);
    return;
  }
  if (argv[0] === 'migrate') {
    process.exitCode = await migrateCommand(argv.slice(1), environment, readConfig, release);
    return;
  }

  try {
    await run(readConfig(argv, environment), environment, release);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    say(`error: ${sentence}`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
}

async function run(config: Config, environment: NodeJS.ProcessEnv, release: Release): Promise<void> {
  const opened = await openDatabase(config, say);
  let app: App | undefined;
  let leave = async (): Promise<void> => undefined;
  try {
    await bringUp(opened, release).catch((error: unknown) => {
      throw error instanceof SchemaError ? new SchemaError(`${opened.where}: ${error.message}`) : error;
    });
    if (opened.db.embedded) await opened.db.tx({ role: 'erp_platform', tenantId: platformId }, freeLeases);
    const schema = watchSchema(opened.db, release);
    leave = await attend(opened.db, schema, uuidv7(systemClock()));
    app = createApp({
      db: opened.db,
      schema,
      services: config.services,
      rateLimit: config.rateLimit,
      postingGroup: config.postingGroup,
      log: { level: config.logLevel },
    });
    const address = await app.http.listen({ host: config.host, port: config.port });
    const fault = schema.fault();
    if (fault) say(`warning: only health and migrations are answered: ${fault}`);
    else await offerFirstKey(opened.db, address, environment);
    say(`erp-server ${readVersion()} on ${address}, ${opened.where}`);
  } catch (error) {
    await app?.close();
    await leave();
    await opened.close();
    throw error;
  }
  stopOnSignal(app, async () => {
    await leave();
    await opened.close();
  });
}

/**
 * An embedded database has one server, which does all that is pending; PostgreSQL may have others, and what takes long or takes
 * away is for `erp migrate up`.
 */
async function bringUp(opened: Opened, release: Release): Promise<void> {
  const pending = pendingOf(release, await opened.db.owner(readState));
  if (pending.length === 0) return opened.keepSchema();
  if (!opened.db.embedded) return upQuickly(opened.db, release);
  await opened.withCopy(() => up(opened.db, release));
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

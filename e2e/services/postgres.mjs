// PostgreSQL as a process of our own: a data directory in a temporary place, a free port on loopback, ended by its process id.
// Plain JavaScript, because bench and test-services.mjs run it on Node 20, which starts no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { installPostgres, postgresPrograms } from './install-postgres.mjs';
import { handOver, unprivilegedUser } from './unprivileged-user.mjs';

const startTimeoutInMilliseconds = 30_000;
const stopTimeoutInMilliseconds = 20_000;

/**
 * @typedef {object} Postgres
 * @property {string} url superuser `postgres`, database `postgres`
 * @property {number} port stays the same over a restart
 * @property {number} pid of the postmaster, another one after a restart
 * @property {(signal: NodeJS.Signals) => Promise<void>} kill sends a signal to the postmaster and waits until it is gone
 * @property {() => Promise<void>} restart starts it again on the same data, stopping it first if it runs
 * @property {() => Promise<void>} stop ends it, sessions included, and removes its data; harmless when repeated
 */

/**
 * Installs the version if it is missing, starts it and waits until it answers.
 *
 * @param {{ version?: number, settings?: Record<string, string> }} [options] `version`: 15 or 18, else what ERP_TEST_POSTGRES
 *   names, else 15; `settings` as in postgresql.conf
 * @returns {Promise<Postgres>}
 */
export async function start({
  version = Number(process.env['ERP_TEST_POSTGRES'] ?? 15),
  settings = {},
} = {}) {
  const installed = installPostgres(version);
  const identity = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), `erp-postgres-${version}-`));
  handOver(folder, identity);
  const programs = programsIn(installed, folder);

  const data = join(folder, 'data');
  const log = join(folder, 'postgres.log');
  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...settings,
  };
  const args = [
    '-D',
    data,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let running;

  // Not a substitute for stop(): the data stays. But nothing keeps running when a caller forgets, throws or is interrupted.
  const endWithCaller = () => running?.kill('SIGQUIT');
  process.on('exit', endWithCaller);

  /** True when it answers; false when it ended by itself before. */
  async function launch() {
    const output = openSync(log, 'a');
    const child = spawn(join(programs, 'postgres'), args, {
      ...identity,
      cwd: folder,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    running = child;
    child.once('exit', () => {
      running = running === child ? undefined : running;
    });

    const deadline = Date.now() + startTimeoutInMilliseconds;
    while (running === child && Date.now() < deadline) {
      if (
        spawnSync(join(postgresPrograms, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
          .status === 0
      ) {
        return true;
      }
      await sleep(50);
    }
    return false;
  }

  async function end(/** @type {NodeJS.Signals} */ signal) {
    const child = running;
    if (!child) {
      return;
    }

    const gone = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopTimeoutInMilliseconds);
    await gone;
    clearTimeout(late);
  }

  async function stop() {
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, not waited for.
    await end('SIGINT');
    process.removeListener('exit', endWithCaller);
    rmSync(folder, { recursive: true, force: true });
  }

  /** After a SIGKILL the orphaned sessions hold the shared memory for a moment, and a start is refused: hence the second try. */
  async function startOrExplain({ tries = 1 } = {}) {
    for (let tried = 0; tried < tries; tried++) {
      if (await launch()) {
        return;
      }
      await end('SIGQUIT');
      await sleep(200);
    }

    const words = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
    await stop();
    throw new Error(`PostgreSQL ${version} did not start on port ${port}:\n${words}`);
  }

  async function restart() {
    await end('SIGINT');
    await startOrExplain({ tries: 20 });
  }

  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), initdb, { ...identity, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) {
    await stop();
    throw new Error(`initdb failed\n${made.error?.message ?? ''}${made.stdout}${made.stderr}`);
  }
  await startOrExplain();

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    get pid() {
      return running?.pid ?? 0;
    },
    kill: end,
    restart,
    stop,
  };
}

/**
 * Where its programs run. Those in the project are copied: another user than ours, who may not look into our folders, runs them.
 */
function programsIn(/** @type {string} */ installed, /** @type {string} */ folder) {
  if (installed === dirname(postgresPrograms)) {
    return postgresPrograms;
  }
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(installed, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  }
  return join(folder, 'bin');
}

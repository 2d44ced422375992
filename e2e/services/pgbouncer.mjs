// PgBouncer in transaction mode before a PostgreSQL: every transaction of a client may run in another session of the database.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackage } from './apt.mjs';
import { freePort } from './free-port.mjs';
import { startProcess } from './service-process.mjs';
import { handOver, unprivilegedUser } from './unprivileged-user.mjs';

const program = '/usr/sbin/pgbouncer';

/**
 * @typedef {object} PgBouncer
 * @property {string} url of the same user and database as the PostgreSQL behind it; other databases of it go by their names
 * @property {() => Promise<void>} stop harmless when repeated
 */

/**
 * Installs Debian's `pgbouncer` if it is missing, starts it before a PostgreSQL that trusts loopback, and waits until it answers.
 * Debian's is 1.18, which does not know named statements.
 *
 * @param {{ postgres: string, sessions?: number }} options `postgres`: its URL; `sessions`: with the database at most, for each of
 *   its databases
 * @returns {Promise<PgBouncer>}
 */
export async function start({ postgres, sessions = 20 }) {
  installPackage('pgbouncer', program);

  const behind = new URL(postgres);
  const port = await freePort();
  const identity = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'erp-pgbouncer-'));
  chmodSync(folder, 0o755);

  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    max_client_conn: 1000,
    default_pool_size: sessions,
    // Sessions of databases that tests have left are not needed any more.
    server_idle_timeout: 10,
    logfile: join(folder, 'pgbouncer.log'),
    log_connections: 0,
    log_disconnections: 0,
  };
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    [
      '[databases]',
      `* = host=127.0.0.1 port=${behind.port} user=${behind.username}`,
      '[pgbouncer]',
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
      '',
    ].join('\n'),
  );
  handOver(folder, identity);

  const remove = () => rmSync(folder, { recursive: true, force: true });
  const running = await startProcess({
    name: 'PgBouncer',
    program,
    args: [file],
    port,
    log: join(folder, 'output.log'),
    cwd: folder,
    ...identity,
  }).catch((error) => {
    remove();
    throw error;
  });

  const url = new URL(postgres);
  url.port = String(port);
  return {
    url: url.href,
    stop: async () => {
      // SIGTERM is its immediate shutdown; SIGINT would wait for clients.
      await running.stop('SIGTERM');
      remove();
    },
  };
}

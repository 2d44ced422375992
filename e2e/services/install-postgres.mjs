import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

/** Where Debian and Ubuntu put the programs of a major version. */
export const postgresPrograms = (/** @type {number} */ version) => `/usr/lib/postgresql/${version}/bin`;

/**
 * Installs Debian's `postgresql-<version>` when it is missing, as root and without questions. Throws with the command to run
 * when it cannot.
 *
 * @param {number} version major version
 */
export function installPostgres(version) {
  if (existsSync(`${postgresPrograms(version)}/initdb`)) {
    return;
  }

  const wanted = `postgresql-${version}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `PostgreSQL ${version} is not installed. On Debian or Ubuntu, as root: apt-get install ${wanted}`,
    );
  }

  process.stderr.write(`  Installing ${wanted}\n`);
  withoutClusterOfItsOwn(() => {
    apt('update', '-q');
    apt('install', '-q', '-y', '--no-install-recommends', wanted);
  });
}

/** The package makes and starts a cluster named main unless it is told not to; the setting is removed again. */
function withoutClusterOfItsOwn(/** @type {() => void} */ install) {
  const folder = '/etc/postgresql-common/createcluster.d';
  const setting = `${folder}/erp-tests.conf`;

  mkdirSync(folder, { recursive: true });
  writeFileSync(setting, 'create_main_cluster = false\n');
  try {
    install();
  } finally {
    rmSync(setting);
  }
}

function apt(/** @type {string[]} */ ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    throw new Error(
      `apt-get ${args.join(' ')} failed\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`,
    );
  }
}

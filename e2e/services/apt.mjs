import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a package of Debian when a program of it is missing, as root and without questions. Throws with the command to run
 * when it cannot.
 *
 * @param {string} wanted name of the package
 * @param {string} program path of what is needed of it
 * @param {(install: () => void) => void} [around] called with what installs, for what must be so meanwhile
 */
export function installPackage(wanted, program, around = (install) => install()) {
  if (existsSync(program)) {
    return;
  }

  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`${program} is missing. On Debian or Ubuntu, as root: apt-get install ${wanted}`);
  }

  process.stderr.write(`  Installing ${wanted}\n`);
  around(() => {
    apt('update', '-q');
    apt('install', '-q', '-y', '--no-install-recommends', wanted);
  });
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

// Runs before demo, test, bench and check, so that each works right after `git clone`. Installs when node_modules does not
// match the lock file and, with --build, builds what is stale. One line a step on stderr, nothing when nothing is to do.
// No dependencies: it runs before there are any.
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: erp needs Node 20.19 or later, see https://nodejs.org\n`,
  );
  process.exit(1);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { installIfNeeded } = await import('./setup/install.mjs');
installIfNeeded();

if (process.argv.includes('--build')) {
  const { buildIfStale } = await import('./setup/build.mjs');
  buildIfStale();
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileLocked } from './lock.mjs';
import { step } from './step.mjs';

const stamp = 'node_modules/.erp-build';
const packages = readdirSync('packages').map((name) => join('packages', name));

/** `npm run build`, unless what it reads is unchanged since the last build and every package still has its dist/. */
export function buildIfStale() {
  if (isFresh(fingerprint())) {
    return;
  }

  whileLocked(() => {
    // Taken before the build: what is edited while it runs makes the next run build again.
    const built = fingerprint();
    if (isFresh(built)) {
      return;
    }
    step('Building', 'npm', ['run', '--silent', 'build']);
    writeFileSync(stamp, built);
  });
}

function isFresh(current) {
  const stamped = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  return stamped === current && packages.every((folder) => existsSync(join(folder, 'dist')));
}

/** A hash over paths and contents of all that the build reads. Tests are left out: they are not built. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources()) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sources() {
  const settings = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json'];
  const ofPackages = packages.flatMap((folder) => [
    ...['package.json', 'tsconfig.build.json', 'rolldown.config.mjs'].map((name) => join(folder, name)),
    ...filesUnder(join(folder, 'src')),
  ]);
  return [...settings, ...filesUnder('openapi/dist'), ...ofPackages]
    .filter((file) => existsSync(file))
    .sort();
}

function filesUnder(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !/\.test\.[cm]?[jt]s$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

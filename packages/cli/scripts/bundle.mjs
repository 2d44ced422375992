// Bundles the program into dist/, or into the folder given, while it may be running: at every moment main.js is whole and all
// its chunks are there. So two of these may run at once, and an `erp` that has begun still finds what it loads later.
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import config from '../rolldown.config.mjs';

/** Milliseconds after which no running program needs a chunk of an earlier bundle any more: a day, for a long import. */
const KEPT = 24 * 60 * 60 * 1000;

const target = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'dist'));
const chunks = join(target, 'chunks');
await mkdir(chunks, { recursive: true });

const begun = Date.now();
// In the target, as only a rename inside of one file system is done at once.
const next = await mkdtemp(join(target, 'next-'));
try {
  await build({ ...config, logLevel: 'silent', output: { ...config.output, dir: next } });

  // Names of chunks hold the hash of their content: what has the same name is the same, and new ones disturb no one.
  await moveAll(join(next, 'chunks'), chunks);
  await rename(join(next, 'main.js.map'), join(target, 'main.js.map'));
  await rename(join(next, 'main.js'), join(target, 'main.js'));
} finally {
  await rm(next, { recursive: true, force: true });
}

await removeOld(chunks);
await removeOld(target, 'next-');

async function moveAll(from, to) {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}

/** Removes what no bundle of the last day has written. */
async function removeOld(folder, prefix = '') {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;

    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written && written.mtimeMs < begun - KEPT) await rm(path, { recursive: true, force: true });
  }
}

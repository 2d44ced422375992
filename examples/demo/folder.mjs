// The folder that everything of the demo lives in.
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** Somebody still works with what would be removed. */
export class FolderInUse extends Error {
  /** @override */
  name = 'FolderInUse';
}

/**
 * An empty folder, in place of what an earlier demo left.
 *
 * @param {string} folder
 */
export function freshFolder(folder) {
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
}

/**
 * Removes the folder, and `.erp` around it if nothing else is there.
 *
 * @param {string} folder
 */
export function removeFolder(folder) {
  const pid = serverOn(folder);
  if (pid !== undefined) {
    throw new FolderInUse(`a server (process ${pid}) still runs on ${folder}: stop it, then try again`);
  }

  rmSync(folder, { recursive: true, force: true });
  try {
    if (readdirSync(dirname(folder)).length === 0) rmdirSync(dirname(folder));
  } catch {
    return; // It was never there.
  }
}

/** The process that holds the database, by its lock file; undefined when it has ended. @param {string} folder */
function serverOn(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'server.lock'), 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/**
 * The port that `erp-server` takes by itself, or a free one where that is taken.
 *
 * @returns {Promise<number>}
 */
export async function nextPort() {
  const usual = 4000;
  const port = await listenOn(usual).catch(() => listenOn(0));
  return port;
}

/** @param {number} port @returns {Promise<number>} */
function listenOn(port) {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

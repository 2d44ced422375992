import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

// Outside node_modules, which `npm ci` empties.
const path = '.cache/setup.lock';
const patienceInMilliseconds = 10 * 60_000;

/**
 * Runs `work` while no other process of this clone does: `npm test` in two terminals must not install twice at once. Waits for
 * the other one; a lock whose process is gone, after a kill or Ctrl-C, is taken over.
 */
export function whileLocked(work) {
  acquire();

  // `step` may end the process, so the lock is given back at exit too.
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function acquire() {
  mkdirSync('.cache', { recursive: true });
  const deadline = Date.now() + patienceInMilliseconds;
  let told = false;

  while (!tryCreate()) {
    const owner = readOwner();

    if (owner !== undefined && !isAlive(owner)) {
      takeAway(owner);
      continue;
    }
    if (Date.now() > deadline) {
      process.stderr.write(
        `Setup waits for process ${owner}, which holds ${path}. If it is not a setup, remove the file.\n`,
      );
      process.exit(1);
    }
    if (!told) {
      process.stderr.write(`  Waiting for the setup of process ${owner ?? 'unknown'}\n`);
      told = true;
    }
    sleep(100);
  }
}

function tryCreate() {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** The process id in the lock; undefined while it is being written or has just been removed. */
function readOwner() {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes the lock of a dead process. Between reading and renaming another process may have taken it: then it is put back. */
function takeAway(deadOwner) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }

  if (Number(readFileSync(aside, 'utf8')) === deadOwner) {
    rmSync(aside);
  } else {
    renameSync(aside, path);
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

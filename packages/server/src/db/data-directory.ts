import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another server holds the data directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/**
 * Takes the data directory for this process: PGlite has no lock of its own, and two of them on one directory destroy it. The
 * lock names the process, so that one left by a killed server is told from one that is held.
 */
export async function lockDirectory(
  directory: string,
): Promise<{ database: string; unlock: () => Promise<void> }> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'server.lock');

  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(`${process.pid}\n`);
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = await readPid(file);
      if (pid && pid !== process.pid && isRunning(pid)) {
        // A server that was killed a moment ago is still being taken down.
        if (attempt < 20) {
          await sleep(100);
          continue;
        }
        throw new DirectoryInUse(
          `${directory} is in use by process ${pid}: stop that erp-server, or give another --data`,
        );
      }
      // Another process may be between making the file and writing into it.
      if (!pid && attempt < 10) await sleep(50);
      else await rm(file, { force: true });
    }
  }
  return { database: join(directory, 'pg'), unlock: () => rm(file, { force: true }) };
}

/** The process that the lock names; 0 when it names none (yet), or is gone by now. */
async function readPid(file: string): Promise<number> {
  try {
    return Number((await readFile(file, 'utf8')).trim()) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

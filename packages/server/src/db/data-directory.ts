import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

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
      const pid = Number((await readFile(file, 'utf8')).trim());
      if (attempt > 5 || (pid && pid !== process.pid && isRunning(pid))) {
        throw new DirectoryInUse(
          `${directory} is in use by process ${pid || 'unknown'}: stop that erp-server, or give another --data`,
        );
      }
      await rm(file, { force: true });
    }
  }
  return { database: join(directory, 'pg'), unlock: () => rm(file, { force: true }) };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

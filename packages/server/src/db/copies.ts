import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The copy that was made before an embedded database was changed. */
export interface Copy {
  path: string;
  /** It was made by an earlier try, which did not come to its end. */
  isOfEarlierTry: boolean;
  /** The change came to its end: copies older than this one go. */
  finish(): Promise<void>;
  /** Nothing was changed: the copy goes. */
  discard(): Promise<void>;
}

/**
 * Copies an embedded database, which must be closed, before its schema changes. A change that was cut off goes on beside the copy
 * of its first try, because by then the database is no longer what it was.
 */
export async function copyBefore(directory: string, database: string, name: string): Promise<Copy> {
  const copies = join(directory, 'copies');
  const underWay = join(copies, 'under-way');
  await mkdir(copies, { recursive: true });

  const earlier = await readFile(underWay, 'utf8').catch(() => '');
  const isOfEarlierTry = earlier !== '' && existsSync(join(copies, earlier));
  const own = isOfEarlierTry ? earlier : name;
  const path = join(copies, own);

  if (!isOfEarlierTry) {
    const partial = join(copies, 'partial');
    await rm(partial, { recursive: true, force: true });
    try {
      await cp(database, partial, { recursive: true, preserveTimestamps: true });
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
    await rename(partial, path);
    await writeFile(underWay, own);
  }

  return {
    path,
    isOfEarlierTry,
    finish: async () => {
      await rm(underWay, { force: true });
      for (const other of await readdir(copies)) {
        if (other !== own) await rm(join(copies, other), { recursive: true, force: true });
      }
    },
    discard: async () => {
      await rm(underWay, { force: true });
      await rm(path, { recursive: true, force: true });
    },
  };
}

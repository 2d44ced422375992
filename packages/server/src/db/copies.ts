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

/** An embedded database as it is before a change of its schema. */
export interface Before {
  /** Where it lies; it must be closed. */
  database: string;
  /** What it says of its schema. */
  state: string;
  /** What a copy of it is called. */
  name: string;
}

const underWayIn = (directory: string): string => join(directory, 'copies', 'under-way');

/**
 * Copies an embedded database before its schema changes. A change that was cut off goes on beside the copy of its first try,
 * because by then the database is no longer what it was. While it still is, or is again because the copy was put back, the try
 * changed nothing: people may have worked since, and a copy of now takes the place of its copy.
 */
export async function copyBefore(directory: string, { database, state, name }: Before): Promise<Copy> {
  const copies = join(directory, 'copies');
  const underWay = underWayIn(directory);
  await mkdir(copies, { recursive: true });

  const earlier = await readTry(underWay);
  const isThere = earlier !== undefined && existsSync(join(copies, earlier.name));
  const isOfEarlierTry = isThere && earlier.state !== state;
  const own = isOfEarlierTry ? earlier.name : name;
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
    await writeFile(underWay, `${own}\n${state}`);
    if (isThere) await rm(join(copies, earlier.name), { recursive: true, force: true });
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

/** A server works on the schema as it is: what changes it next begins anew, with a copy of its own. */
export const endTry = (directory: string): Promise<void> => rm(underWayIn(directory), { force: true });

/** The copy of a try that did not come to its end, and what the schema was before it. */
async function readTry(file: string): Promise<{ name: string; state: string } | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  return end > 0 ? { name: text.slice(0, end), state: text.slice(end + 1) } : undefined;
}

import { type FileHandle, open, readFile } from 'node:fs/promises';

/** A line of the file that secrets of new keys go to. */
interface Line {
  readonly tenant: string;
  readonly name: string;
  /** Without a secret: a key is about to be made, or the server would not make it. */
  readonly state?: 'making' | 'refused';
  readonly id?: string;
  readonly secret?: string;
}

/** Keys of a tenant that were about to be made when the file ends: whether they were, the server knows. Their secrets nobody does. */
export async function unfinishedIn(path: string | undefined, tenant: string): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  if (path === undefined) return unfinished;
  for (const text of (await textOf(path)).split('\n')) {
    const line = text.includes(JSON.stringify(tenant)) ? lineOf(text) : undefined;
    if (line?.tenant !== tenant) continue;
    if (line.state === 'making') unfinished.add(line.name);
    else unfinished.delete(line.name);
  }
  return unfinished;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Undefined for a line that was cut off: what it was to say was not said. */
function lineOf(text: string): Line | undefined {
  try {
    return (JSON.parse(text) as Line | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A file that only its owner may read. */
export async function openSecrets(path: string) {
  const file = await open(path, 'a+', 0o600);
  try {
    await file.chmod(0o600);
    if (await isCutOff(file)) await file.appendFile('\n');
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    /** On disk once this has ended. */
    async write(line: Line): Promise<void> {
      await file.appendFile(`${JSON.stringify(line)}\n`);
      await file.sync();
    },
    close: () => file.close(),
  };
}

async function isCutOff(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 10;
}

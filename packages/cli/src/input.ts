import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from './failure.ts';

/** The text of a file that an option names, or of stdin for `-`. `flag` is what a refusal names. */
export async function readInput(file: string, flag: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${flag}: cannot read ${file} (${reasonOf(error as NodeJS.ErrnoException)})`);
  }
}

/** The JSON of a file, or of stdin for `-`. */
export async function readJson(file: string, flag: string): Promise<unknown> {
  const content = await readInput(file, flag);

  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new UsageError(
      `${flag}: ${file === '-' ? 'stdin' : file} is not JSON: ${(error as Error).message}`,
    );
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it may not be read';
  return code === 'EISDIR' ? 'it is a folder' : message;
}

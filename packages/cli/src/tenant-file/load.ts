import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EXIT } from '../exits.ts';
import { Failure, UsageError } from '../failure.ts';
import { readInput } from '../input.ts';
import { type Mistake, mistakesFailure } from '../yaml-file/mistakes.ts';
import { hasBeside } from './beside.ts';
import { type ParsedTenantFile, parseTenantFile } from './parse.ts';

/** What `--file` names: one tenant, or the tenants of a folder. */
export interface TenantFiles {
  readonly isFolder: boolean;
  /** In the order of their names. */
  readonly files: readonly ParsedTenantFile[];
}

const loaded = new Map<string, Promise<TenantFiles>>();

/**
 * Reads the file of a tenant, or every one of a folder, once: who guards the tenants asks before the command does, and stdin
 * comes only once.
 *
 * @throws Failure with every mistake of every file, each with line and column; nothing was sent
 */
export function loadTenantFiles(path: string): Promise<TenantFiles> {
  const files = loaded.get(path) ?? load(path);
  loaded.set(path, files);
  return files;
}

async function load(path: string): Promise<TenantFiles> {
  if (!(await isFolder(path))) return { isFolder: false, files: [await readOne(path)] };

  const files: ParsedTenantFile[] = [];
  const wrong: Failure[] = [];
  for (const name of await namesIn(path)) {
    try {
      files.push(await readOne(join(path, name)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      wrong.push(error);
    }
  }
  wrong.push(...namedTwice(files));
  if (wrong.length > 0) throw wrongFiles(path, wrong);
  return { isFolder: true, files };
}

async function readOne(path: string): Promise<ParsedTenantFile> {
  const parsed = parseTenantFile(await readInput(path, '--file'), path);
  if (!hasBeside(parsed.beside)) return parsed;

  const { checkFilesBeside } = await import('./beside-files.ts');
  await checkFilesBeside(parsed);
  return parsed;
}

async function isFolder(path: string): Promise<boolean> {
  if (path === '-') return false;
  // What is not there is told by who reads it.
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** What begins with a dot belongs to editors and to CI. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => /^[^.].*\.ya?ml$/i.test(entry.name) && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  if (names.length > 0) return names;
  throw new UsageError(`--file: ${folder} holds no *.yaml`, 'erp tenant plan -f tenants/');
}

/** A tenant with two files would be changed to and fro. */
function namedTwice(files: readonly ParsedTenantFile[]): Failure[] {
  const bySlug = new Map<string, ParsedTenantFile[]>();
  for (const file of files) {
    const { slug } = file.content;
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), file]);
  }
  return [...bySlug].flatMap(([slug, same]) =>
    same.length < 2
      ? []
      : same.map((file, at) => {
          const other = same[at === 0 ? 1 : 0] as ParsedTenantFile;
          const message = `${slug} has a second file, ${placeOf(other, slugOf(other))}: a tenant has one`;
          return mistakesFailure(file.path, 'usage', [slugOf(file, message)]);
        }),
  );
}

const slugOf = (file: ParsedTenantFile, message = ''): Mistake => file.mistakeAt(['slug'], message);

const placeOf = ({ path }: ParsedTenantFile, { line, column }: Mistake): string =>
  `${basename(path)}:${line}:${column}`;

/** Everything that is wrong with the files of a folder, as one failure. */
function wrongFiles(folder: string, wrong: readonly Failure[]): Failure {
  const said = wrong.flatMap(({ details, message }) => (details.said?.length ? details.said : [message]));
  return new Failure(
    `nothing was sent: in ${folder} ${said.length === 1 ? said[0] : `are ${said.length} mistakes`}`,
    {
      code: 'usage',
      exit: EXIT.usage,
      errors: wrong.flatMap(({ errors, code, message }) =>
        errors.length > 0 ? errors : [{ code, message }],
      ),
      said: said.length === 1 ? [] : said,
    },
  );
}

import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure, UsageError } from '../failure.ts';
import { nearest } from '../nearest.ts';

/** A server that somebody signed in to. `docs/profiles.md` describes the file; the server writes profile `local` itself. */
export interface Profile {
  readonly url: string;
  readonly tenant?: string;
  readonly apiKey?: string;
}

export interface Profiles {
  readonly version: 1;
  /** Name of the profile that is used when none is named. */
  readonly current?: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NONE: Profiles = { version: 1, profiles: {} };

export function profilePath(env: Environment): string {
  const home = env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config');
  return join(home, 'erp', 'profiles.json');
}

/** The folder for what outlives a run and is nobody's setting, such as notes of unfinished imports. */
export function statePath(env: Environment): string {
  const home = env['XDG_STATE_HOME'] || join(env['HOME'] || homedir(), '.local', 'state');
  return join(home, 'erp');
}

/** The path as a person would type it. */
export function shortPath(path: string, env: Environment): string {
  const home = env['HOME'] || homedir();
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** The stored profiles; none when there is no file. A file that cannot be read as profiles is refused, never replaced. */
export async function readProfiles(path: string): Promise<Profiles> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NONE;
    throw new Failure(`cannot read ${path}`, { code: 'profile_file', cause: error, lines: [String(error)] });
  }

  const profiles = parse(text);
  if (!profiles) {
    throw new Failure(`${path} does not hold profiles`, {
      code: 'profile_file',
      lines: ['It should be {"version":1,"current":"local","profiles":{"local":{"url":"…"}}}.'],
      hint: `mv ${path} ${path}.old && erp login`,
    });
  }

  return profiles;
}

/** True when others than the owner may read the file: then the keys in it are not secrets any more. */
export async function isExposed(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;

  try {
    return ((await stat(path)).mode & 0o077) !== 0;
  } catch {
    return false;
  }
}

/** Replaces the file in one step, readable by its owner alone: a crash leaves the old file or the new one. */
export async function writeProfiles(path: string, profiles: Profiles): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });

  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(profiles, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }

  await chmod(temporary, 0o600);
  await rename(temporary, path);
}

/** The profile of that name, or a usage error that says which ones there are. */
export function requireProfile(profiles: Profiles, name: string): Profile {
  const profile = Object.hasOwn(profiles.profiles, name) ? profiles.profiles[name] : undefined;
  if (profile) return profile;

  const names = Object.keys(profiles.profiles);
  const meant = nearest(name, names);
  throw new UsageError(
    `there is no profile "${name}"${meant ? `; did you mean ${meant}?` : ''}`,
    names.length === 0 ? `erp login --profile ${name}` : 'erp profile list',
    names.length === 0 ? [] : [`Profiles: ${names.join(', ')}`],
  );
}

function parse(text: string): Profiles | undefined {
  try {
    const value = JSON.parse(text) as Partial<Profiles> | null;
    const isProfiles = value?.version === 1 && typeof value.profiles === 'object' && value.profiles !== null;
    if (!isProfiles) return undefined;

    const all = Object.values(value.profiles ?? {});
    return all.every((profile) => typeof profile?.url === 'string') ? (value as Profiles) : undefined;
  } catch {
    return undefined;
  }
}

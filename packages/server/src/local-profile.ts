import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

interface Profiles {
  version: 1;
  current: string;
  profiles: Record<string, { url: string; apiKey?: string; tenant?: string }>;
}

/**
 * Writes profile `local` for the command line, which shares this format and no code with the server (docs/profiles.md).
 * Other profiles are kept; the file is replaced as a whole and readable by its owner only.
 */
export async function saveLocalProfile(
  environment: NodeJS.ProcessEnv,
  profile: { url: string; apiKey: string },
): Promise<string> {
  const file = join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'erp', 'profiles.json');
  const profiles = await readProfiles(file);
  profiles.profiles['local'] = profile;
  profiles.current ||= 'local';

  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
  return file;
}

async function readProfiles(file: string): Promise<Profiles> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Profiles;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { version: 1, current: '', profiles: {} };
  }
}

import { UsageError } from './failure.ts';
import { readInput } from './input.ts';
import {
  isExposed,
  type Profile,
  type Profiles,
  profilePath,
  readProfiles,
  requireProfile,
  shortPath,
  statePath,
} from './profiles/profile-file.ts';

/** The global options as the command line gives them. */
export interface GlobalOptions {
  readonly columns?: string;
  readonly profile?: string;
  readonly url?: string;
  readonly tenant?: string;
  readonly expectTenant?: string;
  readonly apiKeyFile?: string;
  readonly timeout?: number;
  readonly yes?: boolean;
}

/** A value and where it came from, in words that fit "… comes from <origin>". */
export interface Sourced {
  readonly value: string;
  readonly origin: string;
}

/** Everything that flags, environment, profile and defaults say together, in this order of precedence. */
export interface Settings {
  readonly server: Sourced;
  readonly tenant: Sourced | null;
  /** Null: not signed in. The value is a secret: it is never printed. */
  readonly credential: Sourced | null;
  /** Name of the profile that was used, if any. */
  readonly profile: string | null;
  readonly profiles: Profiles;
  readonly profileFile: string;
  /** `~/.local/state/erp`, where imports leave their notes. */
  readonly stateFolder: string;
  readonly expectTenant: Sourced | null;
  readonly timeoutSeconds: number | null;
  readonly columns: readonly string[] | null;
  readonly yes: boolean;
  /** Server, tenant and sign-in as far as flags named them: what a command that follows must name too. */
  readonly flags: readonly (readonly [flag: string, value: string])[];
  /** Disagreements that change server or tenant, and keys that are not used: to be said before anything is sent. */
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

export const DEFAULT_URL = 'http://127.0.0.1:4000';

/** Origin of what nobody has set. */
export const DEFAULT_ORIGIN = 'the default';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves the settings of one run. `profileMayBeNew`: `--profile` names what is about to be made (`login`, `profile
 * set`), so it need not exist.
 */
export async function resolveSettings(
  options: GlobalOptions,
  env: Environment,
  { profileMayBeNew = false } = {},
): Promise<Settings> {
  const profileFile = profilePath(env);
  const profiles = await readProfiles(profileFile);
  const name = options.profile ?? (env['ERP_PROFILE'] || profiles.current);
  const profile = profileOf(profiles, name, profileMayBeNew);
  const inProfile = `profile "${name}" (${shortPath(profileFile, env)})`;

  const server = firstOf(
    [options.url, '--url'],
    [env['ERP_URL'], 'ERP_URL'],
    [profile?.url, inProfile],
    [DEFAULT_URL, DEFAULT_ORIGIN],
  ) as Sourced;
  const tenant = firstOf(
    [options.tenant, '--tenant'],
    [env['ERP_TENANT'], 'ERP_TENANT'],
    [profile?.tenant, inProfile],
  );
  const url = checkedUrl(server);
  const exposed = profile?.apiKey !== undefined && (await isExposed(profileFile));
  const stored = usableKey(profile, url, exposed);

  return {
    server: { ...server, value: url },
    tenant,
    credential: firstOf(
      [await keyFromFile(options.apiKeyFile), '--api-key-file'],
      [env['ERP_API_KEY'], 'ERP_API_KEY'],
      [env['ERP_TOKEN'], 'ERP_TOKEN'],
      [stored, inProfile],
    ),
    profile: profile ? (name ?? null) : null,
    profiles,
    profileFile,
    stateFolder: statePath(env),
    expectTenant: firstOf(
      [options.expectTenant, '--expect-tenant'],
      [env['ERP_EXPECT_TENANT'], 'ERP_EXPECT_TENANT'],
    ),
    timeoutSeconds: options.timeout ?? null,
    columns: columnKeys(options.columns),
    yes: options.yes === true,
    flags: addressFlags(options),
    notices: [
      ...disagreement('server', server, profile?.url, name),
      ...disagreement('tenant', tenant, profile?.tenant, name),
    ],
    warnings: [
      ...(exposed
        ? [
            `${profileFile} can be read by others, so the keys in it are not used. Run: chmod 600 ${profileFile}`,
          ]
        : []),
      ...(profile?.apiKey !== undefined && !exposed && stored === undefined
        ? [`the key of profile "${name}" belongs to ${profile.url} and is not sent to ${url}`]
        : []),
    ],
  };
}

function addressFlags({ profile, url, apiKeyFile, tenant, expectTenant }: GlobalOptions): Settings['flags'] {
  const flags = [
    ['--profile', profile],
    ['--url', url],
    ['--api-key-file', apiKeyFile],
    ['--tenant', tenant],
    ['--expect-tenant', expectTenant],
  ] as const;

  return flags.flatMap(([flag, value]) => (value === undefined ? [] : [[flag, value] as const]));
}

/** The key in a file, or on stdin for `-`. */
async function keyFromFile(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;

  const key = (await readInput(file, '--api-key-file')).trim();
  if (key === '') throw new UsageError(`--api-key-file: ${file === '-' ? 'stdin' : file} is empty`);
  return key;
}

function profileOf(profiles: Profiles, name: string | undefined, mayBeNew: boolean): Profile | undefined {
  if (name === undefined) return undefined;
  if (mayBeNew && !Object.hasOwn(profiles.profiles, name)) return undefined;

  return requireProfile(profiles, name);
}

/** The first value that is given. An empty variable counts as none, as shells have no other way to say it. */
function firstOf(...candidates: (readonly [string | undefined, string])[]): Sourced | null {
  for (const [value, origin] of candidates) {
    if (value) return { value, origin };
  }

  return null;
}

function checkedUrl({ value, origin }: Sourced): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;

  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(`"${value}" from ${origin} is no address of a server`, `--url ${DEFAULT_URL}`);
  }
  if (url.username || url.password) {
    throw new UsageError(`the address from ${origin} holds a password; give a key by --api-key-file instead`);
  }

  return value.replace(/\/+$/, '');
}

/** The stored key, unless others can read it or it would be sent to another server than it was made for. */
function usableKey(profile: Profile | undefined, url: string, exposed: boolean): string | undefined {
  if (!profile?.apiKey || exposed || !URL.canParse(profile.url)) return undefined;

  return new URL(profile.url).origin === new URL(url).origin ? profile.apiKey : undefined;
}

function disagreement(
  what: string,
  used: Sourced | null,
  inProfile: string | undefined,
  profile: string | undefined,
): string[] {
  const overridden = used && inProfile && used.value !== inProfile;
  return overridden
    ? [
        `${what} ${used.value} comes from ${used.origin}, which overrides ${inProfile} of profile "${profile}"`,
      ]
    : [];
}

function columnKeys(columns: string | undefined): string[] | null {
  if (columns === undefined) return null;

  const keys = columns.split(',').map((key) => key.trim());
  if (keys.includes('')) throw new UsageError('--columns: a name is missing', '--columns code,name');
  return keys;
}

import type { LocalBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { writeProfiles } from '../../profiles/profile-file.ts';
import type { GlobalOptions } from '../../settings.ts';
import { shownProfile } from './shown-profile.ts';

const set: LocalBody<GlobalOptions, [string]> = async ({ settings }, options, name) => {
  const { profiles, profileFile } = settings;
  const { url, tenant, apiKeyFile } = options;
  if (url === undefined && tenant === undefined && apiKeyFile === undefined) {
    throw new UsageError(
      'nothing to set: give --url, --tenant or --api-key-file',
      `erp profile set ${name} --tenant acme`,
    );
  }

  const before = Object.hasOwn(profiles.profiles, name) ? profiles.profiles[name] : undefined;
  const address = url ?? before?.url;
  if (address === undefined) {
    throw new UsageError(
      `profile "${name}" is new, so it needs --url`,
      `erp profile set ${name} --url https://…`,
    );
  }

  const given = apiKeyFile === undefined ? undefined : settings.credential?.value;
  const apiKey = given ?? keyToKeep(before?.apiKey, before?.url, address);
  const tenantToKeep = tenant ?? before?.tenant;
  const profile = {
    url: address,
    ...(tenantToKeep ? { tenant: tenantToKeep } : {}),
    ...(apiKey ? { apiKey } : {}),
  };
  const changed = {
    ...profiles,
    current: profiles.current ?? name,
    profiles: { ...profiles.profiles, [name]: profile },
  };
  await writeProfiles(profileFile, changed);

  return { data: shownProfile(changed, name), message: `Profile ${name} is saved` };
};

/** A key belongs to the server that made it: it does not move to another address. */
function keyToKeep(apiKey: string | undefined, from: string | undefined, to: string): string | undefined {
  return from !== undefined && new URL(from).origin === new URL(to).origin ? apiKey : undefined;
}

export default set;

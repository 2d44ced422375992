import type { Profiles } from '../../profiles/profile-file.ts';
import { requireProfile } from '../../profiles/profile-file.ts';

/** A profile as it may be shown: whether it holds a key, never the key. */
export function shownProfile(profiles: Profiles, name: string) {
  const { url, tenant, apiKey } = requireProfile(profiles, name);

  return {
    name,
    current: profiles.current === name,
    url,
    tenant: tenant ?? null,
    hasKey: apiKey !== undefined,
  };
}

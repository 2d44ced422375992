import type { LocalBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { requireProfile, writeProfiles } from '../../profiles/profile-file.ts';

const logout: LocalBody = async ({ settings }) => {
  const { profile: name, profiles, profileFile } = settings;
  if (name === null)
    throw new UsageError('no profile is in use, so there is nothing to forget', 'erp profile list');

  const { apiKey, ...rest } = requireProfile(profiles, name);
  await writeProfiles(profileFile, { ...profiles, profiles: { ...profiles.profiles, [name]: rest } });

  const forgotten = apiKey !== undefined;
  return {
    data: { profile: name, url: rest.url, forgotten },
    message: forgotten
      ? `The key of profile ${name} is forgotten here; erp api-key revoke ends it on the server`
      : `Profile ${name} holds no key`,
  };
};

export default logout;

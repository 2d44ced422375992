import type { LocalBody } from '../../context.ts';
import { requireProfile, writeProfiles } from '../../profiles/profile-file.ts';

const remove: LocalBody<object, [string]> = async ({ settings: { profiles, profileFile } }, _, name) => {
  requireProfile(profiles, name);

  const { [name]: _removed, ...rest } = profiles.profiles;
  const { current, ...others } = profiles;
  const isCurrent = current === name || current === undefined;
  await writeProfiles(profileFile, { ...others, ...(isCurrent ? {} : { current }), profiles: rest });

  return { data: { name, removed: true }, message: `Profile ${name} is removed` };
};

export default remove;

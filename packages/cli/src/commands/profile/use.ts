import type { LocalBody } from '../../context.ts';
import { writeProfiles } from '../../profiles/profile-file.ts';
import { shownProfile } from './shown-profile.ts';

const use: LocalBody<object, [string]> = async ({ settings: { profiles, profileFile } }, _, name) => {
  const changed = { ...profiles, current: name };
  const data = shownProfile(changed, name);
  await writeProfiles(profileFile, changed);

  return {
    data,
    message: `Profile ${name} is now in use: ${data.url}${data.tenant ? `, tenant ${data.tenant}` : ''}`,
  };
};

export default use;

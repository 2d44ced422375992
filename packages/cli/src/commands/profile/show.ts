import type { LocalBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { shownProfile } from './shown-profile.ts';

const show: LocalBody<object, [string?]> = async ({ settings }, _, name) => {
  const which = name ?? settings.profile;
  if (which === null) throw new UsageError('no profile is in use', 'erp login');

  return { data: { ...shownProfile(settings.profiles, which), file: settings.profileFile } };
};

export default show;

import type { LocalBody } from '../../context.ts';
import { shownProfile } from './shown-profile.ts';

const list: LocalBody = async ({ settings: { profiles } }) => ({
  data: Object.keys(profiles.profiles).map((name) => shownProfile(profiles, name)),
  columns: [
    { key: 'name' },
    { key: 'current' },
    { key: 'url' },
    { key: 'tenant' },
    { key: 'hasKey', title: 'KEY' },
  ],
});

export default list;

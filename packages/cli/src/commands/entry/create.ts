import type { components } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { readJson } from '../../input.ts';
import { shownEntry } from './show.ts';

const create: CommandBody<{ readonly file: string }> = async ({ erp }, { file }) => {
  const draft = (await readJson(file, '--file')) as components['schemas']['NewDraft'];

  return shownEntry(await erp.entries.create(draft));
};

export default create;

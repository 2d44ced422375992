import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { JOURNAL_FIELDS, type NewJournal } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(JOURNAL_FIELDS, options);

  return { data: await erp.journals.create({ ...body, code } as NewJournal) };
};

export default create;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { JOURNAL_FIELDS, type UpdateJournal } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(
    JOURNAL_FIELDS,
    options,
    `erp journal update ${code} --name "Sales of goods"`,
  );

  return { data: await erp.journals.update(code, changes as UpdateJournal) };
};

export default update;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { type NewParty, PARTY_FIELDS } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(PARTY_FIELDS, options);

  return { data: await erp.parties.create({ ...body, code } as NewParty) };
};

export default create;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { PARTY_FIELDS, type UpdateParty } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(PARTY_FIELDS, options, `erp party update ${code} --language fr`);

  return { data: await erp.parties.update(code, changes as UpdateParty) };
};

export default update;

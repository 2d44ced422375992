import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { ACCOUNT_FIELDS, type UpdateAccount } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(ACCOUNT_FIELDS, options, `erp account update ${code} --name "Main bank"`);

  return { data: await erp.accounts.update(code, changes as UpdateAccount) };
};

export default update;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { ACCOUNT_FIELDS, type NewAccount } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(ACCOUNT_FIELDS, options);

  return { data: await erp.accounts.create({ ...body, code } as NewAccount) };
};

export default create;

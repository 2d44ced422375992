import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { CURRENCY_FIELDS, type NewCurrency } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(CURRENCY_FIELDS, options);

  return { data: await erp.currencies.create({ ...body, code } as NewCurrency) };
};

export default create;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { CURRENCY_FIELDS, type UpdateCurrency } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(
    CURRENCY_FIELDS,
    options,
    `erp currency update ${code} --withdrawn-on 2022-12-31`,
  );

  return { data: await erp.currencies.update(code, changes as UpdateCurrency) };
};

export default update;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { DIMENSION_FIELDS, type NewDimension } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(DIMENSION_FIELDS, options);

  return { data: await erp.dimensions.create({ ...body, code } as NewDimension) };
};

export default create;

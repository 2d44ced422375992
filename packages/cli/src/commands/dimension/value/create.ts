import type { CommandBody } from '../../../context.ts';
import { type BodyOptions, bodyOf } from '../../fields.ts';
import { type NewDimensionValue, VALUE_FIELDS } from './fields.ts';

const create: CommandBody<BodyOptions, [string, string]> = async ({ erp }, options, dimension, code) => {
  const body = await bodyOf(VALUE_FIELDS, options);

  return { data: await erp.dimensions.createValue(dimension, { ...body, code } as NewDimensionValue) };
};

export default create;

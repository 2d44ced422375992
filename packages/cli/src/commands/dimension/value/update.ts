import type { CommandBody } from '../../../context.ts';
import { type BodyOptions, changesOf } from '../../fields.ts';
import { type UpdateDimensionValue, VALUE_FIELDS } from './fields.ts';

const update: CommandBody<BodyOptions, [string, string]> = async ({ erp }, options, dimension, code) => {
  const example = `erp dimension value update ${dimension} ${code} --name "…"`;
  const changes = await changesOf(VALUE_FIELDS, options, example);

  return { data: await erp.dimensions.updateValue(dimension, code, changes as UpdateDimensionValue) };
};

export default update;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { DIMENSION_FIELDS, type UpdateDimension } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(
    DIMENSION_FIELDS,
    options,
    `erp dimension update ${code} --required-on 60..62`,
  );

  return { data: await erp.dimensions.update(code, changes as UpdateDimension) };
};

export default update;

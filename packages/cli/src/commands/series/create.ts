import type { CommandBody } from '../../context.ts';
import { type BodyOptions, bodyOf } from '../fields.ts';
import { type NewSeries, SERIES_FIELDS } from './fields.ts';

const create: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const body = await bodyOf(SERIES_FIELDS, options);

  return { data: await erp.series.create({ ...body, code } as NewSeries) };
};

export default create;

import type { CommandBody } from '../../context.ts';
import { type BodyOptions, changesOf } from '../fields.ts';
import { SERIES_FIELDS, type UpdateSeries } from './fields.ts';

const update: CommandBody<BodyOptions, [string]> = async ({ erp }, options, code) => {
  const changes = await changesOf(SERIES_FIELDS, options, `erp series update ${code} --reset never`);

  return { data: await erp.series.update(code, changes as UpdateSeries) };
};

export default update;

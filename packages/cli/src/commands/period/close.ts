import type { components } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given } from '../listing.ts';
import { parsePeriod } from './period-name.ts';

const close: CommandBody<components['schemas']['ClosePeriod'], [string]> = async (
  { erp },
  options,
  period,
) => {
  const { year, number } = parsePeriod(period);

  return { data: await erp.periods.close(year, number, given(options, 'area')) };
};

export default close;

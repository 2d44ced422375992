import type { components } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given } from '../listing.ts';
import { parsePeriod } from './period-name.ts';

const reopen: CommandBody<components['schemas']['ReopenPeriod'], [string]> = async (
  { erp },
  options,
  period,
) => {
  const { year, number } = parsePeriod(period);

  return {
    data: await erp.periods.reopen(year, number, { reason: options.reason, ...given(options, 'area') }),
  };
};

export default reopen;

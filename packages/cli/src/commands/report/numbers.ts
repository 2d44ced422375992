import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given } from '../listing.ts';

type Options = NonNullable<operations['reports.numbers']['parameters']['query']>;

const numbers: CommandBody<Options> = async ({ erp }, options) => {
  const data = await erp.reports.numbers(given(options, 'year', 'series'));

  return {
    data,
    rows: data.rows,
    columns: [
      { key: 'series' },
      { key: 'year' },
      { key: 'first', kind: 'count' },
      { key: 'last', kind: 'count' },
      { key: 'count', kind: 'count' },
      { key: 'next', kind: 'count' },
      { key: 'gaps' },
      { key: 'duplicates' },
    ],
  };
};

export default numbers;

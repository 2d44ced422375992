import type { components, operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given } from '../listing.ts';

type Options = NonNullable<operations['reports.numbers']['parameters']['query']>;

type Gap = components['schemas']['Gap'];

/** `5`, `7-12 (a lost pad)`: the numbers that are missing, and why if somebody said. */
function gapText({ from, to, reason }: Gap): string {
  const numbers = from === to ? String(from) : `${from}-${to}`;
  return reason === null ? numbers : `${numbers} (${reason})`;
}

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
      { key: 'gaps', show: (gaps) => (gaps as readonly Gap[]).map(gapText).join(', ') },
      { key: 'duplicates' },
    ],
  };
};

export default numbers;

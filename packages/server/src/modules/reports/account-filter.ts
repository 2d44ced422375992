import { compareCodes } from '@erp/ledger';
import { notFound } from '../../kernel/problem.ts';
import type { ChartAccount } from './chart.ts';

/**
 * The accounts that a filter means: one by code or id, or `A..B`, every code from A to B by bytes and those that begin with B
 * (`411..419` holds 419800).
 *
 * @throws Problem `not_found` for a single account that is not there
 */
export function chosen(chart: readonly ChartAccount[], filter: string | undefined): readonly ChartAccount[] {
  if (filter === undefined) return chart;
  const single = chart.find(({ code, id }) => code === filter || id === filter);
  if (single) return [single];

  const dots = filter.indexOf('..');
  if (dots < 0) throw notFound('account', JSON.stringify(filter));
  const first = filter.slice(0, dots);
  const last = filter.slice(dots + 2);
  return chart.filter(
    ({ code }) => compareCodes(code, first) >= 0 && (compareCodes(code, last) <= 0 || code.startsWith(last)),
  );
}

import { addDays } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { Problem } from '../../kernel/problem.ts';
import {
  latestYearWithEntries,
  type PeriodRow,
  requireYear,
  type YearRow,
  yearOfDate,
} from '../calendar/index.ts';
import type { Slice } from './sums.ts';

export interface RangeQuery {
  from?: string;
  to?: string;
  year?: string;
  asOf?: string;
}

/** Days of one fiscal year, both ends included. */
export interface Range {
  year: YearRow;
  from: string;
  to: string;
}

/**
 * The range of a report: by default the latest fiscal year that has entries; `to` and `asOf` alone begin at the start of
 * their year, `from` alone ends with its year.
 *
 * @throws Problem `invalid_request` for a range over two years or a mixture of options, `year_unknown` for a day without a
 * year, `not_found` for a year that is not there
 */
export async function rangeOf(tx: Tx, tenantId: string, query: RangeQuery): Promise<Range> {
  if (query.asOf !== undefined && (query.from !== undefined || query.to !== undefined)) {
    throw badRange('asOf', 'asOf stands for a whole range: leave from and to out');
  }

  const last = query.asOf ?? query.to;
  const year = await yearAsked(tx, tenantId, query.year, query.from ?? last);
  const from = query.from ?? year.start;
  const to = last ?? year.end;
  const toName = query.asOf === undefined ? 'to' : 'asOf';
  if (from > to) throw badRange('from', `from ${from} is after ${toName} ${to}`);
  for (const [name, day] of [
    ['from', from],
    [toName, to],
  ] as const) {
    if (day >= year.start && day <= year.end) continue;
    throw badRange(
      name,
      `${day} is outside fiscal year ${year.code} (${year.start}..${year.end}): books are kept per year, ask for each`,
    );
  }
  if (year.detail === 'balances' && (from !== year.start || to !== year.end)) {
    const days = `${year.start}..${year.end}`;
    throw badRange(
      from === year.start ? toName : 'from',
      `year ${year.code} holds balances only, no entries: what moved within ${days} is not known, ask for all of it`,
    );
  }
  return { year, from, to };
}

async function yearAsked(
  tx: Tx,
  tenantId: string,
  name: string | undefined,
  day: string | undefined,
): Promise<YearRow> {
  if (name !== undefined) return requireYear(tx, tenantId, name);
  const year =
    day === undefined ? await latestYearWithEntries(tx, tenantId) : await yearOfDate(tx, tenantId, day);
  if (year) return year;
  throw new Problem(
    'year_unknown',
    day === undefined
      ? 'There is no fiscal year yet: open one, or import a ledger that brings its own'
      : `No fiscal year holds ${day}: years.list shows those there are`,
  );
}

const badRange = (pointer: string, message: string): Problem =>
  new Problem('invalid_request', message, [
    { in: 'query', pointer: `/${pointer}`, code: 'invalid_request', message },
  ]);

/**
 * What of a year lies before the range and what within: periods as a whole where the range does not cut them. Opening entries
 * (period 0) are in neither. `without` names kinds of period that are left out.
 */
export function slicesOf(
  periods: readonly PeriodRow[],
  { from, to }: Pick<Range, 'from' | 'to'>,
  without: readonly string[] = [],
): { before: Slice; within: Slice } {
  const counted = periods.filter(({ kind }) => kind !== 'opening' && !without.includes(kind));
  const sliceBetween = (first: string, last: string): Slice => {
    const touched = counted.filter((period) => period.start <= last && period.end >= first);
    const isWhole = (period: PeriodRow) => period.start >= first && period.end <= last;
    return {
      whole: touched.filter(isWhole).map((period) => period.number),
      cuts: touched
        .filter((period) => !isWhole(period))
        .map(({ number, start, end }) => ({
          period: number,
          from: start > first ? start : first,
          to: end < last ? end : last,
        })),
    };
  };
  return { before: sliceBetween('0001-01-01', addDays(from, -1)), within: sliceBetween(from, to) };
}

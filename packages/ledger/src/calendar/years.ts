import { addDays, endOfMonth, isDate, lastDayOf } from './dates.ts';

export interface Year {
  start: string;
  end: string;
}

export interface Period {
  number: number;
  kind: 'opening' | 'regular' | 'adjustment' | 'closing';
  /** `2022/3`: the year's code and the number. */
  name: string;
  start: string;
  end: string;
}

const longestYearInMonths = 24;

/**
 * Why these dates are no fiscal year, or undefined when they are: 1 day to 24 months (France allows 24 for the first year,
 * Sweden 18, Germany 12).
 */
export function yearFault({ start, end }: Year): { code: string; message: string } | undefined {
  for (const date of [start, end]) {
    if (!isDate(date)) return { code: 'date_invalid', message: `"${date}" is not a date such as 2026-12-31` };
  }

  if (end < start) {
    return { code: 'invalid_request', message: `a year cannot end (${end}) before it starts (${start})` };
  }

  const latest = lastDayOf(start, longestYearInMonths);
  if (end > latest) {
    const message = `a year has at most 24 months: one that starts ${start} ends by ${latest}, not ${end}`;
    return { code: 'invalid_request', message };
  }

  return undefined;
}

/** The calendar months of a year, cut at its edges: a year from 2022-04-15 begins with 2022-04-15..2022-04-30. */
export function monthsOf({ start, end }: Year): Year[] {
  const months: Year[] = [];

  for (let from = start; from <= end; ) {
    const monthEnd = endOfMonth(from);
    const to = monthEnd < end ? monthEnd : end;
    months.push({ start: from, end: to });
    from = addDays(to, 1);
  }

  return months;
}

/**
 * The periods of a new year, by number: 0 is the opening on the first day, then the calendar months, one adjustment and one
 * closing period, both on the last day.
 */
export function periodsOf(year: Year & { code: string }): Period[] {
  const { code, start, end } = year;
  const spans: Omit<Period, 'number' | 'name'>[] = [
    { kind: 'opening', start, end: start },
    ...monthsOf(year).map((month) => ({ kind: 'regular' as const, ...month })),
    { kind: 'adjustment', start: end, end },
    { kind: 'closing', start: end, end },
  ];

  return spans.map((span, number) => ({ number, name: `${code}/${number}`, ...span }));
}

/** The default code of a year: the calendar year of its last day, `START..END` when another year has that code. */
export function yearCode(start: string, end: string, taken: Iterable<string> = []): string {
  const code = end.slice(0, 4);
  return new Set(taken).has(code) ? `${start}..${end}` : code;
}

/**
 * The years of twelve months, each beginning on `startMonthDay` (`MM-DD`), that hold every day from `first` to `last`.
 * A beginning on 02-29 falls on 02-28 where there is none.
 */
export function yearsCovering(first: string, last: string, startMonthDay: string): Year[] {
  const startIn = (year: number) => {
    const monthDay = startMonthDay === '02-29' && !isDate(`${pad(year)}-02-29`) ? '02-28' : startMonthDay;
    return `${pad(year)}-${monthDay}`;
  };

  const years: Year[] = [];
  let year = Number(first.slice(0, 4));
  if (startIn(year) > first) year -= 1;

  for (; startIn(year) <= last; year += 1) {
    years.push({ start: startIn(year), end: addDays(startIn(year + 1), -1) });
  }

  return years;
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}

/** Twelve months from `start`: the usual year. */
export function yearFrom(start: string): Year {
  return { start, end: lastDayOf(start, 12) };
}

import { UsageError } from '../../failure.ts';

export interface PeriodName {
  readonly year: string;
  readonly number: number;
}

/** `2026/3` as year and number; the code of a year may hold a slash itself. */
export function parsePeriod(text: string): PeriodName {
  const match = /^(.+)\/(\d{1,2})$/.exec(text);
  if (!match?.[1] || !match[2]) {
    throw new UsageError(`"${text}" is no period; write YEAR/NUMBER`, 'erp period close 2026/3');
  }

  return { year: match[1], number: Number(match[2]) };
}

import { yearFault } from '@erp/ledger';
import { fieldProblem, type ProblemCode } from '../../kernel/problem.ts';
import type { NewYear, PeriodRow, YearRow } from './store.ts';

/** A year has 1 day to 24 months; dates that do not exist and years that end before they start are refused. */
export function checkDates(year: { start: string; end: string }): void {
  const fault = yearFault(year);
  if (fault) throw fieldProblem(fault.code as ProblemCode, '/end', fault.message);
}

/** Books of two years never overlap: a date belongs to one year. */
export function checkOverlap(year: NewYear, years: readonly YearRow[]): void {
  const other = years.find((y) => y.start <= year.end && year.start <= y.end);
  if (!other) return;
  throw fieldProblem(
    'conflict',
    year.start >= other.start ? '/start' : '/end',
    `${year.start}..${year.end} overlaps year ${other.code} (${other.start}..${other.end}): years do not overlap`,
  );
}

/** ` (by anna, 2025-04-12)`; empty when nobody is known. */
export const closedWhen = ({ closedBy, closedAt }: Pick<PeriodRow, 'closedBy' | 'closedAt'>): string =>
  closedBy ? ` (by ${closedBy}, ${closedAt?.slice(0, 10)})` : '';

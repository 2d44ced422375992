import { yearFault } from '@erp/ledger';
import { fieldProblem, Problem, type ProblemCode } from '../../kernel/problem.ts';
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

/** Refuses a period that takes no entries, naming who closed it and when, and the remedy. */
export function requireOpen(period: PeriodRow, yearState: YearRow['state'] = 'open'): void {
  if (period.state === 'open' && yearState === 'open') return;
  if (period.state === 'open') {
    throw new Problem(
      'period_not_open',
      `Period ${period.name} is in a year that is ${yearState}: use an open year`,
    );
  }
  const remedy =
    period.state === 'locked' ? 'date it in an open period' : 'date it in an open period, or reopen that one';
  throw new Problem(
    'period_not_open',
    `Period ${period.name} is ${period.state}${closedWhen(period)}: ${remedy}`,
  );
}

/** ` (by anna, 2025-04-12)`; empty when nobody is known. */
export const closedWhen = ({ closedBy, closedAt }: Pick<PeriodRow, 'closedBy' | 'closedAt'>): string =>
  closedBy ? ` (by ${closedBy}, ${closedAt?.slice(0, 10)})` : '';

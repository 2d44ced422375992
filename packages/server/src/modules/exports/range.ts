import { addDays } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { fieldProblem, Problem } from '../../kernel/problem.ts';
import {
  latestYearWithEntries,
  periodsOfYear,
  type YearRow,
  yearByName,
  yearsOf,
} from '../calendar/index.ts';

/** Days of an export, and the years that they touch, in order. */
export interface ExportRange {
  from: string;
  to: string;
  years: YearRow[];
  /** Of the one year: only the entries of this period, whatever their days. */
  period: number | null;
}

/**
 * The range of an export: a year, or days over as many years as they touch; by default the latest year that has entries.
 * `to` alone begins with its year, `from` alone ends with its year.
 *
 * @throws Problem `invalid_request` for a mixture or a range upside down, `year_unknown` where no year holds the days
 */
export async function exportRange(
  tx: Tx,
  tenantId: string,
  body: Pick<components['schemas']['NewExport'], 'from' | 'to' | 'year' | 'period'>,
): Promise<ExportRange> {
  const hasDays = body.from !== undefined || body.to !== undefined;
  if (body.period !== undefined) {
    if (hasDays || body.year !== undefined) {
      throw fieldProblem('invalid_request', '/period', 'a period is a range: leave year, from and to out');
    }
    return periodRange(tx, tenantId, body.period);
  }
  if (body.year !== undefined && hasDays) {
    throw fieldProblem('invalid_request', '/year', 'a year is a whole range: leave from and to out');
  }
  if (!hasDays) {
    const year = await oneYear(tx, tenantId, body.year);
    return { from: year.start, to: year.end, years: [year], period: null };
  }

  const all = await yearsOf(tx, tenantId);
  const holding = (day: string | undefined) =>
    all.find((year) => day && day >= year.start && day <= year.end);
  const from = body.from ?? holding(body.to)?.start ?? body.to;
  const to = body.to ?? holding(body.from)?.end ?? body.from;
  if (from === undefined || to === undefined || from > to) {
    throw fieldProblem('invalid_request', '/from', `from ${from} is after to ${to}`);
  }
  const years = all.filter((year) => year.start <= to && year.end >= from);
  if (years.length === 0) {
    throw fieldProblem(
      'year_unknown',
      body.from === undefined ? '/to' : '/from',
      `no fiscal year holds any day of ${from}..${to}`,
    );
  }
  return { from, to, years, period: null };
}

/** The range of an export that was made before. */
export async function storedRange(
  tx: Tx,
  tenantId: string,
  row: { from: string; to: string; year: string | null; period: number | null },
): Promise<ExportRange> {
  const body = row.period === null ? { from: row.from, to: row.to } : { period: `${row.year}/${row.period}` };
  return exportRange(tx, tenantId, body);
}

async function periodRange(tx: Tx, tenantId: string, name: string): Promise<ExportRange> {
  const slash = name.lastIndexOf('/');
  const year = await oneYear(tx, tenantId, name.slice(0, slash), '/period');
  const number = Number(name.slice(slash + 1));
  const period = (await periodsOfYear(tx, tenantId, year.id)).find((one) => one.number === number);
  if (!period) {
    throw fieldProblem('year_unknown', '/period', `fiscal year ${year.code} has no period ${number}`);
  }
  return { from: period.start, to: period.end, years: [year], period: number };
}

async function oneYear(
  tx: Tx,
  tenantId: string,
  name: string | undefined,
  pointer = '/year',
): Promise<YearRow> {
  if (name === undefined) {
    const latest = await latestYearWithEntries(tx, tenantId);
    if (latest) return latest;
    throw new Problem('year_unknown', 'There is no fiscal year yet, so there is nothing to export');
  }
  const year = await yearByName(tx, tenantId, name);
  if (!year) throw fieldProblem('year_unknown', pointer, `there is no fiscal year ${JSON.stringify(name)}`);
  return year;
}

/** Whether the range begins with its first year, so that this year's opening belongs to it; among periods it stands in 0. */
export const beginsYear = ({ from, period, years: [first] }: ExportRange): boolean =>
  first !== undefined && first.start === from && (period === null || period === 0);

/** The year whose balances another one goes on with, unless it states its opening: it ends the day before, in the same currency. */
export const yearBefore = (all: readonly YearRow[], { start, baseCurrency }: YearRow): YearRow | undefined =>
  all.find((year) => year.end === addDays(start, -1) && year.baseCurrency === baseCurrency);

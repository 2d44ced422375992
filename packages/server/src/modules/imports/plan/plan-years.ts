import { periodsOf, readers, yearCode, yearFault, yearsCovering } from '@erp/ledger';
import type { TenantInfo } from '../../../http/context.ts';
import type { PeriodRow, YearRow } from '../../calendar/index.ts';
import { mayCreate } from '../rules.ts';
import type { Session } from '../store.ts';

export interface PlannedPeriod {
  number: number;
  kind: string;
  name: string;
  start: string;
  end: string;
  state: string;
  closedAreas: readonly string[];
  closedBy: string | null;
  closedAt: string | null;
}

export interface PlannedYear {
  code: string;
  start: string;
  end: string;
  created: boolean;
  reason: string | null;
  /** By the file or an option, and not only by the days of entries. */
  named: boolean;
  /** That the books know; a year that is to be made is open. */
  state: string;
  hasOpening: boolean;
  /** `balances`: comparatives only. */
  detail: 'entries' | 'balances';
  /** Is a year of balances in the books, and becomes one of entries by this import. */
  takesEntries: boolean;
  periods: PlannedPeriod[];
}

export interface YearsPlan {
  years: PlannedYear[];
  warnings: string[];
}

/** A year that the file or an option names. */
export interface NamedYear {
  code?: string | undefined;
  start: string;
  end: string;
  reason: string;
  detail?: 'entries' | 'balances' | undefined;
}

/** A file over more years has a day that is a slip of the pen. */
const mostYears = 100;

/**
 * The years of an import. Those that are there win; then come years the file or an option names; then, for days that none of
 * them holds, years of twelve months as the tenant begins them, and those between them where the balances of the format go on
 * without an opening. A named year that overlaps another is not made.
 */
export function planYears(
  session: Session,
  tenant: TenantInfo,
  named: readonly NamedYear[],
  there: readonly { year: YearRow; periods: readonly PeriodRow[] }[],
  days: readonly string[],
): YearsPlan {
  const takes = session.resource === 'ledger' && session.options.as !== 'draft';
  const plan: YearsPlan = {
    years: there.map(({ year, periods }) =>
      existing(year, periods, takes && days.some((day) => year.start <= day && day <= year.end)),
    ),
    warnings: [],
  };
  if (!mayCreate(session, 'years')) return plan;

  for (const year of named) addNamed(plan, year, days);
  const uncovered = days.filter((day) => !yearOf(plan, day)).sort();
  const [first] = uncovered;
  const last = uncovered.at(-1);
  if (first === undefined || last === undefined) return plan;

  const covering = yearsCovering(first, last, tenant.fiscalYearStart);
  const goesOn = readers[session.format].carriesOn === true && covering.length <= mostYears;
  if (readers[session.format].carriesOn && !goesOn) {
    plan.warnings.push(
      `from ${first} to ${last} are more than ${mostYears} years: those without entries are not made, and carry no balances`,
    );
  }
  for (const { start, end } of covering) {
    if (overlapping(plan, { start, end })) continue;
    const isNeeded = uncovered.some((day) => start <= day && day <= end);
    const reason = `twelve months from ${tenant.fiscalYearStart}, as the tenant begins its years`;
    if (isNeeded) add(plan, { start, end, reason }, false);
    else if (goesOn) add(plan, { start, end, reason: 'has no entries; balances go on through it' }, true);
  }
  return plan;
}

export const yearOf = (plan: YearsPlan, day: string): PlannedYear | undefined =>
  plan.years.find((year) => year.start <= day && day <= year.end);

/** `hasEntries`: the import brings entries of the year, which then take the place of balances. */
function existing(year: YearRow, periods: readonly PeriodRow[], hasEntries: boolean): PlannedYear {
  const { code, start, end, state, detail } = year;
  const takesEntries = detail === 'balances' && hasEntries;
  return {
    ...{ code, start, end, state, created: false, named: false, reason: `is ${state} in the books` },
    hasOpening: year.openingEntryId !== null,
    ...{ detail: takesEntries ? 'entries' : detail, takesEntries },
    periods: periods.map(
      ({ number, kind, name, start: from, end: to, closedAreas, closedBy, closedAt, state: now }) => ({
        ...{
          number,
          kind,
          name,
          start: from,
          end: to,
          state: takesEntries && now === 'closed' ? 'open' : now,
        },
        ...{ closedAreas: closedAreas ?? [], closedBy: closedBy ?? null, closedAt: closedAt ?? null },
      }),
    ),
  };
}

function addNamed(plan: YearsPlan, year: NamedYear, days: readonly string[]): void {
  const fault = yearFault(year);
  if (fault) {
    plan.warnings.push(`${year.start}..${year.end} is no fiscal year: ${fault.message}`);
    return;
  }
  const other = overlapping(plan, year);
  const hasEntries = days.some((day) => year.start <= day && day <= year.end);
  if (!other) add(plan, hasEntries ? { ...year, detail: 'entries' } : year, true);
  else if (other.start !== year.start || other.end !== year.end) {
    plan.warnings.push(
      `year ${year.start}..${year.end} of the file overlaps ${other.code} (${other.start}..${other.end}), which is kept`,
    );
  }
}

const overlapping = (
  plan: YearsPlan,
  { start, end }: { start: string; end: string },
): PlannedYear | undefined => plan.years.find((other) => other.start <= end && start <= other.end);

function add(
  plan: YearsPlan,
  { code, start, end, reason, detail = 'entries' }: NamedYear,
  named: boolean,
): void {
  const taken = plan.years.map((year) => year.code);
  const free = code !== undefined && !taken.includes(code) ? code : yearCode(start, end, taken);
  const open = { state: 'open', closedAreas: [], closedBy: null, closedAt: null };
  plan.years.push({
    ...{ code: free, start, end, created: true, named, reason, state: 'open', hasOpening: false },
    ...{ detail, takesEntries: false },
    periods: periodsOf({ code: free, start, end }).map((period) => ({ ...period, ...open })),
  });
}

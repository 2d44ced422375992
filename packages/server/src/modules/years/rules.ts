import { addDays } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { fieldProblem } from '../../kernel/problem.ts';
import type { YearRow } from '../calendar/index.ts';

export type Year = components['schemas']['Year'];

/** Stated by an entry, else carried when a year ends on the day before, else there is none. */
export function openingMode(year: YearRow, years: readonly YearRow[]): Year['opening']['mode'] {
  if (year.openingEntryId) return 'stated';
  const dayBefore = addDays(year.start, -1);
  return years.some((y) => y.end === dayBefore) ? 'carried' : 'none';
}

/** A year as the wire has it, without its periods. `closingEntry`: the entry that closed it, when one did. */
export function yearOfRow(row: YearRow, years: readonly YearRow[], closingEntry: string | undefined): Year {
  const { openingEntryId, openingDifferences, ...same } = row;
  return {
    ...same,
    opening: { mode: openingMode(row, years), entry: openingEntryId, differences: openingDifferences },
    closing: { mode: closingEntry ? 'entry' : 'virtual', entry: closingEntry ?? null },
  };
}

/** Books of one tenant are kept in one currency: joining another at a year's start needs revalued openings, which nothing makes yet. */
export function checkBaseCurrency(ofTenant: string, ofYear: string): void {
  if (ofYear === ofTenant) return;
  throw fieldProblem(
    'invalid_request',
    '/baseCurrency',
    `the books are kept in ${ofTenant}: a year in ${ofYear} cannot be opened yet`,
  );
}

import { addDays } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
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
    detail: 'entries',
  };
}

export { requireOpen } from './rules.ts';
export {
  insertYear,
  latestYearWithEntries,
  lockPeriod,
  type NewYear,
  type PeriodRow,
  periodsOfYear,
  previousYear,
  requireYear,
  type YearRow,
  yearByName,
  yearOfDate,
  yearsOf,
} from './store.ts';

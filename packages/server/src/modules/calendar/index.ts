export { closedWhen, requireOpen } from './rules.ts';
export {
  insertYear,
  latestYearWithEntries,
  listPeriods,
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

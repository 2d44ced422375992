export { closedWhen } from './rules.ts';
export {
  insertYear,
  latestYearWithEntries,
  listPeriods,
  lockPeriod,
  type PeriodRow,
  periodsOfYear,
  requireYear,
  type YearRow,
  yearByName,
  yearOfDate,
  yearsOf,
} from './store.ts';
export { closeForBalances, openForEntries, yearBalances } from './year-balances.ts';

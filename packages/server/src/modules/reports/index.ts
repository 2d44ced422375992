export { chosen } from './account-filter.ts';
export { type Written, writtenBy } from './amounts.ts';
export {
  type Balance,
  type Books,
  balancesThrough,
  type CarriedResult,
  carriedInto,
  carriedOpeningOf,
  type Opening,
  openBooks,
  openingOf,
} from './balances.ts';
export { type Cell, Cells } from './cells.ts';
export { type ChartAccount, chartOf } from './chart.ts';
export { handlers } from './handlers.ts';

export { chosen } from './account-filter.ts';
export {
  type Balance,
  balancesThrough,
  carriedInto,
  carriedOpeningOf,
  openBooks,
  openingOf,
} from './balances.ts';
export type { Cell } from './cells.ts';
export { chartOf } from './chart.ts';
export { handlers } from './handlers.ts';

export { checkBalance, type Imbalance, roundingLine, type Spread, spreadRounding } from './balance.ts';
export {
  type AmountContext,
  type AmountFault,
  type GivenAmounts,
  isAmountFault,
  type LineAmounts,
  lineAmounts,
} from './line-amounts.ts';

export { allocate } from './allocate.ts';
export { type IsoCurrency, isoCurrencies, isoExponent } from './iso-4217.ts';
export { fromMinor, isMoneyFault, type Minor, type MoneyFault, toMinor } from './minor.ts';
export { convert } from './rate.ts';

import { isoExponent } from '@erp/ledger';
import { fieldProblem } from './problem.ts';

/** A tenant's own unit, or an ISO currency that it has closed. Every other ISO currency is known as it is. */
export interface OwnCurrency {
  code: string;
  exponent: number;
  active: boolean;
}

/** Decimals of a currency that the tenant may use; undefined for unknown and closed ones. */
export function exponentOf(own: readonly OwnCurrency[], code: string): number | undefined {
  const mine = own.find((currency) => currency.code === code);
  if (mine) return mine.active ? mine.exponent : undefined;
  return isoExponent(code);
}

/** Refuses a currency that the tenant may not use. Null and undefined name none. */
export function checkCurrency(
  own: readonly OwnCurrency[],
  code: string | null | undefined,
  pointer: string,
): void {
  if (code === null || code === undefined || exponentOf(own, code) !== undefined) return;
  throw fieldProblem(
    'currency_unknown',
    pointer,
    `${code} is no currency of this tenant, or a closed one: create it first, or use an ISO code`,
  );
}

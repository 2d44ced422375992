import { fromMinor, isoExponent } from '@erp/ledger';
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

/** Decimals that amounts of a currency were posted with: those of a closed one stay. */
export const decimalsOf = (own: readonly OwnCurrency[], code: string): number =>
  own.find((currency) => currency.code === code)?.exponent ?? isoExponent(code) ?? 2;

/** Writes minor units, or their decimal text, with exactly the decimals of a currency. */
export type Written = (minor: bigint | string, currency: string) => string;

/** How the amounts of a tenant are written. */
export const writtenBy =
  ({ currencies }: { currencies: readonly OwnCurrency[] }): Written =>
  (minor, currency) =>
    fromMinor(minor, decimalsOf(currencies, currency));

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

import { fromMinor, isoExponent } from '@erp/ledger';
import type { TenantInfo } from '../../http/context.ts';

/** Writes minor units, or their decimal text, with the decimals of a currency; closed currencies keep theirs. */
export type Written = (minor: bigint | string, currency: string) => string;

/** How the amounts of a tenant are written. */
export function writtenBy(tenant: Pick<TenantInfo, 'currencies'>): Written {
  const own = new Map(tenant.currencies.map((currency) => [currency.code, currency.exponent]));
  return (minor, currency) => fromMinor(minor, own.get(currency) ?? isoExponent(currency) ?? 2);
}

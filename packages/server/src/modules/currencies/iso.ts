import { createHash } from 'node:crypto';
import { type IsoCurrency, isoCurrencies } from '@erp/ledger';
import type { components } from '@erp/openapi/types';

export type Currency = components['schemas']['Currency'];

/** An ISO currency is as old as the list: no change of it is ever newer. */
const always = '1970-01-01T00:00:00.000Z';

/** An id of its own for each ISO code, the same in every tenant and at every start (UUID version 8, from a hash). */
function idOf(code: string): string {
  const hex = createHash('sha256').update(`iso-4217:${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function currencyOf({ code }: IsoCurrency, exponent: number): Currency {
  return {
    id: idOf(code),
    externalId: null,
    code,
    exponent,
    kind: 'iso',
    numericCode: null,
    withdrawnOn: null,
    active: true,
    createdAt: always,
    updatedAt: always,
    version: 1,
  };
}

/** What every tenant has without asking: the ISO currencies that the standard gives decimals, by code. */
export const standardCurrencies: readonly Currency[] = [...isoCurrencies.values()]
  .flatMap((iso) => (iso.exponent === undefined ? [] : [currencyOf(iso, iso.exponent)]))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const byName = new Map(
  standardCurrencies.flatMap((currency) => [currency.code, currency.id].map((n) => [n, currency])),
);

/** A standard currency by its code or its id. */
export const standardCurrency = (name: string): Currency | undefined =>
  byName.get(name) ?? byName.get(name.toLowerCase());

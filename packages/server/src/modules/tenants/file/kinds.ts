import { isoCurrencies } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { accounts, policiesOf } from '../../accounts/index.ts';
import { ownCurrencies } from '../../currencies/index.ts';
import { dimensions, values } from '../../dimensions/index.ts';
import { journals } from '../../journals/index.ts';
import { series } from '../../series/index.ts';

export type Resource = Exclude<components['schemas']['DeclaredResource'], 'tenant' | 'year'>;

/** A row as a file writes it, whole or in part. */
export type Row = Record<string, unknown> & { code: string };

type Defaults = (row: Row) => Record<string, unknown>;

/** What a row has that does not say it; its keys and `needed` are all that a row may say beside code and external id. */
export const defaultsOf: { [R in Resource]: { needed: readonly string[]; defaults: Defaults } } = {
  currency: {
    needed: ['exponent'],
    defaults: ({ code }) => ({
      ...{
        kind: isoCurrencies.has(code) ? 'iso' : 'custom',
        numericCode: null,
        withdrawnOn: null,
        active: true,
      },
    }),
  },
  account: {
    needed: ['name', 'statement', 'type'],
    defaults: ({ control }) => ({
      ...{ translations: {}, parent: null, postable: true, currency: null, control: 'none' },
      ...{ ...policiesOf(control as string | undefined), dimensionPolicy: {} },
      ...{ unit: null, mappings: [], active: true, validFrom: null, validTo: null, replaces: null },
    }),
  },
  dimension: { needed: ['name'], defaults: () => ({ parent: null, requiredOn: [], active: true }) },
  dimensionValue: {
    needed: ['name'],
    defaults: () => ({ parent: null, validFrom: null, validTo: null, active: true }),
  },
  series: {
    needed: [],
    defaults: () => ({ reset: 'year', format: '{journal}-{year}-{n:6}', start: 1, active: true }),
  },
  journal: {
    needed: ['name', 'area'],
    defaults: ({ code }) => ({
      ...{ series: code, defaultAccount: null, currency: null, manual: true, mappings: [], active: true },
    }),
  },
};

export const stores = {
  currency: ownCurrencies,
  account: accounts,
  dimension: dimensions,
  dimensionValue: values,
  series,
  journal: journals,
} as const;

/** In the order in which they are made: what a row refers to comes before it. */
export const resources: readonly Resource[] = [
  ...(['currency', 'account', 'dimension', 'dimensionValue', 'series', 'journal'] as const),
];

/** Values live inside their dimension; any other row stands in nothing. */
export const withinOf = (row: Row): string | null =>
  typeof row['dimension'] === 'string' ? row['dimension'] : null;

/** One name for a row among those of its resource. */
export const keyOf = (row: Row): string => `${withinOf(row) ?? ''}\u0000${row.code}`;

import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewCurrency = components['schemas']['NewCurrency'];
export type UpdateCurrency = components['schemas']['UpdateCurrency'];

/** The fields of currencies beside the code, which is an argument, and `active`, which `archive` takes away. */
export const CURRENCY_FIELDS = {
  exponent: {
    flag: '--exponent <n>',
    description: 'decimals, 0 to 8',
    kind: 'integer',
    required: 'Decimals',
  },
  kind: { flag: '--kind <kind>', description: 'whose code it is', choices: ['iso', 'custom'] },
  numericCode: { flag: '--numeric-code <digits>', description: 'three digits of ISO 4217' },
  withdrawnOn: { flag: '--withdrawn-on <date>', description: 'last day of a currency that is no more' },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewCurrency, 'code' | 'active'>>;

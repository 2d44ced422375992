import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewSeries = components['schemas']['NewSeries'];
export type UpdateSeries = components['schemas']['UpdateSeries'];

/** The fields of a number series beside the code, which is an argument, and `active`, which `archive` takes away. */
export const SERIES_FIELDS = {
  reset: {
    flag: '--reset <when>',
    description: 'whether each fiscal year starts again',
    choices: ['year', 'never'],
  },
  format: { flag: '--format <text>', description: '{journal}, {year}, {n} or {n:6}, and text' },
  start: { flag: '--start <n>', description: 'first number of a year', kind: 'integer' },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewSeries, 'code' | 'active'>>;

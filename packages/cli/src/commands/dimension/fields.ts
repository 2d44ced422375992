import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewDimension = components['schemas']['NewDimension'];
export type UpdateDimension = components['schemas']['UpdateDimension'];

/** The fields of dimensions beside the code, which is an argument, and `active`, which `archive` takes away. */
export const DIMENSION_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the dimension', required: 'Name of the dimension' },
  parent: { flag: '--parent <code>', description: 'the dimension it refines' },
  requiredOn: {
    flag: '--required-on <accounts>',
    description: 'accounts whose lines must name a value, 60..62,411000',
    kind: 'list',
  },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewDimension, 'code' | 'active'>>;

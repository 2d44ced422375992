import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../../fields.ts';

export type NewDimensionValue = components['schemas']['NewDimensionValue'];
export type UpdateDimensionValue = components['schemas']['UpdateDimensionValue'];

export const VALUE_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the value', required: 'Name of the value' },
  parent: { flag: '--parent <code>', description: 'the value it belongs to' },
  validFrom: { flag: '--valid-from <date>', description: 'first day of use' },
  validTo: { flag: '--valid-to <date>', description: 'last day of use' },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewDimensionValue, 'code' | 'active'>>;

import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewJournal = components['schemas']['NewJournal'];
export type UpdateJournal = components['schemas']['UpdateJournal'];

/** The fields of journals beside the code, which is an argument, and `active`, which `archive` takes away. */
export const JOURNAL_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the journal', required: 'Name of the journal' },
  area: {
    flag: '--area <area>',
    description: 'periods can be closed by area',
    choices: ['sale', 'purchase', 'bank', 'cash', 'payroll', 'general', 'opening', 'closing'],
    required: 'Area',
  },
  series: {
    flag: '--series <code>',
    description: 'where its numbers come from; by default a series of its own',
  },
  defaultAccount: { flag: '--default-account <code>', description: 'the account that is proposed' },
  currency: { flag: '--currency <code>', description: 'the currency of the journal' },
  manual: { flag: '--manual', description: 'people may post into it by hand', kind: 'boolean' },
  mappings: {
    flag: '--mappings <json>',
    description: 'its names elsewhere, [{"scheme":"…","code":"…"}]',
    kind: 'json',
  },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewJournal, 'code' | 'active'>>;

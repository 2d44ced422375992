import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewParty = components['schemas']['NewParty'];
export type UpdateParty = components['schemas']['UpdateParty'];

/** The fields of parties beside the code, which is an argument, and `active`, which `archive` takes away. */
export const PARTY_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the party', required: 'Name of the party' },
  kind: { flag: '--kind <kind>', description: 'what it is', choices: ['organisation', 'person'] },
  roles: {
    flag: '--roles <json>',
    description: '[{"role":"customer","controlAccount":"411000"}]',
    kind: 'json',
  },
  registrationNumber: { flag: '--registration-number <number>', description: 'SIREN, orgnr, HRB' },
  taxNumbers: { flag: '--tax-numbers <json>', description: '[{"country":"FR","number":"…"}]', kind: 'json' },
  addresses: {
    flag: '--addresses <json>',
    description: '[{"street":"…","city":"…","postalCode":"…","country":"FR"}]',
    kind: 'json',
  },
  contacts: { flag: '--contacts <json>', description: '[{"lastName":"…","email":"…"}]', kind: 'json' },
  bankAccounts: { flag: '--bank-accounts <json>', description: '[{"iban":"…"}]', kind: 'json' },
  language: { flag: '--language <tag>', description: 'fr, or fr-CA' },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewParty, 'code' | 'active'>>;

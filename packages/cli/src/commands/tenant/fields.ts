import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';
import { CHARTS } from './charts.ts';

export type NewTenant = components['schemas']['NewTenant'];
export type UpdateTenant = components['schemas']['UpdateTenant'];

type Shared = Omit<NewTenant, 'slug' | 'chart'>;

/** The fields of a tenant beside the slug, which is an argument. */
const SHARED_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the tenant', required: 'Name of the tenant' },
  legalName: { flag: '--legal-name <name>', description: 'name in the register' },
  country: {
    flag: '--country <code>',
    description: 'ISO 3166-1, two letters',
    required: 'Country (two letters)',
  },
  baseCurrency: {
    flag: '--currency <code>',
    description: 'base currency of the books',
    required: 'Base currency',
  },
  timezone: {
    flag: '--timezone <zone>',
    description: 'turns instants into dates; by default that of the country',
  },
  locale: { flag: '--locale <tag>', description: 'fr, or fr-CA' },
  registrationNumber: { flag: '--registration-number <number>', description: 'SIREN, orgnr, HRB' },
  taxRegistrations: {
    flag: '--tax-registrations <json>',
    description: '[{"country":"FR","number":"…"}]',
    kind: 'json',
  },
  address: {
    flag: '--address <json>',
    description: '{"street":"…","city":"…","postalCode":"…","country":"FR"}',
    kind: 'json',
  },
  contact: { flag: '--contact <json>', description: '{"lastName":"…","email":"…"}', kind: 'json' },
  bankAccounts: { flag: '--bank-accounts <json>', description: '[{"iban":"…"}]', kind: 'json' },
  fiscalYearStart: { flag: '--fiscal-year-start <MM-DD>', description: 'first day of the usual fiscal year' },
  accountingBasis: {
    flag: '--accounting-basis <basis>',
    description: 'when income counts',
    choices: ['accrual', 'cash'],
  },
  reversalStyle: {
    flag: '--reversal-style <style>',
    description: 'swap the sides, or negative amounts (storno)',
    choices: ['swap', 'negative'],
  },
  accountRoles: { flag: '--account-roles <json>', description: '{"rounding":"658000"}', kind: 'json' },
  exportProfiles: {
    flag: '--export-profiles <json>',
    description: '{"fec":{"variant":"pipe"}}',
    kind: 'json',
  },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Shared>;

export const NEW_TENANT_FIELDS = {
  ...SHARED_FIELDS,
  chart: {
    flag: '--chart <template>',
    description: `accounts, journals and roles to begin with: ${CHARTS.join(', ')}`,
  },
} satisfies FieldsOf<Omit<NewTenant, 'slug'>>;

export const UPDATE_TENANT_FIELDS = {
  ...SHARED_FIELDS,
  state: {
    flag: '--state <state>',
    description: 'from setup to live there is no way back',
    choices: ['setup', 'live'],
  },
} satisfies FieldsOf<Omit<UpdateTenant, 'slug'>>;

import type { components } from '@erp/openapi/types';
import type { FieldsOf } from '../fields.ts';

export type NewAccount = components['schemas']['NewAccount'];
export type UpdateAccount = components['schemas']['UpdateAccount'];

/** The fields of accounts beside the code, which is an argument, and `active`, which `archive` takes away. */
export const ACCOUNT_FIELDS = {
  name: { flag: '--name <name>', description: 'name of the account', required: 'Name of the account' },
  statement: {
    flag: '--statement <which>',
    description: 'what bookkeeping depends on',
    choices: ['balance', 'result', 'memo'],
    required: 'Does it carry over to the next year (balance), start at zero (result), or neither (memo)?',
  },
  type: {
    flag: '--type <type>',
    description: 'for presentation; must agree with the statement',
    choices: ['asset', 'liability', 'equity', 'income', 'expense', 'memo'],
    required: 'Type',
  },
  parent: { flag: '--parent <code>', description: 'the heading it belongs to' },
  postable: { flag: '--postable', description: 'takes lines; a heading takes none', kind: 'boolean' },
  currency: { flag: '--currency <code>', description: 'every line must be in it' },
  control: { flag: '--control <whose>', description: 'none, receivable, payable, employee, other' },
  partyPolicy: {
    flag: '--party-policy <policy>',
    description: 'whether lines name a party',
    choices: ['required', 'optional', 'forbidden'],
  },
  dimensionPolicy: {
    flag: '--dimension-policy <json>',
    description: 'policy by dimension, {"project":"required"}',
    kind: 'json',
  },
  settleable: { flag: '--settleable', description: 'lines are matched (lettered)', kind: 'boolean' },
  unit: { flag: '--unit <code>', description: 'unit of quantities on its lines' },
  translations: {
    flag: '--translations <json>',
    description: 'the name in other languages, {"fr":"Banque"}',
    kind: 'json',
  },
  mappings: {
    flag: '--mappings <json>',
    description: 'its names elsewhere, [{"scheme":"sru","code":"7251"}]',
    kind: 'json',
  },
  validFrom: { flag: '--valid-from <date>', description: 'first day of use' },
  validTo: { flag: '--valid-to <date>', description: 'last day of use' },
  replaces: { flag: '--replaces <code>', description: 'the account that it continues under a new code' },
  externalId: { flag: '--external-id <id>', description: "the caller's own key" },
} satisfies FieldsOf<Omit<NewAccount, 'code' | 'active'>>;

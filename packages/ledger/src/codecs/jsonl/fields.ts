import type { Row } from '../../records/rows.ts';

/** What a value must be: `texts` is an object of texts. */
export type FieldKind = 'text' | 'integer' | 'boolean' | 'texts' | 'roles' | 'mappings' | 'source';

/** Every field of every record in the order it is written: the same row gives the same bytes, however it was made. */
export const fieldsOf: Record<Row['record'], Readonly<Record<string, FieldKind>>> = {
  account: {
    code: 'text',
    name: 'text',
    statement: 'text',
    type: 'text',
    parent: 'text',
    postable: 'boolean',
    currency: 'text',
    control: 'text',
    settleable: 'boolean',
    unit: 'text',
    mappings: 'mappings',
    externalId: 'text',
  },
  journal: { code: 'text', name: 'text', area: 'text', series: 'text', externalId: 'text' },
  party: {
    code: 'text',
    name: 'text',
    kind: 'text',
    roles: 'roles',
    registrationNumber: 'text',
    externalId: 'text',
  },
  year: { code: 'text', start: 'text', end: 'text', detail: 'text' },
  dimension: { code: 'text', name: 'text', parent: 'text' },
  dimensionValue: { dimension: 'text', code: 'text', name: 'text' },
  balance: {
    year: 'text',
    account: 'text',
    accountName: 'text',
    accountType: 'text',
    opening: 'text',
    closing: 'text',
    result: 'text',
    dimensions: 'texts',
  },
  currency: { code: 'text', exponent: 'integer' },
  line: {
    entry: 'text',
    kind: 'text',
    journal: 'text',
    series: 'text',
    number: 'text',
    date: 'text',
    period: 'integer',
    documentRef: 'text',
    documentDate: 'text',
    taxDate: 'text',
    validatedOn: 'text',
    entryDescription: 'text',
    account: 'text',
    party: 'text',
    partyRole: 'text',
    description: 'text',
    debit: 'text',
    credit: 'text',
    amount: 'text',
    currency: 'text',
    currencyDebit: 'text',
    currencyCredit: 'text',
    rate: 'text',
    dueDate: 'text',
    valueDate: 'text',
    quantity: 'text',
    unit: 'text',
    settlement: 'text',
    settlementDate: 'text',
    lineDocumentRef: 'text',
    lineDocumentDate: 'text',
    externalId: 'text',
    storno: 'boolean',
    source: 'source',
    accountName: 'text',
    accountType: 'text',
    journalName: 'text',
    partyName: 'text',
    dimensions: 'texts',
    extra: 'texts',
  },
};

/** Fields that are days, and fields that are decimals: checked as in a CSV, so that both formats refuse the same. */
export const dateFields: ReadonlySet<string> = new Set([
  'year',
  'start',
  'end',
  'date',
  'documentDate',
  'taxDate',
  'validatedOn',
  'dueDate',
  'valueDate',
  'settlementDate',
  'lineDocumentDate',
]);

export const decimalFields: ReadonlySet<string> = new Set([
  'debit',
  'credit',
  'amount',
  'currencyDebit',
  'currencyCredit',
  'rate',
  'quantity',
  'opening',
  'closing',
  'result',
]);

/** Fields without which a record means nothing. */
export const requiredFields: Record<Row['record'], readonly string[]> = {
  account: ['code'],
  journal: ['code'],
  party: ['code'],
  year: ['start', 'end'],
  dimension: ['code'],
  dimensionValue: ['dimension', 'code'],
  balance: ['year', 'account'],
  currency: ['code', 'exponent'],
  line: ['entry'],
};

export const roleFields: readonly string[] = ['role', 'subledgerCode', 'controlAccount'];
export const mappingFields: readonly string[] = ['scheme', 'code'];
export const sourceFields: readonly string[] = ['system', 'file', 'reference', 'line'];

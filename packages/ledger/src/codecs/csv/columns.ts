import type { ReadOptions } from '../codec.ts';

export type Resource = ReadOptions['resource'];

/** What a cell is read as. */
export type CellKind = 'text' | 'money' | 'rate' | 'quantity' | 'date' | 'integer' | 'boolean';

export interface Column {
  key: string;
  kind: CellKind;
}

/** The canonical header of a ledger, in the order that it is written; `dim:` and `extra:` columns follow. */
export const ledgerHeader: readonly string[] = [
  'entry',
  'kind',
  'journal',
  'series',
  'number',
  'date',
  'period',
  'document_ref',
  'document_date',
  'tax_date',
  'validated_on',
  'entry_description',
  'account',
  'party',
  'description',
  'debit',
  'credit',
  'currency',
  'currency_debit',
  'currency_credit',
  'rate',
  'due_date',
  'value_date',
  'quantity',
  'unit',
  'tax_code',
  'tax_role',
  'tax_base',
  'settlement',
  'settlement_date',
  'line_document_ref',
  'line_document_date',
  'external_id',
  'account_name',
  'account_type',
  'journal_name',
  'party_name',
];

/** Columns that are part of the header for later, and must be empty: tax lines are not imported yet. */
export const reservedColumns: readonly string[] = ['tax_code', 'tax_role', 'tax_base'];

const kinds: Record<string, CellKind> = {
  date: 'date',
  document_date: 'date',
  tax_date: 'date',
  validated_on: 'date',
  due_date: 'date',
  value_date: 'date',
  settlement_date: 'date',
  line_document_date: 'date',
  period: 'integer',
  debit: 'money',
  credit: 'money',
  amount: 'money',
  currency_debit: 'money',
  currency_credit: 'money',
  rate: 'rate',
  quantity: 'quantity',
  postable: 'boolean',
  settleable: 'boolean',
  storno: 'boolean',
};

/** Columns that an export writes behind the canonical header, so that nothing of a line is lost; a template does without. */
export const moreLineColumns: readonly string[] = [
  'party_role',
  'storno',
  'source_system',
  'source_file',
  'source_reference',
  'source_line',
];

const lineColumns = [...ledgerHeader, 'amount', ...moreLineColumns];

const columnNames: Record<Resource, readonly string[]> = {
  ledger: lineColumns,
  entries: lineColumns,
  accounts: [
    'code',
    'name',
    'statement',
    'type',
    'parent',
    'postable',
    'currency',
    'control',
    'settleable',
    'external_id',
  ],
  journals: ['code', 'name', 'area', 'series', 'external_id'],
  parties: [
    'code',
    'name',
    'kind',
    'role',
    'subledger_code',
    'control_account',
    'registration_number',
    'external_id',
  ],
  'opening-balances': [
    'account',
    'party',
    'document_ref',
    'document_date',
    'due_date',
    'debit',
    'credit',
    'amount',
    'currency',
    'currency_debit',
    'currency_credit',
    'rate',
    'description',
    'account_name',
    'account_type',
    'party_name',
  ],
};

/** On an opening balance a document belongs to its line: an opening has many. */
const openingKeys: Record<string, string> = {
  document_ref: 'lineDocumentRef',
  document_date: 'lineDocumentDate',
};

/** Every column that a file of this resource may have, by its name in the header. */
export function knownColumns(resource: Resource): ReadonlyMap<string, Column> {
  return new Map(
    columnNames[resource].map((name) => {
      const opening = resource === 'opening-balances' ? openingKeys[name] : undefined;
      return [name, { key: opening ?? camelCase(name), kind: kinds[name] ?? 'text' }];
    }),
  );
}

/** The names that a header lacks, with alternatives in one text; empty when it is complete. */
export function missingColumns(resource: Resource, header: readonly string[]): string[] {
  const has = (name: string) => header.includes(name);

  if (resource === 'accounts' || resource === 'journals' || resource === 'parties') {
    return ['code', 'name'].filter((name) => !has(name));
  }

  const missing = resource === 'opening-balances' ? ['account'] : ['entry', 'date', 'journal', 'account'];
  const lacking = missing.filter((name) => !has(name));

  if (has('amount')) return lacking;
  if (has('debit') || has('credit')) return [...lacking, ...['debit', 'credit'].filter((name) => !has(name))];
  if (has('currency_debit') && has('currency_credit')) return lacking;
  return [...lacking, 'debit', 'credit (or one signed amount)'];
}

/** The header of an empty file of this resource, for a template and for lists that are exported. */
export function headerOf(resource: Resource): readonly string[] {
  const isLine = resource === 'ledger' || resource === 'entries';
  return isLine ? ledgerHeader : columnNames[resource];
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

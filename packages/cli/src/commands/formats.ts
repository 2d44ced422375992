import type { ChartName, FormatName } from '@erp/ledger';

/** The formats that `--format` takes; a list of its own, because help is printed without loading their readers. */
export const FORMATS: readonly FormatName[] = [
  'csv',
  'xlsx',
  'jsonl',
  'fec',
  'sie',
  'hledger',
  'ledger',
  'beancount',
];

/** What `--format` of an import takes beside these, for accounts: charts of other programs. */
export const CHARTS: readonly ChartName[] = ['odoo', 'frappe', 'gnucash'];

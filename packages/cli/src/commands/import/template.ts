import { csvHeader, csvLine } from '@erp/ledger';
import type { LocalBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { nearest } from '../../nearest.ts';
import type { Resource } from '../../transfer/reading-options.ts';

type Cells = Readonly<Record<string, string>>;

const SALE: Cells = {
  entry: '1',
  journal: 'VT',
  date: '2026-03-12',
  document_ref: 'F-118',
  entry_description: 'Invoice F-118',
};

const ENTRY: readonly Cells[] = [
  { ...SALE, account: '411000', party: 'C0007', debit: '1200.00', due_date: '2026-04-11' },
  { ...SALE, account: '706000', credit: '1200.00' },
];

const LEDGER: readonly Cells[] = ENTRY.map((line, at) => ({
  ...line,
  account_name: at === 0 ? 'Customers' : 'Services',
  account_type: at === 0 ? 'asset' : 'income',
  journal_name: 'Sales',
  ...(at === 0 ? { party_name: 'Dupont SA' } : {}),
}));

/** Rows that show what the columns are for; an entry takes two. */
const EXAMPLES: Readonly<Record<Resource, readonly Cells[]>> = {
  ledger: LEDGER,
  entries: ENTRY,
  'opening-balances': [
    { account: '512000', debit: '5000.00', description: 'Bank statement 31.12.' },
    { account: '101000', credit: '5000.00' },
  ],
  accounts: [
    { code: '411000', name: 'Customers', statement: 'balance', type: 'asset', control: 'receivable' },
  ],
  journals: [{ code: 'VT', name: 'Sales', area: 'sale' }],
  parties: [{ code: 'C0007', name: 'Dupont SA', kind: 'organisation', role: 'customer' }],
};

const template: LocalBody<object, [string]> = async (_, __, resource) => {
  if (!isResource(resource)) {
    const meant = nearest(resource, Object.keys(EXAMPLES));
    throw new UsageError(
      `there is no resource "${resource}"${meant ? `; did you mean ${meant}?` : ''}`,
      `erp import template ${meant ?? 'entries'}`,
    );
  }

  const header = csvHeader(resource);
  const rows = EXAMPLES[resource].map((cells) => csvLine(header.map((name) => cells[name] ?? '')));
  return { text: csvLine(header) + rows.join('') };
};

function isResource(text: string): text is Resource {
  return Object.hasOwn(EXAMPLES, text);
}

export default template;

import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import type { Column } from '../../output/result.ts';
import { given } from '../listing.ts';

type Options = NonNullable<operations['reports.trialBalance']['parameters']['query']>;

const PARAMETERS = [
  'from',
  'to',
  'year',
  'asOf',
  'account',
  'by',
  'without',
  'postedUntil',
  'all',
] as const satisfies readonly (keyof Options)[];

const AMOUNTS: readonly Column[] = (['opening', 'debit', 'credit', 'closing'] as const).map((key) => ({
  key,
  kind: 'money',
}));

const IN_CURRENCY: readonly Column[] = [
  { key: 'currency' },
  { key: 'currencyDebit', kind: 'money' },
  { key: 'currencyCredit', kind: 'money' },
  { key: 'currencyClosing', kind: 'money' },
];

const trialBalance: CommandBody<Options> = async ({ erp }, options) => {
  const data = await erp.reports.trialBalance(given(options, ...PARAMETERS));

  return {
    data,
    rows: data.rows,
    columns: [{ key: 'account' }, { key: 'name' }, ...splitColumns(options.by), ...AMOUNTS],
    totals: { name: 'Total', ...data.totals },
  };
};

function splitColumns(by: string | undefined): readonly Column[] {
  if (by === undefined) return [];
  if (by === 'currency') return IN_CURRENCY;

  return [by === 'party' ? { key: 'party' } : { key: 'value' }];
}

export default trialBalance;

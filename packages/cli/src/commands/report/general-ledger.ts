import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

type Query = NonNullable<operations['reports.generalLedger']['parameters']['query']>;
type Options = ListOptions & Omit<Query, 'limit' | 'cursor'>;

const generalLedger: CommandBody<Options> = async ({ erp }, options) => {
  const filters = given(options, 'from', 'to', 'year', 'account', 'party', 'postedUntil');

  return {
    rows: upTo(
      erp.reports.iterateGeneralLedger({ ...filters, limit: pageSize(options.limit) }),
      options.limit,
    ),
    columns: [
      { key: 'account' },
      { key: 'date' },
      { key: 'journal' },
      { key: 'number' },
      { key: 'description' },
      { key: 'party' },
      { key: 'debit', kind: 'money' },
      { key: 'credit', kind: 'money' },
      { key: 'balance', kind: 'money' },
      { key: 'settlement', title: 'LETTER' },
    ],
  };
};

export default generalLedger;

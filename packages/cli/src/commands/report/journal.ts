import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

type Query = NonNullable<operations['reports.journal']['parameters']['query']>;
type Options = ListOptions & Omit<Query, 'limit' | 'cursor'>;

const journal: CommandBody<Options> = async ({ erp }, options) => {
  const filters = given(options, 'from', 'to', 'year', 'journal', 'postedUntil');

  return {
    rows: upTo(erp.reports.iterateJournal({ ...filters, limit: pageSize(options.limit) }), options.limit),
    columns: [
      { key: 'journal' },
      { key: 'number' },
      { key: 'date' },
      { key: 'account' },
      { key: 'party' },
      { key: 'description' },
      { key: 'documentRef', title: 'DOCUMENT' },
      { key: 'debit', kind: 'money' },
      { key: 'credit', kind: 'money' },
    ],
  };
};

export default journal;

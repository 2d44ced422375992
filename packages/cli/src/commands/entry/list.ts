import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import type { Column } from '../../output/result.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

const FILTERS = ['from', 'to', 'year', 'journal', 'account', 'party', 'kind', 'externalId'] as const;

type Query = NonNullable<operations['entries.list']['parameters']['query']>;

interface Options extends ListOptions, Pick<Query, (typeof FILTERS)[number]> {
  readonly drafts?: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'date' },
  { key: 'journal' },
  { key: 'number' },
  { key: 'description' },
  { key: 'documentRef', title: 'DOCUMENT' },
  { key: 'debitTotal', title: 'AMOUNT', kind: 'money' },
  { key: 'id' },
];

const list: CommandBody<Options> = async ({ erp }, options) => {
  const query = { ...given(options, ...FILTERS), limit: pageSize(options.limit) };
  if (!options.drafts) return { rows: upTo(erp.entries.iterate(query), options.limit), columns: COLUMNS };

  const surplus = FILTERS.find((name) => name !== 'externalId' && options[name] !== undefined);
  if (surplus) throw new UsageError(`--${surplus} does not go with --drafts`, 'erp entry list --drafts');

  const { limit, externalId } = query;
  const draftQuery = { limit, ...given({ externalId }, 'externalId') };
  return {
    rows: upTo(erp.entries.iterateDrafts(draftQuery), options.limit),
    columns: [
      { key: 'date' },
      { key: 'journal' },
      { key: 'status' },
      { key: 'description' },
      { key: 'documentRef', title: 'DOCUMENT' },
      { key: 'id' },
    ],
  };
};

export default list;

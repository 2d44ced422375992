import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

type Query = NonNullable<operations['settlements.list']['parameters']['query']>;
type Options = ListOptions & Pick<Query, 'account' | 'party' | 'state' | 'updatedSince'>;

const list: CommandBody<Options> = async ({ erp }, options) => {
  const query = {
    ...given(options, 'account', 'party', 'state', 'updatedSince'),
    limit: pageSize(options.limit),
  };

  return {
    rows: upTo(erp.settlements.iterate(query), options.limit),
    columns: [
      { key: 'account' },
      { key: 'party' },
      { key: 'code' },
      { key: 'date' },
      { key: 'state' },
      { key: 'id' },
    ],
  };
};

export default list;

import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

interface Options extends ListOptions {
  readonly externalId?: string;
  readonly updatedSince?: string;
}

const list: CommandBody<Options> = async ({ erp }, options) => {
  const query = { ...given(options, 'externalId', 'updatedSince'), limit: pageSize(options.limit) };

  return {
    rows: upTo(erp.tenants.iterate(query), options.limit),
    columns: [
      { key: 'slug' },
      { key: 'name' },
      { key: 'country' },
      { key: 'baseCurrency', title: 'CURRENCY' },
      { key: 'state' },
    ],
  };
};

export default list;

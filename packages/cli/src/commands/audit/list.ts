import type { operations } from '@erp/openapi/types';
import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

type Query = NonNullable<operations['audit.list']['parameters']['query']>;
type Options = ListOptions & Pick<Query, 'since' | 'until' | 'operation' | 'resource' | 'resourceId'>;

const list: CommandBody<Options> = async ({ erp }, options) => {
  const filters = given(options, 'since', 'until', 'operation', 'resource', 'resourceId');

  return {
    rows: upTo(erp.audit.iterate({ ...filters, limit: pageSize(options.limit) }), options.limit),
    columns: [
      { key: 'at' },
      { key: 'actor.name', title: 'WHO' },
      { key: 'operation' },
      { key: 'resourceCode', title: 'WHAT' },
      { key: 'resourceId', title: 'ID' },
    ],
  };
};

export default list;

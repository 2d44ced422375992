import type { Schemas } from '@erp/sdk';
import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

interface Options extends ListOptions {
  readonly state?: Schemas['Import']['state'];
}

const list: CommandBody<Options> = async ({ erp }, options) => ({
  rows: upTo(
    erp.imports.iterate({ ...given(options, 'state'), limit: pageSize(options.limit) }),
    options.limit,
  ),
  columns: [
    { key: 'id' },
    { key: 'createdAt', title: 'BEGUN' },
    { key: 'resource' },
    { key: 'sourceName', title: 'FILE' },
    { key: 'state' },
    { key: 'entries', kind: 'count' },
    { key: 'written', kind: 'count' },
    { key: 'rejected', kind: 'count' },
  ],
});

export default list;

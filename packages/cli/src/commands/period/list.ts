import type { CommandBody } from '../../context.ts';
import { given, type ListOptions, pageSize, upTo } from '../listing.ts';

interface Options extends ListOptions {
  readonly year?: string;
}

const list: CommandBody<Options> = async ({ erp }, options) => ({
  rows: upTo(
    erp.periods.iterate({ ...given(options, 'year'), limit: pageSize(options.limit) }),
    options.limit,
  ),
  columns: [
    { key: 'name' },
    { key: 'kind' },
    { key: 'start' },
    { key: 'end' },
    { key: 'state' },
    { key: 'closedAreas', title: 'CLOSED FOR' },
    { key: 'closedBy' },
  ],
});

export default list;

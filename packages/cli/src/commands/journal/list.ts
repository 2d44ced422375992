import type { CommandBody } from '../../context.ts';
import { type ReferenceListOptions, referenceQuery, upTo } from '../listing.ts';

const list: CommandBody<ReferenceListOptions> = async ({ erp }, options) => ({
  rows: upTo(erp.journals.iterate(referenceQuery(options)), options.limit),
  columns: [
    { key: 'code' },
    { key: 'name' },
    { key: 'area' },
    { key: 'series' },
    { key: 'currency' },
    { key: 'active' },
  ],
});

export default list;

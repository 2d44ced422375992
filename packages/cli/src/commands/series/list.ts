import type { CommandBody } from '../../context.ts';
import { type ReferenceListOptions, referenceQuery, upTo } from '../listing.ts';

const list: CommandBody<ReferenceListOptions> = async ({ erp }, options) => ({
  rows: upTo(erp.series.iterate(referenceQuery(options)), options.limit),
  columns: [
    { key: 'code' },
    { key: 'reset' },
    { key: 'format' },
    { key: 'start', kind: 'count' },
    { key: 'active' },
  ],
});

export default list;

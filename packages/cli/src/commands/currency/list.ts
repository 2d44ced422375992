import type { CommandBody } from '../../context.ts';
import { type ReferenceListOptions, referenceQuery, upTo } from '../listing.ts';

const list: CommandBody<ReferenceListOptions> = async ({ erp }, options) => ({
  rows: upTo(erp.currencies.iterate(referenceQuery(options)), options.limit),
  columns: [
    { key: 'code' },
    { key: 'exponent', kind: 'count' },
    { key: 'kind' },
    { key: 'numericCode' },
    { key: 'withdrawnOn' },
    { key: 'active' },
  ],
});

export default list;

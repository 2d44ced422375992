import type { CommandBody } from '../../../context.ts';
import { type ReferenceListOptions, referenceQuery, upTo } from '../../listing.ts';

const list: CommandBody<ReferenceListOptions, [string]> = async ({ erp }, options, dimension) => ({
  rows: upTo(erp.dimensions.iterateValues(dimension, referenceQuery(options)), options.limit),
  columns: [
    { key: 'code' },
    { key: 'name' },
    { key: 'parent' },
    { key: 'validFrom' },
    { key: 'validTo' },
    { key: 'active' },
  ],
});

export default list;

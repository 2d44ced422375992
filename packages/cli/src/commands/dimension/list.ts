import type { CommandBody } from '../../context.ts';
import { type ReferenceListOptions, referenceQuery, upTo } from '../listing.ts';

const list: CommandBody<ReferenceListOptions> = async ({ erp }, options) => ({
  rows: upTo(erp.dimensions.iterate(referenceQuery(options)), options.limit),
  columns: [{ key: 'code' }, { key: 'name' }, { key: 'parent' }, { key: 'requiredOn' }, { key: 'active' }],
});

export default list;

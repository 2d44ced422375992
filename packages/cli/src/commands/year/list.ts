import type { CommandBody } from '../../context.ts';
import { type ListOptions, pageSize, upTo } from '../listing.ts';

const list: CommandBody<ListOptions> = async ({ erp }, { limit }) => ({
  rows: upTo(erp.years.iterate({ limit: pageSize(limit) }), limit),
  columns: [
    { key: 'code' },
    { key: 'start' },
    { key: 'end' },
    { key: 'baseCurrency', title: 'CURRENCY' },
    { key: 'state' },
    { key: 'opening.mode', title: 'OPENING' },
  ],
});

export default list;

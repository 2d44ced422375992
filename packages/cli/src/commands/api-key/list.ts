import type { CommandBody } from '../../context.ts';
import { type ListOptions, pageSize, upTo } from '../listing.ts';

const list: CommandBody<ListOptions> = async ({ erp }, { limit }) => ({
  rows: upTo(erp.apiKeys.iterate({ limit: pageSize(limit) }), limit),
  columns: [
    { key: 'id' },
    { key: 'name' },
    { key: 'prefix' },
    { key: 'tenant' },
    { key: 'scopes' },
    { key: 'expiresAt' },
    { key: 'revokedAt' },
    { key: 'lastUsedAt' },
  ],
});

export default list;

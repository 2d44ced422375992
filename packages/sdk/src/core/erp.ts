import * as exports from '../exports/index.ts';
import * as areas from '../generated/index.ts';
import * as imports from '../imports/index.ts';
import { bind } from './bind.ts';
import { type ClientOptions, createClient } from './client.ts';

/**
 * Everything on one object: `erp.accounts.get('411000')`. For the smallest bundle take `createClient` and the functions that
 * are used instead: `accounts.get(client, '411000')`.
 */
export function createErp(options: ClientOptions) {
  const client = createClient(options);

  return {
    client,
    raw: client.raw,
    system: bind(client, areas.system),
    migrations: bind(client, areas.migrations),
    apiKeys: bind(client, areas.apiKeys),
    tenants: bind(client, areas.tenants),
    accounts: bind(client, areas.accounts),
    journals: bind(client, areas.journals),
    series: bind(client, areas.series),
    currencies: bind(client, areas.currencies),
    dimensions: bind(client, areas.dimensions),
    parties: bind(client, areas.parties),
    years: bind(client, areas.years),
    periods: bind(client, areas.periods),
    entries: bind(client, areas.entries),
    settlements: bind(client, areas.settlements),
    imports: bind(client, imports),
    exports: bind(client, exports),
    reports: bind(client, areas.reports),
    audit: bind(client, areas.audit),
  };
}

export type Erp = ReturnType<typeof createErp>;

// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List audit events. What was changed, by whom and when, newest first, one page at a time. */
export function list(
  client: Client,
  query: Query<'audit.list'> = {},
  options?: CallOptions,
): Promise<Reply<'audit.list'>> {
  return json(client, 'GET', '/v1/audit-events', { query }, options);
}

/** List audit events, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'audit.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'audit.list'>, void, undefined> {
  return eachItem((page: Query<'audit.list'>) => list(client, page, options), query);
}

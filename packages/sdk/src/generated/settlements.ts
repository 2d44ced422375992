// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List settlements. Settlements by account, then as made, one page at a time. */
export function list(
  client: Client,
  query: Query<'settlements.list'> = {},
  options?: CallOptions,
): Promise<Reply<'settlements.list'>> {
  return json(client, 'GET', '/v1/settlements', { query }, options);
}

/** List settlements, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'settlements.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'settlements.list'>, void, undefined> {
  return eachItem((page: Query<'settlements.list'>) => list(client, page, options), query);
}

/** Get a settlement. By id, with its lines. */
export function get(client: Client, id: string, options?: CallOptions): Promise<Reply<'settlements.get'>> {
  return json(client, 'GET', '/v1/settlements/{id}', { path: { id } }, options);
}

// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List API keys. Keys of the tenant; without a tenant, a platform key lists the keys of the platform. Secrets are never shown again. */
export function list(
  client: Client,
  query: Query<'apiKeys.list'> = {},
  options?: CallOptions,
): Promise<Reply<'apiKeys.list'>> {
  return json(client, 'GET', '/v1/api-keys', { query }, options);
}

/** List API keys, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'apiKeys.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'apiKeys.list'>, void, undefined> {
  return eachItem((page: Query<'apiKeys.list'>) => list(client, page, options), query);
}

/** Create an API key. The key belongs to the tenant of the request; made by a platform key without a tenant, to the platform. A key gives no scope that it does not hold itself. */
export function create(
  client: Client,
  body: Body<'apiKeys.create'>,
  options?: CallOptions,
): Promise<Reply<'apiKeys.create'>> {
  return json(client, 'POST', '/v1/api-keys', { body }, options);
}

/** Who am I. The key of the request, its scopes and its tenant. Any valid key may ask. */
export function current(client: Client, options?: CallOptions): Promise<Reply<'apiKeys.current'>> {
  return json(client, 'GET', '/v1/api-keys/current', {}, options);
}

/** Revoke an API key. It is refused from now on, also in the middle of an import. Cannot be undone; revoking twice is harmless. */
export function revoke(client: Client, id: string, options?: CallOptions): Promise<Reply<'apiKeys.revoke'>> {
  return json(client, 'DELETE', '/v1/api-keys/{id}', { path: { id } }, options);
}

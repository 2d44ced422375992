// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List parties. Parties by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'parties.list'> = {},
  options?: CallOptions,
): Promise<Reply<'parties.list'>> {
  return json(client, 'GET', '/v1/parties', { query }, options);
}

/** List parties, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'parties.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'parties.list'>, void, undefined> {
  return eachItem((page: Query<'parties.list'>) => list(client, page, options), query);
}

/** Create a party. Adds a customer, supplier, employee or owner. */
export function create(
  client: Client,
  body: Body<'parties.create'>,
  options?: CallOptions,
): Promise<Reply<'parties.create'>> {
  return json(client, 'POST', '/v1/parties', { body }, options);
}

/** Get a party. By code or id. */
export function get(client: Client, party: string, options?: CallOptions): Promise<Reply<'parties.get'>> {
  return json(client, 'GET', '/v1/parties/{party}', { path: { party } }, options);
}

/** Update a party. What is named is replaced, null clears, what is absent stays. Lists are replaced whole. The code and subledger codes are fixed once used: `field_fixed`. */
export function update(
  client: Client,
  party: string,
  body: Body<'parties.update'>,
  options?: CallOptions,
): Promise<Reply<'parties.update'>> {
  return json(client, 'PATCH', '/v1/parties/{party}', { path: { party }, body }, options);
}

/** Archive a party. Blocks new use and never hides history. */
export function archive(
  client: Client,
  party: string,
  options?: CallOptions,
): Promise<Reply<'parties.archive'>> {
  return json(client, 'POST', '/v1/parties/{party}/archive', { path: { party } }, options);
}

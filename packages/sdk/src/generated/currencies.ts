// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List currencies. Currencies by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'currencies.list'> = {},
  options?: CallOptions,
): Promise<Reply<'currencies.list'>> {
  return json(client, 'GET', '/v1/currencies', { query }, options);
}

/** List currencies, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'currencies.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'currencies.list'>, void, undefined> {
  return eachItem((page: Query<'currencies.list'>) => list(client, page, options), query);
}

/** Create a currency. Adds a currency: a current or withdrawn ISO one, or one of your own. */
export function create(
  client: Client,
  body: Body<'currencies.create'>,
  options?: CallOptions,
): Promise<Reply<'currencies.create'>> {
  return json(client, 'POST', '/v1/currencies', { body }, options);
}

/** Get a currency. By code or id. */
export function get(
  client: Client,
  currency: string,
  options?: CallOptions,
): Promise<Reply<'currencies.get'>> {
  return json(client, 'GET', '/v1/currencies/{currency}', { path: { currency } }, options);
}

/** Update a currency. What is named is replaced, null clears, what is absent stays. Code and `exponent` are fixed once used: `field_fixed`. */
export function update(
  client: Client,
  currency: string,
  body: Body<'currencies.update'>,
  options?: CallOptions,
): Promise<Reply<'currencies.update'>> {
  return json(client, 'PATCH', '/v1/currencies/{currency}', { path: { currency }, body }, options);
}

/** Archive a currency. Blocks new use and never hides history. */
export function archive(
  client: Client,
  currency: string,
  options?: CallOptions,
): Promise<Reply<'currencies.archive'>> {
  return json(client, 'POST', '/v1/currencies/{currency}/archive', { path: { currency } }, options);
}

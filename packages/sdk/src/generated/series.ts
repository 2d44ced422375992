// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List number series. Number series by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'series.list'> = {},
  options?: CallOptions,
): Promise<Reply<'series.list'>> {
  return json(client, 'GET', '/v1/series', { query }, options);
}

/** List number series, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'series.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'series.list'>, void, undefined> {
  return eachItem((page: Query<'series.list'>) => list(client, page, options), query);
}

/** Create a number series. Adds a number series. */
export function create(
  client: Client,
  body: Body<'series.create'>,
  options?: CallOptions,
): Promise<Reply<'series.create'>> {
  return json(client, 'POST', '/v1/series', { body }, options);
}

/** Get a number series. By code or id. */
export function get(client: Client, series: string, options?: CallOptions): Promise<Reply<'series.get'>> {
  return json(client, 'GET', '/v1/series/{series}', { path: { series } }, options);
}

/** Update a number series. What is named is replaced, null clears, what is absent stays. Code, `reset` and `start` are fixed once a number is taken: `field_fixed`. */
export function update(
  client: Client,
  series: string,
  body: Body<'series.update'>,
  options?: CallOptions,
): Promise<Reply<'series.update'>> {
  return json(client, 'PATCH', '/v1/series/{series}', { path: { series }, body }, options);
}

/** Archive a number series. Blocks new use; the numbers given stay. */
export function archive(
  client: Client,
  series: string,
  options?: CallOptions,
): Promise<Reply<'series.archive'>> {
  return json(client, 'POST', '/v1/series/{series}/archive', { path: { series } }, options);
}

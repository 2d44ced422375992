// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List dimensions. Dimensions by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'dimensions.list'> = {},
  options?: CallOptions,
): Promise<Reply<'dimensions.list'>> {
  return json(client, 'GET', '/v1/dimensions', { query }, options);
}

/** List dimensions, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'dimensions.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'dimensions.list'>, void, undefined> {
  return eachItem((page: Query<'dimensions.list'>) => list(client, page, options), query);
}

/** Create a dimension. Adds a dimension. */
export function create(
  client: Client,
  body: Body<'dimensions.create'>,
  options?: CallOptions,
): Promise<Reply<'dimensions.create'>> {
  return json(client, 'POST', '/v1/dimensions', { body }, options);
}

/** Get a dimension. By code or id. */
export function get(
  client: Client,
  dimension: string,
  options?: CallOptions,
): Promise<Reply<'dimensions.get'>> {
  return json(client, 'GET', '/v1/dimensions/{dimension}', { path: { dimension } }, options);
}

/** Update a dimension. What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`. */
export function update(
  client: Client,
  dimension: string,
  body: Body<'dimensions.update'>,
  options?: CallOptions,
): Promise<Reply<'dimensions.update'>> {
  return json(client, 'PATCH', '/v1/dimensions/{dimension}', { path: { dimension }, body }, options);
}

/** Archive a dimension. Blocks new use and never hides history. */
export function archive(
  client: Client,
  dimension: string,
  options?: CallOptions,
): Promise<Reply<'dimensions.archive'>> {
  return json(client, 'POST', '/v1/dimensions/{dimension}/archive', { path: { dimension } }, options);
}

/** List values of a dimension. Values of a dimension by code, one page at a time. */
export function listValues(
  client: Client,
  dimension: string,
  query: Query<'dimensions.listValues'> = {},
  options?: CallOptions,
): Promise<Reply<'dimensions.listValues'>> {
  return json(client, 'GET', '/v1/dimensions/{dimension}/values', { path: { dimension }, query }, options);
}

/** List values of a dimension, all of them: `for await` asks for the next page when it is needed. */
export function iterateValues(
  client: Client,
  dimension: string,
  query: Query<'dimensions.listValues'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'dimensions.listValues'>, void, undefined> {
  return eachItem(
    (page: Query<'dimensions.listValues'>) => listValues(client, dimension, page, options),
    query,
  );
}

/** Create a value of a dimension. Adds a value to the dimension. */
export function createValue(
  client: Client,
  dimension: string,
  body: Body<'dimensions.createValue'>,
  options?: CallOptions,
): Promise<Reply<'dimensions.createValue'>> {
  return json(client, 'POST', '/v1/dimensions/{dimension}/values', { path: { dimension }, body }, options);
}

/** Update a value of a dimension. What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`. */
export function updateValue(
  client: Client,
  dimension: string,
  value: string,
  body: Body<'dimensions.updateValue'>,
  options?: CallOptions,
): Promise<Reply<'dimensions.updateValue'>> {
  return json(
    client,
    'PATCH',
    '/v1/dimensions/{dimension}/values/{value}',
    { path: { dimension, value }, body },
    options,
  );
}

/** Archive a value of a dimension. Blocks new use and never hides history. */
export function archiveValue(
  client: Client,
  dimension: string,
  value: string,
  options?: CallOptions,
): Promise<Reply<'dimensions.archiveValue'>> {
  return json(
    client,
    'POST',
    '/v1/dimensions/{dimension}/values/{value}/archive',
    { path: { dimension, value } },
    options,
  );
}

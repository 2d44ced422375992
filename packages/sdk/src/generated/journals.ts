// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List journals. Journals by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'journals.list'> = {},
  options?: CallOptions,
): Promise<Reply<'journals.list'>> {
  return json(client, 'GET', '/v1/journals', { query }, options);
}

/** List journals, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'journals.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'journals.list'>, void, undefined> {
  return eachItem((page: Query<'journals.list'>) => list(client, page, options), query);
}

/** Create a journal. Adds a journal, and a number series of its own unless `series` names one. */
export function create(
  client: Client,
  body: Body<'journals.create'>,
  options?: CallOptions,
): Promise<Reply<'journals.create'>> {
  return json(client, 'POST', '/v1/journals', { body }, options);
}

/** Get a journal. By code or id. */
export function get(client: Client, journal: string, options?: CallOptions): Promise<Reply<'journals.get'>> {
  return json(client, 'GET', '/v1/journals/{journal}', { path: { journal } }, options);
}

/** Update a journal. What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`. */
export function update(
  client: Client,
  journal: string,
  body: Body<'journals.update'>,
  options?: CallOptions,
): Promise<Reply<'journals.update'>> {
  return json(client, 'PATCH', '/v1/journals/{journal}', { path: { journal }, body }, options);
}

/** Archive a journal. Blocks new entries and never hides history. */
export function archive(
  client: Client,
  journal: string,
  options?: CallOptions,
): Promise<Reply<'journals.archive'>> {
  return json(client, 'POST', '/v1/journals/{journal}/archive', { path: { journal } }, options);
}

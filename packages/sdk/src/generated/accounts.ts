// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List accounts. Accounts by code, one page at a time. */
export function list(
  client: Client,
  query: Query<'accounts.list'> = {},
  options?: CallOptions,
): Promise<Reply<'accounts.list'>> {
  return json(client, 'GET', '/v1/accounts', { query }, options);
}

/** List accounts, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'accounts.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'accounts.list'>, void, undefined> {
  return eachItem((page: Query<'accounts.list'>) => list(client, page, options), query);
}

/** Create an account. Adds one account to the chart; `code_in_use` when there is one with this code. */
export function create(
  client: Client,
  body: Body<'accounts.create'>,
  options?: CallOptions,
): Promise<Reply<'accounts.create'>> {
  return json(client, 'POST', '/v1/accounts', { body }, options);
}

/** Get an account. By code or id. */
export function get(client: Client, account: string, options?: CallOptions): Promise<Reply<'accounts.get'>> {
  return json(client, 'GET', '/v1/accounts/{account}', { path: { account } }, options);
}

/** Update an account. What is named is replaced, null clears, what is absent stays. Code, `statement`, `currency` and `control` are fixed once a posted line uses the account: `field_fixed`. */
export function update(
  client: Client,
  account: string,
  body: Body<'accounts.update'>,
  options?: CallOptions,
): Promise<Reply<'accounts.update'>> {
  return json(client, 'PATCH', '/v1/accounts/{account}', { path: { account }, body }, options);
}

/** Archive an account. Blocks new use and never hides history. Reversals of old lines still reach it. */
export function archive(
  client: Client,
  account: string,
  options?: CallOptions,
): Promise<Reply<'accounts.archive'>> {
  return json(client, 'POST', '/v1/accounts/{account}/archive', { path: { account } }, options);
}

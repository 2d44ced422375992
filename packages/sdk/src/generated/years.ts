// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List fiscal years. Fiscal years by start, one page at a time. */
export function list(
  client: Client,
  query: Query<'years.list'> = {},
  options?: CallOptions,
): Promise<Reply<'years.list'>> {
  return json(client, 'GET', '/v1/years', { query }, options);
}

/** List fiscal years, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'years.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'years.list'>, void, undefined> {
  return eachItem((page: Query<'years.list'>) => list(client, page, options), query);
}

/** Open a fiscal year. Makes the year and its periods: 0 for the opening, then the calendar months cut at its edges. Its opening is carried from the adjacent year before, when there is one. */
export function open(
  client: Client,
  body: Body<'years.open'>,
  options?: CallOptions,
): Promise<Reply<'years.open'>> {
  return json(client, 'POST', '/v1/years', { body }, options);
}

/** Get a fiscal year. By code or id, with its periods. */
export function get(client: Client, year: string, options?: CallOptions): Promise<Reply<'years.get'>> {
  return json(client, 'GET', '/v1/years/{year}', { path: { year } }, options);
}

/** List imported balances of a year. What an import stated of a year whose entries it did not hold, by account; and, with dimensions, how much of a balance belongs to these values. Of a year with entries the trial balance says more. */
export function balances(
  client: Client,
  year: string,
  query: Query<'years.balances'> = {},
  options?: CallOptions,
): Promise<Reply<'years.balances'>> {
  return json(client, 'GET', '/v1/years/{year}/balances', { path: { year }, query }, options);
}

/** List imported balances of a year, all of them: `for await` asks for the next page when it is needed. */
export function iterateBalances(
  client: Client,
  year: string,
  query: Query<'years.balances'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'years.balances'>, void, undefined> {
  return eachItem((page: Query<'years.balances'>) => balances(client, year, page, options), query);
}

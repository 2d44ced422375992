// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List periods. Periods by year and number, one page at a time. */
export function list(
  client: Client,
  query: Query<'periods.list'> = {},
  options?: CallOptions,
): Promise<Reply<'periods.list'>> {
  return json(client, 'GET', '/v1/periods', { query }, options);
}

/** List periods, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'periods.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'periods.list'>, void, undefined> {
  return eachItem((page: Query<'periods.list'>) => list(client, page, options), query);
}

/** Close a period. Closes it whole, or for one area. After the answer no entry can appear in it; its trial balance is stored. A closed period is not closed again: 409 `conflict`. */
export function close(
  client: Client,
  year: string,
  number: number,
  body: Body<'periods.close'> = {},
  options?: CallOptions,
): Promise<Reply<'periods.close'>> {
  return json(client, 'POST', '/v1/periods/{year}/{number}/close', { path: { year, number }, body }, options);
}

/** Reopen a period. With a reason, which is audited; newest first. A locked period is never reopened. */
export function reopen(
  client: Client,
  year: string,
  number: number,
  body: Body<'periods.reopen'>,
  options?: CallOptions,
): Promise<Reply<'periods.reopen'>> {
  return json(
    client,
    'POST',
    '/v1/periods/{year}/{number}/reopen',
    { path: { year, number }, body },
    options,
  );
}

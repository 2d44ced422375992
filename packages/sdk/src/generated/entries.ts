// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List entries. Posted entries with their lines by date, then in the order of posting, one page at a time. Without `from`, `to` or `year`: all years. */
export function list(
  client: Client,
  query: Query<'entries.list'> = {},
  options?: CallOptions,
): Promise<Reply<'entries.list'>> {
  return json(client, 'GET', '/v1/entries', { query }, options);
}

/** List entries, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'entries.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'entries.list'>, void, undefined> {
  return eachItem((page: Query<'entries.list'>) => list(client, page, options), query);
}

/** Post an entry. Posts one balanced entry, whole or not at all, and gives it its legal number. It balances in base currency, not necessarily in each currency. Posted entries never change: reverse or correct them. */
export function post(
  client: Client,
  body: Body<'entries.post'>,
  options?: CallOptions,
): Promise<Reply<'entries.post'>> {
  return json(client, 'POST', '/v1/entries', { body }, options);
}

/** Post many entries. Up to 10,000 entries and 8 MiB at once, faster than one by one. Each is posted or refused on its own and answered by its index; a faulty one never fails its neighbours. 200 also when some are refused. */
export function batch(
  client: Client,
  body: Body<'entries.batch'>,
  options?: CallOptions,
): Promise<Reply<'entries.batch'>> {
  return json(client, 'POST', '/v1/entries/batch', { body }, options);
}

/** List drafts. Drafts, oldest first, one page at a time. */
export function listDrafts(
  client: Client,
  query: Query<'entries.listDrafts'> = {},
  options?: CallOptions,
): Promise<Reply<'entries.listDrafts'>> {
  return json(client, 'GET', '/v1/entries/drafts', { query }, options);
}

/** List drafts, all of them: `for await` asks for the next page when it is needed. */
export function iterateDrafts(
  client: Client,
  query: Query<'entries.listDrafts'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'entries.listDrafts'>, void, undefined> {
  return eachItem((page: Query<'entries.listDrafts'>) => listDrafts(client, page, options), query);
}

/** Create a draft. Keeps an entry that is not posted yet: it takes no number and moves no balance, and need not balance. */
export function create(
  client: Client,
  body: Body<'entries.create'>,
  options?: CallOptions,
): Promise<Reply<'entries.create'>> {
  return json(client, 'POST', '/v1/entries/drafts', { body }, options);
}

/** Get a draft. By id. */
export function getDraft(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<Reply<'entries.getDraft'>> {
  return json(client, 'GET', '/v1/entries/drafts/{id}', { path: { id } }, options);
}

/** Replace a draft. The body replaces the whole draft. */
export function updateDraft(
  client: Client,
  id: string,
  body: Body<'entries.updateDraft'>,
  options?: CallOptions,
): Promise<Reply<'entries.updateDraft'>> {
  return json(client, 'PUT', '/v1/entries/drafts/{id}', { path: { id }, body }, options);
}

/** Delete a draft. Only drafts can be deleted; a posted entry is reversed. */
export function deleteDraft(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<Reply<'entries.deleteDraft'>> {
  return json(client, 'DELETE', '/v1/entries/drafts/{id}', { path: { id } }, options);
}

/** Post a draft. Posts it under the same id, by the rules of `entries.post`. */
export function postDraft(
  client: Client,
  id: string,
  body: Body<'entries.postDraft'> = {},
  options?: CallOptions,
): Promise<Reply<'entries.postDraft'>> {
  return json(client, 'POST', '/v1/entries/drafts/{id}/post', { path: { id }, body }, options);
}

/** Get an entry. By id, with its lines. */
export function get(client: Client, id: string, options?: CallOptions): Promise<Reply<'entries.get'>> {
  return json(client, 'GET', '/v1/entries/{id}', { path: { id } }, options);
}

/** Reverse an entry. Posts an entry that repeats the lines with sides swapped, or with a minus (`reversalStyle` of the tenant), at the base amounts of the original. Once per entry: else `already_reversed`. A settled line must be unsettled first: `line_settled`. */
export function reverse(
  client: Client,
  id: string,
  body: Body<'entries.reverse'> = {},
  options?: CallOptions,
): Promise<Reply<'entries.reverse'>> {
  return json(client, 'POST', '/v1/entries/{id}/reverse', { path: { id }, body }, options);
}

// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json, stream } from '../internal/call.ts';

/** List exports. Exports, newest first, one page at a time. */
export function list(
  client: Client,
  query: Query<'exports.list'> = {},
  options?: CallOptions,
): Promise<Reply<'exports.list'>> {
  return json(client, 'GET', '/v1/exports', { query }, options);
}

/** List exports, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'exports.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'exports.list'>, void, undefined> {
  return eachItem((page: Query<'exports.list'>) => list(client, page, options), query);
}

/** Create an export. Checks what the format needs (`export_incomplete` lists all that is missing) and names the export; its content is then read once or more. */
export function create(
  client: Client,
  body: Body<'exports.create'>,
  options?: CallOptions,
): Promise<Reply<'exports.create'>> {
  return json(client, 'POST', '/v1/exports', { body }, options);
}

/** Get an export. After the content has been read to its end: counts, sums and the sha256 to compare with. */
export function get(client: Client, id: string, options?: CallOptions): Promise<Reply<'exports.get'>> {
  return json(client, 'GET', '/v1/exports/{id}', { path: { id } }, options);
}

/** Check an export. All that the format would lack for this export, at once. Nothing is made. */
export function check(
  client: Client,
  body: Body<'exports.check'>,
  options?: CallOptions,
): Promise<Reply<'exports.check'>> {
  return json(client, 'POST', '/v1/exports/check', { body }, options);
}

/** Description of an export. The text that must go with the file where a law wants one (FEC: article A47 A-1, XI); 404 for a format without. */
export function description(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  return stream(client, 'GET', '/v1/exports/{id}/description', { path: { id } }, options);
}

/** Content of an export. The file, streamed from one snapshot of the ledger. When the stream has ended, `exports.get` holds rows, sums and sha256: compare them, for a stream that broke looks like a short file. With `from` and `prefix` it continues one that broke: 409 `conflict` when what was read is no longer how the file begins. */
export function content(
  client: Client,
  id: string,
  query: Query<'exports.content'> = {},
  options?: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  return stream(client, 'GET', '/v1/exports/{id}/content', { path: { id }, query }, options);
}

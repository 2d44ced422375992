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

/** Content of an export. The file, streamed from one snapshot of the ledger. When the stream has ended, `exports.get` holds rows, sums and sha256: compare them, for a stream that broke looks like a short file. */
export function content(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  return stream(client, 'GET', '/v1/exports/{id}/content', { path: { id } }, options);
}

// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json, stream } from '../internal/call.ts';
import { ndjsonBytes } from '../internal/ndjson.ts';

/** List imports. Import sessions, newest first, one page at a time. */
export function list(
  client: Client,
  query: Query<'imports.list'> = {},
  options?: CallOptions,
): Promise<Reply<'imports.list'>> {
  return json(client, 'GET', '/v1/imports', { query }, options);
}

/** List imports, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'imports.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'imports.list'>, void, undefined> {
  return eachItem((page: Query<'imports.list'>) => list(client, page, options), query);
}

/** Begin an import. First of five steps: create, send the parts, validate, commit, and ask for the state in between. Nothing is written to the books before the commit. */
export function create(
  client: Client,
  body: Body<'imports.create'>,
  options?: CallOptions,
): Promise<Reply<'imports.create'>> {
  return json(client, 'POST', '/v1/imports', { body }, options);
}

/** Get an import. State, counts, interpretation, and the next part wanted. */
export function get(client: Client, id: string, options?: CallOptions): Promise<Reply<'imports.get'>> {
  return json(client, 'GET', '/v1/imports/{id}', { path: { id } }, options);
}

/** Send a part of an import. Rows as NDJSON, each line one `ImportRow`; at most 8 MiB. An entry may span parts. Parts may come in any order; sending one again is harmless, another body under its number is 409 `part_conflict`. A body that does not have the digest is 400 `digest_mismatch`. */
export async function putPart(
  client: Client,
  id: string,
  part: number,
  ndjson: Uint8Array | string,
  options?: CallOptions,
): Promise<Reply<'imports.putPart'>> {
  return json(
    client,
    'PUT',
    '/v1/imports/{id}/parts/{part}',
    { path: { id, part }, bytes: await ndjsonBytes(ndjson) },
    options,
  );
}

/** Validate an import. Starts a job that checks every row by the rules of posting and interprets what the file leaves open. Ask `imports.get` until the state is `valid` or `invalid`. May be repeated. */
export function validate(
  client: Client,
  id: string,
  body: Body<'imports.validate'>,
  options?: CallOptions,
): Promise<Reply<'imports.validate'>> {
  return json(client, 'POST', '/v1/imports/{id}/validate', { path: { id }, body }, options);
}

/** What an import adds to accounts. Debit and credit of the entries that a commit writes, by account; the same before and after it. Empty before the validation and for resources without entries. */
export function effects(
  client: Client,
  id: string,
  query: Query<'imports.effects'> = {},
  options?: CallOptions,
): Promise<Reply<'imports.effects'>> {
  return json(client, 'GET', '/v1/imports/{id}/effects', { path: { id }, query }, options);
}

/** What an import adds to accounts, all of them: `for await` asks for the next page when it is needed. */
export function iterateEffects(
  client: Client,
  id: string,
  query: Query<'imports.effects'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'imports.effects'>, void, undefined> {
  return eachItem((page: Query<'imports.effects'>) => effects(client, id, page, options), query);
}

/** Rejected rows of an import. Every fault by row, as NDJSON; each line is one `ImportReject`. A stream, empty when nothing was rejected. */
export function rejects(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  return stream(client, 'GET', '/v1/imports/{id}/rejects', { path: { id } }, options);
}

/** Commit an import. Starts a job that writes all of it in one transaction; the job survives a crash. Only from `valid`. When the books have moved so that the interpretation no longer holds, the import validates again and says `interpretation_changed`. */
export function commit(client: Client, id: string, options?: CallOptions): Promise<Reply<'imports.commit'>> {
  return json(client, 'POST', '/v1/imports/{id}/commit', { path: { id } }, options);
}

/** Cancel an import. Drops the parts. Possible in any state before committing. */
export function cancel(client: Client, id: string, options?: CallOptions): Promise<Reply<'imports.cancel'>> {
  return json(client, 'POST', '/v1/imports/{id}/cancel', { path: { id } }, options);
}

/** Reverse an import. Starts a job that posts one reversing entry for each entry of the import, in one batch. Accounts, parties and journals that it made stay. */
export function reverse(
  client: Client,
  id: string,
  options?: CallOptions,
): Promise<Reply<'imports.reverse'>> {
  return json(client, 'POST', '/v1/imports/{id}/reverse', { path: { id } }, options);
}

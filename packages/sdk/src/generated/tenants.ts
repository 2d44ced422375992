// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Body, Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** List tenants. All tenants by slug, one page at a time. */
export function list(
  client: Client,
  query: Query<'tenants.list'> = {},
  options?: CallOptions,
): Promise<Reply<'tenants.list'>> {
  return json(client, 'GET', '/v1/tenants', { query }, options);
}

/** List tenants, all of them: `for await` asks for the next page when it is needed. */
export function iterate(
  client: Client,
  query: Query<'tenants.list'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'tenants.list'>, void, undefined> {
  return eachItem((page: Query<'tenants.list'>) => list(client, page, options), query);
}

/** Create a tenant. A legal entity with empty books, state `setup`. `chart` gives it accounts, journals and account roles; no fiscal year is opened. */
export function create(
  client: Client,
  body: Body<'tenants.create'>,
  options?: CallOptions,
): Promise<Reply<'tenants.create'>> {
  return json(client, 'POST', '/v1/tenants', { body }, options);
}

/** Get a tenant. By slug or id. A tenant's own key may read its own tenant; any other is 404. */
export function get(client: Client, tenant: string, options?: CallOptions): Promise<Reply<'tenants.get'>> {
  return json(client, 'GET', '/v1/tenants/{tenant}', { path: { tenant } }, options);
}

/** Update a tenant. What is named is replaced, null clears, what is absent stays. Slug and base currency are fixed once used: `field_fixed`. From `live` there is no way back to `setup`. */
export function update(
  client: Client,
  tenant: string,
  body: Body<'tenants.update'>,
  options?: CallOptions,
): Promise<Reply<'tenants.update'>> {
  return json(client, 'PATCH', '/v1/tenants/{tenant}', { path: { tenant }, body }, options);
}

/** Empty the ledger of a tenant. Removes entries, drafts, settlements, imports, exports and years, and keeps accounts, journals, parties and the other reference data. Numbers start again. Only in state `setup`, else 409. */
export function reset(
  client: Client,
  tenant: string,
  options?: CallOptions,
): Promise<Reply<'tenants.reset'>> {
  return json(client, 'POST', '/v1/tenants/{tenant}/reset', { path: { tenant } }, options);
}

/** Suspend a tenant. Its books can be read and exported, and its keys revoked; whatever else would change something is refused as `conflict` until it is resumed. Other servers on the same database know it at most a second later, and what is queued for a job or being written by one already, such as the commit of an import, is written. Suspending twice is harmless. Needs a key of the platform. */
export function suspend(
  client: Client,
  tenant: string,
  options?: CallOptions,
): Promise<Reply<'tenants.suspend'>> {
  return json(client, 'POST', '/v1/tenants/{tenant}/suspend', { path: { tenant } }, options);
}

/** Resume a suspended tenant. It is what it was before, `setup` or `live`. Resuming twice is harmless. Needs a key of the platform. */
export function resume(
  client: Client,
  tenant: string,
  options?: CallOptions,
): Promise<Reply<'tenants.resume'>> {
  return json(client, 'POST', '/v1/tenants/{tenant}/resume', { path: { tenant } }, options);
}

/** Plan a tenant from its file. What `tenants.apply` would create, change and remove, what cannot be changed any more and why. Writes nothing. The tenant need not exist yet: a key of the platform may plan a new one. */
export function plan(
  client: Client,
  tenant: string,
  body: Body<'tenants.plan'>,
  options?: CallOptions,
): Promise<Reply<'tenants.plan'>> {
  return json(client, 'POST', '/v1/tenants/{tenant}/plan', { path: { tenant }, body }, options);
}

/** Make a tenant as its file says. All of the plan in one transaction, or nothing. Applied again it does nothing. What cannot be changed any more refuses the whole, `field_fixed`; with the `revision` of a plan as `If-Match`, a tenant that has moved since does. */
export function apply(
  client: Client,
  tenant: string,
  body: Body<'tenants.apply'>,
  options?: CallOptions,
): Promise<Reply<'tenants.apply'>> {
  return json(client, 'POST', '/v1/tenants/{tenant}/apply', { path: { tenant }, body }, options);
}

/** Write the file of a tenant. The file that makes an empty tenant like this one; its own plan is empty. Without parties and entries, which are imported and exported. */
function export_(client: Client, tenant: string, options?: CallOptions): Promise<Reply<'tenants.export'>> {
  return json(client, 'GET', '/v1/tenants/{tenant}/export', { path: { tenant } }, options);
}
export { export_ as export };

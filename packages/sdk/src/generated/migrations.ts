// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import type { Body, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** State of the schema. Every migration that the server or the database knows, and the servers that speak to the database. Answered on an old schema too. For keys of the platform, as everything here. */
export function status(client: Client, options?: CallOptions): Promise<Reply<'migrations.status'>> {
  return json(client, 'GET', '/v1/admin/migrations', {}, options);
}

/** What up would do. The steps that are pending, how each works, and why one would be refused now. Nothing is changed. */
export function plan(client: Client, options?: CallOptions): Promise<Reply<'migrations.plan'>> {
  return json(client, 'GET', '/v1/admin/migrations/plan', {}, options);
}

/** Apply what is pending. Works for some seconds and answers how far it has come: call it again until `isDone`, on any server. Calls that run at once do the work once. A step that takes longer goes on behind the answer, and the same call to the same server hears how it ended. 409 when a step has to wait: older servers still run, a lock was not to be had, or this server is at work on another call; `detail` has the remedy, and what was done before stays done. */
export function up(
  client: Client,
  body: Body<'migrations.up'>,
  options?: CallOptions,
): Promise<Reply<'migrations.up'>> {
  return json(client, 'PUT', '/v1/admin/migrations/up', { body }, options);
}

/** Take back the last migrations. Down to a number, in the way of `migrations.up`. 409 for a contract, for what has no way back, and while a server runs that needs it. */
export function down(
  client: Client,
  body: Body<'migrations.down'>,
  options?: CallOptions,
): Promise<Reply<'migrations.down'>> {
  return json(client, 'PUT', '/v1/admin/migrations/down', { body }, options);
}

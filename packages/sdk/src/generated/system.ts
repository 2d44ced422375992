// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import type { Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** Is the process alive. Answers as long as the process runs, whatever the database does. */
export function live(client: Client, options?: CallOptions): Promise<Reply<'system.live'>> {
  return json(client, 'GET', '/health/live', {}, options);
}

/** Is the server ready. Whether every part that requests need answers; says which does not. */
export function ready(client: Client, options?: CallOptions): Promise<Reply<'system.ready'>> {
  return json(client, 'GET', '/health/ready', {}, options);
}

/** Version of the server. Version of the server and of the contract that it implements. */
export function version(client: Client, options?: CallOptions): Promise<Reply<'system.version'>> {
  return json(client, 'GET', '/version', {}, options);
}

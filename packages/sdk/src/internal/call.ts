import type { CallOptions, Client } from '../core/client.ts';
import { bodyOf, errorOf } from './replies.ts';

/** What an operation sends, by place. */
export interface Input {
  path?: Record<string, string | number>;
  query?: object;
  body?: unknown;
  /** Sent as they are, with the headers of their kind. */
  bytes?: { body: Uint8Array; headers: Record<string, string> };
}

type Request = (
  method: string,
  path: string,
  init: object,
) => Promise<{ response: Response; error?: unknown }>;

async function send(
  client: Client,
  method: string,
  path: string,
  input: Input,
  options: CallOptions = {},
): Promise<Response> {
  const { signal, timeout, idempotencyKey, ifMatch, onResponse } = options;

  const headers: Record<string, string> = { ...input.bytes?.headers };
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  if (ifMatch !== undefined) headers['if-match'] = typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch;

  // The generator has matched path, input and reply; what is common to all operations has no types of its own.
  const request = client.raw.request as unknown as Request;
  const { response, error } = await request(method, path, {
    params: { path: input.path, query: input.query },
    headers,
    ...(input.body === undefined ? {} : { body: input.body }),
    ...(input.bytes === undefined ? {} : { body: input.bytes.body, bodySerializer: (body: unknown) => body }),
    ...(signal ? { signal } : {}),
    ...(timeout === undefined
      ? {}
      : { fetch: (sent: globalThis.Request) => client.transport(sent, timeout) }),
    parseAs: 'stream',
  });

  onResponse?.(response);
  if (!response.ok) throw errorOf(response, error);
  return response;
}

/** Calls an operation that answers JSON, or nothing (204). Throws ErpError or ErpConnectionError. */
export async function json<Reply>(
  client: Client,
  method: string,
  path: string,
  input: Input,
  options?: CallOptions,
): Promise<Reply> {
  const response = await send(client, method, path, input, options);
  return (await bodyOf(response)) as Reply;
}

/** Calls an operation that answers a file; its bytes come as they are read. */
export async function stream(
  client: Client,
  method: string,
  path: string,
  input: Input,
  options?: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  const response = await send(client, method, path, input, options);
  return response.body ?? new Blob([]).stream();
}

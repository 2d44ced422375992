import type { paths } from '@erp/openapi/types';
import createFetch, { type Client as Fetch } from 'openapi-fetch';
import { version } from '../generated/version.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';

export interface ClientOptions extends TransportOptions {
  /** Where the server is, `https://erp.example.com`. */
  baseUrl: string;
  /** Slug or id of the tenant; may be left out when the key belongs to one. */
  tenant?: string;
  /** The API key or token, or what gives it each time; may be left out for health and version. */
  auth?: string | (() => string | Promise<string>);
  /** Sees every response before it is read, refusals too: for `Deprecation`, or a log. Must not read the body. */
  onResponse?: (response: Response) => void;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds for this call with all its attempts, instead of those of the client. */
  timeout?: number;
  /** Your own key for a POST, so that a repetition after a restart is the same request; else one is made for the call. */
  idempotencyKey?: string;
  /** The `version` last seen, or an ETag: refused with `version_conflict` when it is no longer the present one. */
  ifMatch?: number | string;
  /** Sees the response of this call before it is read: for `ETag` or `Idempotency-Replayed`. Must not read the body. */
  onResponse?: (response: Response) => void;
}

export interface Client {
  /** openapi-fetch itself: every path of the contract, typed, with `{ data, error, response }` as the result. */
  readonly raw: Fetch<paths>;
  readonly transport: Transport;
}

const isNode = typeof process === 'object' && process.versions?.node !== undefined;

/** A key that no other call has; `crypto.randomUUID` is missing in pages without https. */
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The connection that every function of the SDK takes first; holds no state but its options. */
export function createClient(options: ClientOptions): Client {
  const { baseUrl, tenant, auth, onResponse } = options;
  const transport = createTransport(options);
  const raw = createFetch<paths>({ baseUrl, fetch: (request) => transport(request) });

  raw.use({
    async onRequest({ request }) {
      const token = typeof auth === 'function' ? await auth() : auth;
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      if (tenant !== undefined) request.headers.set('erp-tenant', tenant);
      if (isNode) request.headers.set('user-agent', `erp-sdk/${version}`);

      // Set before the transport, so that all attempts of the call share it.
      if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
        request.headers.set('idempotency-key', newIdempotencyKey());
      }
      return request;
    },
    onResponse({ response }) {
      onResponse?.(response);
      return undefined;
    },
  });

  return { raw, transport };
}

import type { Input } from './call.ts';

/** A body of lines with its `Content-Digest` (RFC 9530), by which the server knows that it has all of it. */
export async function ndjsonBytes(lines: Uint8Array | string): Promise<NonNullable<Input['bytes']>> {
  const body = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const digest = btoa(String.fromCharCode(...hash));

  return {
    body,
    headers: { 'content-type': 'application/x-ndjson', 'content-digest': `sha-256=:${digest}:` },
  };
}

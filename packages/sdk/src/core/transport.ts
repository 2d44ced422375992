import ky, { HTTPError } from 'ky';
import { connectionError, isRefusedHere } from '../internal/connection.ts';
import { ErpConnectionError } from './errors.ts';

export interface TransportOptions {
  /** How often a request is tried again; default 4. */
  retries?: number;
  /** Milliseconds for a call with all its attempts, default 60,000; of a stream, until it begins. */
  timeout?: number;
  /** Longest wait in milliseconds that `Retry-After` may ask for, default 20,000. */
  maxRetryAfter?: number;
  fetch?: typeof globalThis.fetch;
}

export type Transport = (request: Request, timeout?: number) => Promise<Response>;

const transient = [408, 429, 502, 503, 504];

/** A POST is repeated under its idempotency key only; with `If-Match` a repetition would meet its own change. */
function isRepeatable(request: Request): boolean {
  if (request.headers.has('if-match')) return false;
  return request.method === 'POST'
    ? request.headers.has('idempotency-key')
    : ['GET', 'PUT'].includes(request.method);
}

/** An attempt before this one is still at work under the same idempotency key. */
async function isOwnConflict(response: Response): Promise<boolean> {
  if (response.status !== 409) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'conflict';
}

/** JSON is read whole while the deadline runs; a stream may take longer than any deadline once it has begun. */
async function withinDeadline(response: Response): Promise<Response> {
  if (!/^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')) return response;

  const { status, statusText, headers, url } = response;
  const read = new Response(await response.arrayBuffer(), { status, statusText, headers });
  return Object.defineProperty(read, 'url', { value: url });
}

/**
 * ky as `fetch`: it repeats what may be repeated, and a final 4xx or 5xx comes back as a response, as openapi-fetch expects.
 * Throws ErpConnectionError when there is no response, and the caller's own reason when the caller aborted.
 */
export function createTransport(options: TransportOptions): Transport {
  const { retries = 4, timeout: usualTimeout = 60_000, maxRetryAfter = 20_000, fetch } = options;

  return async (request, timeout = usualTimeout) => {
    const deadline = new AbortController();
    const late = `No answer from ${new URL(request.url).origin} within ${timeout / 1000} s.`;
    const timer = setTimeout(
      () => deadline.abort(new ErpConnectionError(late, 'timeout', undefined)),
      timeout,
    );
    if (typeof timer === 'object') timer.unref();

    try {
      const answer = ky(request, {
        // The deadline is for all attempts together; ky's own would be for each.
        timeout: false,
        signal: AbortSignal.any([request.signal, deadline.signal]),
        ...(fetch ? { fetch } : {}),
        retry: {
          limit: isRepeatable(request) ? retries : 0,
          methods: ['get', 'put', 'post'],
          statusCodes: transient,
          afterStatusCodes: transient,
          maxRetryAfter,
          backoffLimit: 8_000,
          jitter: true,
          shouldRetry: async ({ error, retryCount }) => {
            if (!(error instanceof HTTPError)) return isRefusedHere(request.url, error) ? false : undefined;
            return retryCount > 1 && (await isOwnConflict(error.response)) ? true : undefined;
          },
        },
        hooks: {
          beforeRetry: [
            ({ error }) => (error instanceof HTTPError ? error.response.body?.cancel() : undefined),
          ],
        },
      });

      const response = await answer.catch((error: unknown) => {
        if (error instanceof HTTPError) return error.response;
        throw error;
      });
      return await withinDeadline(response);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (deadline.signal.aborted) throw deadline.signal.reason;
      throw connectionError(request.url, error);
    } finally {
      clearTimeout(timer);
    }
  };
}

import { ErpConnectionError } from '../core/errors.ts';

const words: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection closed',
  EPIPE: 'connection closed',
  UND_ERR_SOCKET: 'connection closed',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host cannot be resolved now',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'timed out',
  UND_ERR_CONNECT_TIMEOUT: 'timed out',
};

/** The innermost cause: `fetch failed` hides it, once more in a list when a name has several addresses. */
function rootOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  return error.cause === undefined ? error : rootOf(error.cause);
}

function codeOf(root: unknown): string | undefined {
  return root instanceof Error && 'code' in root && typeof root.code === 'string' ? root.code : undefined;
}

/** A server of this machine that is not there will not come by waiting. */
export function isRefusedHere(url: string, error: unknown): boolean {
  const { hostname } = new URL(url);
  const here = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return here && codeOf(rootOf(error)) === 'ECONNREFUSED';
}

/** What `fetch`, or the reading of a body, has thrown, in words: `connection refused`. */
export function reasonOf(error: unknown): string {
  const root = rootOf(error);
  const fallback = root instanceof Error ? root.message : String(root);
  return words[codeOf(root) ?? ''] ?? fallback;
}

/** `Cannot reach http://127.0.0.1:4000: connection refused.` */
export function connectionError(url: string, error: unknown): ErpConnectionError {
  const message = `Cannot reach ${new URL(url).origin}: ${reasonOf(error)}.`;
  return new ErpConnectionError(message, 'unreachable', rootOf(error));
}

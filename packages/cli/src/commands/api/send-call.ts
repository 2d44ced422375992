import { ErpError } from '@erp/sdk';
import type { Erp } from '../../client.ts';

export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** An object is sent as JSON, text as it is. */
  readonly body?: unknown;
}

type Request = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly response: Response; readonly error?: unknown }>;

/** Sends a call through the SDK's own client, so that key, tenant, retries and deadline are those of every command. */
export async function sendCall(erp: Erp, { method, path, query, body }: ApiCall): Promise<unknown> {
  // The typed client knows the paths of the contract; here the path is the user's.
  const request = erp.raw.request as unknown as Request;
  const { response, error } = await request(method.toLowerCase(), path, {
    params: { query },
    ...(body === undefined ? {} : { body }),
    ...(typeof body === 'string'
      ? { bodySerializer: (text: unknown) => text, headers: { 'content-type': 'application/json' } }
      : {}),
    parseAs: 'stream',
  });
  if (!response.ok) throw refusalOf(response, error);

  return contentOf(response);
}

async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;

  const isJson = response.headers.get('content-type')?.includes('json') && !isLines(response);
  return isJson ? (JSON.parse(text) as unknown) : text;
}

function isLines(response: Response): boolean {
  return response.headers.get('content-type')?.includes('ndjson') ?? false;
}

function refusalOf(response: Response, error: unknown): ErpError {
  const problem = error as ErpError['problem'];
  if (typeof problem === 'object' && typeof problem.code === 'string') {
    return new ErpError(problem.detail ?? problem.title, response.status, undefined, problem);
  }

  return new ErpError(`${response.url} answered ${response.status} ${response.statusText}`, response.status);
}

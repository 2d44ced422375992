import { ErpError, type Problem } from '../core/errors.ts';

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** The error that a refused request becomes; a body that is not a problem (a page of a gateway) still makes sense. */
export function errorOf(response: Response, body: unknown): ErpError {
  if (isProblem(body)) return new ErpError(body.detail ?? body.title, response.status, undefined, body);

  const { status, statusText, url } = response;
  const kind = response.headers.get('content-type')?.split(';')[0] ?? 'an empty body';
  const answer = `${status} ${statusText}`.trim();
  return new ErpError(`${url} answered ${answer} with ${kind}: something in front of the server?`, status);
}

/** The JSON of a success; undefined for 204. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;

  try {
    return JSON.parse(text);
  } catch {
    const kind = response.headers.get('content-type') ?? 'unknown content';
    const message = `${response.url} answered ${kind} where JSON was expected: is this the ERP server?`;
    throw new ErpError(message, response.status, 'internal');
  }
}

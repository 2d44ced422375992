import type { Settings } from '../../settings.ts';
import type { ApiCall } from './send-call.ts';

/** The call as a line for a POSIX shell. The key stands in it as `$ERP_API_KEY`, never as itself. */
export function curlOf({ method, path, query, body }: ApiCall, { server, tenant }: Settings): string {
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  const url = `${server.value}${path}${search && '?'}${search}`;
  const text = typeof body === 'string' ? body : JSON.stringify(body);

  return [
    `curl -sS -X ${method} ${quoted(url)}`,
    '-H "Authorization: Bearer $ERP_API_KEY"',
    ...(tenant ? [`-H ${quoted(`Erp-Tenant: ${tenant.value}`)}`] : []),
    ...(method === 'POST' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(text === undefined ? [] : ["-H 'Content-Type: application/json'", `--data-raw ${quoted(text)}`]),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

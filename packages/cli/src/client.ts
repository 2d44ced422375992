import { type ClientOptions, createErp } from '@erp/sdk';
import type { Channel } from './channel.ts';
import { tracedFetch } from './output/trace.ts';
import type { Settings } from './settings.ts';

/** The SDK bound to one server, tenant and key. */
export type Erp = ReturnType<typeof createErp>;

/** The client that the settings describe. Warnings that the server sends with its replies go to stderr, each once. */
export async function connect(
  settings: Settings,
  channel: Channel,
  options: Pick<ClientOptions, 'retries'> = {},
): Promise<Erp> {
  const { server, tenant, credential, timeoutSeconds } = settings;
  const said = new Set<string>();

  return createErp({
    ...options,
    baseUrl: server.value,
    ...(tenant ? { tenant: tenant.value } : {}),
    ...(credential ? { auth: credential.value } : {}),
    ...(timeoutSeconds === null ? {} : { timeout: timeoutSeconds * 1000 }),
    ...(channel.debug ? { fetch: tracedFetch } : {}),
    onResponse: (response) => {
      const notice = deprecationOf(response);
      if (notice === undefined || said.has(notice) || channel.quiet) return;

      said.add(notice);
      process.stderr.write(`${notice}\n`);
    },
  });
}

/** What the headers `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) say about an operation. */
function deprecationOf({ headers, url }: Response): string | undefined {
  if (!headers.has('deprecation')) return undefined;

  const sunset = headers.get('sunset');
  return `deprecated: ${new URL(url).pathname}${sunset ? `, which ends on ${sunset}` : ''}`;
}

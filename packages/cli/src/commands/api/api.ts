import type { CommandBody, Context } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { readInput } from '../../input.ts';
import { nearest } from '../../nearest.ts';
import type { Result } from '../../output/result.ts';
import { actingTenant, requireExpected } from '../../settings-guard.ts';
import { curlOf } from './curl.ts';
import { parseFields } from './parse-fields.ts';
import { select } from './select.ts';
import { type ApiCall, sendCall } from './send-call.ts';

interface Options {
  readonly field?: readonly string[];
  readonly input?: string;
  readonly paginate?: boolean;
  readonly query?: string;
  readonly curl?: boolean;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const api: CommandBody<Options, [string, string]> = async (context, options, method, path) => {
  const call = await callOf(options, method, path);
  if (options.curl) return { text: curlOf(call, context.settings) };

  await announce(context, call);
  const reply = options.paginate ? await allPages(context, call) : await sendCall(context.erp, call);
  const data = options.query === undefined ? reply : select(reply, options.query);

  return shown(data);
};

async function callOf(options: Options, givenMethod: string, givenPath: string): Promise<ApiCall> {
  const [path = '', search] = givenPath.split('?', 2);
  const method = givenMethod.toUpperCase();
  if (!METHODS.includes(method)) {
    const meant = nearest(method, METHODS) ?? 'GET';
    throw new UsageError(`"${givenMethod}" is no method; did you mean ${meant}?`, `erp api ${meant} ${path}`);
  }
  if (!path.startsWith('/') || path.startsWith('//')) {
    throw new UsageError(`"${givenPath}" is no path of the server: begin with /`, 'erp api GET /v1/accounts');
  }

  const fields = parseFields(options.field ?? []);
  const isQuery = method === 'GET' || method === 'DELETE';
  if (options.paginate && method !== 'GET') throw new UsageError('--paginate goes with GET alone');
  if (options.input !== undefined && !isQuery && options.field) {
    throw new UsageError('give the body by --input or by -f, not both');
  }

  const body = options.input === undefined ? fields : await readInput(options.input, '--input');
  const hasBody = !isQuery && (options.input !== undefined || options.field !== undefined);
  const query = { ...Object.fromEntries(new URLSearchParams(search)), ...(isQuery ? fields : {}) };
  return { method, path, query, ...(hasBody ? { body } : {}) };
}

/** A call that changes something says on what, and obeys `--expect-tenant`. */
async function announce({ erp, settings, terminal }: Context, { method }: ApiCall): Promise<void> {
  if (settings.expectTenant !== null) requireExpected(await actingTenant(erp, settings.tenant), settings);
  if (method === 'GET') return;

  const tenant = settings.tenant ? `tenant ${settings.tenant.value} on ` : 'on ';
  terminal.note(`${tenant}${settings.server.value}`);
}

async function allPages({ erp }: Context, call: ApiCall): Promise<unknown[]> {
  const items: unknown[] = [];
  let query = call.query;

  while (true) {
    const page = (await sendCall(erp, { ...call, query })) as { items?: unknown[]; next?: string | null };
    if (!Array.isArray(page?.items))
      throw new UsageError(`${call.path} does not answer in pages; leave out --paginate`);

    items.push(...page.items);
    if (!page.next) return items;
    query = { ...query, cursor: page.next };
  }
}

/** A list as rows, an object as it is, and a bare value as text. */
function shown(data: unknown): Result {
  if (data === undefined) return { data: null, message: 'done' };
  if (typeof data !== 'object' || data === null)
    return { data, rows: [{ value: data }], message: String(data) };
  if (!Array.isArray(data)) return { data };

  return {
    data,
    rows: data.map((item) => (typeof item === 'object' && item !== null ? item : { value: item })),
  };
}

export default api;

import type { CommandBody } from '../../context.ts';
import { list } from '../fields.ts';

interface Options {
  /** Words from the command line; one text from a prompt. */
  readonly scopes: readonly string[] | string;
  readonly expires?: string;
}

const create: CommandBody<Options, [string]> = async ({ erp }, { scopes, expires }, name) => ({
  data: await erp.apiKeys.create({
    name,
    scopes: typeof scopes === 'string' ? list(scopes) : [...scopes],
    ...(expires === undefined ? {} : { expiresAt: endOf(expires) }),
  }),
});

/** A date means the end of that day, UTC. */
function endOf(expires: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(expires) ? `${expires}T23:59:59Z` : expires;
}

export default create;

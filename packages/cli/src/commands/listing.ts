import { InvalidArgumentError } from 'commander';
import type { ErpCommand } from '../erp-command.ts';

export interface ListOptions {
  readonly limit?: number;
}

/** Options of lists of reference data. */
export interface ReferenceListOptions extends ListOptions {
  readonly active?: boolean;
  readonly externalId?: string;
  readonly updatedSince?: string;
}

/** The most that the server gives in one page. */
const PAGE = 500;

export function declareListing(command: ErpCommand): ErpCommand {
  return command.option('--limit <n>', 'at most so many, over all pages (default: all)', count);
}

export function declareReferenceListing(command: ErpCommand): ErpCommand {
  return declareListing(command)
    .option('--active', 'only active ones')
    .option('--no-active', 'only archived ones')
    .option('--external-id <id>', 'the one with this external id')
    .option('--updated-since <time>', 'only what changed since, RFC 3339');
}

/** The query of a list of reference data. */
export function referenceQuery({ limit, active, externalId, updatedSince }: ReferenceListOptions) {
  return {
    limit: pageSize(limit),
    ...(active === undefined ? {} : { active }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(updatedSince === undefined ? {} : { updatedSince }),
  };
}

/** Items a page for a list that ends after `limit`: no more than will be printed. */
export function pageSize(limit: number | undefined): number {
  return Math.min(limit ?? PAGE, PAGE);
}

/** The first `limit` of all pages, page by page as they are read. */
export async function* upTo<Item>(
  items: AsyncIterable<Item>,
  limit: number | undefined,
): AsyncGenerator<Item> {
  let left = limit ?? Number.POSITIVE_INFINITY;

  for await (const item of items) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}

/** The options that are given, without those that are not: queries must not hold `undefined`. */
export function given<Options extends object, Name extends keyof Options>(
  options: Options,
  ...names: readonly Name[]
): { [Key in Name]?: Exclude<Options[Key], undefined> } {
  const found: { [Key in Name]?: Exclude<Options[Key], undefined> } = {};

  for (const name of names) {
    const value = options[name];
    if (value !== undefined) found[name] = value as Exclude<Options[Name], undefined>;
  }

  return found;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
}

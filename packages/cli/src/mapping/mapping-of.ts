import type { Resource } from '../transfer/reading-options.ts';
import type { LoadedMapping } from './load-mapping.ts';

/** The mapping that a flag names; what reads YAML is loaded only for one. */
export async function mappingOf(
  resource: Resource,
  path: string | undefined,
): Promise<LoadedMapping | undefined> {
  if (path === undefined) return undefined;

  const { loadMapping } = await import('./load-mapping.ts');
  return loadMapping(path, resource);
}

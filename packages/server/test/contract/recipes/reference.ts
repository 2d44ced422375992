import type { Recipes, World } from '../world.ts';

interface Resource {
  /** Name of the area and of its URL, and of the parameter of its path. */
  area: string;
  name: string;
  url: string;
  sample: object;
  patch: object;
  /** What of a body the books refuse; nothing where a form is all there is to it. */
  refused?: object;
}

/** The five operations that every coded resource has. */
function coded({ area, name, url, sample, patch, refused }: Resource): Record<string, Recipes> {
  const make = (world: World, more: object = {}) =>
    world.make('POST', url, { ...sample, code: world.code(), ...more });
  const path = async (world: World) => ({ [name]: (await make(world)).code as string });

  return {
    [`${area}.list`]: { ok: () => ({ query: { limit: '2' } }) },
    [`${area}.get`]: { ok: async (world) => ({ path: await path(world) }) },
    [`${area}.create`]: {
      ok: ({ code }) => ({ body: { ...sample, code: code() } }),
      409: async (world) => ({ body: { ...sample, code: (await make(world)).code } }),
      ...(refused ? { 422: ({ code }: World) => ({ body: { ...sample, code: code(), ...refused } }) } : {}),
    },
    [`${area}.update`]: {
      ok: async (world) => ({ path: await path(world), body: patch }),
      409: async (world) => {
        const externalId = `taken:${world.code()}`;
        await make(world, { externalId });
        return { path: await path(world), body: { externalId } };
      },
      ...(refused ? { 422: async (world: World) => ({ path: await path(world), body: refused }) } : {}),
    },
    [`${area}.archive`]: { ok: async (world) => ({ path: await path(world) }) },
  };
}

const value = async (world: World, more: object = {}) =>
  world.make('POST', '/v1/dimensions/site/values', { code: world.code(), name: 'Made', ...more });

const valuePath = async (world: World) => ({ dimension: 'site', value: (await value(world)).code as string });

export const reference: Record<string, Recipes> = {
  ...coded({
    area: 'accounts',
    name: 'account',
    url: '/v1/accounts',
    sample: { name: 'Made', statement: 'balance', type: 'asset' },
    patch: { name: 'Other' },
    refused: { parent: 'no-such' },
  }),
  ...coded({
    area: 'journals',
    name: 'journal',
    url: '/v1/journals',
    sample: { name: 'Made', area: 'general' },
    patch: { name: 'Other' },
    refused: { defaultAccount: 'no-such' },
  }),
  ...coded({
    area: 'series',
    name: 'series',
    url: '/v1/series',
    sample: { format: 'A-{year}-{n:4}' },
    patch: { format: 'B-{year}-{n:4}' },
  }),
  ...coded({
    area: 'currencies',
    name: 'currency',
    url: '/v1/currencies',
    sample: { exponent: 2, kind: 'custom' },
    patch: { withdrawnOn: '2030-12-31' },
  }),
  ...coded({
    area: 'dimensions',
    name: 'dimension',
    url: '/v1/dimensions',
    sample: { name: 'Made' },
    patch: { name: 'Other' },
    refused: { parent: 'no-such' },
  }),
  ...coded({
    area: 'parties',
    name: 'party',
    url: '/v1/parties',
    sample: { name: 'Made' },
    patch: { name: 'Other' },
    refused: { roles: [{ role: 'customer', controlAccount: 'no-such' }] },
  }),

  'dimensions.listValues': { ok: () => ({ path: { dimension: 'site' } }) },
  'dimensions.createValue': {
    ok: ({ code }) => ({ path: { dimension: 'site' }, body: { code: code(), name: 'Made' } }),
    409: async (world) => ({
      path: { dimension: 'site' },
      body: { code: (await value(world)).code, name: 'Made' },
    }),
    422: ({ code }) => ({
      path: { dimension: 'site' },
      body: { code: code(), name: 'Made', parent: 'no-such' },
    }),
  },
  'dimensions.updateValue': {
    ok: async (world) => ({ path: await valuePath(world), body: { name: 'Other' } }),
    409: async (world) => {
      const externalId = `taken:${world.code()}`;
      await value(world, { externalId });
      return { path: await valuePath(world), body: { externalId } };
    },
    422: async (world) => ({ path: await valuePath(world), body: { parent: 'no-such' } }),
  },
  'dimensions.archiveValue': { ok: async (world) => ({ path: await valuePath(world) }) },
};

import type { Recipes, World } from '../world.ts';

const newTenant = (slug: string) => ({
  slug: slug.toLowerCase(),
  name: 'Made',
  country: 'FR',
  baseCurrency: 'EUR',
  timezone: 'Europe/Paris',
});

async function tenant({ t, code }: World, state?: string): Promise<string> {
  const { body } = await t.platform('POST', '/v1/tenants', newTenant(code()));
  if (state) await t.platform('PATCH', `/v1/tenants/${body.slug}`, { state });
  return body.slug;
}

const declared = ({ t }: World, slug = t.tenant.slug, more: object = {}) => ({
  path: { tenant: slug },
  body: { file: { version: 1, ...newTenant(slug), name: 'Test', ...more } },
});

const newKey = { name: 'made', scopes: ['accounts:read'] };

export const platform: Record<string, Recipes> = {
  'system.live': { ok: () => ({}) },
  'system.ready': { ok: () => ({}) },
  'system.version': { ok: () => ({}) },

  'migrations.status': { ok: () => ({ asPlatform: true }) },
  'migrations.plan': { ok: () => ({ asPlatform: true }) },
  'migrations.up': { ok: () => ({ asPlatform: true, body: {} }) },
  'migrations.down': {
    ok: async ({ t }) => {
      const { body } = await t.platform('GET', '/v1/admin/migrations');
      return { asPlatform: true, body: { to: body.number } };
    },
    409: () => ({ asPlatform: true, body: { to: 1 } }),
  },

  'apiKeys.list': { ok: () => ({}) },
  'apiKeys.current': { ok: () => ({}) },
  'apiKeys.create': { ok: () => ({ body: newKey }) },
  'apiKeys.revoke': { ok: async ({ make }) => ({ path: await make('POST', '/v1/api-keys', newKey) }) },

  'tenants.list': { ok: () => ({ asPlatform: true }) },
  'tenants.get': { ok: ({ t }) => ({ path: { tenant: t.tenant.slug } }) },
  'tenants.create': {
    ok: ({ code }) => ({ asPlatform: true, body: { ...newTenant(code()), chart: 'international' } }),
    409: async (world) => ({ asPlatform: true, body: newTenant(await tenant(world)) }),
    422: ({ code }) => ({ asPlatform: true, body: { ...newTenant(code()), baseCurrency: 'ZZZ' } }),
  },
  'tenants.update': {
    ok: async (world) => ({
      asPlatform: true,
      path: { tenant: await tenant(world) },
      body: { name: 'Other' },
    }),
    409: async (world) => ({
      asPlatform: true,
      path: { tenant: await tenant(world, 'live') },
      body: { state: 'setup' },
    }),
    422: async (world) => ({
      asPlatform: true,
      path: { tenant: await tenant(world) },
      body: { baseCurrency: 'ZZZ' },
    }),
  },
  'tenants.reset': {
    ok: async (world) => ({ asPlatform: true, path: { tenant: await tenant(world) } }),
    409: async (world) => ({ asPlatform: true, path: { tenant: await tenant(world, 'live') } }),
  },

  'tenants.suspend': { ok: async (world) => ({ asPlatform: true, path: { tenant: await tenant(world) } }) },
  'tenants.resume': { ok: async (world) => ({ asPlatform: true, path: { tenant: await tenant(world) } }) },

  'tenants.plan': { ok: (world) => declared(world) },
  'tenants.apply': {
    ok: (world) => declared(world),
    409: async (world) => {
      const slug = await tenant(world, 'live');
      return { ...declared(world, slug, { state: 'setup' }), asPlatform: true };
    },
    422: (world) => declared(world, world.t.tenant.slug, { baseCurrency: 'ZZZ' }),
  },
  'tenants.export': { ok: ({ t }) => ({ path: { tenant: t.tenant.slug } }) },

  'audit.list': { ok: () => ({ query: { operation: 'accounts.create' } }) },
};

import type { HandlersOf } from '../../contract/handlers.ts';
import type { Scope } from '../../db/database.ts';
import { checkVersion } from '../../db/resource-store.ts';
import type { Context } from '../../http/context.ts';
import { platformId, uuidv7 } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import { applyChart, readChart } from './chart.ts';
import { fileHandlers } from './file/handlers.ts';
import { checkIdentity, checkUpdate, requireNotSuspended, requireOwn, requirePlatform } from './rules.ts';
import * as store from './store.ts';

const scopeOf = (tenantId: string): Scope => ({ role: 'erp_platform', tenantId });

const findOwn = async (context: Context, name: string): Promise<store.Tenant> => {
  const tenant = await context.services.db.tx(scopeOf(platformId), (tx) => store.find(tx, name));
  return requireOwn(context.actor, tenant, name);
};

export const handlers = {
  'tenants.list': (context, { query }) => {
    requirePlatform(context.actor);
    return context.services.db.tx(scopeOf(platformId), (tx) => store.list(tx, query));
  },

  'tenants.get': (context, { path }) => findOwn(context, path.tenant),

  'tenants.create': (context, { body }) => {
    requirePlatform(context.actor);
    const { chart: chartName, ...identity } = body;
    checkIdentity(identity);
    const chart = chartName ? readChart(chartName) : undefined;
    const id = uuidv7(context.now());

    return context.change(async (tx) => {
      const accountRoles = { ...chart?.accountRoles, ...identity.accountRoles };
      const usual = chart ? { fiscalYearStart: chart.fiscalYearStart } : {};
      await store.insert(tx, id, tx.at, { ...usual, ...identity, accountRoles });
      if (chart) await applyChart(tx, id, chart);
      const tenant = await reload(tx, id);
      await tx.audit({ resource: 'tenant', resourceId: id, resourceCode: tenant.slug, after: tenant });
      return tenant;
    }, scopeOf(id));
  },

  'tenants.update': async (context, { path, body }) => {
    checkIdentity(body);
    const { id } = await findOwn(context, path.tenant);
    const updated = await context.change(async (tx) => {
      const before = await reload(tx, id);
      requireNotSuspended(before);
      checkVersion(before, context.headers.ifMatch);
      checkUpdate(before, body, await store.isUsed(tx, id));
      await store.update(tx, before, tx.at, body);
      const after = await reload(tx, id);
      await tx.audit({ resource: 'tenant', resourceId: id, resourceCode: after.slug, before, after });
      return after;
    }, scopeOf(id));
    context.services.tenants.forget();
    return updated;
  },

  'tenants.reset': async (context, { path }) => {
    const { id } = await findOwn(context, path.tenant);
    return context.change(async (tx) => {
      const tenant = await reload(tx, id);
      requireNotSuspended(tenant);
      if (tenant.state !== 'setup') {
        throw new Problem(
          'conflict',
          `${tenant.slug} is ${tenant.state}: only a tenant in setup can be reset`,
        );
      }
      await store.resetLedger(tx, id);
      await tx.audit({
        resource: 'tenant',
        resourceId: id,
        resourceCode: tenant.slug,
        before: tenant,
        after: tenant,
      });
      return tenant;
    }, scopeOf(id));
  },

  'tenants.suspend': (context, { path }) => setSuspended(context, path.tenant, true),

  'tenants.resume': (context, { path }) => setSuspended(context, path.tenant, false),

  ...fileHandlers,
} satisfies HandlersOf<'tenants'>;

async function setSuspended(context: Context, name: string, suspended: boolean): Promise<store.Tenant> {
  requirePlatform(context.actor);
  const { id } = await findOwn(context, name);
  const now = await context.change(async (tx) => {
    // Of two at once the second finds what the first has done, which is as harmless as later.
    await store.hold(tx, id);
    const before = await reload(tx, id);
    if ((before.state === 'suspended') === suspended) return before;
    await store.setSuspended(tx, id, tx.at, suspended);
    const after = await reload(tx, id);
    await tx.audit({ resource: 'tenant', resourceId: id, resourceCode: after.slug, before, after });
    return after;
  }, scopeOf(id));
  context.services.tenants.forget();
  return now;
}

async function reload(tx: Parameters<typeof store.find>[0], id: string): Promise<store.Tenant> {
  const tenant = await store.find(tx, id);
  if (!tenant) throw new Error(`tenant ${id} is not there`);
  return tenant;
}

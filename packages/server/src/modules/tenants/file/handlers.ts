import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../../contract/handlers.ts';
import type { Scope } from '../../../db/database.ts';
import type { Context } from '../../../http/context.ts';
import { platformId, uuidv7 } from '../../../kernel/id.ts';
import { fieldProblem, notFound, Problem } from '../../../kernel/problem.ts';
import { readChart } from '../chart.ts';
import { requireNotSuspended, requireOwn } from '../rules.ts';
import * as store from '../store.ts';
import { applyWork } from './apply.ts';
import { fileOf, nobody, readLiving, type TenantFile } from './living.ts';
import { planOf, type TenantPlan } from './plan.ts';
import { holdPeriods, holdTenant } from './use.ts';
import { type Wanted, wantedOf } from './wanted.ts';

type AppliedTenant = components['schemas']['AppliedTenant'];
type FileHandlers = Pick<HandlersOf<'tenants'>, 'tenants.plan' | 'tenants.apply' | 'tenants.export'>;

export const fileHandlers: FileHandlers = {
  'tenants.plan': async (context, { path, body: { file, prune = false } }) => {
    const tenant = await findOrNew(context, path.tenant);
    const wanted = read(path.tenant, file);
    // A change only because its answer is kept under the key of its request, as that of every POST.
    return context.change(async (tx) => {
      const living = tenant ? await readLiving(tx, await reread(tx, tenant.id)) : nobody;
      return (await planOf(tx, wanted, living, prune)).plan;
    }, scopeOf(tenant?.id));
  },

  'tenants.apply': async (context, request) => {
    const applied = await applyFile(context, request).catch((error: unknown) => {
      if (error instanceof MadeMeanwhile) return applyFile(context, request);
      throw error;
    });
    context.services.tenants.forget();
    return applied;
  },

  'tenants.export': async (context, { path }) => {
    const { id } = requireOwn(context.actor, await find(context, path.tenant), path.tenant);
    return context.services.db.tx({ ...scopeOf(id), isolation: 'snapshot' }, async (tx) => {
      const tenant = await reread(tx, id);
      return fileOf({ ...(await readLiving(tx, tenant)), tenant });
    });
  },
};

/** Somebody else made the tenant while this file was to make it; it is compared with what is there now. */
class MadeMeanwhile extends Error {}

async function applyFile(
  context: Context,
  { path, body: { file, prune = false } }: Parameters<FileHandlers['tenants.apply']>[1],
): Promise<AppliedTenant> {
  const found = await findOrNew(context, path.tenant);
  const wanted = read(path.tenant, file);
  const id = found?.id ?? uuidv7(context.now());

  return context.change(async (tx) => {
    await holdTenant(tx, found?.id ?? path.tenant);
    if (!found && (await store.find(tx, path.tenant))) throw new MadeMeanwhile();
    if (prune) await holdPeriods(tx, id);
    const before = found && (await reread(tx, id));
    if (before) requireNotSuspended(before);
    const living = before ? await readLiving(tx, before) : nobody;
    const { plan, work } = await planOf(tx, wanted, living, prune);
    checkRevision(plan, context.headers.ifMatch);
    checkBlocked(plan);
    const tenant = await applyWork(tx, { id, slug: path.tenant }, work, living);
    return { tenant, plan };
  }, scopeOf(id));
}

const scopeOf = (tenantId = platformId): Scope => ({ role: 'erp_platform', tenantId });

const find = (context: Context, name: string): Promise<store.Tenant | undefined> =>
  context.services.db.tx(scopeOf(), (tx) => store.find(tx, name));

/** The tenant of a file; undefined when it is to be made, which only the platform may. */
async function findOrNew(context: Context, name: string): Promise<store.Tenant | undefined> {
  const found = await find(context, name);
  if (found) return requireOwn(context.actor, found, name);
  if (context.actor.tenantId !== null) throw notFound('tenant', JSON.stringify(name));
  return undefined;
}

async function reread(tx: Parameters<typeof store.find>[0], id: string): Promise<store.Tenant> {
  const tenant = await store.find(tx, id);
  if (!tenant) throw new Error(`tenant ${id} is not there`);
  return tenant;
}

function read(slug: string, file: TenantFile): Wanted {
  if (file.slug !== slug) {
    throw fieldProblem(
      'invalid_request',
      '/file/slug',
      `the file is of ${file.slug}, the request of ${slug}`,
    );
  }
  return wantedOf(file, file.chart ? readChart(file.chart) : undefined);
}

function checkRevision({ tenant, revision }: TenantPlan, seen: string | undefined): void {
  if (seen === undefined || seen === '*' || seen === `"${revision}"`) return;
  throw new Problem(
    'version_conflict',
    `${tenant} has changed since this plan was made: plan again, look, then apply`,
  );
}

function checkBlocked({ blocked }: TenantPlan): void {
  const [first] = blocked;
  if (!first) return;
  const codes = new Set(blocked.map(({ problem }) => problem));
  throw new Problem(
    codes.size === 1 ? first.problem : 'conflict',
    blocked.length === 1 ? first.message : `${blocked.length} things cannot be changed any more`,
    blocked.map(({ pointer, problem, message }) => ({
      ...{ in: 'body', pointer: `/file${pointer}`, code: problem, message },
    })),
  );
}

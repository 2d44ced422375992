import type { components } from '@erp/openapi/types';
import { connect } from '../client.ts';
import type { Context } from '../context.ts';
import { exitOfStatus } from '../exits.ts';
import { stepsOf } from '../json-pointer.ts';
import { isErpError } from '../output/server-failure.ts';
import { currentChannel } from '../run.ts';
import { mistakesFailure } from '../yaml-file/mistakes.ts';
import { hasBeside } from './beside.ts';
import type { BesideStep } from './beside-steps.ts';
import type { ParsedTenantFile } from './parse.ts';
import { isEmptyPlan, type WholePlan } from './plan-text.ts';
import type { Requested } from './requested.ts';

type Tenant = components['schemas']['Tenant'];

export interface WholeApplied extends WholePlan {
  readonly tenant: Tenant;
}

/** @param secrets the file that secrets of new keys are to go to, where it is known */
export async function planTenant(
  context: Context,
  { parsed, prune }: Requested,
  secrets?: string,
): Promise<WholePlan> {
  const { content: file, beside } = parsed;
  const plan = await placed(parsed, () => context.erp.tenants.plan(file.slug, { file, prune }));
  if (!hasBeside(beside)) return { plan, beside: [] };

  const [{ plannedImports }, { compareKeys, plannedKeys }] = await besideModules();
  const own = await contextOf(context, file.slug);
  const isMoving = !isEmptyPlan(plan);
  const imports = await plannedImports(own, parsed, { isNew: plan.isNew, isMoving });
  const keys = plannedKeys(await compareKeys(own, beside.apiKeys ?? [], secrets));
  return { plan, beside: [...imports, ...keys] };
}

/**
 * Makes a tenant as its file says, in one transaction, then what stands beside it, each by itself.
 *
 * @param secrets file that secrets of new keys go to
 * @throws Failure where the tenant is no longer as it was at the revision of the request; with what was done before where a later
 *   part fails
 */
export async function applyTenant(
  context: Context,
  { parsed, prune, revision, seenFiles }: Requested,
  secrets: string | undefined,
): Promise<WholeApplied> {
  const { content: file, beside } = parsed;
  const seen = revision === undefined ? {} : { ifMatch: `"${revision}"` };
  const apply = () => placed(parsed, () => context.erp.tenants.apply(file.slug, { file, prune }, seen));
  if (!hasBeside(beside)) return { ...(await apply()), beside: [] };

  const [{ afterTenant, importFiles }, { compareKeys, makeKeys, requireMakeable }] = await besideModules();
  if (seenFiles) await (await import('./beside-files.ts')).requireSeen(parsed, seenFiles);
  const own = await contextOf(context, file.slug);
  const keys = await compareKeys(own, beside.apiKeys ?? [], secrets);
  requireMakeable(keys, secrets);

  const applied = await apply();
  const done: BesideStep[] = [];
  try {
    await importFiles(own, parsed, done);
    await makeKeys(own, file.slug, keys, secrets, done);
  } catch (error) {
    throw afterTenant(error, context, done);
  }
  return { ...applied, beside: done };
}

/** Loaded for files that have something beside: most have not. */
const besideModules = () => Promise.all([import('./beside-steps.ts'), import('./beside-keys.ts')]);

/** A context for the books of one tenant, which says nothing: many of them may be at work at a time. */
async function contextOf(context: Context, slug: string): Promise<Context> {
  const settings = { ...context.settings, tenant: { value: slug, origin: 'its file' } };
  const silent = { note() {}, warn() {}, table() {}, progress: () => noProgress };
  const erp = await connect(settings, currentChannel());
  return { ...context, settings, erp, terminal: { ...context.terminal, ...silent } };
}

const noProgress = { phase: async () => {}, reach() {}, stop() {} };

/** What the server refuses of a file is told with line and column. */
async function placed<T>(file: ParsedTenantFile, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isErpError(error)) throw error;
    const faults = (error.errors ?? []).filter(({ pointer }) => pointer.startsWith('/file'));
    if (faults.length === 0) throw error;
    throw mistakesFailure(
      file.path,
      error.code,
      faults.map(({ pointer, message }) => file.mistakeAt(stepsOf(pointer).slice(1), message)),
      { exit: exitOfStatus(error.status, error.code) },
    );
  }
}

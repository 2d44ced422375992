import type { CommandBody, Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import type { Result } from '../../output/result.ts';
import { isEmptyPlan, planColumns, planText } from '../../tenant-file/plan-text.ts';
import { type FileOptions, type Requested, requested } from '../../tenant-file/requested.ts';
import { applyTenant, planTenant } from '../../tenant-file/send.ts';
import { applyFolder } from './apply-folder.ts';

export interface ApplyOptions extends FileOptions {
  readonly concurrency: number;
}

/** Makes a tenant as its file says. On a terminal the plan is shown first, and what is shown is what is done. */
const apply: CommandBody<ApplyOptions> = async (context, options) => {
  const { isFolder, tenants } = await requested(options);
  const [only] = tenants;
  return isFolder || !only ? applyFolder(context, tenants, options.concurrency) : applyOne(context, only);
};

async function applyOne({ erp, settings, terminal }: Context, request: Requested): Promise<Result> {
  const { parsed } = request;
  let seen = request;

  if (terminal.interactive && !settings.yes && request.revision === undefined) {
    const plan = await planTenant(erp, request);
    terminal.note(planText(plan, parsed));
    const isMeant = isEmptyPlan(plan) || (await terminal.confirm(`Do this on ${settings.server.value}?`));
    if (!isMeant) throw new Failure('nothing was changed', { code: 'declined' });
    seen = { ...request, revision: plan.revision };
  }

  const applied = await applyTenant(erp, seen);
  return {
    data: applied,
    rows: applied.plan.changes,
    columns: planColumns,
    message: `${planText(applied.plan, parsed)}${isEmptyPlan(applied.plan) ? '' : '; done'}`,
  };
}

export default apply;

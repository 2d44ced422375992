import type { CommandBody, Context } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';
import type { Result } from '../../output/result.ts';
import { isNothing, planColumns, planText } from '../../tenant-file/plan-text.ts';
import { type FileOptions, type Requested, requested } from '../../tenant-file/requested.ts';
import { applyTenant, planTenant } from '../../tenant-file/send.ts';
import { applyFolder } from './apply-folder.ts';

export interface ApplyOptions extends FileOptions {
  readonly concurrency: number;
  /** Where secrets of new keys go. */
  readonly secrets?: string;
}

/** Makes a tenant as its file says. On a terminal the plan is shown first, and what is shown is what is done. */
const apply: CommandBody<ApplyOptions> = async (context, options) => {
  const { isFolder, tenants } = await requested(options);
  const [only] = tenants;
  return isFolder || !only
    ? applyFolder(context, tenants, options)
    : applyOne(context, only, options.secrets);
};

async function applyOne(context: Context, request: Requested, secrets: string | undefined): Promise<Result> {
  const { settings, terminal } = context;
  const { parsed } = request;
  let seen = request;

  if (terminal.interactive && !settings.yes && request.revision === undefined) {
    const whole = await planTenant(context, request, secrets);
    terminal.note(planText(whole, parsed));
    if (!isNothing(whole)) await requireYes(context, `Do this on ${settings.server.value}?`);
    seen = { ...request, revision: whole.plan.revision };
  }

  const applied = await applyTenant(context, seen, secrets);
  return {
    data: applied,
    rows: applied.plan.changes,
    columns: planColumns,
    message: `${planText(applied, parsed)}${isNothing(applied) ? '' : '; done'}`,
  };
}

export default apply;

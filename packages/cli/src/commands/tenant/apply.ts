import type { CommandBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { placed } from '../../tenant-file/placed.ts';
import { isEmptyPlan, planColumns, planText } from '../../tenant-file/plan-text.ts';
import { type FileOptions, requested } from '../../tenant-file/requested.ts';

/** Makes a tenant as its file says. On a terminal the plan is shown first, and what is shown is what is done. */
const apply: CommandBody<FileOptions> = async ({ erp, settings, terminal }, options) => {
  const { parsed, prune, revision } = await requested(options);
  const file = parsed.content;
  let seen = revision;

  if (terminal.interactive && !settings.yes && seen === undefined) {
    const plan = await placed(parsed, () => erp.tenants.plan(file.slug, { file, prune }));
    terminal.note(planText(plan, parsed));
    const isMeant = isEmptyPlan(plan) || (await terminal.confirm(`Do this on ${settings.server.value}?`));
    if (!isMeant) throw new Failure('nothing was changed', { code: 'declined' });
    seen = plan.revision;
  }

  const applied = await placed(parsed, () =>
    erp.tenants.apply(file.slug, { file, prune }, seen === undefined ? {} : { ifMatch: `"${seen}"` }),
  );
  return {
    data: applied,
    rows: applied.plan.changes,
    columns: planColumns,
    message: `${planText(applied.plan, parsed)}${isEmptyPlan(applied.plan) ? '' : '; done'}`,
  };
};

export default apply;

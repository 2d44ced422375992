import type { CommandBody } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { loadTenantFile } from '../../tenant-file/parse.ts';
import { placed } from '../../tenant-file/placed.ts';
import { isEmptyPlan, planColumns, planText } from '../../tenant-file/plan-text.ts';
import { savePlan } from '../../tenant-file/saved-plan.ts';

export interface PlanOptions {
  readonly file: string;
  readonly prune?: boolean;
  readonly save?: string;
}

const plan: CommandBody<PlanOptions> = async (
  { erp, settings, terminal },
  { file: path, prune = false, save },
) => {
  const parsed = await loadTenantFile(path);
  const file = parsed.content;
  const planned = await placed(parsed, () => erp.tenants.plan(file.slug, { file, prune }));
  if (save !== undefined) {
    await savePlan(save, { savedPlan: 1, server: settings.server.value, file, plan: planned });
    terminal.note(`written to ${save}: erp tenant apply --plan ${save} does this and nothing else`);
  }

  return {
    data: planned,
    rows: planned.changes,
    columns: planColumns,
    message: planText(planned, parsed),
    exit: isEmptyPlan(planned) ? EXIT.done : EXIT.conflict,
  };
};

export default plan;

import type { CommandBody, Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import type { Result } from '../../output/result.ts';
import { loadTenantFiles } from '../../tenant-file/load.ts';
import { failedText, outcomesOf, worstOf } from '../../tenant-file/outcomes.ts';
import type { ParsedTenantFile } from '../../tenant-file/parse.ts';
import { isEmptyPlan, planColumns, planText, type TenantPlan } from '../../tenant-file/plan-text.ts';
import { planReceipt, receiptColumns, sumOf } from '../../tenant-file/receipts.ts';
import { type SavedPlan, savePlan } from '../../tenant-file/saved-plan.ts';
import { planTenant } from '../../tenant-file/send.ts';

export interface PlanOptions {
  readonly file: string;
  readonly prune?: boolean;
  readonly save?: string;
  readonly concurrency: number;
}

const plan: CommandBody<PlanOptions> = async (context, options) => {
  const { isFolder, files } = await loadTenantFiles(options.file);
  const [only] = files;
  return isFolder || !only ? planFolder(context, options, files) : planOne(context, options, only);
};

async function planOne(context: Context, options: PlanOptions, parsed: ParsedTenantFile): Promise<Result> {
  const { prune = false } = options;
  const planned = await planTenant(context.erp, { parsed, prune });
  await save(context, options, false, [{ file: parsed.content, plan: planned }]);

  return {
    data: planned,
    rows: planned.changes,
    columns: planColumns,
    message: planText(planned, parsed),
    exit: exitOf(planned),
  };
}

async function planFolder(
  context: Context,
  options: PlanOptions,
  files: readonly ParsedTenantFile[],
): Promise<Result> {
  const { erp, terminal } = context;
  const { prune = false, concurrency } = options;
  const outcomes = [];
  for await (const outcome of outcomesOf(
    files.map((parsed) => ({ parsed, prune })),
    { ...context, phase: 'Comparing', concurrency },
    (request) => planTenant(erp, request),
  )) {
    outcomes.push(outcome);
  }

  const receipts = outcomes.map(planReceipt);
  const planned = outcomes.flatMap(({ request, done }) =>
    done ? [{ parsed: request.parsed, file: request.parsed.content, plan: done }] : [],
  );
  const failed = failedText(outcomes);
  if (failed !== undefined) terminal.warn(failed);
  else await save(context, options, true, planned.map(({ file, plan: own }) => ({ file, plan: own })));

  return {
    rows: receipts,
    columns: receiptColumns,
    lead: planned
      .filter(({ plan: own }) => !isEmptyPlan(own) || own.kept.length > 0)
      .map(({ plan: own, parsed }) => planText(own, parsed))
      .join('\n\n'),
    ...(receipts.every(({ result }) => result === 'unchanged')
      ? { message: `${sumOf(receipts)}: nothing to do` }
      : {}),
    exit: worstOf(receipts.map(({ exit }) => exit)),
  };
}

const exitOf = (planned: TenantPlan): number => (isEmptyPlan(planned) ? EXIT.done : EXIT.conflict);

async function save(
  { settings, terminal }: Context,
  { save: path }: PlanOptions,
  isFolder: boolean,
  tenants: SavedPlan['tenants'],
): Promise<void> {
  if (path === undefined) return;
  await savePlan(path, { savedPlan: 1, server: settings.server.value, isFolder, tenants });
  terminal.note(`written to ${path}: erp tenant apply --plan ${path} does this and nothing else`);
}

export default plan;

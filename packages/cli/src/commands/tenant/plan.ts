import type { CommandBody, Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import type { Result } from '../../output/result.ts';
import { loadTenantFiles } from '../../tenant-file/load.ts';
import { failedText, type Outcome, outcomesOf, worstOf } from '../../tenant-file/outcomes.ts';
import type { ParsedTenantFile } from '../../tenant-file/parse.ts';
import { isNothing, planColumns, planText, type WholePlan } from '../../tenant-file/plan-text.ts';
import { planReceipt, receiptColumns, sumOf } from '../../tenant-file/receipts.ts';
import { type PlannedTenant, savePlan } from '../../tenant-file/saved-plan.ts';
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
  const whole = await planTenant(context, { parsed, prune });
  await save(context, options, false, [{ parsed, plan: whole.plan }]);

  return {
    data: { ...whole.plan, beside: whole.beside },
    rows: whole.plan.changes,
    columns: planColumns,
    message: planText(whole, parsed),
    exit: isNothing(whole) ? EXIT.done : EXIT.conflict,
  };
}

async function planFolder(
  context: Context,
  options: PlanOptions,
  files: readonly ParsedTenantFile[],
): Promise<Result> {
  const { prune = false, concurrency } = options;
  const requests = files.map((parsed) => ({ parsed, prune }));
  const pace = { ...context, phase: 'Comparing', concurrency };
  const outcomes: Outcome<WholePlan>[] = [];
  for await (const outcome of outcomesOf(requests, pace, (request) => planTenant(context, request))) {
    outcomes.push(outcome);
  }

  const receipts = outcomes.map(planReceipt);
  const planned = outcomes.flatMap(({ request: { parsed }, done }) =>
    done ? [{ parsed, whole: done }] : [],
  );
  const failed = failedText(outcomes);
  if (failed !== undefined) context.terminal.warn(failed);
  else
    await save(
      context,
      options,
      true,
      planned.map(({ parsed, whole }) => ({ parsed, plan: whole.plan })),
    );

  return {
    rows: receipts,
    columns: receiptColumns,
    lead: planned
      .filter(({ whole }) => !isNothing(whole) || whole.plan.kept.length > 0)
      .map(({ whole, parsed }) => planText(whole, parsed))
      .join('\n\n'),
    ...(receipts.every(({ result }) => result === 'unchanged')
      ? { message: `${sumOf(receipts)}: nothing to do` }
      : {}),
    exit: worstOf(receipts.map(({ exit }) => exit)),
  };
}

async function save(
  { settings, terminal }: Context,
  { save: path }: PlanOptions,
  isFolder: boolean,
  tenants: readonly PlannedTenant[],
): Promise<void> {
  if (path === undefined) return;
  await savePlan(path, settings.server.value, { isFolder, tenants });
  terminal.note(`written to ${path}: erp tenant apply --plan ${path} does this and nothing else`);
}

export default plan;

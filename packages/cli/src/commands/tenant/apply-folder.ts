import type { Context } from '../../context.ts';
import { requireYes } from '../../output/require-yes.ts';
import type { Result } from '../../output/result.ts';
import { failedText, type Outcome, outcomesOf, worstOf } from '../../tenant-file/outcomes.ts';
import { isNothing, planText, type WholePlan } from '../../tenant-file/plan-text.ts';
import {
  applyReceipt,
  planReceipt,
  type Receipt,
  receiptColumns,
  sumOf,
} from '../../tenant-file/receipts.ts';
import type { Requested } from '../../tenant-file/requested.ts';
import { applyTenant, planTenant } from '../../tenant-file/send.ts';
import type { ApplyOptions } from './apply.ts';

type FolderOptions = Pick<ApplyOptions, 'concurrency' | 'secrets'>;

/** Makes every tenant as its file says, each in a transaction of its own, and gives a receipt for each. */
export async function applyFolder(
  context: Context,
  tenants: readonly Requested[],
  options: FolderOptions,
): Promise<Result> {
  const { concurrency, secrets } = options;
  const { settings, terminal } = context;
  const asks =
    terminal.interactive && !settings.yes && tenants.some(({ revision }) => revision === undefined);
  const { seen, unplanned } = asks
    ? await shown(context, tenants, options)
    : { seen: tenants, unplanned: [] };
  const receipts: Receipt[] = [];

  async function* outcomes(): AsyncGenerator<Outcome<WholePlan>> {
    yield* unplanned;
    const pace = { phase: 'Applying', concurrency, terminal, settings };
    yield* outcomesOf(seen, pace, (request) => applyTenant(context, request, secrets));
  }

  async function* applied(): AsyncGenerator<Receipt> {
    const all: Outcome<WholePlan>[] = [];
    for await (const outcome of outcomes()) {
      const receipt = applyReceipt(outcome);
      const { done: _, ...ended } = outcome;
      all.push(ended);
      receipts.push(receipt);
      yield receipt;
    }
    sayEnd(terminal, receipts, failedText(all));
  }

  return {
    rows: applied(),
    columns: receiptColumns,
    exit: () => worstOf(receipts.map(({ exit }) => exit)),
  };
}

interface Shown {
  /** What was shown is what is done: a tenant that moves is refused. */
  readonly seen: readonly Requested[];
  /** Nobody knows what would be done to these, and so nothing is. */
  readonly unplanned: readonly Outcome<WholePlan>[];
}

/** Shows what would be done to each tenant, and asks once. */
async function shown(
  context: Context,
  tenants: readonly Requested[],
  { concurrency, secrets }: FolderOptions,
): Promise<Shown> {
  const { settings, terminal } = context;
  const outcomes: Outcome<WholePlan>[] = [];
  const pace = { phase: 'Comparing', concurrency, terminal, settings };
  const plan = (request: Requested) => planTenant(context, request, secrets);
  for await (const outcome of outcomesOf(tenants, pace, plan)) outcomes.push(outcome);
  for (const { request, done } of outcomes) {
    if (done && !isNothing(done)) terminal.note(planText(done, request.parsed));
  }

  const receipts = outcomes.map(planReceipt);
  const open = receipts.filter(({ result }) => result !== 'unchanged');
  if (open.length > 0) terminal.table({ rows: open, columns: receiptColumns });
  if (open.some(({ plan }) => plan)) {
    await requireYes(context, `${sumOf(receipts)}. Do this on ${settings.server.value}?`);
  }
  return {
    seen: outcomes.flatMap(({ request, done }) =>
      done ? [{ ...request, revision: done.plan.revision }] : [],
    ),
    unplanned: outcomes.filter(({ done }) => !done),
  };
}

function sayEnd(
  terminal: Context['terminal'],
  receipts: readonly Receipt[],
  failed: string | undefined,
): void {
  const isDone = receipts.every(({ result }) => result === 'unchanged');
  terminal.note(`${sumOf(receipts)}${isDone ? ': nothing to do' : ''}`);
  if (failed !== undefined) terminal.warn(failed);
}

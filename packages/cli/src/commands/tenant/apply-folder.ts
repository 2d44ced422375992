import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
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

/** Makes every tenant as its file says, each in a transaction of its own, and gives a receipt for each. */
export async function applyFolder(
  context: Context,
  tenants: readonly Requested[],
  { concurrency, secrets }: Pick<ApplyOptions, 'concurrency' | 'secrets'>,
): Promise<Result> {
  const { settings, terminal } = context;
  const asks =
    terminal.interactive && !settings.yes && tenants.some(({ revision }) => revision === undefined);
  const seen = asks ? await shown(context, tenants, concurrency) : tenants;
  const receipts: Receipt[] = [];

  async function* applied(): AsyncGenerator<Receipt> {
    const outcomes: Outcome<WholePlan>[] = [];
    const pace = { phase: 'Applying', concurrency, terminal, settings };
    const apply = (request: Requested) => applyTenant(context, request, secrets);
    for await (const outcome of outcomesOf(seen, pace, apply)) {
      const receipt = applyReceipt(outcome);
      const { done: _, ...ended } = outcome;
      outcomes.push(ended);
      receipts.push(receipt);
      yield receipt;
    }
    sayEnd(terminal, receipts, failedText(outcomes));
  }

  return {
    rows: applied(),
    columns: receiptColumns,
    exit: () => worstOf(receipts.map(({ exit }) => exit)),
  };
}

/** Shows what would be done to each tenant, and asks once. What is shown is what is done: a tenant that moves is refused. */
async function shown(
  context: Context,
  tenants: readonly Requested[],
  concurrency: number,
): Promise<readonly Requested[]> {
  const { settings, terminal } = context;
  const outcomes: Outcome<WholePlan>[] = [];
  const pace = { phase: 'Comparing', concurrency, terminal, settings };
  for await (const outcome of outcomesOf(tenants, pace, (request) => planTenant(context, request))) {
    outcomes.push(outcome);
  }
  for (const { request, done } of outcomes) {
    if (done && !isNothing(done)) terminal.note(planText(done, request.parsed));
  }

  const receipts = outcomes.map(planReceipt);
  const open = receipts.filter(({ result }) => result !== 'unchanged');
  if (open.length > 0) terminal.table({ rows: open, columns: receiptColumns });
  const question = `${sumOf(receipts)}. Do this on ${settings.server.value}?`;
  if (open.length > 0 && !(await terminal.confirm(question))) {
    throw new Failure('nothing was changed', { code: 'declined' });
  }
  return outcomes.map(({ request, done }) => (done ? { ...request, revision: done.plan.revision } : request));
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

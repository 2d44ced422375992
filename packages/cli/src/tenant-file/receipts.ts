import { basename } from 'node:path';
import { EXIT } from '../exits.ts';
import { documentOf, type FailureDocument } from '../output/errors.ts';
import type { Column } from '../output/result.ts';
import type { Outcome } from './outcomes.ts';
import { isEmptyPlan, type TenantPlan } from './plan-text.ts';

/** What became of one tenant of many: a line of jsonl, a row of the table. */
export interface Receipt {
  readonly tenant: string;
  readonly file: string;
  /** `new`, `changes` and `blocked` of what would be; `created` and `changed` of what was done. */
  readonly result: 'new' | 'changes' | 'blocked' | 'created' | 'changed' | 'unchanged' | 'failed' | 'skipped';
  readonly create: number;
  readonly update: number;
  readonly remove: number;
  /** How a command for this tenant alone would end. */
  readonly exit: number;
  readonly error: FailureDocument['error'] | null;
}

export interface PlanReceipt extends Receipt {
  readonly plan: TenantPlan | null;
}

/** What would be done to one tenant. */
export function planReceipt(outcome: Outcome<TenantPlan>): PlanReceipt {
  const plan = outcome.done ?? null;
  if (!plan) return { ...receiptOf(outcome, undefined), result: unmade(outcome), plan };

  const exit = isEmptyPlan(plan) ? EXIT.done : EXIT.conflict;
  const result = plan.blocked.length > 0 ? 'blocked' : plan.isNew ? 'new' : 'changes';
  return { ...receiptOf(outcome, plan), result: exit === EXIT.done ? 'unchanged' : result, exit, plan };
}

/** What was done to one tenant, by the plan that was carried out. */
export function applyReceipt(outcome: Outcome<TenantPlan>): Receipt {
  const plan = outcome.done;
  if (!plan) return { ...receiptOf(outcome, undefined), result: unmade(outcome) };

  const result = isEmptyPlan(plan) ? 'unchanged' : plan.isNew ? 'created' : 'changed';
  return { ...receiptOf(outcome, plan), result };
}

const unmade = ({ isSkipped }: Outcome<unknown>) => (isSkipped ? 'skipped' : 'failed');

function receiptOf({ request, failure }: Outcome<unknown>, plan: TenantPlan | undefined) {
  const count = (action: 'create' | 'update' | 'remove') =>
    plan?.changes.filter((change) => change.action === action).length ?? 0;
  return {
    tenant: request.parsed.content.slug,
    file: basename(request.parsed.path),
    ...{ create: count('create'), update: count('update'), remove: count('remove') },
    exit: failure?.exit ?? EXIT.done,
    error: failure ? documentOf(failure).error : null,
  };
}

export const receiptColumns: readonly Column[] = [
  { key: 'tenant' },
  { key: 'file' },
  { key: 'result' },
  { key: 'create', kind: 'count' },
  { key: 'update', kind: 'count' },
  { key: 'remove', kind: 'count' },
  { key: 'error', show: (error) => saidOf(error as Receipt['error']) },
];

function saidOf(error: Receipt['error']): string {
  if (!error) return '';
  const more = error.errors.length > 1 ? ` (and ${error.errors.length - 1} more)` : '';
  return `${error.code}: ${error.message}${more}`;
}

/** `1 created, 2 unchanged`. */
export function sumOf(receipts: readonly Receipt[]): string {
  const counts = new Map<string, number>();
  for (const { result } of receipts) counts.set(result, (counts.get(result) ?? 0) + 1);
  return [...counts].map(([result, count]) => `${count} ${result}`).join(', ');
}

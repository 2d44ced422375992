import { basename } from 'node:path';
import { EXIT } from '../exits.ts';
import { documentOf, type FailureDocument } from '../output/errors.ts';
import type { Column } from '../output/result.ts';
import type { BesideStep } from './beside-steps.ts';
import type { Outcome } from './outcomes.ts';
import { isNothing, type TenantPlan, type WholePlan } from './plan-text.ts';

/** What became of one tenant of many: a line of jsonl, a row of the table. */
export interface Receipt {
  readonly tenant: string;
  readonly file: string;
  /** `new`, `changes` and `blocked` of what would be; `created` and `changed` of what was done. */
  readonly result: 'new' | 'changes' | 'blocked' | 'created' | 'changed' | 'unchanged' | 'failed' | 'skipped';
  readonly create: number;
  readonly update: number;
  readonly remove: number;
  /** What was done beside the tenant, or would be. */
  readonly beside: readonly BesideStep[];
  /** How a command for this tenant alone would end. */
  readonly exit: number;
  readonly error: FailureDocument['error'] | null;
}

export interface PlanReceipt extends Receipt {
  readonly plan: TenantPlan | null;
}

/** What would be done to one tenant. */
export function planReceipt(outcome: Outcome<WholePlan>): PlanReceipt {
  const whole = outcome.done;
  if (!whole) return { ...receiptOf(outcome), result: unmade(outcome), plan: null };

  const { plan } = whole;
  const isBlocked = plan.blocked.length > 0 || whole.beside.some(({ result }) => result === 'blocked');
  const open = isBlocked ? 'blocked' : plan.isNew ? 'new' : 'changes';
  return {
    ...receiptOf(outcome),
    ...(isNothing(whole) ? nothing : { result: open, exit: EXIT.conflict }),
    plan,
  };
}

const nothing = { result: 'unchanged', exit: EXIT.done } as const;

/** What was done to one tenant, by the plan that was carried out. */
export function applyReceipt(outcome: Outcome<WholePlan>): Receipt {
  const { done } = outcome;
  if (!done) return { ...receiptOf(outcome), result: unmade(outcome) };

  const result = isNothing(done) ? 'unchanged' : done.plan.isNew ? 'created' : 'changed';
  return { ...receiptOf(outcome), result };
}

const unmade = ({ isSkipped }: Outcome<unknown>) => (isSkipped ? 'skipped' : 'failed');

function receiptOf({ request, done, failure }: Outcome<WholePlan>) {
  const count = (action: 'create' | 'update' | 'remove') =>
    done?.plan.changes.filter((change) => change.action === action).length ?? 0;
  return {
    tenant: request.parsed.content.slug,
    file: basename(request.parsed.path),
    ...{ create: count('create'), update: count('update'), remove: count('remove') },
    beside: done?.beside ?? [],
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
  { key: 'beside', kind: 'count', show: (steps) => countOf(steps as Receipt['beside']) },
  { key: 'error', show: (error) => saidOf(error as Receipt['error']) },
];

const countOf = (steps: Receipt['beside']): string =>
  String(steps.filter(({ result }) => result !== 'unchanged').length);

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

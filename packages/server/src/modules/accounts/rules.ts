import type { components } from '@erp/openapi/types';
import { fieldProblem } from '../../kernel/problem.ts';
import type { Account } from './store.ts';

type NewAccount = components['schemas']['NewAccount'];
type Patch = components['schemas']['UpdateAccount'];

/** A control account is matched line by line and by party, unless the caller says otherwise. */
export function withDefaults(body: NewAccount): NewAccount {
  return { ...policiesOf(body.control), ...body };
}

/** What an account has that does not say it. */
export function policiesOf(control = 'none'): Required<Pick<NewAccount, 'partyPolicy' | 'settleable'>> {
  const controls = control !== 'none';
  return { partyPolicy: controls ? 'required' : 'optional', settleable: controls };
}

const typesOf: Record<Account['statement'], readonly string[]> = {
  balance: ['asset', 'liability', 'equity'],
  result: ['income', 'expense'],
  memo: ['memo'],
};

/** Presentation must agree with bookkeeping: an expense is not carried into the next year. */
export function checkKind(account: { statement: Account['statement']; type: string }): void {
  const allowed = typesOf[account.statement];
  if (allowed.includes(account.type)) return;
  throw fieldProblem(
    'invalid_request',
    '/type',
    `a ${account.statement} account is ${allowed.join(' or ')}, not ${account.type}`,
  );
}

const fixedFields = ['code', 'statement', 'currency', 'control'] as const;

/** What a posted line has fixed. A renumbered account is a new one with `replaces`, and a transfer. */
export function checkUpdate(before: Account, patch: Patch, used: boolean): void {
  checkKind({ statement: patch.statement ?? before.statement, type: patch.type ?? before.type });
  if (!used) return;
  for (const field of fixedFields) {
    if (patch[field] === undefined || patch[field] === before[field]) continue;
    throw fieldProblem(
      'field_fixed',
      `/${field}`,
      `${field} of account ${before.code} is fixed: posted lines use it`,
    );
  }
}

export const parentCycle = (code: string, parent: string) =>
  fieldProblem(
    'invalid_request',
    '/parent',
    `${parent} stands below ${code}: a tree of accounts has no cycles`,
  );

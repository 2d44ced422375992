import type { components } from '@erp/openapi/types';
import { checkCurrency, type OwnCurrency } from '../../kernel/currencies.ts';
import { fieldProblem } from '../../kernel/problem.ts';
import type { Account } from '../accounts/index.ts';
import type { Party, StoredRole } from './store.ts';

type NewRole = components['schemas']['NewPartyRole'];
type Patch = components['schemas']['UpdateParty'];

/** A party has each role once, in a currency that is known. */
export function checkRoles(roles: readonly NewRole[], own: readonly OwnCurrency[]): void {
  for (const [i, { role, currency }] of roles.entries()) {
    if (roles.findIndex((other) => other.role === role) < i) {
      throw fieldProblem(
        'invalid_request',
        `/roles/${i}/role`,
        `the role ${role} stands twice: once is enough`,
      );
    }
    checkCurrency(own, currency, `/roles/${i}/currency`);
  }
}

/** The account that the open items of a role stand on: it exists and is one of the control accounts. */
export function checkControl(account: Account | undefined, name: string, i: number): Account {
  const pointer = `/roles/${i}/controlAccount`;
  if (!account) throw fieldProblem('account_unknown', pointer, `there is no account ${name}`);
  if (account.control !== 'none') return account;
  throw fieldProblem(
    'invalid_request',
    pointer,
    `account ${account.code} is no control account: set its control (receivable, payable …) first`,
  );
}

/** A role as it is stored. Without a code of its own it has that of the party. */
export const storedRole = (
  role: NewRole,
  partyCode: string,
  controlAccountId: string | null,
): StoredRole => ({
  role: role.role,
  subledgerCode: role.subledgerCode ?? partyCode,
  controlAccountId,
  paymentTerms: role.paymentTerms ?? null,
  currency: role.currency ?? null,
});

export const subledgerTaken = (role: StoredRole, i: number, holder: string) =>
  fieldProblem(
    'conflict',
    `/roles/${i}/subledgerCode`,
    `${role.subledgerCode} is the ${role.role} code of party ${holder}: give another subledgerCode`,
  );

/** Whether the patch would change what posted lines have fixed: the code, and the subledger codes of its roles. */
export function touchesFixed(before: Party, patch: Patch): boolean {
  if (patch.code !== undefined && patch.code !== before.code) return true;
  if (patch.roles === undefined) return false;
  return before.roles.some((role) => changedCode(before, role, patch.roles ?? []) !== undefined);
}

/** Refuses the first fixed field that a used party would lose or change. */
export function checkFixed(before: Party, patch: Patch): void {
  if (patch.code !== undefined && patch.code !== before.code) {
    throw fieldProblem('field_fixed', '/code', `code of party ${before.code} is fixed: posted lines use it`);
  }
  for (const role of before.roles) {
    const pointer = changedCode(before, role, patch.roles ?? []);
    if (pointer === undefined) continue;
    throw fieldProblem(
      'field_fixed',
      pointer,
      `${role.subledgerCode}, the ${role.role} code of party ${before.code}, is fixed: posted lines use it, so the role stays`,
    );
  }
}

function changedCode(
  before: Party,
  role: Party['roles'][number],
  roles: readonly NewRole[],
): string | undefined {
  const i = roles.findIndex((other) => other.role === role.role);
  if (i < 0) return '/roles';
  const code = roles[i]?.subledgerCode ?? before.code;
  return code === role.subledgerCode ? undefined : `/roles/${i}/subledgerCode`;
}

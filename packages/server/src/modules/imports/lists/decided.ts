import type { PartyRow } from '@erp/ledger';
import type { NewAccount, NewJournal, NewParty } from '../plan/plan.ts';
import type { Before } from './present.ts';

/** What becomes of one row of accounts, journals or parties. */
export type Decided =
  | { act: 'create'; make: { account: NewAccount } | { journal: NewJournal } | { party: NewParty } }
  | {
      act: 'update';
      before: Before;
      patch: Record<string, unknown>;
      roles: PartyRow['roles'];
    }
  | { act: 'unchanged' }
  | { act: 'reject'; field: string; code: string; message: string };

export const reject = (field: string, code: string, message: string): Decided => ({
  act: 'reject',
  field,
  code,
  message,
});

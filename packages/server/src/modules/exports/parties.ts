import type { AccountRow } from '@erp/ledger';
import type { Referred } from './head.ts';

const roleOfControl: Record<string, string> = {
  receivable: 'customer',
  payable: 'supplier',
  employee: 'employee',
};

export interface PartyFields {
  party: string | undefined;
  partyName: string | undefined;
  partyRole: string | undefined;
  subledgerCode: string | undefined;
}

const nobody: PartyFields = {
  ...{ party: undefined, partyName: undefined, partyRole: undefined, subledgerCode: undefined },
};

/** Code and name of a party, and its code in the role it has here: the line's own, else that of the control account. */
export function partyFields(
  { parties }: Referred,
  account: AccountRow,
  partyId: string | undefined,
  lineRole: string | undefined,
): PartyFields {
  if (partyId === undefined) return nobody;
  const party = parties.get(partyId);
  if (!party) throw new Error(`no party ${partyId}`);
  const role = lineRole ?? roleOfControl[account.control ?? ''];
  return {
    party: party.code,
    partyName: party.name ?? party.code,
    partyRole: lineRole,
    subledgerCode: party.roles?.find((one) => one.role === role)?.subledgerCode,
  };
}

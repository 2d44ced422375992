import type { AccountKind } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';

type AccountType = AccountKind['type'];

/** Longest prefix wins. Order of the French general chart: 1 capital, 2 fixed assets, 3 stocks, 4 third parties, 5 finance. */
const types: Readonly<Record<string, AccountType>> = {
  10: 'equity',
  11: 'equity',
  12: 'equity',
  13: 'equity',
  14: 'equity',
  1: 'liability',
  2: 'asset',
  3: 'asset',
  4: 'liability',
  409: 'asset',
  41: 'asset',
  419: 'liability',
  486: 'asset',
  49: 'asset',
  5: 'asset',
  519: 'liability',
  6: 'expense',
  7: 'income',
  8: 'memo',
  9: 'memo',
};

/** The kind of an account by its class in the French chart; undefined when it does not begin with 1 to 9. */
export function kindFromFrenchClass(code: string): AccountKind | undefined {
  const prefix = [3, 2, 1]
    .map((length) => code.slice(0, length))
    .find((start) => Object.hasOwn(types, start));
  const type = prefix === undefined ? undefined : types[prefix];
  if (prefix === undefined || type === undefined) return undefined;

  const first = code.charCodeAt(0) - 48;
  const statement = first <= 5 ? 'balance' : first <= 7 ? 'result' : 'memo';
  return { statement, type, rule: `class ${prefix} -> ${type}` };
}

/** Which sub-ledger an account controls: 401 to 405 and 408 suppliers, 411 to 418 customers, 421 staff. */
export function controlFromFrenchClass(code: string): NonNullable<AccountRow['control']> {
  if (/^40[1-58]/.test(code)) return 'payable';
  if (/^41[1-8]/.test(code)) return 'receivable';
  return code.startsWith('421') ? 'employee' : 'none';
}

/** The role that a party has on an account, from what the account controls. */
export function roleOn(account: string): string {
  const roles = {
    payable: 'supplier',
    receivable: 'customer',
    employee: 'employee',
    none: 'other',
    other: 'other',
  };
  return roles[controlFromFrenchClass(account)];
}

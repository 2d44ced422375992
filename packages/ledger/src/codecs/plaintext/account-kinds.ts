import type { AccountKind } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';

type AccountType = NonNullable<AccountRow['type']>;

/** First parts of account names by what they mean, as hledger recognises them. */
const roots: readonly (readonly [RegExp, AccountType])[] = [
  [/^assets?$/i, 'asset'],
  [/^(debts?|liabilit(y|ies))$/i, 'liability'],
  [/^equity$/i, 'equity'],
  [/^(income|revenues?)$/i, 'income'],
  [/^expenses?$/i, 'expense'],
];

/** Values of the tag `type` of an account in hledger; cash and conversion are kinds of asset and equity. */
const letters: Readonly<Record<string, AccountType>> = {
  a: 'asset',
  asset: 'asset',
  c: 'asset',
  cash: 'asset',
  l: 'liability',
  liability: 'liability',
  e: 'equity',
  equity: 'equity',
  v: 'equity',
  conversion: 'equity',
  r: 'income',
  revenue: 'income',
  x: 'expense',
  expense: 'expense',
  memo: 'memo',
};

/** Letter of hledger for each type, `memo` having none of its own. */
export const typeLetters: Readonly<Record<AccountType, string>> = {
  ...{ asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' },
  memo: 'E',
};

export const statementOf = (type: AccountType): NonNullable<AccountRow['statement']> =>
  type === 'income' || type === 'expense' ? 'result' : type === 'memo' ? 'memo' : 'balance';

export function typeOfLetter(value: string): AccountType | undefined {
  const key = value.toLowerCase();
  return Object.hasOwn(letters, key) ? letters[key] : undefined;
}

/** The kind of an account by the first part of its name; undefined when that is none of the known ones. */
export function kindOfRoot(name: string): AccountKind | undefined {
  const colon = name.indexOf(':');
  const root = colon < 0 ? name : name.slice(0, colon);
  const type = roots.find(([pattern]) => pattern.test(root))?.[1];
  return type && { type, statement: statementOf(type), rule: `root ${root} -> ${type}` };
}

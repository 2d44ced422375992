import type { AccountRow } from './rows.ts';

/** Orders codes by their bytes in UTF-8, which is their order by code points: the same in every locale and database. */
export function compareCodes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);

  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return weight(x) - weight(y);
  }

  return a.length - b.length;
}

/** UTF-16 puts U+E000..U+FFFF behind the surrogates, code points put them before. */
function weight(unit: number): number {
  return unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** What an account is for bookkeeping and for reports, and the rule that says so. */
export interface AccountKind {
  statement: NonNullable<AccountRow['statement']>;
  type: NonNullable<AccountRow['type']>;
  rule: string;
}

const roots: Record<string, NonNullable<AccountRow['type']>> = {
  Assets: 'asset',
  Liabilities: 'liability',
  Equity: 'equity',
  Income: 'income',
  Expenses: 'expense',
};

/** The kind of an account named from a root, as plain text ledgers do: `Assets:Bank:A512001`; undefined without a root. */
export function kindFromRoot(code: string): AccountKind | undefined {
  const colon = code.indexOf(':');
  const root = colon < 0 ? code : code.slice(0, colon);
  const type = Object.hasOwn(roots, root) ? roots[root] : undefined;
  if (type === undefined) return undefined;

  const statement = type === 'income' || type === 'expense' ? 'result' : 'balance';
  return { statement, type, rule: `root ${root} -> ${type}` };
}

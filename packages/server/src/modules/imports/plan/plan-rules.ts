import { type AccountRow, kindFromRoot } from '@erp/ledger';

export type Statement = NonNullable<AccountRow['statement']>;
export type AccountType = NonNullable<AccountRow['type']>;

/** What a type is for bookkeeping: carried into the next year or not. */
const statementOf: Record<AccountType, Statement> = {
  asset: 'balance',
  liability: 'balance',
  equity: 'balance',
  income: 'result',
  expense: 'result',
  memo: 'memo',
};

export interface Kind {
  statement: Statement;
  type: AccountType;
  /** Where a root name decided, so that the interpretation can say so. */
  rule?: string;
}

/**
 * The kind of a new account: as the file says, else by its root name (`Assets:`). Undefined when nothing tells, a sentence
 * when what the file says contradicts itself. Nothing is guessed from a code.
 */
export function kindOf(
  code: string,
  said: { statement?: string | undefined; type?: string | undefined },
): Kind | string | undefined {
  const { statement, type } = said;
  if (type !== undefined && !Object.hasOwn(statementOf, type)) {
    return `${type} is no type of account: use ${Object.keys(statementOf).join(', ')}`;
  }
  if (type !== undefined) {
    const implied = statementOf[type as AccountType];
    if (statement !== undefined && statement !== implied) {
      return `a ${type} account belongs to ${implied}, not to ${statement}`;
    }
    return { statement: implied, type: type as AccountType };
  }
  if (statement === 'memo') return { statement, type: 'memo' };
  const root = kindFromRoot(code);
  return root && (statement === undefined || statement === root.statement) ? root : undefined;
}

/** The code that was likely meant: the longest common beginning, then the nearest length. */
export function nearestCode(code: string, codes: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestCommon = Math.max(1, Math.floor(code.length / 2));
  for (const other of codes) {
    let common = 0;
    while (common < code.length && code[common] === other[common]) common += 1;
    const nearer =
      best === undefined || Math.abs(other.length - code.length) < Math.abs(best.length - code.length);
    if (common > bestCommon || (common === bestCommon && nearer)) {
      best = other;
      bestCommon = common;
    }
  }
  return best;
}

import type { AccountKind } from '../../records/codes.ts';

/** What a file tells of an account's kind. */
export interface KindSigns {
  /** `T`, `S`, `K`, `I` of #KTYP. */
  ktyp: string;
  inBalance: boolean;
  inResult: boolean;
  /** Of its first #RES that is not zero: below it earns. */
  earns: boolean;
}

const ofKtyp: Readonly<Record<string, AccountKind['type']>> = {
  T: 'asset',
  S: 'liability',
  K: 'expense',
  I: 'income',
};

/**
 * The kind of an account: its balances say what it is, whatever its number (magenta's 0351 has a result); else #KTYP; else the
 * first digit, as the Swedish base chart has it. What none of them tells starts each year at zero, so that nothing is carried
 * that the file does not carry.
 */
export function kindOfAccount(code: string, signs: KindSigns): AccountKind {
  const { ktyp, inBalance, inResult, earns } = signs;
  const typed = Object.hasOwn(ofKtyp, ktyp) ? ofKtyp[ktyp] : undefined;

  if (inBalance !== inResult) {
    const where = inBalance ? 'in #IB, #UB' : 'in #RES';
    const allowed = inBalance ? ['asset', 'liability', 'equity'] : ['income', 'expense'];
    const [type, how] = firstThat(
      allowed,
      [typed, `${where}, #KTYP ${ktyp}`],
      [kindFromSwedishClass(code), `${where}, class ${code.charAt(0)}`],
      [inBalance ? 'asset' : earns ? 'income' : 'expense', where],
    );
    return kind(equityOf(code, type), how);
  }

  if (typed) return kind(equityOf(code, typed), `#KTYP ${ktyp}`);
  const ofClass = kindFromSwedishClass(code);
  if (ofClass) return kind(ofClass, `class ${code.startsWith('20') ? '20' : code.charAt(0)}`);
  return kind('expense', 'neither balance, #KTYP nor class 1 to 8');
}

/** The type by the first digit of the base chart: 1 assets, 2 liabilities and (20) equity, 3 income, 4 to 8 expenses. */
export function kindFromSwedishClass(code: string): AccountKind['type'] | undefined {
  const first = code.charAt(0);
  if (first === '1') return 'asset';
  if (first === '2') return code.startsWith('20') ? 'equity' : 'liability';
  if (first === '3') return 'income';
  return first >= '4' && first <= '8' ? 'expense' : undefined;
}

/** #KTYP has one letter for liabilities and equity; class 20 is equity. */
function equityOf(code: string, type: AccountKind['type']): AccountKind['type'] {
  return type === 'liability' && code.startsWith('20') ? 'equity' : type;
}

type Candidate = [type: AccountKind['type'] | undefined, how: string];

function firstThat(allowed: readonly string[], ...candidates: Candidate[]): [AccountKind['type'], string] {
  for (const [type, how] of candidates) {
    if (type !== undefined && allowed.includes(type)) return [type, how];
  }
  throw new Error('the last candidate is always allowed');
}

function kind(type: AccountKind['type'], how: string): AccountKind {
  const statement = type === 'income' || type === 'expense' ? 'result' : 'balance';
  return { statement, type, rule: `${how} -> ${type}` };
}

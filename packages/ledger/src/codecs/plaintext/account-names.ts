import { type AccountKind, kindFromRoot } from '../../records/codes.ts';

type AccountType = AccountKind['type'];

/** The first part of an account's name in a plain text ledger; what stands off balance goes below equity. */
export const rootOf: Readonly<Record<AccountType, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
  memo: 'Equity:Memo',
};

/** What a format takes as the name of an account. */
export interface NameStyle {
  isLegal(name: string): boolean;
  /** A code as one legal part of a name. */
  legalPart(code: string): string;
}

/**
 * Names of accounts for a plain text ledger: a code that is such a name already stays as it is, any other stands below the root
 * of its type, `Assets:A411000`. No two accounts get one name, not even where letters of either size count alike.
 */
export class AccountNames {
  readonly #style: NameStyle;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(style: NameStyle) {
    this.#style = style;
  }

  nameOf(code: string, type: AccountType): string {
    const known = this.#names.get(code);
    if (known !== undefined) return known;

    const isName = kindFromRoot(code)?.type === type && this.#style.isLegal(code);
    const name = this.#free(isName ? code : `${rootOf[type]}:${this.#style.legalPart(code)}`);
    this.#names.set(code, name);
    this.#taken.add(name.toLowerCase());
    return name;
  }

  #free(name: string): string {
    let free = name;
    for (let n = 2; this.#taken.has(free.toLowerCase()); n += 1) free = `${name}-${n}`;
    return free;
  }
}

/** Letters and digits that every version of every program knows. */
const letters = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f';
const part = (code: string): string => {
  const bare = code.replace(new RegExp(`[^${letters}0-9-]+`, 'g'), '-').replace(/^-+|-+$/g, '');
  return bare === '' ? 'Account' : /^[0-9]/.test(bare) ? `A${bare}` : bare;
};

/** hledger and ledger: blanks inside a name are one, and nothing begins a comment, a bracket or an amount. */
export const journalNames: NameStyle = {
  isLegal: (name) => journalName.test(name) && name.length <= 200,
  legalPart: part,
};
const journalName = new RegExp(
  `^[${letters}][${letters}0-9_/&.'-]*(?:[: ][${letters}0-9][${letters}0-9_/&.'-]*)*$`,
);

/** beancount: each part begins with a capital or a digit and holds letters, digits and dashes. */
export const beancountNames: NameStyle = {
  isLegal: (name) => beancountName.test(name),
  legalPart: (code) => {
    const name = part(code);
    const first = name.charAt(0).toUpperCase();
    return first.length === 1 ? first + name.slice(1) : `A${name}`;
  },
};
const capitals = 'A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a1\u03a3-\u03a9\u0410-\u042f';
const beancountName = new RegExp(`^[A-Z][a-z]+(?::[${capitals}0-9][${letters}0-9-]*)+$`);

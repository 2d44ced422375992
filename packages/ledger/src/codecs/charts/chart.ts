import { type AccountKind, compareCodes } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import type { Columns, Read, RowFault } from '../codec.ts';

/** An account as a chart of another program describes it, before it has a code of ours and a parent by its code. */
export interface ChartAccount {
  readonly line: number;
  readonly name: string;
  readonly parent?: ChartAccount | undefined;
  /** Codes that it may have, the best first; the first that no other account has is taken. */
  readonly codes: readonly ChartCode[];
  readonly kind?: AccountKind | undefined;
  readonly control?: AccountRow['control'];
  readonly postable?: boolean;
  readonly settleable?: boolean;
  readonly currency?: string;
  readonly externalId?: string;
  readonly faults: readonly RowFault[];
  /** The line as it stood, where the format has columns. */
  readonly columns?: Columns;
}

export interface ChartCode {
  readonly code: string;
  /** How it was come by; absent for the account's own. */
  readonly rule?: string;
}

/** What a chart gives: a row for each account, and what is to be said. */
export interface ChartRows {
  readonly reads: readonly { read: Read; columns: Columns }[];
  readonly accountKinds: Record<string, number>;
  readonly warnings: string[];
}

export const longestCode = 100;

/** Accounts above each other. */
const deepest = 100;
const shownCodes = 5;

/** Gives every account its code, says which parent it has by that, and checks the tree. */
export function rowsOfChart(accounts: readonly ChartAccount[]): ChartRows {
  const codes = new Map<ChartAccount, string>();
  const owners = new Map<string, ChartAccount>();
  const byRule = new Map<string, { count: number; first: string[] }>();

  for (const account of accounts) {
    const found = account.codes.find(
      ({ code }) => code !== '' && !owners.has(code) && code.length <= longestCode,
    );
    const code = (found ?? account.codes[0])?.code ?? '';
    codes.set(account, code);
    if (!found) continue;

    owners.set(code, account);
    if (found.rule === undefined) continue;
    const given = byRule.get(found.rule) ?? { count: 0, first: [] };
    given.count += 1;
    if (given.first.length < shownCodes) given.first.push(code);
    byRule.set(found.rule, given);
  }

  const accountKinds: Record<string, number> = {};
  const reads = accounts.map((account) => {
    const code = codes.get(account) ?? '';
    const parent = account.parent && codes.get(account.parent);
    const row = rowOf(account, code, parent);
    const faults = [...account.faults, ...codeFaults(account, code, owners), ...cycleFaults(account)];
    const columns = account.columns ?? columnsOf(row);
    if (faults.length > 0) return { read: { line: account.line, faults }, columns };

    if (account.kind) accountKinds[account.kind.rule] = (accountKinds[account.kind.rule] ?? 0) + 1;
    return { read: { line: account.line, row }, columns };
  });

  const warnings = [...byRule].map(
    ([rule, { count, first }]) =>
      `${count} accounts have no code of their own: ${rule} (${shown(first, count)})`,
  );
  return { reads, accountKinds, warnings };
}

function shown(first: readonly string[], count: number): string {
  const codes = first.map((code) => (code.length > 60 ? `${code.slice(0, 60)}…` : code));
  return [...codes, ...(count > first.length ? ['…'] : [])].join(', ');
}

function rowOf(account: ChartAccount, code: string, parent: string | undefined): AccountRow {
  const { line, name, kind, control, postable, settleable, currency, externalId } = account;

  return {
    record: 'account',
    row: line,
    code,
    name,
    ...(kind === undefined ? {} : { statement: kind.statement, type: kind.type }),
    ...(parent === undefined ? {} : { parent }),
    ...(postable === undefined ? {} : { postable }),
    ...(control === undefined ? {} : { control }),
    ...(settleable === undefined ? {} : { settleable }),
    ...(currency === undefined ? {} : { currency }),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

function codeFaults(
  account: ChartAccount,
  code: string,
  owners: ReadonlyMap<string, ChartAccount>,
): RowFault[] {
  const owner = owners.get(code);
  if (owner === account) return [];
  const fault = { field: 'code', value: code.slice(0, 255) };

  if (owner)
    return [{ ...fault, code: 'conflict', message: `line ${owner.line} has the code ${code} already` }];
  if (code === '') return [{ ...fault, code: 'invalid_request', message: 'an account needs a code' }];
  const message = `no code can be made of it within ${longestCode} characters: give it one of its own`;
  return [{ ...fault, code: 'invalid_request', message }];
}

/** Accounts above themselves, and trees that nobody has: followed for as long as no account comes twice. */
function cycleFaults(account: ChartAccount): RowFault[] {
  const fault = { field: 'parent', value: account.name, code: 'invalid_request' };
  const seen = new Set<ChartAccount>([account]);

  for (let above = account.parent; above; above = above.parent) {
    if (above === account) return [{ ...fault, message: `${account.name} stands above itself` }];
    if (seen.size > deepest)
      return [{ ...fault, message: `more than ${deepest} accounts stand above each other` }];
    if (seen.has(above)) return [];
    seen.add(above);
  }
  return [];
}

const header = [
  'code',
  'name',
  'statement',
  'type',
  'parent',
  'postable',
  'currency',
  'control',
  'settleable',
];

/** The account as a line of canonical CSV: what a rejects file of a tree holds. */
function columnsOf(row: AccountRow): Columns {
  const values = header.map((name) => String((row as unknown as Record<string, unknown>)[name] ?? ''));
  return { header, values };
}

/** What an account is, by the rule that says so. */
export function kindOf(type: AccountKind['type'], rule: string): AccountKind {
  const statement = type === 'memo' ? 'memo' : type === 'income' || type === 'expense' ? 'result' : 'balance';
  return { statement, type, rule: `${rule} -> ${type}` };
}

/** A table of words that no word of a file reaches behind: `constructor` is none of them. */
export function mapOf<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(words));
}

/** For each code the longest other one that it begins with: how groups by prefix stand above each other. */
export function parentsByPrefix<T extends { code: string }>(items: readonly T[]): Map<T, T> {
  const sorted = [...items].sort((a, b) => compareCodes(a.code, b.code));
  const parents = new Map<T, T>();
  const above: T[] = [];

  for (const item of sorted) {
    while (above.length > 0 && !isBelow(item.code, above.at(-1)?.code ?? '')) above.pop();
    const parent = above.at(-1);
    if (parent) parents.set(item, parent);
    above.push(item);
  }
  return parents;
}

function isBelow(code: string, prefix: string): boolean {
  return prefix !== '' && code.length > prefix.length && code.startsWith(prefix);
}

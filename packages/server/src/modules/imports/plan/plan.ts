import { type AccountRow, type PartyRow, readers } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import type { TenantInfo } from '../../../http/context.ts';
import { unallocatedResult, unallocatedResultOf } from '../../../kernel/unallocated-result.ts';
import type { Session } from '../store.ts';
import type { PlannedCurrencies } from './currencies.ts';
import type * as known from './known.ts';
import type { Kind } from './plan-rules.ts';

export interface NewAccount extends Omit<AccountRow, 'record' | 'row'> {
  name: string;
  kind: Kind;
}

export interface NewJournal {
  code: string;
  name: string;
  area: string;
  series: string;
  externalId?: string;
}

export interface NewParty extends Omit<PartyRow, 'record' | 'row'> {
  name: string;
}

export interface NewDimension {
  code: string;
  name: string;
  parent?: string;
}

export interface NewValue {
  dimension: string;
  code: string;
  name: string;
}

/** Codes that nothing stands behind, with the sentence that says so. */
type Unknown = Map<string, string>;

/** What an import refers to: what is there, what it will make, and what it may not use. */
export interface Plan {
  accounts: { known: Map<string, known.KnownAccount>; made: Map<string, NewAccount>; unknown: Unknown };
  journals: { known: Map<string, known.KnownJournal>; made: Map<string, NewJournal>; unknown: Unknown };
  series: { known: Map<string, known.KnownSeries>; made: Set<string>; unknown: Unknown };
  parties: {
    known: Map<string, known.KnownParty>;
    made: Map<string, NewParty>;
    unknown: Unknown;
  };
  /** Keys are `dimension`, a line feed, `value`. */
  values: {
    known: Map<string, known.KnownValue>;
    made: Map<string, NewValue>;
    unknown: Unknown;
  };
  /** Known ones with their names. */
  dimensions: { known: Map<string, string>; made: Map<string, NewDimension> };
  currencies: PlannedCurrencies;
  /** What is made because lines name it, `account 512000`: when none of these lines is written it is not made. */
  byName: Set<string>;
  /** Rows of records that are not used, by what they are. */
  notStored: Record<string, number>;
  accountKinds: Record<string, number>;
  warnings: string[];
}

export const valueKey = (dimension: string, code: string): string => `${dimension}\n${code}`;

/** What is planned from: the names and rows of the source. */
export interface Source {
  tx: Tx;
  tenant: TenantInfo;
  session: Session;
  plan: Plan;
  named(kind: known.Named['kind']): known.Named[];
  records<R>(record: string): R[];
}

/**
 * The account that takes what an opening lacks to balance: named, or for a ledger the one of the role. A format that leaves the
 * result of the year before out of its openings gets one made.
 */
export function differenceAccount(
  { options, resource, format }: Session,
  tenant: TenantInfo,
): string | undefined {
  if (options.openingDifference !== undefined) return options.openingDifference;
  if (resource !== 'ledger') return undefined;
  return unallocatedResultOf(tenant) ?? (readers[format].opensApart ? unallocatedResult.code : undefined);
}

/** Rows of a record that the import may not make are left out, and counted. */
export function usable<R>(rows: R[], may: boolean, what: string, plan: Plan): R[] {
  if (may || rows.length === 0) return rows;
  plan.notStored[what] = rows.length;
  return [];
}

/** The first five of a list, and how many there are beside them. */
export function some(codes: readonly string[]): string {
  const more = codes.length > 5 ? `, and ${codes.length - 5} more` : '';
  return `${codes.slice(0, 5).join(', ')}${more}`;
}

export function sayKept(what: string, codes: readonly string[], plan: Plan): void {
  if (codes.length === 0) return;
  plan.warnings.push(
    `the file has other names for ${codes.length} of ${what}: what is here keeps its name (${some(codes)})`,
  );
}

/** Leaves out what only lines of rejected entries name: `used` holds what the others do. */
export function prune(plan: Plan, used: ReadonlySet<string>): void {
  const { accounts, journals, parties, values, dimensions, series } = plan;
  for (const name of plan.byName) {
    if (used.has(name)) continue;
    const [kind = '', code = ''] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)];
    if (kind === 'account') accounts.made.delete(code);
    if (kind === 'party') parties.made.delete(code);
    if (kind === 'journal') journals.made.delete(code);
    if (kind === 'value') values.made.delete(code);
  }

  const dimensionsLeft = new Set([...values.made.values()].map((value) => value.dimension));
  for (const code of dimensions.made.keys()) {
    if (plan.byName.has(`dimension ${code}`) && !dimensionsLeft.has(code)) dimensions.made.delete(code);
  }
  const seriesLeft = new Set([...journals.made.values()].map((journal) => journal.series));
  for (const code of series.made)
    if (!seriesLeft.has(code) && !used.has(`series ${code}`)) series.made.delete(code);
}

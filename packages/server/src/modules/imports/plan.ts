import type { AccountRow, JournalRow, PartyRow } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import * as known from './known.ts';
import { type Kind, kindOf, nearestCode } from './plan-rules.ts';
import { mayCreate } from './rules.ts';
import type { Session } from './store.ts';

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
    made: Map<string, { dimension: string; code: string }>;
    unknown: Unknown;
  };
  dimensions: { known: Set<string>; made: Set<string> };
  currencies: string[];
  /** What is made because lines name it, `account 512000`: when none of these lines is written it is not made. */
  byName: Set<string>;
  /** Rows of records that are not used, by what they are. */
  notStored: Record<string, number>;
  accountKinds: Record<string, number>;
  warnings: string[];
}

export const valueKey = (dimension: string, code: string): string => `${dimension}\n${code}`;

/**
 * Looks up everything the rows name, once each, and decides what the import makes: what the file describes by a row of its
 * own, else what its lines name, as far as the options allow it. What is there keeps its name.
 */
export async function planOf(tx: Tx, tenant: TenantInfo, session: Session): Promise<Plan> {
  const names = await known.namesOf(tx, tenant.id, session.id);
  const records = await known.recordsOf(tx, tenant.id, session.id);
  const plan: Plan = {
    accounts: { known: new Map(), made: new Map(), unknown: new Map() },
    journals: { known: new Map(), made: new Map(), unknown: new Map() },
    series: { known: new Map(), made: new Set(), unknown: new Map() },
    parties: { known: new Map(), made: new Map(), unknown: new Map() },
    values: { known: new Map(), made: new Map(), unknown: new Map() },
    dimensions: { known: new Set(), made: new Set() },
    currencies: names.filter((n) => n.kind === 'currency').map((n) => n.code),
    byName: new Set(),
    notStored: {},
    accountKinds: {},
    warnings: [],
  };
  const source: Source = {
    ...{ tx, tenant, session, plan },
    named: (kind) => names.filter((name) => name.kind === kind),
    records: <R>(record: string) => records.filter((r) => r.body.record === record).map((r) => r.body as R),
  };
  await planAccounts(source);
  await planJournals(source);
  await planParties(source);
  await planValues(source);
  return plan;
}

interface Source {
  tx: Tx;
  tenant: TenantInfo;
  session: Session;
  plan: Plan;
  named(kind: known.Named['kind']): known.Named[];
  records<R>(record: string): R[];
}

async function planAccounts({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { accounts } = plan;
  const rows = usable<AccountRow>(records('account'), mayCreate(session, 'accounts'), 'accounts', plan);
  const lineNames = named('account');
  const difference = differenceAccount(session, tenant);
  const codes = [
    ...rows.map((r) => r.code),
    ...lineNames.map((n) => n.code),
    ...(difference ? [difference] : []),
  ];
  for (const account of await known.accountsByCode(tx, tenant.id, codes))
    accounts.known.set(account.code, account);

  const renamed: string[] = [];
  for (const { record: _, row: _r, ...account } of rows) {
    const { code, name } = account;
    const there = accounts.known.get(code);
    if (there) {
      if (name !== undefined && name !== there.name) renamed.push(code);
      continue;
    }
    const kind = kindOf(code, account);
    if (typeof kind === 'string') accounts.unknown.set(code, kind);
    else if (kind === undefined) accounts.unknown.set(code, withoutKind(code));
    else if (!accounts.made.has(code)) accounts.made.set(code, { ...account, name: name ?? code, kind });
  }
  sayKept('account', renamed, plan);

  let codesThere: string[] | undefined;
  for (const { code, name, type } of lineNames) {
    if (accounts.known.has(code) || accounts.made.has(code) || accounts.unknown.has(code)) continue;
    const kind = mayCreate(session, 'accounts') ? kindOf(code, { type: type ?? undefined }) : undefined;
    if (typeof kind === 'object') {
      accounts.made.set(code, { code, name: name ?? code, kind });
      plan.byName.add(`account ${code}`);
      if (kind.rule) plan.accountKinds[kind.rule] = (plan.accountKinds[kind.rule] ?? 0) + 1;
      continue;
    }
    codesThere ??= await known.postableCodes(tx, tenant.id);
    const near = nearestCode(code, codesThere);
    const guess = near === undefined ? '' : `; did you mean ${near}?`;
    const remedy = mayCreate(session, 'accounts')
      ? withoutKind(code)
      : 'create it first, or import with --create accounts';
    accounts.unknown.set(code, `there is no account ${code}${guess === '' ? `: ${remedy}` : guess}`);
  }
}

const withoutKind = (code: string): string =>
  `account ${code} is new and nothing says what it is: give account_type, or create it first`;

/** The account that takes what an opening lacks to balance: named, or for a ledger the one of the role. */
export function differenceAccount(
  { options, resource }: Session,
  { accountRoles }: TenantInfo,
): string | undefined {
  if (options.openingDifference !== undefined) return options.openingDifference;
  const role = resource === 'ledger' ? accountRoles['unallocatedResult'] : undefined;
  return typeof role === 'string' ? role : undefined;
}

async function planJournals({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { journals, series } = plan;
  const may = mayCreate(session, 'journals');
  for (const journal of await known.journalsOf(tx, tenant.id)) journals.known.set(journal.code, journal);
  for (const one of await known.seriesOf(tx, tenant.id)) series.known.set(one.code, one);

  const renamed: string[] = [];
  for (const row of usable<JournalRow>(records('journal'), may, 'journals', plan)) {
    const there = journals.known.get(row.code);
    if (there) {
      if (row.name !== undefined && row.name !== there.name) renamed.push(row.code);
    } else if (!journals.made.has(row.code)) makeJournal(plan, row);
  }
  sayKept('journal', renamed, plan);

  for (const { code, name } of named('journal')) {
    if (journals.known.has(code) || journals.made.has(code)) continue;
    if (may) {
      makeJournal(plan, { code, ...(name === null ? {} : { name }) });
      plan.byName.add(`journal ${code}`);
    } else
      journals.unknown.set(
        code,
        `there is no journal ${code}: create it first, or import with --create journals`,
      );
  }
  for (const { code } of named('series')) {
    if (series.known.has(code) || series.made.has(code)) continue;
    if (may) series.made.add(code);
    else
      series.unknown.set(
        code,
        `there is no series ${code}: create it first, or import with --create journals`,
      );
  }
}

/** Without an area of its own a journal is a general one: no lock by area then meets it. */
function makeJournal({ journals, series }: Plan, row: Omit<JournalRow, 'record'>): void {
  const { code, name = code, area = 'general', series: named = code, externalId } = row;
  journals.made.set(code, {
    code,
    name,
    area,
    series: named,
    ...(externalId === undefined ? {} : { externalId }),
  });
  if (!series.known.has(named)) series.made.add(named);
}

async function planParties({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { parties } = plan;
  const may = mayCreate(session, 'parties');
  const rows = usable<PartyRow>(records('party'), may, 'parties', plan);
  const lineNames = named('party');
  const codes = [...rows.map((r) => r.code), ...lineNames.map((n) => n.code)];
  for (const party of await known.partiesByCode(tx, tenant.id, codes)) parties.known.set(party.code, party);

  const subledger = [
    ...codes,
    ...rows.flatMap((r) => (r.roles ?? []).flatMap((role) => role.subledgerCode ?? [])),
  ];
  const holders = new Map(
    (await known.partiesBySubledger(tx, tenant.id, subledger)).map((h) => [
      `${h.role} ${h.subledgerCode}`,
      h,
    ]),
  );

  const renamed: string[] = [];
  for (const { record: _, row: _r, ...party } of rows) {
    const { code, name, roles = [] } = party;
    const holder = roles
      .map((r) => holders.get(`${r.role} ${r.subledgerCode ?? code}`))
      .find((h) => h !== undefined);
    const there = parties.known.get(code) ?? holder;
    if (there) {
      parties.known.set(code, there);
      if (name !== undefined && name !== there.name) renamed.push(code);
    } else if (!parties.made.has(code)) parties.made.set(code, { ...party, name: name ?? code });
  }
  sayKept('party', renamed, plan);

  for (const { code, name, type } of lineNames) {
    if (parties.known.has(code) || parties.made.has(code)) continue;
    const holder = type === null ? undefined : holders.get(`${type} ${code}`);
    if (holder) parties.known.set(code, holder);
    else if (may) {
      parties.made.set(code, {
        code,
        name: name ?? code,
        ...(type === null ? {} : { roles: [{ role: type }] }),
      });
      plan.byName.add(`party ${code}`);
    } else
      parties.unknown.set(
        code,
        `there is no party ${code}: create it first, or import with --create parties`,
      );
  }
}

async function planValues({ tx, tenant, session, plan, named }: Source): Promise<void> {
  const { values, dimensions } = plan;
  for (const { dimension, code, ...valid } of await known.dimensionsOf(tx, tenant.id)) {
    dimensions.known.add(dimension);
    if (code !== null) values.known.set(valueKey(dimension, code), { dimension, code, ...valid });
  }
  for (const { within, code } of named('value')) {
    const key = valueKey(within, code);
    if (values.known.has(key)) continue;
    if (!mayCreate(session, 'dimensions')) {
      const what = dimensions.known.has(within)
        ? `dimension ${within} has no value ${code}`
        : `there is no dimension ${within}`;
      values.unknown.set(key, `${what}: create it first, or import with --create dimensions`);
      continue;
    }
    if (!dimensions.known.has(within)) dimensions.made.add(within);
    values.made.set(key, { dimension: within, code });
    plan.byName.add(`value ${key}`);
  }
}

/** Rows of a record that the import may not make are left out, and counted. */
function usable<R>(rows: R[], may: boolean, what: string, plan: Plan): R[] {
  if (may || rows.length === 0) return rows;
  plan.notStored[what] = rows.length;
  return [];
}

function sayKept(what: string, codes: readonly string[], plan: Plan): void {
  if (codes.length === 0) return;
  const some = codes.slice(0, 5).join(', ');
  const more = codes.length > 5 ? `, and ${codes.length - 5} more` : '';
  plan.warnings.push(
    `the file has other names for ${codes.length} of ${what}: what is here keeps its name (${some}${more})`,
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
  for (const code of dimensions.made) if (!dimensionsLeft.has(code)) dimensions.made.delete(code);
  const seriesLeft = new Set([...journals.made.values()].map((journal) => journal.series));
  for (const code of series.made)
    if (!seriesLeft.has(code) && !used.has(`series ${code}`)) series.made.delete(code);
}

import type { AccountRow, BalanceRow, JournalRow, PartyRow } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import type { TenantInfo } from '../../../http/context.ts';
import { exponentOf } from '../../../kernel/currencies.ts';
import { unallocatedResult } from '../../../kernel/unallocated-result.ts';
import { mayCreate } from '../rules.ts';
import type { Session } from '../store.ts';
import { planCurrencies } from './currencies.ts';
import * as known from './known.ts';
import { differenceAccount, type Plan, type Source, sayKept, some, usable } from './plan.ts';
import { planDimensions } from './plan-dimensions.ts';
import { controlAccountsOf, planParties } from './plan-parties.ts';
import { kindOf, nearestCode } from './plan-rules.ts';

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
    dimensions: { known: new Map(), made: new Map() },
    currencies: await planCurrencies(tx, tenant.id, session.id, {
      rows: mayCreate(session, 'currencies')
        ? records.map((r) => r.body).filter((row) => row.record === 'currency')
        : [],
      named: names.filter((n) => n.kind === 'currency'),
      isKnown: (code) => exponentOf(tenant.currencies, code) !== undefined,
    }),
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
  await planDimensions(source);
  return plan;
}

async function planAccounts({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { accounts } = plan;
  const rows = usable<AccountRow>(records('account'), mayCreate(session, 'accounts'), 'accounts', plan);
  const lineNames = named('account');
  const balances = session.resource === 'ledger' ? records<BalanceRow>('balance') : [];
  const difference = differenceAccount(session, tenant);
  const codes = [
    ...rows.map((r) => r.code),
    ...lineNames.map((n) => n.code),
    ...balances.map((b) => b.account),
    ...(difference ? [difference] : []),
    ...rows.flatMap((r) => r.parent ?? []),
    ...records<PartyRow>('party').flatMap(controlAccountsOf),
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
  sayOrphans(plan);
  if (difference === unallocatedResult.code) await planUnallocated(tx, tenant, session, plan);

  let codesThere: string[] | undefined;
  for (const { code, name, type, byLines } of namedBy(lineNames, balances)) {
    if (accounts.known.has(code) || accounts.made.has(code) || accounts.unknown.has(code)) continue;
    const kind = mayCreate(session, 'accounts') ? kindOf(code, { type: type ?? undefined }) : undefined;
    if (typeof kind === 'object') {
      accounts.made.set(code, { code, name: name ?? code, kind });
      if (byLines) plan.byName.add(`account ${code}`);
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

/** Only an opening that does not balance makes the account for its difference. */
async function planUnallocated(tx: Tx, tenant: TenantInfo, session: Session, plan: Plan): Promise<void> {
  const { accounts, byName } = plan;
  const { code, name } = unallocatedResult;
  if (accounts.known.has(code) || accounts.made.has(code) || !mayCreate(session, 'accounts')) return;
  if (!(await known.hasUnbalancedOpening(tx, tenant.id, session.id))) return;
  accounts.made.set(code, { code, name, kind: { statement: 'balance', type: 'equity' } });
  byName.add(`account ${code}`);
}

/** A new account whose parent nobody knows stands at the top of the tree. */
function sayOrphans({ accounts, warnings }: Plan): void {
  const orphans = [...accounts.made.values()].filter(
    ({ parent }) => parent !== undefined && !accounts.known.has(parent) && !accounts.made.has(parent),
  );
  if (orphans.length > 0) {
    const shown = some(orphans.map(({ code, parent }) => `${code} below ${parent}`));
    warnings.push(
      `${orphans.length} accounts are made without their parent, which nothing describes (${shown})`,
    );
  }
}

/** Accounts that lines or balances name, each once. `byLines`: only lines do, so that it goes when they are all rejected. */
function namedBy(lines: readonly known.Named[], balances: readonly BalanceRow[]) {
  const named = new Map<
    string,
    { code: string; name: string | null; type: string | null; byLines: boolean }
  >();
  for (const { code, name, type } of lines) named.set(code, { code, name, type, byLines: true });
  for (const { account: code, accountName = null, accountType = null } of balances) {
    const other = named.get(code);
    const said = { name: other?.name ?? accountName, type: other?.type ?? accountType };
    named.set(code, { code, ...said, byLines: false });
  }
  return named.values();
}

const withoutKind = (code: string): string =>
  `account ${code} is new and nothing says what it is: give account_type, or create it first`;

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

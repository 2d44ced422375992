import { addDays } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { Problem } from '../../kernel/problem.ts';
import { periodsOfYear, requireYear, type YearRow, yearBalances, yearsOf } from '../calendar/index.ts';
import { Cells, closingOf, currencyClosingOf, type Grain } from './cells.ts';
import { type ChartAccount, chartOf, openingPostedBy } from './chart.ts';
import { type Slice, sumsOf } from './sums.ts';

/** What balances are asked for. `postedUntil`: as the books were at that instant. */
export interface Asked {
  grain?: Grain;
  postedUntil?: string | undefined;
}

/** The books of a tenant as one question reads them; chart and years are read once. */
export interface Books extends Asked {
  tx: Tx;
  tenant: TenantInfo;
  years: readonly YearRow[];
  chart: readonly ChartAccount[];
  accounts: ReadonlyMap<string, ChartAccount>;
}

export async function openBooks(tx: Tx, tenant: TenantInfo, asked: Asked = {}): Promise<Books> {
  const years = await yearsOf(tx, tenant.id);
  const chart = await chartOf(tx, tenant.id);
  return {
    tx,
    tenant,
    years,
    chart,
    accounts: new Map(chart.map((account) => [account.id, account])),
    ...asked,
  };
}

/** The result of the year before, as the virtual close brings it into equity: a profit is negative, a credit. */
export interface CarriedResult {
  accountId: string;
  account: string;
  amount: bigint;
}

export interface Opening {
  mode: 'none' | 'carried' | 'stated';
  /** Openings only; the carried result is among them, and apart in `result`. */
  cells: Cells;
  result: CarriedResult | null;
}

/**
 * The opening of a year, in minor units: stated by an opening entry (what stands in period 0), else carried from the year
 * that ends the day before. Never both, and never a sum over all history: a year separated by a gap, or kept in another
 * base currency, starts at zero.
 *
 * @throws Problem `role_account_missing` when a result is to be carried and no account has the role for it
 */
export async function openingIn(books: Books, year: YearRow): Promise<Opening> {
  if (year.detail === 'balances') return openingStatedBy(books, year);

  const stated = await isStated(books, year);
  const opening = stated
    ? { mode: 'stated' as const, cells: new Cells(), result: null }
    : await carriedInto(books, year);

  // Without a stated opening period 0 may still hold an entry that names it: it adds to what is carried.
  for (const sum of await sums(books, year, { whole: [0], cuts: [] })) {
    opening.cells.addOpening(sum, sum.debit - sum.credit, sum.currencyDebit - sum.currencyCredit);
  }
  return opening;
}

/**
 * What the year before carries into a year, whether or not it has a stated opening of its own: the closings of its balance
 * accounts, and all that is left as the result on `resultProfit` or `resultLoss`. Result and memo accounts start at zero.
 */
export async function carriedInto(books: Books, year: YearRow): Promise<Opening> {
  const cells = new Cells();
  const before = books.years.find(
    (other) => other.end === addDays(year.start, -1) && other.baseCurrency === year.baseCurrency,
  );
  if (!before) return { mode: 'none', cells, result: null };

  // What balance accounts have gained in the year is its result: so an opening sums to zero also where memo accounts do not.
  let amount = 0n;
  for (const cell of await balancesIn(books, before, await movementsOf(books, before))) {
    const closing = closingOf(cell);
    if (books.accounts.get(cell.accountId)?.statement !== 'balance') amount += closing;
    else if (closing !== 0n || currencyClosingOf(cell) !== 0n) {
      cells.addOpening(cell, closing, currencyClosingOf(cell));
    }
  }
  if (amount === 0n) return { mode: 'carried', cells, result: null };

  const account = resultAccount(books, before, amount);
  const currency = books.grain?.currency ? year.baseCurrency : null;
  cells.addOpening({ accountId: account.id, currency, split: null }, amount, amount);
  return { mode: 'carried', cells, result: { accountId: account.id, account: account.code, amount } };
}

function resultAccount(books: Books, year: YearRow, amount: bigint): ChartAccount {
  const role = amount < 0n ? 'resultProfit' : 'resultLoss';
  const code = books.tenant.accountRoles[role];
  const account = books.chart.find((one) => one.code === code);
  if (account) return account;

  const size = writtenBy(books.tenant)(amount < 0n ? -amount : amount, year.baseCurrency);
  const what = `a ${amount < 0n ? 'profit' : 'loss'} of ${size} ${year.baseCurrency} of year ${year.code}`;
  const why =
    code === undefined ? `no account has the role ${role}` : `${JSON.stringify(code)} is no account`;
  throw new Problem(
    'role_account_missing',
    `The opening carries ${what}, and ${why}: set accountRoles.${role} of the tenant, or state the opening`,
  );
}

/** A year of balances only opened with what an import stated. */
async function openingStatedBy(books: Books, year: YearRow): Promise<Opening> {
  const cells = new Cells();
  for (const { accountId, opening } of await comparatives(books, year)) {
    if (opening !== null) cells.addOpening(inBase(books, year, accountId), opening, opening);
  }
  return { mode: 'stated', cells, result: null };
}

const comparatives = async ({ tx, tenant, postedUntil }: Books, year: YearRow) =>
  (await yearBalances(tx, tenant.id, year.id, { until: postedUntil })).filter(
    ({ dimensions }) => Object.keys(dimensions).length === 0,
  );

const inBase = ({ grain }: Books, year: YearRow, accountId: string) => ({
  ...{ accountId, currency: grain?.currency ? year.baseCurrency : null, split: null },
});

/** What moved a year of balances only: of each account the net of the year, on one side. Nothing tells on which days. */
async function addNet(books: Books, year: YearRow, cells: Cells): Promise<void> {
  for (const { accountId, opening, closing } of await comparatives(books, year)) {
    const net = (closing ?? 0n) - (opening ?? 0n);
    const sides = { debit: net > 0n ? net : 0n, credit: net < 0n ? -net : 0n };
    const movement = { ...sides, currencyDebit: sides.debit, currencyCredit: sides.credit, lines: 0 };
    cells.addMovement(inBase(books, year, accountId), movement);
  }
}

/** Balances of a year: its opening and the movements before the range as opening, those of the range as debit and credit. */
export async function balancesIn(
  books: Books,
  year: YearRow,
  slices: { before: Slice; within: Slice },
): Promise<Cells> {
  const { cells } = await openingIn(books, year);
  for (const sum of await sums(books, year, slices.before)) {
    cells.addOpening(sum, sum.debit - sum.credit, sum.currencyDebit - sum.currencyCredit);
  }
  for (const sum of await sums(books, year, slices.within)) cells.addMovement(sum, sum);
  if (year.detail === 'balances') await addNet(books, year, cells);
  return cells;
}

const nothing: Slice = { whole: [], cuts: [] };

async function movementsOf(books: Books, year: YearRow, through = Number.POSITIVE_INFINITY) {
  const periods = await periodsOfYear(books.tx, books.tenant.id, year.id);
  const whole = periods.map((period) => period.number).filter((number) => number > 0 && number <= through);
  return { before: nothing, within: { whole, cuts: [] } };
}

const sums = ({ tx, tenant, grain = {}, postedUntil }: Books, year: YearRow, slice: Slice) =>
  sumsOf(tx, tenant.id, year.id, slice, grain, postedUntil);

async function isStated({ tx, tenant, postedUntil }: Books, year: YearRow): Promise<boolean> {
  if (year.openingEntryId === null) return false;
  return postedUntil === undefined || openingPostedBy(tx, tenant.id, year.openingEntryId, postedUntil);
}

/** An account's balance at the end of a period, minor units of the year's base currency. */
export interface Balance {
  accountId: string;
  account: string;
  name: string;
  type: string;
  statement: 'balance' | 'result' | 'memo';
  /** Signed, debit positive, as `closing`. */
  opening: bigint;
  debit: bigint;
  credit: bigint;
  closing: bigint;
}

/**
 * The trial balance of a year from its start through the end of a period, by the bytes of the account codes; accounts with
 * neither opening nor lines are left out. Costs accounts times periods, of the years that the opening is carried from too.
 *
 * @throws Problem `role_account_missing` as `openingOf`
 */
export async function balancesThrough(
  tx: Tx,
  tenant: TenantInfo,
  yearId: string,
  throughPeriod: number,
): Promise<Balance[]> {
  const books = await openBooks(tx, tenant);
  const year = await requireYear(tx, tenant.id, yearId);
  return inOrder(books, await balancesIn(books, year, await movementsOf(books, year, throughPeriod)));
}

/** The opening of a year by account: `openingIn` for those who need no more than that. */
export async function openingOf(
  tx: Tx,
  tenant: TenantInfo,
  yearId: string,
): Promise<{ mode: Opening['mode']; balances: Balance[]; result: CarriedResult | null }> {
  const books = await openBooks(tx, tenant);
  const { mode, cells, result } = await openingIn(books, await requireYear(tx, tenant.id, yearId));
  return { mode, balances: inOrder(books, cells), result };
}

/** What would be carried into a year, to compare a stated opening with. */
export async function carriedOpeningOf(
  tx: Tx,
  tenant: TenantInfo,
  yearId: string,
): Promise<{ balances: Balance[]; result: CarriedResult | null }> {
  const books = await openBooks(tx, tenant);
  const { cells, result } = await carriedInto(books, await requireYear(tx, tenant.id, yearId));
  return { balances: inOrder(books, cells), result };
}

function inOrder(books: Books, cells: Cells): Balance[] {
  const byAccount = new Map([...cells].map((cell) => [cell.accountId, cell]));
  return books.chart.flatMap(({ id, code, name, type, statement }) => {
    const cell = byAccount.get(id);
    if (!cell) return [];
    const { opening, debit, credit } = cell;
    return [
      {
        accountId: id,
        account: code,
        name,
        type,
        statement,
        opening,
        debit,
        credit,
        closing: closingOf(cell),
      },
    ];
  });
}

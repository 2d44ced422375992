import { addDays } from '@erp/ledger';
import { type Statement, sql } from '../../../db/sql.ts';
import type { TenantInfo } from '../../../http/context.ts';
import type { Plan } from '../plan/plan.ts';
import type { BalancesPlan } from '../plan/plan-balances.ts';
import type { PlannedYear, YearsPlan } from '../plan/plan-years.ts';
import type { Target } from '../staging/target.ts';
import type { StagedSum } from './staged-sums.ts';

/** Signed, debit positive, minor units: of the base currency, and of the currency that it is kept under. */
interface Amount {
  base: bigint;
  own: bigint;
}

/** Amounts by account, then by currency. */
class Amounts {
  readonly #accounts = new Map<string, Map<string, Amount>>();

  add(account: string, currency: string, { base, own }: Amount): void {
    const currencies = this.#accounts.get(account) ?? new Map<string, Amount>();
    this.#accounts.set(account, currencies);
    const before = currencies.get(currency);
    currencies.set(currency, { base: (before?.base ?? 0n) + base, own: (before?.own ?? 0n) + own });
  }

  /** In base currency over all that the account holds, or only what it holds in a currency. */
  of(account: string, currency: string | undefined): bigint {
    const currencies = this.#accounts.get(account);
    if (!currencies) return 0n;
    if (currency !== undefined) return currencies.get(currency)?.own ?? 0n;
    return [...currencies.values()].reduce((sum, { base }) => sum + base, 0n);
  }

  accounts(): Iterable<string> {
    return this.#accounts.keys();
  }
}

interface YearBooks {
  year: PlannedYear;
  /** By an opening entry, of the books or of the file, or by the balances of a year that has no entries. */
  isStated: boolean;
  opening: Amounts;
  moved: Amounts;
  /** What moved between the days of `cut`, by account. */
  between: Map<string, Between[]>;
}

export interface AfterImport {
  target: Target;
  tenant: TenantInfo;
  plan: Plan;
  years: YearsPlan;
  balances: BalancesPlan;
  staged: readonly StagedSum[];
}

/**
 * What the books will hold once an import is committed: what is there and what is staged, by the rules of the trial balance. A
 * year's opening is stated, else carried from the year before, of which the result goes to its role account where there is one.
 */
export class BooksAfter {
  readonly #years: YearBooks[];
  readonly #statements: ReadonlyMap<string, string>;
  readonly #roles: TenantInfo['accountRoles'];
  readonly #base: string;
  readonly #results = new Map<string, bigint>();
  /** Days of `cut` in order. */
  #days: readonly string[] = [];

  private constructor(years: YearBooks[], statements: ReadonlyMap<string, string>, tenant: TenantInfo) {
    this.#years = years;
    this.#statements = statements;
    this.#roles = tenant.accountRoles;
    this.#base = tenant.baseCurrency;
  }

  static async open(after: AfterImport): Promise<BooksAfter> {
    const { target, tenant, years, staged, balances } = after;
    const books: YearBooks[] = [...years.years]
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .map((year) => ({
        ...{ year, isStated: year.hasOpening || year.detail === 'balances' },
        ...{ opening: new Amounts(), moved: new Amounts(), between: new Map() },
      }));
    const at = new Map(books.map((one) => [one.year.start, one]));
    const add = (sum: Present) => {
      const one = at.get(sum.year);
      if (!one) return;
      (sum.opening ? one.opening : one.moved).add(sum.account, sum.currency, sum);
    };

    for (const sum of await presentSums(target)) add(sum);
    for (const sum of staged) {
      const base = sum.debit - sum.credit;
      add({ ...sum, base, own: sum.currencyDebit - sum.currencyCredit });
      const one = at.get(sum.year);
      if (one && sum.opening) one.isStated = true;
    }
    for (const one of books.filter(({ year }) => year.detail === 'balances')) {
      for (const { account, opening, closing } of await statedIn(target, one.year.start, balances)) {
        one.opening.add(account, tenant.baseCurrency, both(opening));
        one.moved.add(account, tenant.baseCurrency, both(closing - opening));
      }
    }
    return new BooksAfter(books, await statementsOf(after), tenant);
  }

  /** The year that holds a day; without one the last that ended before it. */
  yearAt(day: string): PlannedYear | undefined {
    return (this.#holding(day) ?? this.#before(day))?.year;
  }

  get lastDay(): string | undefined {
    return this.#years.at(-1)?.year.end;
  }

  /** Days inside years whose movements must be known before `moved` is asked for them. */
  needsCut(day: string): boolean {
    const one = this.#holding(day);
    return one !== undefined && day > one.year.start;
  }

  /** Reads what moved before such days on some accounts: one pass over staging, one over the lines of the books. */
  async cut(target: Target, days: readonly string[], accounts: readonly string[]): Promise<void> {
    if (days.length === 0) return;
    this.#days = [...new Set(days)].sort();
    for (const sum of await sumsBetween(target, this.#days, accounts)) {
      const between = this.#years.find(({ year }) => year.start === sum.year)?.between;
      const sums = between?.get(sum.account);
      if (sums) sums.push(sum);
      else between?.set(sum.account, [sum]);
    }
  }

  /** The balance of an account on the morning of a day, the opening of that day included. */
  balanceBefore(day: string, account: string, currency: string | undefined): bigint {
    const one = this.#holding(day);
    if (one) return this.#opening(one, account, currency) + this.#movedBefore(one, day, account, currency);
    const last = this.#before(day);
    return last ? this.#carried(last, account, currency) : 0n;
  }

  /** The balance of an account at the end of a day. */
  balanceAfter(day: string, account: string, currency: string | undefined): bigint {
    const one = this.#holding(day);
    if (!one) return this.balanceBefore(day, account, currency);
    return this.#opening(one, account, currency) + this.#movedBefore(one, addDays(day, 1), account, currency);
  }

  /** What entries that are no openings add to an account from one day to another, both included. */
  moved(from: string, to: string, account: string, currency: string | undefined): bigint {
    const end = addDays(to, 1);
    return this.#years
      .filter(({ year }) => year.start <= to && year.end >= from)
      .reduce(
        (sum, one) =>
          sum +
          this.#movedBefore(one, end, account, currency) -
          this.#movedBefore(one, from, account, currency),
        0n,
      );
  }

  #movedBefore(one: YearBooks, day: string, account: string, currency: string | undefined): bigint {
    if (day <= one.year.start) return 0n;
    if (day > one.year.end) return one.moved.of(account, currency);

    // A bucket is how many of the days are not after its entries.
    const at = this.#days.indexOf(day);
    return (one.between.get(account) ?? [])
      .filter((sum) => sum.bucket <= at && (currency === undefined || sum.currency === currency))
      .reduce((total, sum) => total + (currency === undefined ? sum.base : sum.own), 0n);
  }

  #holding(day: string): YearBooks | undefined {
    return this.#years.find(({ year }) => year.start <= day && day <= year.end);
  }

  #before(day: string): YearBooks | undefined {
    return this.#years.findLast(({ year }) => year.end < day);
  }

  #opening(one: YearBooks, account: string, currency: string | undefined): bigint {
    const own = one.opening.of(account, currency);
    if (one.isStated) return own;
    const before = this.#years.find(({ year }) => year.end === addDays(one.year.start, -1));
    return before ? own + this.#carried(before, account, currency) : own;
  }

  #closing(one: YearBooks, account: string, currency: string | undefined): bigint {
    return this.#opening(one, account, currency) + one.moved.of(account, currency);
  }

  #carried(before: YearBooks, account: string, currency: string | undefined): bigint {
    if (this.#statements.get(account) !== 'balance') return 0n;
    const closing = this.#closing(before, account, currency);
    const { resultProfit, resultLoss } = this.#roles;
    if ((account !== resultProfit && account !== resultLoss) || (currency ?? this.#base) !== this.#base) {
      return closing;
    }
    const result = this.#result(before);
    return account === (result < 0n ? resultProfit : resultLoss) ? closing + result : closing;
  }

  /** A profit is negative. Result and memo accounts have an opening only where one was stated. */
  #result(one: YearBooks): bigint {
    const known = this.#results.get(one.year.start);
    if (known !== undefined) return known;

    const accounts = new Set([...one.opening.accounts(), ...one.moved.accounts()]);
    let result = 0n;
    for (const account of accounts) {
      if (this.#statements.get(account) !== 'balance') result += this.#closing(one, account, undefined);
    }
    this.#results.set(one.year.start, result);
    return result;
  }
}

const both = (amount: bigint): Amount => ({ base: amount, own: amount });

interface Present extends Amount {
  year: string;
  opening: boolean;
  account: string;
  currency: string;
}

type Texts<T extends Amount> = Omit<T, 'base' | 'own'> & { base: string; own: string };

const numbers = <T extends Amount>(rows: Texts<T>[]): T[] =>
  rows.map((row) => ({ ...row, base: BigInt(row.base), own: BigInt(row.own) }) as unknown as T);

/** By year and account from the totals: the cost is that of a trial balance of every year. */
const presentSums = async ({ tx, tenantId }: Target): Promise<Present[]> =>
  numbers(
    await tx.query<Texts<Present>>(sql`
      select y.start_date as year, t.period = 0 as opening, a.code as account, t.currency, sum(t.debit - t.credit) as base,
        sum(t.currency_debit - t.currency_credit) as own
      from account_totals t
      join years y on y.tenant_id = ${tenantId} and y.id = t.year_id
      join accounts a on a.tenant_id = ${tenantId} and a.id = t.account_id
      where t.tenant_id = ${tenantId}
      group by 1, 2, 3, 4`),
  );

interface Between extends Amount {
  year: string;
  account: string;
  currency: string;
  bucket: number;
}

async function sumsBetween(
  { tx, tenantId, id, base }: Target,
  days: readonly string[],
  accounts: readonly string[],
): Promise<Between[]> {
  const bucket = (column: Statement) => sql`width_bucket(${column}, ${days}::date[])`;
  const rows = await tx.query<Texts<Between>>(sql`
    select e.year_start as year, l.account, coalesce(l.currency, ${base}::text) as currency,
      ${bucket(sql`e.entry_date`)} as bucket, sum(l.debit - l.credit) as base,
      sum(coalesce(l.currency_debit, l.debit) - coalesce(l.currency_credit, l.credit)) as own
    from import_lines l
    join import_placed_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord and e.year_period <> 0
    where l.tenant_id = ${tenantId} and l.import_id = ${id} and l.account = any (${accounts}::text[])
    group by 1, 2, 3, 4
    union all
    select y.start_date, a.code, l.currency, ${bucket(sql`l.entry_date`)}, sum(l.debit - l.credit),
      sum(l.currency_debit - l.currency_credit)
    from accounts a
    join lines l on l.tenant_id = ${tenantId} and l.account_id = a.id and l.period <> 0
    join years y on y.tenant_id = ${tenantId} and y.id = l.year_id
    where a.tenant_id = ${tenantId} and a.code = any (${accounts}::text[])
    group by 1, 2, 3, 4`);
  return numbers(rows);
}

/** What a year of balances only opened and closed with, as the books or the file say. */
async function statedIn({ tx, tenantId }: Target, year: string, { kept }: BalancesPlan) {
  const there = await tx.query<{ account: string; opening: string | null; closing: string | null }>(sql`
    select a.code as account, b.opening, b.closing
    from year_balances b
    join years y on y.tenant_id = ${tenantId} and y.id = b.year_id and y.start_date = ${year}
    join accounts a on a.tenant_id = ${tenantId} and a.id = b.account_id
    where b.tenant_id = ${tenantId} and b.dimensions = '{}'`);
  const file = kept.filter((one) => one.year === year && Object.keys(one.dimensions).length === 0);
  return [...there, ...file].map(({ account, opening, closing }) => ({
    ...{ account, opening: BigInt(opening ?? 0), closing: BigInt(closing ?? 0) },
  }));
}

/** Whether accounts are carried, of the books and of those that the import makes. */
async function statementsOf({ target, plan }: AfterImport): Promise<Map<string, string>> {
  const { tx, tenantId } = target;
  const rows = await tx.query<{ code: string; statement: string }>(
    sql`select code, statement from accounts where tenant_id = ${tenantId}`,
  );
  const made = [...plan.accounts.made.values()].map(({ code, kind }): [string, string] => [
    code,
    kind.statement,
  ]);
  return new Map([...rows.map(({ code, statement }): [string, string] => [code, statement]), ...made]);
}

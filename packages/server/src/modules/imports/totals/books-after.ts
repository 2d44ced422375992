import { addDays } from '@erp/ledger';
import type { TenantInfo } from '../../../http/context.ts';
import type { Plan } from '../plan/plan.ts';
import type { BalancesPlan } from '../plan/plan-balances.ts';
import type { PlannedYear, YearsPlan } from '../plan/plan-years.ts';
import type { Target } from '../staging/target.ts';
import { Amounts, both } from './amounts.ts';
import { type Between, type Present, presentSums, statedIn, statementsOf, sumsBetween } from './book-sums.ts';
import type { StagedSum } from './staged-sums.ts';

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
    const { target, tenant, plan, years, staged, balances } = after;
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
    return new BooksAfter(books, await statementsOf(target, plan), tenant);
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

  /** Reads what moved before such days on some accounts. */
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

// What happens in the business on a day: sales, bills and what settles them, wages, and what an accountant adds.
import {
  accounts,
  customers,
  employees,
  expenses,
  foreignBanks,
  rateOn,
  revenues,
  suppliers,
} from './business.mjs';
import { daysAfter, firstDay } from './days.mjs';
import { billLines, inEuros, negated, sum, totalOf } from './lines.mjs';
import { between, logNormal, weighted, zipf } from './random.mjs';

/** @typedef {import('./lines.mjs').Line} Line */
/** @typedef {import('./lines.mjs').Entry} Entry */
/** @typedef {import('./business.mjs').Account} Account */

/** A bill that waits for its payment. @typedef {{ line: Line, documentRef: string }} OpenBill */

/** Bills are paid roughly in their order: one of so many of the oldest. */
const oldest = 60;

export class Business {
  /** @type {OpenBill[]} */
  #unpaidSales = [];
  /** @type {OpenBill[]} */
  #unpaidBills = [];
  #documents = 0;

  /** @param {() => number} next where all its chances come from */
  constructor(next) {
    this.next = next;
    this.amount = logNormal(next, { mu: 5.31, sigma: 2.1, largest: 25_000_000 });
    this.smallAmount = logNormal(next, { mu: 3.2, sigma: 0.9, largest: 150_000 });
    this.customer = chosenFrom(customers, zipf(next, customers.length, 1.1));
    this.supplier = chosenFrom(suppliers, zipf(next, suppliers.length, 1.1));
    this.revenue = chosenFrom(revenues, zipf(next, revenues.length, 1.2));
    this.expense = chosenFrom(expenses, zipf(next, expenses.length, 1));

    const kinds = [
      { weight: 28, make: this.#sale },
      { weight: 26, make: this.#receipt },
      { weight: 15, make: this.#bill },
      { weight: 14, make: this.#payout },
      { weight: 5, make: this.#cashSale },
      { weight: 6, make: this.#cardPurchase },
      { weight: 2, make: this.#bankFee },
      { weight: 2, make: this.#payroll },
      { weight: 1, make: this.#depreciation },
      { weight: 1, make: this.#accrual },
    ];
    const weights = kinds.map(({ weight }) => weight);
    this.kind = chosenFrom(kinds, weighted(next, weights));
  }

  /**
   * @param {string} date
   * @returns {Entry}
   */
  entryOn(date) {
    return this.kind().make.call(this, date);
  }

  /**
   * What the business owns and owes on the first day. Equity is what is left.
   *
   * @returns {Entry}
   */
  opening() {
    const dollars = { currency: /** @type {const} */ ('USD'), rate: rateOn('USD', firstDay) };
    /** @type {Line[]} */
    const lines = [
      { account: accounts.machinery, base: 12_000_000n },
      { account: accounts.vehicles, base: 4_500_000n },
      { account: accounts.depreciated, base: -6_125_040n },
      { account: accounts.stock, base: 18_260_075n },
      { account: accounts.bank, base: 25_000_000n },
      {
        account: foreignBanks.USD,
        base: inEuros(4_000_000n, dollars.rate),
        foreign: { ...dollars, amount: 4_000_000n },
      },
      { account: accounts.cash, base: 150_000n },
      ...customers
        .slice(0, 12)
        .map((party) => ({ account: accounts.receivables, party, base: this.amount() })),
      ...suppliers.slice(0, 8).map((party) => ({ account: accounts.payables, party, base: -this.amount() })),
      { account: accounts.loan, base: -10_000_000n },
      { account: accounts.capital, base: -5_000_000n },
    ];
    const retained = { account: accounts.retained, base: -sum(lines.map(({ base }) => base)) };

    return {
      journal: 'OPN',
      date: firstDay,
      kind: 'opening',
      documentRef: 'OPENING',
      description: 'Balances of the year before',
      lines: [...lines, retained],
    };
  }

  /** @param {string} date @returns {Entry} */
  #sale(date) {
    const party = this.customer();
    const lines = billLines(date, this.#positions(this.revenue), accounts.outputVat, this.#currency());
    const claim = { ...totalOf(lines), account: accounts.receivables, party, dueDate: daysAfter(date, 30) };
    const documentRef = this.#documentRef('F');
    this.#unpaidSales.push({ line: claim, documentRef });

    const description = `Sale to ${party.name}`;
    return { journal: 'SAL', date, documentRef, description, lines: [claim, ...lines.map(negated)] };
  }

  /** @param {string} date @returns {Entry} */
  #bill(date) {
    const party = this.supplier();
    const lines = billLines(date, this.#positions(this.expense), accounts.inputVat, this.#currency());
    const debt = negated({
      ...totalOf(lines),
      account: accounts.payables,
      party,
      dueDate: daysAfter(date, 45),
    });
    const documentRef = this.#documentRef('B');
    this.#unpaidBills.push({ line: debt, documentRef });

    return {
      journal: 'PUR',
      date,
      documentRef,
      description: `Bill of ${party.name}`,
      lines: [...lines, debt],
    };
  }

  /** @param {string} date @returns {Entry} */
  #receipt(date) {
    const open = this.#takeOpen(this.#unpaidSales);
    return open ? this.#settlement(date, open, 'R', `Receipt for ${open.documentRef}`) : this.#cashSale(date);
  }

  /** @param {string} date @returns {Entry} */
  #payout(date) {
    const open = this.#takeOpen(this.#unpaidBills);
    return open ? this.#settlement(date, open, 'P', `Payment of ${open.documentRef}`) : this.#bill(date);
  }

  /**
   * Settles a bill in full. One in foreign currency is paid at the rate of the day, from a bank account in that currency or
   * from the one in euros; what its worth has changed by is an exchange gain or loss in euros alone, so that such an entry
   * balances in euros and in no other currency.
   *
   * @param {string} date @param {OpenBill} open @param {string} prefix @param {string} description @returns {Entry}
   */
  #settlement(date, open, prefix, description) {
    const { dueDate: _, ...bill } = open.line;
    const entry = { journal: 'BNK', date, documentRef: this.#documentRef(prefix), description };
    const { base, foreign } = bill;
    if (!foreign) return { ...entry, lines: [{ account: accounts.bank, base }, negated(bill)] };

    const rate = rateOn(foreign.currency, date);
    const worth = inEuros(foreign.amount, rate);
    /** @type {Line} */
    const bank =
      this.next() < 0.6
        ? { account: foreignBanks[foreign.currency], base: worth, foreign: { ...foreign, rate } }
        : { account: accounts.bank, base: worth };
    const gain = worth - base;
    const account = gain > 0n ? accounts.exchangeGain : accounts.exchangeLoss;

    return { ...entry, lines: [bank, negated(bill), ...(gain === 0n ? [] : [{ account, base: -gain }])] };
  }

  /** @param {string} date @returns {Entry} */
  #cashSale(date) {
    const position = { account: this.revenue(), amount: this.smallAmount() };
    const lines = billLines(date, [position], accounts.outputVat);
    const till = { ...totalOf(lines), account: accounts.cash };

    return this.#simple('CSH', date, 'C', 'Cash sale', [till, ...lines.map(negated)]);
  }

  /** @param {string} date @returns {Entry} */
  #cardPurchase(date) {
    const base = this.smallAmount();
    const lines = [
      { account: this.expense(), base },
      { account: accounts.bank, base: -base },
    ];
    return this.#simple('BNK', date, 'K', 'Paid by card', lines);
  }

  /** @param {string} date @returns {Entry} */
  #bankFee(date) {
    const base = BigInt(between(this.next, 50, 5000));
    const lines = [
      { account: accounts.bankFees, base },
      { account: accounts.bank, base: -base },
    ];
    return this.#simple('BNK', date, 'X', 'Bank fee', lines);
  }

  /** Wages of some employees, 22 % of them kept for the social charges. @param {string} date @returns {Entry} */
  #payroll(date) {
    const first = between(this.next, 0, employees.length - 3);
    const paid = employees.slice(first, first + between(this.next, 1, 3)).map((party) => {
      const gross = BigInt(between(this.next, 180_000, 520_000));
      return { party, gross, kept: (gross * 22n) / 100n };
    });
    const gross = sum(paid.map((one) => one.gross));
    const charges = (gross * 42n) / 100n;
    const lines = [
      { account: accounts.wages, base: gross },
      { account: accounts.charges, base: charges },
      { account: accounts.socialCharges, base: -charges - sum(paid.map((one) => one.kept)) },
      ...paid.map(({ party, gross, kept }) => ({
        account: accounts.wagesPayable,
        party,
        base: kept - gross,
      })),
    ];
    return this.#simple('PAY', date, 'W', 'Wages', lines);
  }

  /** @param {string} date @returns {Entry} */
  #depreciation(date) {
    const base = this.amount();
    const lines = [
      { account: accounts.depreciation, base },
      { account: accounts.depreciated, base: -base },
    ];
    return this.#simple('GEN', date, 'D', 'Depreciation', lines);
  }

  /** Many costs at once whose bills are still to come, and some that were accrued too high. @param {string} date @returns {Entry} */
  #accrual(date) {
    const costs = Array.from({ length: between(this.next, 6, 38) }, () => ({
      account: this.expense(),
      base: this.next() < 0.7 ? this.smallAmount() : -this.smallAmount(),
    }));
    const total = sum(costs.map(({ base }) => base));
    const lines = total === 0n ? costs : [...costs, { account: accounts.accrued, base: -total }];

    return this.#simple('GEN', date, 'A', 'Month-end accrual', lines);
  }

  /** @param {string} journal @param {string} date @param {string} prefix @param {string} description @param {Line[]} lines */
  #simple(journal, date, prefix, description, lines) {
    return { journal, date, documentRef: this.#documentRef(prefix), description, lines };
  }

  /** @param {string} prefix */
  #documentRef(prefix) {
    this.#documents += 1;
    return `${prefix}-${String(this.#documents).padStart(6, '0')}`;
  }

  /** Foreign are 12 % of the bills, and so, with what settles them, 10 % of the entries. @returns {'USD' | 'GBP' | undefined} */
  #currency() {
    const drawn = this.next();
    if (drawn < 0.88) return undefined;
    return drawn < 0.95 ? 'USD' : 'GBP';
  }

  /** @param {() => Account} account */
  #positions(account) {
    const count = this.next() < 0.85 ? 1 : between(this.next, 2, 6);
    return Array.from({ length: count }, () => ({ account: account(), amount: this.amount() }));
  }

  /** @param {OpenBill[]} open @returns {OpenBill | undefined} */
  #takeOpen(open) {
    const at = between(this.next, 0, Math.min(open.length, oldest) - 1);
    return open.splice(Math.max(0, at), 1)[0];
  }
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {() => number} place
 * @returns {() => T}
 */
function chosenFrom(list, place) {
  return () => /** @type {T} */ (list[place()]);
}

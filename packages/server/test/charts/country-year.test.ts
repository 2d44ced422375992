import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/modules/tenants/chart.ts';
import { cents } from '../exported.ts';
import { countries } from './countries.ts';
import {
  type BalanceRow,
  type Books,
  balances,
  booksWithin,
  closePeriods,
  made,
  openBooks,
  post,
  takeResult,
} from './country-books.ts';
import { type Booking, dateOf } from './year-of.ts';

const isResult = ({ type }: BalanceRow) => type === 'income' || type === 'expense';
const sum = (rows: readonly BalanceRow[], column: 'opening' | 'closing' = 'closing') =>
  rows.reduce((total, row) => total + cents(row[column]), 0);

describe.each(countries)('tenants.create with chart $chart', (country) => {
  let books: Books;

  beforeAll(async () => {
    books = await openBooks(country);
  }, booksWithin);

  afterAll(() => books.t.close());

  test('gives accounts, journals, roles and the usual year as the chart has them', async () => {
    const { t, chart } = books;
    const stored = (await t.call('GET', '/v1/accounts?limit=500')).body.items;
    expect(stored).toHaveLength(chart.accounts.length);
    for (const account of chart.accounts) {
      const { code } = account;
      expect(stored.find((one: { code: string }) => one.code === code)).toMatchObject(account);
    }
    const journals = (await t.call('GET', '/v1/journals')).body.items;
    expect(journals.map((j: { code: string }) => j.code).sort()).toEqual(
      chart.journals.map(({ code }) => code).sort(),
    );
    for (const journal of journals) expect(journal.series).toBe(journal.code);
    const { body } = await t.platform('GET', `/v1/tenants/${t.tenant.slug}`);
    expect(body).toMatchObject({ accountRoles: chart.accountRoles, fiscalYearStart: country.start.slice(5) });
  });

  test('its year balances, and what the income statement says is what equity has gained', async () => {
    const rows = await balances(books, 0, '&without=closing');
    expect(sum(rows.filter(isResult))).toBe(-cents(country.result));
    const memo = rows.filter(({ type }) => type === 'memo');
    expect(sum(memo)).toBe(0);
    const assets = sum(rows.filter(({ type }) => type === 'asset'));
    const claims = sum(rows.filter(({ type }) => type === 'liability' || type === 'equity'));
    expect(assets + claims).toBe(cents(country.result));
  });

  test('its receivables and payables are the open items of their parties', async () => {
    const { t } = books;
    const controls = [country.accounts.receivable, country.accounts.payable];
    const entries = (await t.call('GET', '/v1/entries?limit=500')).body.items;
    const open = new Map<string, number>();
    for (const entry of entries) {
      for (const line of entry.lines) {
        if (!controls.includes(line.account) || line.settlement !== null) continue;
        const key = `${line.account} ${line.party}`;
        open.set(key, (open.get(key) ?? 0) + cents(line.debit) - cents(line.credit));
      }
    }
    const rows = (await balances(books, 0, '&by=party')).filter(({ account }) => controls.includes(account));
    const byParty = rows.map(
      ({ account, party, closing }) => [`${account} ${party}`, cents(closing)] as const,
    );
    expect(Object.fromEntries(byParty.filter(([, amount]) => amount !== 0))).toEqual(
      Object.fromEntries(open),
    );
    expect(open.size).toBe(3);
    const settlements = (await t.call('GET', '/v1/settlements')).body.items;
    expect(settlements.map((one: { state: string }) => one.state)).toEqual(Array(5).fill('full'));
  });

  test('closed, its balances are carried with the result, and a loss after it too', async () => {
    const { chart, roles } = books;
    const before = await balances(books, 0);
    await takeResult(books);
    await closePeriods(books);
    const next = await balances(books, 1);
    expect(next.filter(isResult)).toEqual([]);

    const expected = new Map(
      before.filter((row) => !isResult(row)).map((row) => [row.account, cents(row.closing)]),
    );
    expected.set(roles.resultProfit, (expected.get(roles.resultProfit) ?? 0) - cents(country.result));
    const opened = new Map(next.map((row) => [row.account, cents(row.opening)]));
    expect(withoutZeros(opened)).toEqual(withoutZeros(expected));

    const loss: Booking = {
      ...{ journal: country.journals.paid, month: 13, day: '05', text: 'Services' },
      lines: [
        { account: country.accounts.services, amount: 50_000 },
        { account: country.accounts.bank, amount: -50_000 },
      ],
    };
    await post(books, [loss]);
    const resultLoss = String(chart.accountRoles['resultLoss']);
    const after = (await balances(books, 2)).find(({ account }) => account === resultLoss);
    expect(cents(after?.opening ?? '0.00')).toBe((opened.get(resultLoss) ?? 0) + 50_000);
  });

  test('every account of it takes a line, and a heading refuses', async () => {
    const { chart } = books;
    const leaves = chart.accounts.filter(({ postable }) => postable);
    const party: Record<string, string> = { receivable: 'C1', payable: 'S1', employee: 'E1' };
    const date = dateOf(country, { month: 24, day: '10' });
    const entryWith = (accounts: Chart['accounts']) => {
      const lines = accounts.flatMap(({ code, control }) => [
        { account: code, debit: '1.00', ...(party[control] ? { party: party[control] } : {}) },
        { account: country.accounts.bank, credit: '1.00' },
      ]);
      return { journal: country.journals.general, date, lines };
    };

    await made(books, '/v1/entries', entryWith(leaves));
    const { results, posted } = await made(books, '/v1/entries/batch', {
      entries: chart.accounts.filter(({ postable }) => !postable).map((heading) => entryWith([heading])),
    });
    expect(posted).toBe(0);
    for (const { problem } of results) expect(problem).toMatchObject({ code: 'account_not_postable' });

    const reached = (await balances(books, 2)).map(({ account }) => account);
    expect(reached).toEqual(leaves.map(({ code }) => code).sort());
  });
});

const withoutZeros = (amounts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...amounts].filter(([, amount]) => amount !== 0));

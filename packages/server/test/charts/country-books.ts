import { expect } from 'vitest';
import { type Chart, readChart } from '../../src/modules/tenants/chart.ts';
import { cents } from '../exported.ts';
import { openTestApp, type TestApp } from '../harness.ts';
import { importRows } from '../import-file.ts';
import type { Country } from './country.ts';
import {
  type Booking,
  dateOf,
  entryOf,
  type Roles,
  restOfYear,
  rowsOfBookings,
  settledTrade,
} from './year-of.ts';

export interface BalanceRow {
  account: string;
  type: string;
  party?: string;
  opening: string;
  closing: string;
}

/** A book of a country, and how it is asked. */
export interface Books {
  t: TestApp;
  country: Country;
  chart: Chart;
  roles: Roles;
}

/** The code of the year that begins so many years after the first. */
export const yearCode = ({ start }: Country, after: number): string =>
  String(Number(start.slice(0, 4)) + after + (start.endsWith('-01-01') ? 0 : 1));

export async function made({ t }: Books, url: string, body: object) {
  const reply = await t.call('POST', url, body);
  if (reply.status > 201) throw new Error(`${url} ${JSON.stringify(body)}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export async function balances({ t, country }: Books, after: number, query = ''): Promise<BalanceRow[]> {
  const { body } = await t.call('GET', `/v1/reports/trial-balance?year=${yearCode(country, after)}${query}`);
  expect(body.totals, JSON.stringify(body)).toMatchObject({ opening: '0.00', closing: '0.00' });
  expect(body.totals.debit).toBe(body.totals.credit);
  return body.rows;
}

export async function post(books: Books, bookings: readonly Booking[]): Promise<void> {
  const entries = bookings.map((booking) => entryOf(books.country, booking));
  const { results } = await made(books, '/v1/entries/batch', { entries });
  for (const { problem } of results) expect(problem).toBeUndefined();
}

/** A tenant of the chart, three years, and the first of them posted. */
export async function openBooks(country: Country): Promise<Books> {
  const { chart: name, currency, timezone, registrationNumber } = country;
  const t = await openTestApp({
    tenant: { chart: name, country: country.country, baseCurrency: currency, timezone, registrationNumber },
  });
  const chart = readChart(name);
  const books = { t, country, chart, roles: chart.accountRoles as unknown as Roles };
  for (const after of [0, 1, 2]) {
    const first = dateOf(country, { month: 12 * after, day: '01' });
    const next = Date.parse(dateOf(country, { month: 12 * (after + 1), day: '01' }));
    await made(books, '/v1/years', { start: first, end: new Date(next - 1).toISOString().slice(0, 10) });
  }
  for (const [role, codes] of [
    ['customer', ['C1', 'C2', 'C3']],
    ['supplier', ['S1', 'S2']],
    ['employee', ['E1']],
  ] as const) {
    for (const code of codes) await made(books, '/v1/parties', { code, name: code, roles: [{ role }] });
  }

  const rows = rowsOfBookings(country, settledTrade(country, books.roles));
  const session = await importRows(t, rows, { resource: 'entries' });
  expect(session, JSON.stringify(session)).toMatchObject({ state: 'committed', rejected: 0 });
  await post(books, restOfYear(country, books.roles));
  return books;
}

const lastDay = { month: 11, day: '31' };

/** Milliseconds for the books of a country: a hundred requests, on a machine that does other things too. */
export const booksWithin = 180_000;

/** The result of the year to equity by an entry, where the country's practice has one; else it is carried. */
export async function takeResult(books: Books): Promise<void> {
  const { country, roles } = books;
  if (country.resultThrough === undefined) return;

  const lines = [
    { account: country.resultThrough, amount: cents(country.result) },
    { account: roles.resultProfit, amount: -cents(country.result) },
  ];
  const journal = country.journals.closing;
  await post(books, [{ journal, ...lastDay, text: 'Result of the year', kind: 'closing', lines }]);
}

/** Every period of the first year: the opening, twelve months, adjustment and closing. */
export async function closePeriods(books: Books): Promise<void> {
  for (let period = 0; period <= 14; period += 1) {
    await made(books, `/v1/periods/${yearCode(books.country, 0)}/${period}/close`, {});
  }
}

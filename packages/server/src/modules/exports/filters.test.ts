import type { ExportLine } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { cents, exported, linesOf, rowsOf, sumsOf } from '../../../test/exported.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

/** Two years, the second carried: every journal, three months, an adjustment, dimensions on balance and result accounts. */
beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles: { resultProfit: '120', resultLoss: '129' } } });
  await furnish(t, [
    ['2025-01-01', '2025-12-31'],
    ['2026-01-01', '2026-12-31'],
  ]);
  const entry = (journal: string, date: string, amount: string, more: object = {}) =>
    post(t, {
      ...{ journal, date, ...more },
      lines: [
        { account: '411', party: 'C1', debit: amount, dimensions: { site: 'north' } },
        { account: '706', credit: amount, dimensions: { site: 'south' } },
      ],
    });
  await entry('VT', '2025-04-01', '3.00');
  await entry('VT', '2026-01-01', '10.00');
  await entry('BQ', '2026-01-31', '20.00');
  await entry('VT', '2026-03-05', '100.00');
  await entry('OD', '2026-12-31', '500.00', { kind: 'adjustment' });
  await entry('OD', '2026-12-31', '1000.00');
  await post(t, {
    ...{ journal: 'BQ', date: '2026-03-06' },
    lines: [
      { account: '512', debit: '7.00', dimensions: { site: 'north' } },
      { account: '467', credit: '7.00' },
    ],
  });
});

afterAll(() => t.close());

async function sums(body: object) {
  const { text, done } = await exported(t, { format: 'jsonl', ...body });
  const lines = linesOf(await rowsOf('jsonl', text)) as ExportLine[];
  expect(cents(done.debit)).toBe(lines.reduce((sum, line) => sum + cents(line.debit), 0));
  expect(done.rows).toBe(lines.length);
  return sumsOf(lines);
}

/** Figures of the trial balance, of the accounts that have any. */
async function figures(query: string, value?: string) {
  const { rows } = (await t.call('GET', `/v1/reports/trial-balance?${query}`)).body;
  return Object.fromEntries(
    rows
      .filter((row: { value: string }) => value === undefined || row.value === value)
      .map(
        ({ account, opening, debit, credit }: Record<'account' | 'opening' | 'debit' | 'credit', string>) => [
          account,
          { opening: cents(opening), debit: cents(debit), credit: cents(credit) },
        ],
      ),
  );
}

describe('exports.content filters', () => {
  test('exports.content.200 a year, and some of its accounts, are the trial balance', async () => {
    expect(await sums({ year: '2026' })).toEqual(await figures('year=2026'));
    expect(await sums({ year: '2026', account: '4..5' })).toEqual(await figures('year=2026&account=4..5'));
    expect(await sums({ year: '2026', account: '411' })).toEqual(await figures('year=2026&account=411'));
  });

  test('exports.content.200 a dimension is the trial balance by it, what the year before carried with it included', async () => {
    for (const value of ['north', 'south']) {
      const dimension = { code: 'site', value };
      const wanted = await figures('year=2026&by=dimension:site', value);
      expect(await sums({ year: '2026', dimension })).toEqual(wanted);
    }
    expect((await figures('year=2026&by=dimension:site', 'north'))['411']).toMatchObject({ opening: 300 });
  });

  test('exports.content.200 a period holds its entries, whatever their days, and together they are the year', async () => {
    const movements = async (period: string) => (await sums({ period }))['706'];
    expect(await movements('2026/1')).toEqual({ opening: 0, debit: 0, credit: 3000 });
    expect(await movements('2026/3')).toEqual({ opening: 0, debit: 0, credit: 10_000 });
    expect(await movements('2026/12')).toEqual({ opening: 0, debit: 0, credit: 100_000 });
    expect(await movements('2026/13')).toEqual({ opening: 0, debit: 0, credit: 50_000 });
    expect(await sums({ period: '2026/0' })).toMatchObject({ 411: { opening: 300, debit: 0, credit: 0 } });
    expect(await sums({ period: '2026/2' })).toEqual({});

    const { items } = (await t.call('GET', '/v1/periods?year=2026')).body;
    const whole = await exported(t, { format: 'csv', year: '2026' });
    let rows = 0;
    for (const { number } of items) {
      rows += (await exported(t, { format: 'csv', period: `2026/${number}` })).done.rows;
    }
    expect(rows).toBe(whole.done.rows);
  });

  test('exports.content.200 a journal is the journal book, days are the general ledger of these days', async () => {
    const book = (await t.call('GET', '/v1/reports/journal?journal=VT&year=2026')).body.items;
    expect(await sums({ year: '2026', journal: 'VT' })).toEqual(sumsOf(book));

    const days = 'from=2026-03-01&to=2026-03-31';
    const ledger = (await t.call('GET', `/v1/reports/general-ledger?${days}`)).body.items;
    const lines = ledger.filter(({ record }: { record: string }) => record === 'line');
    expect(await sums({ from: '2026-03-01', to: '2026-03-31' })).toEqual(sumsOf(lines));
  });

  test('exports.content.200 filters add up: period, journal, account and dimension at once', async () => {
    const dimension = { code: 'site', value: 'north' };
    const body = { period: '2026/3', journal: 'BQ', account: '512', dimension };
    expect(await sums(body)).toEqual({ 512: { opening: 0, debit: 700, credit: 0 } });
    const { done } = await exported(t, { format: 'csv', ...body });
    expect(done).toMatchObject({
      ...{ from: '2026-03-01', to: '2026-03-31', year: null },
      filters: body,
    });
    expect(done.files[0].name).toContain('-2026-3.csv');
  });
});

describe('exports.create filters', () => {
  test('exports.create refuses what is not there, two ranges, and a part of a file that holds a year', async () => {
    const create = (body: object) => t.call('POST', '/v1/exports', { format: 'csv', ...body });
    expect(await create({ period: '2026/3', year: '2026' })).toMatchObject({ status: 400 });
    expect(await create({ period: '2026' })).toMatchObject({ status: 400 });
    expect(await create({ period: '2026/77' })).toMatchObject({
      status: 422,
      body: { code: 'year_unknown' },
    });
    expect(await create({ period: '1999/1' })).toMatchObject({ status: 422, body: { code: 'year_unknown' } });
    expect(await create({ dimension: { code: 'nope', value: 'x' } })).toMatchObject({ status: 404 });
    expect(await create({ dimension: { code: 'site', value: 'nope' } })).toMatchObject({ status: 404 });

    const part = await create({
      format: 'fec',
      period: '2026/3',
      dimension: { code: 'site', value: 'north' },
    });
    expect(part).toMatchObject({ status: 422, body: { code: 'export_incomplete' } });
    expect(part.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['/registrationNumber', '/year', '/period', '/dimension'],
    ]);
  });
});

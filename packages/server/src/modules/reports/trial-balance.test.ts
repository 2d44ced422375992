import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;
let clock = Date.parse('2026-06-01T10:00:00Z');

beforeAll(async () => {
  t = await openTestApp({
    now: () => clock,
    tenant: { accountRoles: { resultProfit: '120' } },
  });
  await furnish(t, [
    ['2026-01-01', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
    ['2029-01-01', '2029-12-31'],
  ]);
  await post(t, {
    journal: 'AN',
    date: '2026-01-01',
    kind: 'opening',
    lines: [
      { account: '512', debit: '100.00' },
      { account: '101', credit: '100.00' },
    ],
  });
  await post(t, {
    journal: 'VT',
    date: '2026-03-12',
    lines: [
      { account: '411', party: 'C1', debit: '50.00' },
      { account: '706', credit: '50.00', dimensions: { site: 'north' } },
    ],
  });
  clock = Date.parse('2026-07-01T10:00:00Z');
  await post(t, {
    journal: 'BQ',
    date: '2026-03-20',
    lines: [
      { account: '512', currency: 'USD', currencyDebit: '30.00', debit: '25.00' },
      { account: '411', party: 'C1', credit: '25.00' },
    ],
  });
  await post(t, {
    journal: 'OD',
    date: '2026-12-31',
    kind: 'adjustment',
    lines: [
      { account: '607', debit: '10.00', party: 'S1' },
      { account: '467', credit: '10.00', party: 'S1' },
    ],
  });
  await post(t, {
    journal: 'VT',
    date: '2027-02-01',
    lines: [
      { account: '512', debit: '5.00' },
      { account: '706', credit: '5.00' },
    ],
  });
});

afterAll(() => t.close());

async function report(query: string) {
  const { status, body } = await t.call('GET', `/v1/reports/trial-balance${query}`);
  if (status !== 200) return { status, body, rows: {} };
  const rows = body.rows.map((row: Record<string, string>) => [
    row['account'],
    [row['opening'], row['debit'], row['credit'], row['closing']].map(Number),
  ]);
  return { status, body, rows: Object.fromEntries(rows) };
}

describe('reports.trialBalance', () => {
  test('reports.trialBalance.200 the latest year with entries, its opening carried with the result', async () => {
    const { body, rows } = await report('');
    expect(body).toMatchObject({ currency: 'EUR', from: '2027-01-01', to: '2027-12-31' });
    expect(rows).toEqual({
      '101': [-100, 0, 0, -100],
      '120': [-40, 0, 0, -40],
      '411': [25, 0, 0, 25],
      '467': [-10, 0, 0, -10],
      '512': [125, 5, 0, 130],
      '706': [0, 0, 5, -5],
    });
    expect(body.totals).toEqual({ opening: '0.00', debit: '5.00', credit: '5.00', closing: '0.00' });
  });

  test('reports.trialBalance.200 opening entries count in the opening only', async () => {
    const { body, rows } = await report('?year=2026');
    expect(rows).toMatchObject({
      '101': [-100, 0, 0, -100],
      '411': [0, 50, 25, 25],
      '512': [100, 25, 0, 125],
      '607': [0, 10, 0, 10],
    });
    expect(body.totals).toEqual({ opening: '0.00', debit: '85.00', credit: '85.00', closing: '0.00' });
  });

  test('reports.trialBalance.200 days inside a period, and movements before them in the opening', async () => {
    expect((await report('?from=2026-03-13&to=2026-03-20')).rows).toEqual({
      '101': [-100, 0, 0, -100],
      '411': [50, 0, 25, 25],
      '512': [100, 25, 0, 125],
      '706': [-50, 0, 0, -50],
    });
    expect((await report('?asOf=2026-03-12')).rows).toMatchObject({
      '411': [0, 50, 0, 50],
      '512': [100, 0, 0, 100],
    });
    expect(await report('?to=2026-03-12')).toMatchObject({ body: { from: '2026-01-01', to: '2026-03-12' } });
    expect(await report('?from=2026-03-12')).toMatchObject({
      body: { from: '2026-03-12', to: '2026-12-31' },
    });
  });

  test('reports.trialBalance.200 without adjustments', async () => {
    expect((await report('?year=2026&without=closing,adjustment')).rows).not.toHaveProperty('607');
  });

  test('reports.trialBalance.200 what the books said at an instant, the carried opening included', async () => {
    const until = '&postedUntil=2026-06-15T00:00:00Z';
    expect((await report(`?year=2026${until}`)).rows).toEqual({
      '101': [-100, 0, 0, -100],
      '411': [0, 50, 0, 50],
      '512': [100, 0, 0, 100],
      '706': [0, 0, 50, -50],
    });
    expect((await report(`?year=2027${until}`)).rows).toEqual({
      '101': [-100, 0, 0, -100],
      '120': [-50, 0, 0, -50],
      '411': [50, 0, 0, 50],
      '512': [100, 0, 0, 100],
    });
  });

  test('reports.trialBalance.200 by currency the plain columns stay base', async () => {
    const { body } = await report('?year=2026&by=currency&account=512');
    expect(body.rows).toMatchObject([
      {
        currency: 'EUR',
        opening: '100.00',
        debit: '0.00',
        currencyOpening: '100.00',
        currencyClosing: '100.00',
      },
      { currency: 'USD', opening: '0.00', debit: '25.00', currencyDebit: '30.00', currencyClosing: '30.00' },
    ]);
  });

  test('reports.trialBalance.200 by party, on accounts that are no control accounts too', async () => {
    const { body } = await report('?year=2026&by=party');
    const parties = body.rows.map((row: Record<string, string>) => [
      row['account'],
      row['party'],
      row['closing'],
    ]);
    expect(parties).toEqual([
      ['101', null, '-100.00'],
      ['411', 'C1', '25.00'],
      ['467', 'S1', '-10.00'],
      ['512', null, '125.00'],
      ['607', 'S1', '10.00'],
      ['706', null, '-50.00'],
    ]);
  });

  test('reports.trialBalance.200 by dimension', async () => {
    const { body } = await report('?year=2026&by=dimension:site&account=7..7');
    expect(body.rows).toMatchObject([{ account: '706', value: 'north', closing: '-50.00' }]);
  });

  test('reports.trialBalance.200 a range of accounts ends with those that begin with its end', async () => {
    expect(Object.keys((await report('?year=2026&account=4..41')).rows)).toEqual(['411']);
    expect(Object.keys((await report('?year=2026&account=411')).rows)).toEqual(['411']);
  });

  test('reports.trialBalance.200 all shows accounts without any amount', async () => {
    expect((await report('?year=2026&all=true')).rows).toHaveProperty('801', [0, 0, 0, 0]);
  });

  test('reports.trialBalance.200 nothing is carried over a gap', async () => {
    expect((await report('?year=2029')).rows).toEqual({});
  });

  test('reports.trialBalance.422.role_account_missing names role and amount', async () => {
    const loss = {
      journal: 'OD',
      date: '2026-05-01',
      lines: [
        { account: '607', debit: '90.00' },
        { account: '512', credit: '90.00' },
      ],
    };
    const { id } = await post(t, loss);
    const { status, body } = await report('?year=2027');
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'role_account_missing' });
    expect(body.detail).toContain('a loss of 50.00 EUR of year 2026');
    expect(body.detail).toContain('accountRoles.resultLoss');
    expect((await t.call('POST', `/v1/entries/${id}/reverse`, { date: '2026-05-01' })).status).toBe(201);
  });

  test('reports.trialBalance.400 a range over two years, a mixture of options, a range upside down', async () => {
    expect(await report('?from=2026-12-01&to=2027-01-31')).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'query', pointer: '/to' }] },
    });
    expect(await report('?asOf=2026-12-01&to=2026-12-31')).toMatchObject({ status: 400 });
    expect(await report('?year=2026&from=2026-05-01&to=2026-04-30')).toMatchObject({ status: 400 });
  });

  test('reports.trialBalance.422.year_unknown and 404 for names that are not there', async () => {
    expect(await report('?asOf=2028-05-01')).toMatchObject({ status: 422, body: { code: 'year_unknown' } });
    for (const query of ['year=2033', 'account=999', 'by=dimension:nowhere']) {
      expect(await report(`?${query}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });
});

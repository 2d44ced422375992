import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { sql } from '../../db/sql.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles: { resultProfit: '120' } } });
  await furnish(t, [
    ['2026-01-01', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
  ]);
  await post(t, {
    ...{ journal: 'AN', date: '2026-01-01', kind: 'opening' },
    lines: [
      { account: '512', debit: '100.00' },
      { account: '101', credit: '100.00' },
    ],
  });
  for (let i = 0; i < 7; i += 1) {
    await post(t, {
      ...{
        journal: i % 2 ? 'OD' : 'VT',
        date: `2026-03-1${i % 3}`,
        documentRef: `F-${i}`,
        description: `Sale ${i}`,
      },
      lines: [
        { account: '411', party: i % 2 ? 'C1' : 'S1', debit: '12.00', description: `Line ${i}` },
        { account: '706', credit: '10.00' },
        { account: '401', credit: '2.00' },
      ],
    });
  }
  await post(t, {
    ...{ journal: 'BQ', date: '2026-02-01' },
    lines: [
      { account: '512', credit: '0.00', currency: 'USD', currencyCredit: '3.00' },
      { account: '467', debit: '0.00', currency: 'USD', currencyDebit: '3.00' },
    ],
  });
});

afterAll(() => t.close());

async function pages(url: string, limit: number) {
  const items: Record<string, string>[] = [];
  let cursor = '';
  for (;;) {
    const { status, body } = await t.call('GET', `${url}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    items.push(...body.items);
    if (body.next === null) return items;
    cursor = body.next;
  }
}

describe('reports.generalLedger', () => {
  test('reports.generalLedger.200 each account from its opening row on, with a running balance', async () => {
    const rows = await pages('/v1/reports/general-ledger?year=2026&account=411..512', 500);
    const shown = rows.map(({ record, account, date, balance }) => [record, account, date, balance]);
    expect(shown).toEqual([
      ['opening', '411', '2026-01-01', '0.00'],
      ...['10', '10', '10', '11', '11', '12', '12'].map((day, i) => [
        ...['line', '411', `2026-03-${day}`, `${12 * (i + 1)}.00`],
      ]),
      ['opening', '467', '2026-01-01', '0.00'],
      ['line', '467', '2026-02-01', '0.00'],
      ['opening', '512', '2026-01-01', '100.00'],
      ['line', '512', '2026-02-01', '100.00'],
    ]);
    expect(rows[1]).toMatchObject({
      ...{
        journal: 'OD',
        description: 'Line 3',
        documentRef: 'F-3',
        counterAccounts: ['401', '706'],
        settlement: null,
      },
    });
  });

  test('reports.generalLedger.200 pages of any size are one list', async () => {
    const url = '/v1/reports/general-ledger?year=2026';
    const whole = await pages(url, 500);
    expect(whole.length).toBe(6 + 7 * 3 + 2);
    for (const limit of [1, 2, 3, 7, 28, 29]) expect(await pages(url, limit)).toEqual(whole);
  });

  test('reports.generalLedger.200 the last balance is the closing of the trial balance', async () => {
    const range = 'from=2026-03-11&to=2026-03-11';
    const rows = await pages(`/v1/reports/general-ledger?${range}`, 4);
    const last = new Map(rows.map((row) => [row['account'], row['balance']]));
    const { body } = await t.call('GET', `/v1/reports/trial-balance?${range}`);
    const closings = body.rows.map((row: Record<string, string>) => [row['account'], row['closing']]);
    expect([...last]).toEqual(closings);
  });

  test('reports.generalLedger.200 of a party: its lines, from its own opening', async () => {
    const rows = await pages('/v1/reports/general-ledger?from=2026-03-11&party=C1', 2);
    expect(rows.map(({ record, party, balance }) => [record, party, balance])).toEqual([
      ['opening', null, '12.00'],
      ['line', 'C1', '24.00'],
      ['line', 'C1', '36.00'],
    ]);
  });
});

describe('reports.journal', () => {
  test('reports.journal.200 by journal, number and position, in pages of any size', async () => {
    const url = '/v1/reports/journal?year=2026';
    const whole = await pages(url, 500);
    const order = whole.map(({ journal, number, position }) => [journal, number, position].join(' '));
    expect(order).toEqual([...order].sort());
    expect(whole).toHaveLength(2 + 7 * 3 + 2);
    expect(whole[0]).toMatchObject({ journal: 'AN', kind: 'opening', account: '512', debit: '100.00' });
    for (const limit of [1, 2, 5, 24, 25]) expect(await pages(url, limit)).toEqual(whole);
  });

  test('reports.journal.200 of one journal and range', async () => {
    const rows = await pages('/v1/reports/journal?from=2026-03-11&to=2026-03-12&journal=OD', 500);
    expect(rows.map(({ number, documentRef }) => [number, documentRef])).toEqual([
      ...Array.from({ length: 3 }, () => ['OD-2026-000001', 'F-1']),
      ...Array.from({ length: 3 }, () => ['OD-2026-000003', 'F-5']),
    ]);
    expect((await t.call('GET', '/v1/reports/journal?journal=nope')).status).toBe(404);
  });
});

describe('reports.numbers', () => {
  test('reports.numbers.200 counts entries, not the state of the series', async () => {
    const { body } = await t.call('GET', '/v1/reports/numbers?year=2026');
    const shown = body.rows.map((row: Record<string, unknown>) => [
      row['series'],
      row['first'],
      row['last'],
      row['count'],
      row['next'],
    ]);
    expect(shown).toEqual([
      ['AN', 1, 1, 1, 2],
      ['BQ', 1, 1, 1, 2],
      ['OD', 1, 3, 3, 4],
      ['VT', 1, 4, 4, 5],
    ]);
    expect(
      body.rows.every(
        (row: { gaps: unknown[]; duplicates: unknown[] }) => row.gaps.length + row.duplicates.length === 0,
      ),
    ).toBe(true);
  });

  test('reports.numbers.200 a gap is found in the entries, its reason in what the import said', async () => {
    const { db } = t.app.services;
    const scope = { role: 'erp_app' as const, tenantId: t.tenant.id };
    // As an import leaves it: the next number is further on, and the gap has a reason.
    await db.tx(scope, (tx) =>
      tx.query(sql`
        update series_years set next = 8, gaps = '[{"from": 4, "to": 7, "reason": "Destroyed by fire"}]'
        where tenant_id = ${t.tenant.id} and series_id = (select id from series where tenant_id = ${t.tenant.id} and code = 'OD')`),
    );
    await post(t, {
      ...{ journal: 'OD', date: '2026-05-01' },
      lines: [
        { account: '512', debit: '1.00' },
        { account: '101', credit: '1.00' },
      ],
    });
    const { body } = await t.call('GET', '/v1/reports/numbers?series=OD');
    expect(body.rows).toMatchObject([
      {
        first: 1,
        last: 8,
        count: 4,
        next: 9,
        gaps: [{ from: 4, to: 7, reason: 'Destroyed by fire' }],
        duplicates: [],
      },
    ]);
    expect((await t.call('GET', '/v1/reports/numbers?series=nope')).status).toBe(404);
  });
});

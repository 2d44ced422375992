import type { Row } from '@erp/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, rejectsOf, settled } from '../../../../test/import-file.ts';

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(() => t.close());

const accounts: Row[] = [
  { record: 'account', code: '1930', type: 'asset' },
  { record: 'account', code: '2081', type: 'equity' },
  { record: 'account', code: '2099', type: 'equity' },
  { record: 'account', code: '3001', type: 'income' },
];
const before: Row = { record: 'year', start: '2025-01-01', end: '2025-12-31', detail: 'balances' };
const year: Row = { record: 'year', start: '2026-01-01', end: '2026-12-31' };
const balance = (account: string, amounts: object, year = '2025-01-01'): Row => ({
  ...{ record: 'balance', year, account },
  ...amounts,
});

/** The year earned 200.00, and its bank went from 1000.00 to 1200.00. */
const balances: Row[] = [
  balance('1930', { opening: '1000.00', closing: '1200.00' }),
  balance('2081', { opening: '-1000.00', closing: '-1000.00' }),
  balance('3001', { result: '-200.00' }),
];

const line = (entry: string, account: string, amount: string, more: object = {}): Row => ({
  ...{ record: 'line', entry, journal: 'A', date: '2026-03-01', account, amount },
  ...more,
});
const opening = { kind: 'opening', date: '2026-01-01' };
const entries: Row[] = [
  line('ib', '1930', '1200.00', opening),
  line('ib', '2081', '-1000.00', opening),
  line('ib', '2099', '-200.00', opening),
  line('1', '1930', '50.00'),
  line('1', '3001', '-50.00'),
];

async function trialBalance(query: string): Promise<string[]> {
  const { status, body } = await t.call('GET', `/v1/reports/trial-balance?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  expect(body.totals).toMatchObject({ opening: '0.00', closing: '0.00' });
  return body.rows.map((row: Record<string, string>) =>
    ['account', 'opening', 'debit', 'credit', 'closing'].map((field) => row[field]).join(' '),
  );
}

describe('imports.commit of balances', () => {
  test('imports.commit.202 the year before is kept as balances, and compared with the opening of the next', async () => {
    const session = await importRows(t, [...accounts, before, year, ...balances, ...entries]);
    expect(session).toMatchObject({ state: 'committed', entries: 2, written: 2, lines: 5 });
    expect(session.interpretation).toMatchObject({
      created: { balances: 3, years: 2 },
      years: [
        { code: '2025', detail: 'balances' },
        { code: '2026', detail: 'entries' },
      ],
      warnings: [expect.stringContaining('area general')],
    });

    expect(await trialBalance('year=2025')).toEqual([
      '1930 1000.00 200.00 0.00 1200.00',
      '2081 -1000.00 0.00 0.00 -1000.00',
      '3001 0.00 0.00 200.00 -200.00',
    ]);
    expect(await trialBalance('year=2026')).toHaveLength(4);
    expect((await t.call('GET', '/v1/years/2026')).body).toMatchObject({
      detail: 'entries',
      opening: { mode: 'stated', differences: [] },
    });
    expect((await t.call('GET', '/v1/years/2025')).body).toMatchObject({ detail: 'balances' });
  });

  test('imports.commit.202 an opening that is not the closing before it is a difference of that year', async () => {
    const wrong = balances.map((row) => ('opening' in row ? { ...row, closing: row.opening } : row)) as Row[];
    await importRows(t, [...accounts, before, year, ...wrong, ...entries]);
    const { differences } = (await t.call('GET', '/v1/years/2026')).body.opening;
    expect(differences).toMatchObject([{ account: '1930', stated: '1200.00', carried: '1000.00' }]);
  });

  test('imports.commit.202 balances alone: no entries, an opening carried from them, and nothing posted into them', async () => {
    await t.call('POST', '/v1/journals', { code: 'A', name: 'A', area: 'general' });
    const session = await importRows(t, [...accounts, before, ...balances]);
    expect(session).toMatchObject({ state: 'committed', entries: 0, written: 0, rejected: 0 });

    await t.platform(
      'PATCH',
      `/v1/tenants/${t.tenant.slug}`,
      {
        accountRoles: { resultProfit: '2099', resultLoss: '2099' },
      },
      { 'if-match': '*' },
    );
    await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
    expect(await trialBalance('year=2026')).toEqual([
      '1930 1200.00 0.00 0.00 1200.00',
      '2081 -1000.00 0.00 0.00 -1000.00',
      '2099 -200.00 0.00 0.00 -200.00',
    ]);
    const posted = await t.call('POST', '/v1/entries', {
      ...{ journal: 'A', date: '2025-06-01' },
      lines: [
        { account: '1930', debit: '1' },
        { account: '2081', credit: '1' },
      ],
    });
    expect(posted).toMatchObject({ status: 409, body: { code: 'period_not_open' } });

    const partOfIt = await t.call('GET', '/v1/reports/trial-balance?asOf=2025-06-30');
    expect(partOfIt).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const ledger = await t.call('GET', '/v1/reports/general-ledger?year=2025');
    expect(ledger).toMatchObject({ body: { code: 'year_unknown' } });

    await t.call('POST', `/v1/imports/${session.id}/reverse`);
    expect(await settled(t, session.id)).toMatchObject({ state: 'reversed' });
    expect(await trialBalance('year=2025')).toEqual([]);
    expect((await t.call('GET', '/v1/years/2025')).body.detail).toBe('entries');
  });

  test('imports.commit.202 entries of the year take the place of its balances', async () => {
    await importRows(t, [...accounts, before, year, ...balances, ...entries]);
    const ledger = [
      line('9', '1930', '1000.00', { ...opening, date: '2025-01-01' }),
      line('9', '2081', '-1000.00', { ...opening, date: '2025-01-01' }),
      line('10', '1930', '200.00', { date: '2025-08-08' }),
      line('10', '3001', '-200.00', { date: '2025-08-08' }),
    ];
    const single = await importRows(t, ledger, { resource: 'entries' });
    expect(single).toMatchObject({ state: 'invalid' });
    expect(new Set((await rejectsOf(t, single.id)).map(({ code }) => code))).toEqual(
      new Set(['period_not_open']),
    );

    const session = await importRows(t, ledger);
    expect(session).toMatchObject({ state: 'committed', written: 2 });
    expect(session.interpretation?.warnings).toEqual([
      'year 2025 has balances only: the entries of the file take their place',
    ]);
    expect(await trialBalance('year=2025')).toEqual([
      '1930 1000.00 200.00 0.00 1200.00',
      '2081 -1000.00 0.00 0.00 -1000.00',
      '3001 0.00 0.00 200.00 -200.00',
    ]);
    expect((await t.call('GET', '/v1/years/2025/balances')).body.items).toEqual([]);
    expect((await t.call('GET', '/v1/years/2026')).body.opening.differences).toEqual([]);
  });

  test('imports.commit.202 annotations by dimension are kept beside the opening and never become lines', async () => {
    const annotated = (code: string, dimension: string): Row =>
      balance('1930', { opening: '1200.00', dimensions: { [dimension]: code } }, '2026-01-01');
    const rows = [...accounts, year, ...entries, annotated('N', '1'), annotated('P', '6')];
    const session = await importRows(t, rows);
    expect(session).toMatchObject({ state: 'committed', lines: 5 });
    expect(session.interpretation?.created).toMatchObject({ balances: 2, dimensions: 2, values: 2 });
    expect((await trialBalance('year=2026'))[0]).toBe('1930 1200.00 50.00 0.00 1250.00');

    const first = await t.call('GET', '/v1/years/2026/balances?limit=1');
    expect(first.body.items).toMatchObject([
      { account: '1930', opening: '1200.00', closing: null, dimensions: { 1: 'N' } },
    ]);
    const second = await t.call('GET', `/v1/years/2026/balances?limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ dimensions: { 6: 'P' } }], next: null });
  });

  test('imports.commit.202 what is here stays: the same balances again do nothing, others are said', async () => {
    await importRows(t, [...accounts, before, ...balances]);
    const again = await importRows(t, [
      before,
      ...balances.slice(0, 2),
      balance('3001', { result: '-3.00' }),
    ]);
    expect(again.interpretation?.created).toEqual({});
    expect(again.interpretation?.warnings).toEqual([
      '1 balances are here with other amounts, and stay as they are (3001)',
    ]);
    expect(await trialBalance('year=2025')).toHaveLength(3);
  });
});

describe('imports.validate of balances', () => {
  test('imports.rejects.200 each faulty balance, with its place; none of them is an entry', async () => {
    const numbered = [
      ...accounts,
      before,
      balance('7777', { closing: '1.00' }),
      balance('1930', { closing: '1.005' }),
      balance('1930', { closing: '1.00' }, '2019-01-01'),
      balance('3001', { closing: '1.00', result: '2.00' }),
      balance('2081', { closing: '1.00' }),
      balance('2081', { closing: '1.00' }),
    ].map((row, at) => ({ ...row, row: at + 1 }));
    const session = await importRows(t, [...numbered, ...entries], { onError: 'skip' });
    expect(session).toMatchObject({ state: 'committed', entries: 7, written: 2, rejected: 5 });
    expect((await rejectsOf(t, session.id)).map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(
      [
        '6 account account_unknown',
        '7 closing amount_decimals',
        '8 year year_unknown',
        '9 result invalid_request',
        '11 account conflict',
      ],
    );
    expect(session.interpretation?.warnings).toContain(
      'the closing balances of year 2025 do not add up to zero',
    );
  });

  test('imports.validate.202 a year that overlaps another is not made, and its balances are counted', async () => {
    await t.call('POST', '/v1/years', { start: '2024-07-01', end: '2025-06-30' });
    const session = await importRows(t, [...accounts, before, ...balances]);
    expect(session.interpretation).toMatchObject({ notStored: { balances: 3 }, created: { accounts: 4 } });
  });

  test('tenants.reset.200 takes balances with it', async () => {
    await importRows(t, [...accounts, before, ...balances]);
    const reset = await t.call('POST', `/v1/tenants/${t.tenant.slug}/reset`, {});
    expect(reset.status).toBe(200);
    expect((await importRows(t, [before, ...balances])).interpretation?.created).toEqual({
      balances: 3,
      years: 1,
    });
  });
});

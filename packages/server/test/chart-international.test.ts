import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './harness.ts';

interface ChartAccount {
  code: string;
  statement: string;
  type: string;
  parent?: string;
  postable?: boolean;
  control?: string;
}

const chart = JSON.parse(readFileSync(new URL('../charts/international.json', import.meta.url), 'utf8')) as {
  accounts: ChartAccount[];
  journals: { code: string; area: string }[];
  accountRoles: Record<string, string | string[]>;
};

const account = (code: string) => chart.accounts.find((a) => a.code === code);
const leaves = chart.accounts.filter((a) => a.postable !== false);

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { chart: 'international' } });
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/years', { start: '2027-01-01', end: '2027-12-31' });
  for (const [code, role] of [
    ['C1', 'customer'],
    ['S1', 'supplier'],
    ['E1', 'employee'],
  ]) {
    await t.call('POST', '/v1/parties', { code, name: code, roles: [{ role }] });
  }
});

afterAll(() => t.close());

type Line = Record<string, string>;

async function post(journal: string, date: string, lines: Line[], more: object = {}): Promise<void> {
  const reply = await t.call('POST', '/v1/entries', { journal, date, lines, ...more });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
}

const debit = (code: string, amount: string, more: Line = {}): Line => ({
  account: code,
  debit: amount,
  ...more,
});
const credit = (code: string, amount: string, more: Line = {}): Line => ({
  account: code,
  credit: amount,
  ...more,
});

/** A year of a small firm: opening, then each month sales, purchases, payments, payroll, rent and depreciation. */
async function postYear(): Promise<void> {
  await post(
    'OPN',
    '2026-01-01',
    [
      debit('141000', '20000.00'),
      debit('114000', '12000.00'),
      credit('310000', '30000.00'),
      credit('330000', '2000.00'),
    ],
    { kind: 'opening' },
  );
  for (let month = 1; month <= 12; month += 1) {
    const on = (day: string) => `2026-${String(month).padStart(2, '0')}-${day}`;
    await post('SAL', on('05'), [
      debit('131000', '12000.00', { party: 'C1' }),
      credit('410000', '10000.00'),
      credit('213000', '2000.00'),
    ]);
    await post('PUR', on('07'), [
      debit('511000', '4000.00'),
      debit('134000', '800.00'),
      credit('211000', '4800.00', { party: 'S1' }),
    ]);
    await post('BNK', on('15'), [debit('141000', '12000.00'), credit('131000', '12000.00', { party: 'C1' })]);
    await post('BNK', on('16'), [debit('211000', '4800.00', { party: 'S1' }), credit('141000', '4800.00')]);
    await post('CSH', on('20'), [
      debit('533000', '50.00'),
      debit('541000', '5.00'),
      credit('141000', '55.00'),
    ]);
    await post('PAY', on('25'), [
      debit('521000', '3000.00'),
      debit('522000', '900.00'),
      credit('215000', '2400.00', { party: 'E1' }),
      credit('214000', '1500.00'),
    ]);
    await post('BNK', on('26'), [debit('215000', '2400.00', { party: 'E1' }), credit('141000', '2400.00')]);
    await post('GEN', on('28'), [debit('531000', '700.00'), credit('141000', '700.00')]);
    await post('GEN', on('28'), [debit('538000', '250.00'), credit('119000', '250.00')]);
  }
}

/** A bill in dollars, revalued at the year's end: base moves, dollars do not. */
async function postForeignBill(): Promise<void> {
  await post('PUR', '2026-11-20', [
    debit('536000', '920.00', { currency: 'USD', currencyDebit: '1000.00' }),
    credit('211000', '920.00', { currency: 'USD', currencyCredit: '1000.00', party: 'S1' }),
  ]);
  await post(
    'GEN',
    '2026-12-31',
    [
      debit('544000', '15.00'),
      credit('211000', '15.00', { currency: 'USD', currencyCredit: '0.00', party: 'S1' }),
    ],
    { kind: 'revaluation' },
  );
}

describe('chart international', () => {
  test('every account stands below a heading of its own kind, and headings take no lines', async () => {
    for (const { code, parent, statement, type } of chart.accounts) {
      expect(code).toMatch(/^\d{6}$/);
      const above = parent === undefined ? undefined : account(parent);
      if (parent !== undefined) expect(above, code).toMatchObject({ statement, type, postable: false });
    }
    const stored = (await t.call('GET', '/v1/accounts?limit=500')).body.items;
    expect(stored.map((a: { code: string }) => a.code)).toEqual(chart.accounts.map((a) => a.code).sort());
    for (const given of chart.accounts) {
      const found = stored.find((a: { code: string }) => a.code === given.code);
      expect(found).toMatchObject({ parent: given.parent ?? null, postable: given.postable ?? true });
    }
  });

  test('its journals cover every area, each with a series of its own', async () => {
    const journals = (await t.call('GET', '/v1/journals')).body.items;
    const areas = ['bank', 'cash', 'closing', 'general', 'opening', 'payroll', 'purchase', 'sale'];
    expect(journals.map((j: { area: string }) => j.area).sort()).toEqual(areas);
    for (const journal of journals) expect(journal.series).toBe(journal.code);
  });

  test('every role is an account that takes lines, result and clearing are carried, gains and losses are not', async () => {
    const tenant = (await t.platform('GET', `/v1/tenants/${t.tenant.slug}`)).body;
    expect(tenant.accountRoles).toEqual(chart.accountRoles);
    const roles = [
      'fxGainRealised',
      'fxGainUnrealised',
      'fxLossRealised',
      'fxLossUnrealised',
      'openingClearing',
    ];
    expect(Object.keys(chart.accountRoles).sort()).toEqual(
      [...roles, 'resultLoss', 'resultProfit', 'rounding', 'suspense', 'unallocatedResult'].sort(),
    );
    const result = ['rounding', 'fxGainRealised', 'fxLossRealised', 'fxGainUnrealised', 'fxLossUnrealised'];
    for (const [role, codes] of Object.entries(chart.accountRoles)) {
      for (const code of [codes].flat()) {
        const statement = result.includes(role) ? 'result' : 'balance';
        expect(account(code), role).toMatchObject({ statement });
        expect(account(code)?.postable, role).not.toBe(false);
      }
    }
  });

  test('a year posted in it balances: opening, twelve months, dollars; the result reaches the next opening', async () => {
    await postYear();
    await postForeignBill();

    const report = (await t.call('GET', '/v1/reports/trial-balance?year=2026')).body;
    expect(report.totals).toMatchObject({ opening: '0.00', closing: '0.00' });
    expect(report.totals.debit).toBe(report.totals.credit);
    const closing = Object.fromEntries(
      report.rows.map((row: { account: string; closing: string }) => [row.account, row.closing]),
    );
    // 20,000 + 12 x (12,000 - 4,800 - 55 - 2,400 - 700) in the bank; 12 x (10,000 - 8,905) less 920 and 15 earned.
    expect(closing).toMatchObject({
      '141000': '68540.00',
      '131000': '0.00',
      '211000': '-935.00',
      '213000': '-24000.00',
      '134000': '9600.00',
      '119000': '-3000.00',
      '410000': '-120000.00',
      '544000': '15.00',
    });

    const next = (await t.call('GET', '/v1/reports/trial-balance?year=2027')).body;
    const opening = next.rows.find((row: { account: string }) => row.account === '330000').opening;
    expect(opening).toBe('-14205.00');
    expect(next.totals).toMatchObject({ opening: '0.00', closing: '0.00' });
    expect(next.rows.some((row: { account: string }) => row.account >= '400000')).toBe(false);
  });

  test('every account of it can be posted to, and a heading refuses', async () => {
    const party: Record<string, string> = { receivable: 'C1', payable: 'S1', employee: 'E1' };
    for (const { code, control } of leaves) {
      const named: Line = control ? { party: party[control] ?? '' } : {};
      await post('GEN', '2027-02-01', [debit(code, '1.00', named), credit('219000', '1.00')]);
    }
    const report = (await t.call('GET', '/v1/reports/trial-balance?year=2027')).body;
    const reached = report.rows.map((row: { account: string }) => row.account);
    expect(reached).toEqual(leaves.map((a) => a.code).sort());

    for (const { code } of chart.accounts.filter((a) => a.postable === false)) {
      const reply = await t.call('POST', '/v1/entries', {
        journal: 'GEN',
        date: '2027-02-01',
        lines: [debit(code, '1.00'), credit('219000', '1.00')],
      });
      expect(reply).toMatchObject({ status: 422, body: { code: 'account_not_postable' } });
    }
  });
});

import type { Row, StatedTotal } from '@erp/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  beginImport,
  committed,
  importRows,
  saidOf,
  sendPart,
  validated,
} from '../../../../test/import-file.ts';

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(() => t.close());

const accounts: Row[] = [
  { record: 'account', code: 'bank', type: 'asset' },
  { record: 'account', code: 'equity', type: 'equity' },
  { record: 'account', code: 'sales', type: 'income' },
];
const line = (entry: string, date: string, account: string, amount: string, more: object = {}): Row => ({
  ...{ record: 'line', entry, journal: 'A', date, account, amount },
  ...more,
});
const sale = (entry: string, date: string, amount: string): Row[] => [
  line(entry, date, 'bank', amount),
  line(entry, date, 'sales', `-${amount}`),
];
const year = (start: string, end: string): Row => ({ record: 'year', start, end });
const years = [year('2024-01-01', '2024-12-31'), year('2025-01-01', '2025-12-31')];

/** 100.00 opened in 2024, 10.00 sold in it, and 1.00 in each of two months of 2025. */
const books: Row[] = [
  ...accounts,
  ...years,
  line('o', '2024-01-01', 'bank', '100.00', { kind: 'opening' }),
  line('o', '2024-01-01', 'equity', '-100.00', { kind: 'opening' }),
  ...sale('1', '2024-05-05', '10.00'),
  ...sale('2', '2025-02-10', '1.00'),
  ...sale('3', '2025-03-10', '1.00'),
];

const said = (assertions: StatedTotal[], rows = 0) => ({ ...saidOf(rows), assertions });

async function check(rows: readonly Row[], assertions: StatedTotal[], body: object = {}) {
  const id = await beginImport(t, body);
  await sendPart(t, id, 1, rows);
  return validated(t, id, 1, said(assertions));
}

const resultGoesTo = (account: string) =>
  t.platform('PATCH', `/v1/tenants/${t.tenant.slug}`, {
    accountRoles: { resultProfit: account, resultLoss: account },
  });

const shown = (session: { assertions: Record<string, unknown>[] }) =>
  session.assertions.map(({ account, kind, date, computed }) =>
    [account, kind, date, computed].filter((word) => word !== undefined).join(' '),
  );

describe('imports.validate of stated totals', () => {
  test('imports.validate.202 each kind, over two years of which the second opens by being carried', async () => {
    const stated = '0';
    const session = await check(books, [
      { kind: 'opening', account: 'bank', stated, date: '2024-01-01' },
      { kind: 'opening', account: 'bank', stated, date: '2025-01-01' },
      { kind: 'opening', account: 'bank', stated, date: '2025-02-10' },
      { kind: 'opening', account: 'bank', stated, date: '2025-02-11' },
      { kind: 'closing', account: 'bank', stated, date: '2025-02-10' },
      { kind: 'closing', account: 'bank', stated, date: '2025-12-31' },
      { kind: 'closing', account: 'sales', stated, date: '2024-12-31' },
      { kind: 'closing', account: 'bank', stated, date: '2030-06-30' },
      { kind: 'closing', account: 'sales', stated, date: '2030-06-30' },
      { kind: 'opening', account: 'bank', stated, date: '2020-01-01' },
      { kind: 'result', account: 'sales', stated, from: '2025-01-01', date: '2025-12-31' },
      { kind: 'period', account: 'sales', stated, from: '2025-03-01', date: '2025-03-31' },
      { kind: 'period', account: 'bank', stated, from: '2024-05-05', date: '2025-02-10' },
      { kind: 'closing', account: 'nowhere', stated, date: '2025-12-31' },
      { kind: 'total', stated },
      { kind: 'count', stated },
    ]);
    expect(session.state).toBe('valid');
    expect(new Set(shown(session))).toEqual(
      new Set([
        ' total 112.00',
        ' count 4',
        'bank opening 2020-01-01 0.00',
        'bank opening 2024-01-01 100.00',
        'bank opening 2025-01-01 110.00',
        'bank opening 2025-02-10 110.00',
        'bank opening 2025-02-11 111.00',
        'bank closing 2025-02-10 111.00',
        'bank closing 2025-12-31 112.00',
        'bank closing 2030-06-30 112.00',
        'bank period 2025-02-10 11.00',
        'sales closing 2024-12-31 -10.00',
        'sales closing 2030-06-30 0.00',
        'sales result 2025-12-31 -2.00',
        'sales period 2025-03-31 -1.00',
        'nowhere closing 2025-12-31 0.00',
      ]),
    );
    expect(session.assertionCounts).toEqual({ stated: 16, agreed: 3 });
    const differs = session.assertions.map(({ stated: is, computed }) => is !== computed);
    expect(differs.indexOf(false)).toBe(13);
    expect(differs.slice(13)).toEqual([false, false, false]);
  });

  test('imports.validate.202 what is in the books already counts, and the commit says the same', async () => {
    await importRows(t, books);
    const id = await beginImport(t);
    await sendPart(t, id, 1, sale('4', '2025-03-10', '5.00'));
    const stated: StatedTotal[] = [
      { kind: 'closing', account: 'bank', stated: '117', date: '2025-03-31', row: 7 },
      { kind: 'period', account: 'sales', stated: '-6.00', from: '2025-03-01', date: '2025-03-31' },
    ];
    const valid = await validated(t, id, 1, said(stated));
    expect(valid.assertionCounts).toEqual({ stated: 2, agreed: 2 });
    expect(valid.assertions[0]).toMatchObject({ stated: '117.00', computed: '117.00', row: 7 });

    const session = await committed(t, id);
    expect(session).toMatchObject({ state: 'committed', assertions: valid.assertions });
    await resultGoesTo('equity');
    const { rows } = (await t.call('GET', '/v1/reports/trial-balance?asOf=2025-03-31')).body;
    expect(rows[0]).toMatchObject({ account: 'bank', closing: '117.00' });
  });

  test('imports.validate.202 the result of a year reaches the account of its role in the next', async () => {
    await importRows(t, books);
    await resultGoesTo('equity');
    const session = await check(sale('5', '2025-12-31', '1.00'), [
      { kind: 'opening', account: 'equity', stated: '-110.00', date: '2025-01-01' },
    ]);
    expect(session.assertionCounts).toEqual({ stated: 1, agreed: 1 });
  });

  test('imports.validate.202 with a currency only what the account holds in it, with its decimals', async () => {
    const dollars = (debit: string, currencyDebit: string): Row[] => [
      {
        record: 'line',
        entry: 'd',
        journal: 'A',
        date: '2025-04-01',
        account: 'bank',
        debit,
        currency: 'USD',
        currencyDebit,
      },
      line('d', '2025-04-01', 'equity', `-${debit}`),
    ];
    const at = { account: 'bank', date: '2025-12-31', kind: 'closing' as const };
    const session = await check(
      [...books, ...dollars('9.00', '10.00')],
      [
        { ...at, stated: '10', currency: 'USD' },
        { ...at, stated: '112.0', currency: 'EUR' },
        { ...at, stated: '121.00' },
        { ...at, stated: '121.001' },
        { ...at, stated: '0', currency: 'JPY' },
      ],
    );
    expect(session.assertionCounts).toEqual({ stated: 5, agreed: 4 });
    expect(session.assertions[0]).toMatchObject({ stated: '121.001', computed: '121.00' });
  });

  test('imports.validate.202 balances of a year whose entries are here are compared, not kept', async () => {
    const balance: Row = {
      record: 'balance',
      year: '2024-01-01',
      account: 'bank',
      opening: '100',
      closing: '109',
      row: 3,
    };
    const session = await check([...books, balance], []);
    expect(session.interpretation?.created).not.toHaveProperty('balances');
    expect(session.assertions).toEqual([
      { account: 'bank', kind: 'closing', stated: '109.00', computed: '110.00', date: '2024-12-31', row: 3 },
      { account: 'bank', kind: 'opening', stated: '100.00', computed: '100.00', date: '2024-01-01', row: 3 },
    ]);
  });

  test('imports.validate.202 strict: a total that differs makes the import invalid', async () => {
    const stated: StatedTotal[] = [{ kind: 'closing', account: 'bank', stated: '7', date: '2025-12-31' }];
    expect(await check(books, stated, { options: { strict: true } })).toMatchObject({
      state: 'invalid',
      rejected: 0,
    });
    const agreed: StatedTotal[] = [{ kind: 'closing', account: 'bank', stated: '112', date: '2025-12-31' }];
    expect(await check(books, agreed, { options: { strict: true } })).toMatchObject({ state: 'valid' });
  });

  test('imports.commit.202.interpretation_changed a total that was shown no longer holds', async () => {
    await importRows(t, books);
    const id = await beginImport(t);
    await sendPart(t, id, 1, sale('4', '2025-03-10', '5.00'));
    await validated(
      t,
      id,
      1,
      said([{ kind: 'closing', account: 'bank', stated: '117', date: '2025-12-31' }]),
    );
    await t.call('POST', '/v1/entries', {
      ...{ journal: 'A', date: '2025-05-05' },
      lines: [
        { account: 'bank', debit: '1' },
        { account: 'sales', credit: '1' },
      ],
    });
    const session = await committed(t, id);
    expect(session).toMatchObject({
      ...{ state: 'valid', failure: { code: 'interpretation_changed' } },
      assertions: [{ computed: '118.00' }],
    });
    expect(await committed(t, id)).toMatchObject({ state: 'committed' });
  });

  test('imports.list.200 gives the counts, and leaves the totals out', async () => {
    await check(books, [{ kind: 'count', stated: '4' }]);
    const { items } = (await t.call('GET', '/v1/imports')).body;
    expect(items[0]).toMatchObject({ assertions: [], assertionCounts: { stated: 1, agreed: 1 } });
  });
});

import type { components } from '@erp/openapi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  beginImport,
  committed,
  importRows,
  rejectsOf,
  sendPart,
  validated,
} from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  for (const [code, area] of [
    ['OD', 'general'],
    ['VT', 'sale'],
    ['AN', 'opening'],
  ]) {
    await t.call('POST', '/v1/journals', { code, name: code, area });
  }
  for (const account of [
    { code: '101000', statement: 'balance', type: 'equity' },
    { code: '411000', statement: 'balance', type: 'asset', control: 'receivable' },
    { code: '512000', statement: 'balance', type: 'asset' },
    { code: '512001', statement: 'balance', type: 'asset', currency: 'USD' },
    { code: '600', statement: 'result', type: 'expense', postable: false },
    { code: '607000', statement: 'result', type: 'expense' },
    { code: '706000', statement: 'result', type: 'income', validFrom: '2026-06-01' },
  ]) {
    await t.call('POST', '/v1/accounts', { name: account.code, ...account });
  }
  await t.call('POST', '/v1/parties', { code: 'C1', name: 'Customer' });
});
afterAll(() => t.close());

type Amounts = Record<string, unknown>;
const line = (entry: string, account: string, amounts: Amounts, more: object = {}) => ({
  ...{ record: 'line' as const, entry, journal: 'OD', date: '2026-03-05', account },
  ...amounts,
  ...more,
});
const pair = (entry: string, more: object = {}, account = '512000', other = '607000') => [
  line(entry, account, { credit: '10.00' }, more),
  line(entry, other, { debit: '10.00' }, more),
];

/** The rejects of entries sent beside one that is sound; the sound one is written, the others leave no trace. */
async function refusalsOf(rows: object[], body: object = {}) {
  const id = await beginImport(t, { resource: 'entries', onError: 'skip', ...body });
  await sendPart(t, id, 1, [...rows, ...pair('sound', { date: '2026-02-02' })]);
  const session = await validated(t, id, 1);
  expect(session.entries).toBe(session.valid + session.rejected);
  expect(session.valid).toBeGreaterThan(0);
  return (await rejectsOf(t, id)).map(({ entry, field, code }) => `${entry} ${field} ${code}`);
}

describe('imports.validate refuses', () => {
  test.each([
    ['account_unknown', pair('e', {}, '512009'), 'account'],
    ['account_not_postable', pair('e', {}, '600'), 'account'],
    ['account_inactive', pair('e', {}, '706000'), 'account'],
    ['account_currency', pair('e', {}, '512001'), 'currency'],
    ['party_required', pair('e', {}, '411000'), 'party'],
    ['party_unknown', pair('e', { party: 'C9' }), 'party'],
    ['dimension_unknown', pair('e', { dimensions: { project: 'P1' } }), 'dimensions/project'],
    ['year_unknown', pair('e', { date: '2031-01-01' }), 'date'],
    ['date_outside_period', pair('e', { kind: 'closing' }), 'date'],
    ['invalid_request', pair('e', { journal: 'XX' }), 'journal'],
    [
      'amount_decimals',
      [line('e', '512000', { credit: '1.005' }), line('e', '607000', { debit: '1.005' })],
      'credit',
    ],
    ['amount_both_sides', [line('e', '512000', { credit: '1', debit: '1' })], 'credit'],
    ['amount_negative', [line('e', '512000', { debit: '-1' }), line('e', '607000', { debit: '1' })], 'debit'],
    [
      'amount_format',
      [line('e', '512000', { debit: '1.234,5' }), line('e', '607000', { credit: '1' })],
      'debit',
    ],
    ['currency_unknown', pair('e', { currency: 'ZZZ' }), 'currency'],
    ['currency_amount_missing', pair('e', { currency: 'USD' }), 'currencyDebit'],
    ['date_invalid', pair('e', { date: '2026-02-30' }), 'date'],
    ['unbalanced', [line('e', '512000', { debit: '1' }), line('e', '607000', { credit: '0.99' })], null],
  ])('imports.rejects.200.%s', async (code, rows, field) => {
    const found = await refusalsOf(rows);
    expect([...new Set(found)]).toContain(`e ${field} ${code}`);
    expect(found.every((one) => one.startsWith('e '))).toBe(true);
  });

  test('imports.rejects.200.unbalanced_rounding only where each currency balances and the rest is half a cent a line', async () => {
    const foreign = (entry: string, credit: string) => [
      ...['30.51', '30.51', '30.52'].map((debit, i) =>
        line(entry, '607000', { debit, currency: 'USD', currencyDebit: ['33.33', '33.33', '33.34'][i] }),
      ),
      line(entry, '512000', { credit, currency: 'USD', currencyCredit: '100.00' }),
    ];
    expect(await refusalsOf([...foreign('near', '91.55'), ...foreign('far', '91.60')])).toEqual([
      'near null unbalanced_rounding',
      'far null unbalanced',
    ]);
  });

  test('imports.rejects.200 says row, value and what was likely meant', async () => {
    const id = await beginImport(t, { resource: 'entries' });
    await sendPart(
      t,
      id,
      1,
      pair('e', {}, '51200').map((row, i) => ({ ...row, row: i + 2 })),
    );
    expect(await validated(t, id, 1)).toMatchObject({ state: 'invalid', valid: 0, rejected: 1 });
    const rejects = await rejectsOf(t, id);
    expect(rejects).toEqual([
      {
        ...{ row: 2, entry: 'e', field: 'account', value: '51200', code: 'account_unknown' },
        message: 'there is no account 51200; did you mean 512000?',
      },
    ]);
    expect((await t.call('POST', `/v1/imports/${id}/commit`)).status).toBe(409);
  });

  test('imports.rejects.200.duplicate_external_id in the file and in the books', async () => {
    expect((await importRows(t, pair('first', { externalId: 'x-1' }), { resource: 'entries' })).written).toBe(
      1,
    );
    const rows = [
      ...pair('a', { externalId: 'x-2' }),
      ...pair('b', { externalId: 'x-2' }),
      ...pair('c', { externalId: 'x-1' }),
    ];
    expect(await refusalsOf(rows)).toEqual([
      'b externalId duplicate_external_id',
      'c externalId duplicate_external_id',
    ]);
  });

  test('imports.rejects.200.number_taken in the books; in the file with numbers kept', async () => {
    expect(await importRows(t, pair('n', { number: 'A-1' }), { resource: 'entries' })).toMatchObject({
      written: 1,
    });
    expect(await refusalsOf(pair('again', { number: 'A-1' }))).toEqual(['again number number_taken']);
    const twice = [...pair('p', { number: 'A-2' }), ...pair('q', { number: 'A-2' })];
    expect(await refusalsOf(twice, { options: { numbers: 'keep' } })).toEqual(['q number number_taken']);
  });

  test('imports.rejects.200.period_not_open and area_closed', async () => {
    await t.call('POST', '/v1/periods/2026/9/close');
    await t.call('POST', '/v1/periods/2026/10/close', { area: 'sale' });
    const rows = [
      ...pair('closed', { date: '2026-09-10' }),
      ...pair('area', { date: '2026-10-10', journal: 'VT' }),
      ...pair('open', { date: '2026-10-10' }),
    ];
    expect(await refusalsOf(rows)).toEqual(['closed date period_not_open', 'area date area_closed']);
  });

  test('imports.rejects.200.entry_too_large', async () => {
    const rows = Array.from({ length: 10_001 }, () => line('big', '512000', { debit: '0' }));
    expect(await refusalsOf(rows)).toEqual(['big null entry_too_large']);
  });
});

describe('imports.commit', () => {
  test('imports.commit.202 numbers of the file are kept, gaps are kept with them, and the next one goes on', async () => {
    const rows = [3, 4, 7].flatMap((n) => pair(`k${n}`, { series: 'K', number: `000${n}` }));
    const session = await importRows(t, [...rows, ...pair('new', { series: 'K' })], {
      resource: 'entries',
      options: { create: ['journals'] },
    });
    expect(session).toMatchObject({
      state: 'committed',
      written: 4,
      interpretation: { created: { series: 1 } },
    });
    const { body } = await t.call('GET', '/v1/series/K');
    expect(body.years).toMatchObject([
      { year: '2026', next: 9, lowest: 3, highest: 8, imported: true, gaps: [{ from: 5, to: 6 }] },
    ]);
    expect(body.format).toBe('{n:4}');
    const list = await t.call('GET', '/v1/entries?from=2026-03-05&to=2026-03-05&limit=500');
    const numbers = list.body.items
      .filter((e: { series: string }) => e.series === 'K')
      .map((e: { number: string }) => e.number);
    expect(numbers).toEqual(['0003', '0004', '0007', '0008']);
  });

  test('imports.commit.202 numbers that stand twice are given anew, and the interpretation says so', async () => {
    const rows = [...pair('r1', { series: 'K2', number: '1' }), ...pair('r2', { series: 'K2', number: '1' })];
    const session = await importRows(t, rows, { resource: 'entries', options: { create: ['journals'] } });
    expect(session).toMatchObject({
      written: 2,
      interpretation: {
        numbering: { policy: 'renumber', renumbered: ['K2'], reason: expect.stringContaining('twice') },
      },
    });
    const { body } = await t.call('GET', '/v1/entries?from=2026-03-05&to=2026-03-05&limit=500');
    const found = body.items.filter((e: { series: string }) => e.series === 'K2');
    expect(found.map((e: { number: string; source: object }) => [e.number, e.source])).toMatchObject([
      ['1', { reference: '1' }],
      ['2', { reference: '1' }],
    ]);
  });

  test('imports.commit.202 as draft: the entries wait, nothing is in the books', async () => {
    const before = await t.call('GET', '/v1/reports/trial-balance?year=2026');
    const rows = pair('d', {
      number: 'D-1',
      entryDescription: 'Waits',
      currency: 'USD',
      currencyDebit: undefined,
    });
    rows[0] = { ...rows[0], currencyCredit: '11.00' } as never;
    rows[1] = { ...rows[1], currencyDebit: '11.00' } as never;
    const session = await importRows(t, rows, { resource: 'entries', options: { as: 'draft' } });
    expect(session).toMatchObject({ state: 'committed', written: 1, lines: 2, debit: '10.00' });
    const { body } = await t.call('GET', '/v1/entries/drafts');
    expect(body.items).toMatchObject([
      { description: 'Waits', date: '2026-03-05', source: { reference: 'D-1' } },
    ]);
    const posted = await t.call('POST', `/v1/entries/drafts/${body.items[0].id}/post`);
    expect(posted).toMatchObject({ status: 201, body: { debitTotal: '10.00' } });
    expect(posted.body.lines[0]).toMatchObject({
      account: '512000',
      credit: '10.00',
      currencyCredit: '11.00',
    });
    expect(before.status).toBe(200);
  });

  test('imports.commit.202 opening balances: one entry of the first day, its difference on the account that was named', async () => {
    await t.call('POST', '/v1/years', { start: '2027-01-01', end: '2027-12-31' });
    const rows = [
      { record: 'line' as const, entry: 'opening', account: '512000', debit: '100.00' },
      { record: 'line' as const, entry: 'opening', account: '411000', party: 'C1', debit: '20.00' },
    ];
    const refused = await importRows(t, rows, { resource: 'opening-balances', options: { year: '2027' } });
    expect(refused).toMatchObject({ state: 'invalid', rejected: 1 });
    expect(await rejectsOf(t, refused.id)).toMatchObject([{ code: 'opening_unbalanced' }]);

    const options = { year: '2027', openingDifference: '101000' };
    const session = await importRows(t, rows, { resource: 'opening-balances', options });
    expect(session).toMatchObject({
      ...{ state: 'committed', written: 1, lines: 3, debit: '120.00', credit: '120.00' },
      interpretation: { opening: { journal: 'AN', mode: 'stated', difference: '-120.00' } },
    });
    const { body } = await t.call('GET', '/v1/years/2027');
    expect(body.opening.mode).toBe('stated');
    const tb = await t.call('GET', '/v1/reports/trial-balance?year=2027');
    expect(tb.body.rows.map((r: Record<string, string>) => [r['account'], r['opening']])).toEqual([
      ['101000', '-120.00'],
      ['411000', '20.00'],
      ['512000', '100.00'],
    ]);

    const second = await importRows(t, rows, { resource: 'opening-balances', options });
    expect(await rejectsOf(t, second.id)).toMatchObject([{ code: 'opening_exists' }]);
  });

  test('imports.commit.202.interpretation_changed the books moved since: it is validated again and shown again', async () => {
    const id = await beginImport(t, { resource: 'entries', options: { create: ['accounts'] } });
    await sendPart(t, id, 1, pair('m', { accountType: 'asset' }, '512777'));
    expect(await validated(t, id, 1)).toMatchObject({
      state: 'valid',
      interpretation: { created: { accounts: 1 } },
    });
    await t.call('POST', '/v1/accounts', {
      code: '512777',
      name: 'Meanwhile',
      statement: 'balance',
      type: 'asset',
    });

    const moved = await committed(t, id);
    expect(moved).toMatchObject({ state: 'valid', written: 0, interpretation: { created: {} } });
    expect(moved.failure).toMatchObject({ code: 'interpretation_changed' });
    expect(await committed(t, id)).toMatchObject({ state: 'committed', written: 1, failure: null });
  });

  test('imports.commit.202 settlements by letter: full, and unbalanced where the group is', async () => {
    const rows = [
      line('s', '411000', { debit: '5' }, { party: 'C1', settlement: 'A' }),
      line('s', '411000', { credit: '5' }, { party: 'C1', settlement: 'A', settlementDate: '2026-04-01' }),
      line('s', '512000', { debit: '2' }, { settlement: 'A' }),
      line('s', '607000', { credit: '2' }),
    ];
    expect(await importRows(t, rows, { resource: 'entries' })).toMatchObject({ written: 1 });
    const { body } = await t.call('GET', '/v1/settlements');
    const found = body.items.map((s: components['schemas']['Settlement']) => [
      s.account,
      s.party,
      s.code,
      s.state,
      s.date,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['411000', 'C1', 'A', 'full', '2026-04-01'],
        ['512000', null, 'A', 'unbalanced', null],
      ]),
    );
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { beginImport, importRows, rejectsOf, sendPart, validated } from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
});
afterAll(() => t.close());

const pair = (entry: string, currency: string, amount: string) =>
  (['currencyDebit', 'currencyCredit'] as const).map((side, i) => ({
    record: 'line' as const,
    ...{ entry, journal: 'OD', date: '2026-03-05', account: i === 0 ? 'Assets:A' : 'Equity:B' },
    ...{ currency, [i === 0 ? 'debit' : 'credit']: '1.00', [side]: amount },
  }));
const row = (code: string, exponent: number) => ({ record: 'currency' as const, code, exponent });

test('imports.commit.202 a row of a currency gives its decimals, without one there are two; those of the books stay', async () => {
  const rows = [
    ...[row('UNIT0', 0), row('UNIT6', 6), row('EUR', 8), row('SPARE', 3)],
    ...[...pair('1', 'UNIT0', '7'), ...pair('2', 'UNIT6', '0.000001'), ...pair('3', 'UNIT2', '0.01')],
  ];
  const session = await importRows(t, rows);
  expect(session).toMatchObject({ state: 'committed', written: 3 });
  expect(session.interpretation).toMatchObject({
    created: { currencies: 4 },
    warnings: expect.arrayContaining([
      'currencies made, with their decimals: UNIT0 (0), UNIT6 (6), UNIT2 (2), SPARE (3)',
    ]),
  });

  const { body } = await t.call('GET', '/v1/reports/trial-balance?year=2026&by=currency');
  const closing = (body.rows as Record<string, string>[])
    .filter(({ account }) => account === 'Assets:A')
    .map((r) => [r['currency'], r['currencyClosing']]);
  expect(closing.sort()).toEqual([
    ['UNIT0', '7'],
    ['UNIT2', '0.01'],
    ['UNIT6', '0.000001'],
  ]);
  expect((await t.call('GET', '/v1/currencies/EUR')).body.exponent).toBe(2);
});

test('imports.putPart.200 a row of an earlier part gives the decimals of a later one; after the lines it is refused', async () => {
  const id = await beginImport(t);
  await sendPart(t, id, 1, [row('LATER', 5)]);
  await sendPart(t, id, 2, pair('1', 'LATER', '0.00001'));
  expect(await validated(t, id, 2)).toMatchObject({ state: 'valid', valid: 1 });

  const late = await beginImport(t);
  await sendPart(t, late, 2, pair('1', 'LATEST', '0.01'));
  await sendPart(t, late, 1, [row('LATEST', 5)]);
  expect(await validated(t, late, 2)).toMatchObject({ state: 'invalid', rejected: 1 });
  expect((await rejectsOf(t, late)).map(({ field, value, code }) => [field, value, code])).toEqual([
    ['currency', 'LATEST', 'currency_unknown'],
    ['currency', 'LATEST', 'currency_unknown'],
  ]);
});

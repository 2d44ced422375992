import { afterAll, beforeAll, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import type { Tx } from '../../db/database.ts';
import { balancesOf } from './balances.ts';
import { readDimensions } from './head.ts';
import { exportRange } from './range.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles: { resultProfit: '120', resultLoss: '129' } } });
  await furnish(t, [
    ['2024-01-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2026-01-01', '2026-12-31'],
  ]);
  const sale = (date: string, amount: string) =>
    post(t, {
      ...{ journal: 'VT', date },
      lines: [
        { account: '512', debit: amount },
        { account: '706', credit: amount },
      ],
    });
  await sale('2024-05-01', '1.00');
  await sale('2025-05-01', '20.00');
  await sale('2026-05-01', '300.00');
});

afterAll(() => t.close());

function inBooks<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return t.app.services.db.tx({ role: 'erp_app', tenantId: t.tenant.id, isolation: 'snapshot' }, work);
}

async function balances(body: { year?: string; from?: string; to?: string }) {
  const tenant = await t.app.services.tenants.find(t.tenant.slug);
  if (!tenant) throw new Error('no tenant');
  return inBooks(async (tx) => balancesOf(tx, tenant, await exportRange(tx, tenant.id, body)));
}

const ofYear = (rows: Awaited<ReturnType<typeof balances>>, year: string) =>
  rows.filter((row) => row.year === year).map(({ account, opening, closing }) => [account, opening, closing]);

test('exports.content balances: of each year of the range and of the one before, carried as the reports carry', async () => {
  const rows = await balances({ from: '2025-03-01', to: '2026-01-31' });
  expect(ofYear(rows, '2024-01-01')).toEqual([
    ['512', '0.00', '1.00'],
    ['706', '0.00', '-1.00'],
  ]);
  expect(ofYear(rows, '2025-01-01')).toEqual([
    ['120', '-1.00', '-1.00'],
    ['512', '1.00', '21.00'],
    ['706', '0.00', '-20.00'],
  ]);
  expect(rows).toHaveLength(2 + 3 + 3);
});

test('exports.content balances: those of the trial balance, and the first year has none before it', async () => {
  const { rows } = (await t.call('GET', '/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31')).body;
  expect(ofYear(await balances({ year: '2026' }), '2026-01-01')).toEqual(
    rows.map(({ account, opening, closing }: Record<string, string>) => [account, opening, closing]),
  );
  expect(ofYear(await balances({ year: '2024' }), '2024-01-01')).toHaveLength(2);
  expect(await balances({ year: '2024' })).toHaveLength(2);
});

test('exports.content dimensions: with their names, by the bytes of their codes', async () => {
  expect(await inBooks((tx) => readDimensions(tx, t.tenant.id))).toEqual({
    dimensionTypes: [{ code: 'site', name: 'Site' }],
    dimensionValues: [
      { dimension: 'site', code: 'north', name: 'north' },
      { dimension: 'site', code: 'south', name: 'south' },
    ],
  });
});

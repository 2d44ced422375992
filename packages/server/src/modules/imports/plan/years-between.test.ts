import type { Row } from '@erp/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows } from '../../../../test/import-file.ts';

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(() => t.close());

const accounts: Row[] = [
  { record: 'account', code: 'Assets:House', type: 'asset' },
  { record: 'account', code: 'Equity:Opening', type: 'equity' },
  { record: 'journal', code: 'GJ', area: 'general' },
];
const entry = (date: string): Row[] => [
  { record: 'line', entry: date, journal: 'GJ', date, account: 'Assets:House', amount: '50.00' },
  { record: 'line', entry: date, account: 'Equity:Opening', amount: '-50.00' },
];

const opening = async (year: string) => {
  const { body } = await t.call('GET', `/v1/reports/trial-balance?year=${year}`);
  return body.rows.map(({ account, opening }: Record<string, unknown>) => [account, opening]);
};

describe('imports.commit of years that leave some out', () => {
  test.each(['beancount', 'hledger', 'ledger'] as const)(
    'imports.commit.202 balances of a %s ledger go on through years without entries, which are made',
    async (format) => {
      const session = await importRows(t, [...accounts, ...entry('2023-05-01'), ...entry('2026-05-01')], {
        format,
      });
      expect(session.interpretation?.years).toMatchObject([
        { code: '2023' },
        { code: '2024', reason: 'has no entries; balances go on through it' },
        { code: '2025' },
        { code: '2026' },
      ]);
      expect(await opening('2026')).toEqual([
        ['Assets:House', '50.00'],
        ['Equity:Opening', '-50.00'],
      ]);
    },
  );

  test('imports.commit.202 a slip of the pen makes no thousand years, and other formats leave years out', async () => {
    const slip = await importRows(t, [...accounts, ...entry('1023-05-01'), ...entry('2026-05-01')], {
      format: 'beancount',
    });
    expect(slip.interpretation).toMatchObject({
      years: [{ code: '1023' }, { code: '2026' }],
      warnings: expect.arrayContaining([expect.stringContaining('more than 100 years')]),
    });

    const other = await openTestApp();
    const { interpretation } = await importRows(other, [
      ...accounts,
      ...entry('2023-05-01'),
      ...entry('2026-05-01'),
    ]);
    expect(interpretation?.years).toMatchObject([{ code: '2023' }, { code: '2026' }]);
    await other.close();
  });
});

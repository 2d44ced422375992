import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cents, countEntries, numbers, trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, python, shared } from './shared-files.ts';

const fecA = shared('data/fec/0000000001FEC20220831.txt');
const fecB = shared('data/fec/111111111FEC20221231.TXT');
const yearAfterA = shared('expected/year2/000000001FEC20230831.txt');
const siren = ['--registration-number', '123456789'];
const patience = 120_000;

interface Posted {
  readonly number: string;
  readonly sequence: number;
}

// Nothing here prints a name of these files: the checkers say counts and account codes, and so do we.
describe.runIf(hasShared)('FEC', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  const importFec = (tenant: string, path: string): Promise<Receipt> =>
    at.ask(['import', 'ledger', path, '--format', 'fec'], { tenant });

  async function checkBalance(tenant: string, expected: string, ...flags: string[]): Promise<void> {
    const found = await trialBalance(at, tenant, ...flags);
    const file = at.file(`${tenant}-balance.json`, JSON.stringify(found));
    expect(python('expected/check_tb.py', shared(expected), file)).toMatchObject({ code: 0 });
  }

  async function checkExport(tenant: string, original: string): Promise<void> {
    const file = join(at.folder, `${tenant}-export.txt`);
    await at.ask(['export', 'ledger', '--format', 'fec', '--out', file], { tenant });
    expect(python('expected/fec_compare.py', original, file)).toMatchObject({ code: 0 });
  }

  async function listed(tenant: string, noun: string): Promise<number> {
    return (await at.ask<unknown[]>([noun, 'list'], { tenant })).length;
  }

  /** Posts ten euro from an account of class 5 to one of class 6. */
  async function postNext(tenant: string, journal: string, date: string): Promise<Posted> {
    const accounts = await at.ask<{ code: string }[]>(['account', 'list'], { tenant });
    const ofClass = (first: string) => accounts.find(({ code }) => code.startsWith(first))?.code;
    const lines = [
      { account: ofClass('6'), debit: '10.00' },
      { account: ofClass('5'), credit: '10.00' },
    ];

    const file = at.file('next.json', JSON.stringify({ journal, date, description: 'Next', lines }));
    return at.ask(['entry', 'post', '--file', file], { tenant });
  }

  test('import ledger fec A: counts, trial balance, export', { timeout: patience }, async () => {
    await at.createTenant('fec-a', ...siren);
    const receipt = await importFec('fec-a', fecA);

    expect(receipt).toMatchObject({
      state: 'committed',
      entries: 2033,
      written: 2033,
      lines: 5422,
      rejected: 0,
    });
    expect(receipt).toMatchObject({ debit: '10186219.81', credit: '10186219.81', rejectsFile: null });
    expect(receipt.interpretation.years).toMatchObject([{ start: '2021-09-01', end: '2022-08-31' }]);

    expect(await countEntries(at.sdk('fec-a'))).toEqual({
      entries: 2033,
      lines: 5422,
      debit: 1_018_621_981n,
      credit: 1_018_621_981n,
      numberedTwice: 0,
    });
    expect(await listed('fec-a', 'account')).toBe(153);
    expect(await listed('fec-a', 'party')).toBe(95);
    expect(await listed('fec-a', 'journal')).toBe(9);

    await checkBalance('fec-a', 'expected/tb_fecA.json');
    await checkExport('fec-a', fecA);
  });

  test('report trial-balance of fec A: the result of the year is on accounts of classes 6 and 7', async () => {
    const { rows } = await trialBalance(at, 'fec-a');
    const result = rows.filter(({ account }) => /^[67]/.test(account)).map(({ closing }) => cents(closing));

    expect(result.reduce((sum, amount) => sum - amount, 0n)).toBe(17_320_848n);
  });

  test('entry post after fec A: the journal goes on with its numbers', async () => {
    expect(await postNext('fec-a', 'ACH', '2022-08-31')).toMatchObject({ number: '394', sequence: 394 });
  });

  test('import ledger fec B: counts, twins, a warning about the year', { timeout: patience }, async () => {
    await at.createTenant('fec-b', ...siren);
    const receipt = await importFec('fec-b', fecB);

    expect(receipt).toMatchObject({
      state: 'committed',
      entries: 248,
      written: 248,
      lines: 934,
      rejected: 0,
    });
    expect(receipt).toMatchObject({ debit: '225682.23', credit: '225682.23' });
    expect(receipt.interpretation.years).toMatchObject([{ start: '2023-01-01', end: '2023-12-31' }]);
    expect(receipt.interpretation.warnings.filter((text) => text.includes('2022-12-31'))).not.toEqual([]);
    expect(await countEntries(at.sdk('fec-b'))).toMatchObject({
      entries: 248,
      lines: 934,
      debit: 22_568_223n,
    });

    await checkBalance('fec-b', 'expected/tb_fecB.json');
    await checkExport('fec-b', fecB);
  });

  test('report numbers of fec B: nine journals share one sequence, which goes on after 248', async () => {
    const [before, ...others] = (await numbers(at, 'fec-b')).filter(({ count }) => count > 0);
    expect(others).toEqual([]);
    expect(before).toMatchObject({ first: 1, last: 248, count: 248, next: 249, gaps: [], duplicates: [] });

    expect(await postNext('fec-b', 'VE', '2023-07-31')).toMatchObject({ number: '00000249', sequence: 249 });
    const [after] = (await numbers(at, 'fec-b')).filter(({ count }) => count > 0);
    expect(after).toMatchObject({ first: 1, last: 249, count: 249, next: 250, gaps: [], duplicates: [] });
  });

  test.each([
    { tenant: 'year-after', files: [fecA, yearAfterA] },
    { tenant: 'year-before', files: [yearAfterA, fecA] },
  ])(
    'import ledger of two years, $tenant: nothing doubles',
    { timeout: patience },
    async ({ tenant, files }) => {
      await at.createTenant(tenant, ...siren);
      for (const file of files) await importFec(tenant, file);

      const { rows } = await trialBalance(at, tenant, '--as-of', '2022-11-30');
      const closing = (code: string) => rows.find(({ account }) => account === code)?.closing;
      expect([closing('101500'), closing('411000')]).toEqual(['-13500.00', '52517.24']);

      await checkBalance(tenant, 'expected/year2/expected_year2.json', '--year', '2023');
      await checkBalance(tenant, 'expected/tb_fecA.json', '--year', '2022');

      // What the second year states is what the first would carry, its result included.
      const year = await at.ask<{ opening: object }>(['api', 'GET', '/v1/years/2023'], { tenant });
      expect(year.opening).toMatchObject({ mode: 'stated', differences: [] });
    },
  );
});

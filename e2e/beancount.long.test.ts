import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figures } from './beancount-figures.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, shared } from './shared-files.ts';

const patience = 240_000;

interface Row {
  readonly account: string;
  readonly currency: string;
  readonly closing: string;
  readonly currencyClosing: string;
}

describe.runIf(hasShared)('ledgers of beancount', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  async function balances(tenant: string): Promise<string[]> {
    const report = ['report', 'trial-balance', '--by', 'currency', '-o', 'json'];
    const { rows } = await at.ask<{ rows: Row[] }>(report, { tenant });
    return rows
      .map(({ account, currency, closing, currencyClosing }) =>
        [account, currencyClosing, currency, ...(currency === 'USD' ? [] : [closing])].join(' '),
      )
      .sort();
  }

  async function importInto(tenant: string, path: string): Promise<Receipt> {
    await at.createTenant(tenant, '--currency', 'USD', '--country', 'US');
    // A balance that the file states and the books do not have would end it.
    return at.ask(['import', 'ledger', path, '--strict'], { tenant });
  }

  async function exportAll(tenant: string, from: string): Promise<string> {
    const path = join(at.folder, `${tenant}.beancount`);
    const range = ['--from', `${from}-01-01`, '--to', '2015-12-31'];
    await at.ask(['export', 'ledger', '--format', 'beancount', '--out', path, ...range], { tenant });
    return path;
  }

  test.each([
    ['basic', '2007', 67],
    ['starter', '2004', 11],
    ['vesting', '2014', 7],
  ] as const)(
    'import ledger %s.beancount: the balances of bean-query, which come back through an export',
    { timeout: patience },
    async (name, from, entries) => {
      const receipt = await importInto(name, shared(`data/plaintext/${name}.beancount`));
      expect(receipt).toMatchObject({ state: 'committed', entries, written: entries, rejected: 0 });
      const expected = figures[name].trim().split(/\n\s*/).sort();
      expect(await balances(name)).toEqual(expected);

      const written = await exportAll(name, from);
      const copy = `${name}-copy`;
      expect(await importInto(copy, written)).toMatchObject({
        entries,
        written: entries,
        lines: receipt.lines,
      });
      expect(await balances(copy)).toEqual(expected);
      expect(readFileSync(await exportAll(copy, from), 'utf8')).toBe(readFileSync(written, 'utf8'));
    },
  );
});

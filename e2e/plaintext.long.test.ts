import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { journalSamples, type Sample, SumsOf, sumsOfYears, wholeRange } from './plaintext-books.ts';
import { hasShared, shared } from './shared-files.ts';

const patience = 240_000;
const tenantOf = ({ file }: Sample) => file.toLowerCase().replace(/[^a-z0-9]+/g, '-');

describe.runIf(hasShared)('plain text journals', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  async function imported(tenant: string, path: string, base: string): Promise<Receipt> {
    await at.createTenant(tenant, '--currency', base, '--country', 'US');
    return at.ask(['import', 'ledger', path], { tenant });
  }

  async function exported(tenant: string, { format }: Sample): Promise<string> {
    const path = join(at.folder, `${tenant}.${format === 'ledger' ? 'ledger' : 'journal'}`);
    const range = await wholeRange(at, tenant);
    const manifest = await at.ask(['export', 'ledger', '--format', format, ...range, '--out', path], {
      tenant,
    });
    expect(manifest).toMatchObject({ notHeld: {} });
    return path;
  }

  test.each(journalSamples)(
    'import ledger $file: told by its text, exported, imported and exported again the same',
    { timeout: patience },
    async (sample) => {
      const { file, format, base, entries, lines, debit, notStored } = sample;
      const counts = { state: 'committed', entries, lines, written: entries, rejected: 0, debit };

      const receipt = await imported(tenantOf(sample), shared(`data/plaintext/${file}`), base);
      expect(receipt).toMatchObject({ ...counts, interpretation: { format } });
      expect(receipt.interpretation).toHaveProperty('notStored', notStored);

      const path = await exported(tenantOf(sample), sample);
      const copy = `${tenantOf(sample)}-copy`;
      expect(await imported(copy, path, base)).toMatchObject({ ...counts, interpretation: { format } });
      expect(readFileSync(await exported(copy, sample), 'utf8')).toBe(readFileSync(path, 'utf8'));
    },
  );

  test('import ledger hledger_bcexample.journal: nine commodities, and the balances that hledger prints', {
    timeout: patience,
  }, async () => {
    const tenant = 'nine';
    const receipt = await imported(tenant, shared('data/plaintext/hledger_bcexample.journal'), 'USD');
    expect(receipt.interpretation.created).toMatchObject({ currencies: 8 });

    const printed = new SumsOf();
    const rows = readFileSync(shared('expected/hledger_bcexample_bal.csv'), 'utf8').trim().split('\n');
    for (const row of rows.slice(1)) {
      const [, account = '', amounts = ''] = /^"(.*)","(.*)"$/.exec(row) ?? [];
      for (const amount of amounts.split(', ')) {
        const [number = '', currency = 'USD'] = amount.split(' ');
        printed.add(account, currency, number);
      }
    }

    const { inCurrency } = await sumsOfYears(at, tenant);
    expect(inCurrency).toEqual(printed.get());
  });

  test('import ledger with a transaction that does not balance: the rejects are a journal to mend', {
    timeout: patience,
  }, async () => {
    const sound = '2025-03-01 * Sale\n    Assets:Cash  10.00 EUR\n    Income:Sales\n';
    const wrong =
      '2025-03-02 * Rent\n    Expenses:Rent  700.00 EUR\n    Expenses:Heating  90.00 EUR\n    Assets:Cash  -800.00 EUR\n';
    const path = at.file('wrong.journal', `${sound}\n${wrong}`);
    const tenant = 'rejects';
    await at.createTenant(tenant);
    expect((await at.run(['import', 'ledger', path, '--on-error', 'skip'], { tenant })).code).toBe(3);

    const rejects = readFileSync(join(at.folder, 'wrong.rejects.journal'), 'utf8');
    expect(rejects).toContain(';! line 5: amount: unbalanced');
    expect(rejects).not.toContain('Sale');
    const mended = at.file('mended.journal', rejects.replace('90.00', '100.00'));
    expect(await at.ask(['import', 'ledger', mended], { tenant })).toMatchObject({ written: 1, lines: 3 });
  });
});

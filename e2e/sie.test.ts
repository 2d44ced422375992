import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numbers, trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, python, shared } from './shared-files.ts';

const patience = 120_000;
const folder = 'data/sie';
const swedish = ['--currency', 'SEK', '--country', 'SE'];

interface Line {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly dimensions?: Record<string, string>;
}

interface Entry {
  readonly kind: string;
  readonly series: string;
  readonly number: string | null;
  readonly source: { readonly reference: string };
  readonly lines: readonly Line[];
}

describe.runIf(hasShared)('SIE', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  async function importSie(tenant: string, name: string, ...flags: string[]): Promise<Receipt> {
    await at.createTenant(tenant, ...swedish);
    return at.ask(['import', 'ledger', shared(join(folder, name)), ...flags], { tenant });
  }

  async function exportAs(tenant: string, format: string, ...flags: string[]): Promise<string> {
    const file = join(at.folder, `${tenant}.${format}`);
    await at.ask(['export', 'ledger', '--format', format, '--out', file, ...flags], { tenant });
    return file;
  }

  async function checkBalance(tenant: string, expected: string, ...flags: string[]): Promise<void> {
    const found = at.file(`${tenant}-balance.json`, JSON.stringify(await trialBalance(at, tenant)));
    expect(python('expected/check_tb.py', shared(expected), found, ...flags)).toMatchObject({ code: 0 });
  }

  const entriesOf = (tenant: string): Promise<Entry[]> =>
    at.ask(['entry', 'list', '--limit', '1000'], { tenant });

  test.each([
    ['BL0001_typ4.SE', 85, '2009-07-01', []],
    ['MAMUT_SIE4_EXPORT.SE', 169, '2010-01-01', []],
    ['SIE_exempelfil.se', 27, '2011-01-01', ['--allow-extra', '1']],
    ['magenta_bokforing_SIE4E.se', 20, '2011-01-01', []],
    ['typ4.se', 82, '2012-01-01', []],
  ] as const)(
    'import ledger %s: trial balance, export',
    { timeout: patience },
    async (name, entries, start, allow) => {
      const tenant = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const receipt = await importSie(tenant, name);
      expect(receipt).toMatchObject({ state: 'committed', entries, written: entries, rejected: 0 });
      expect(receipt.interpretation).toMatchObject({ format: 'sie', encoding: 'cp437' });
      expect(receipt.interpretation.years).toEqual(
        expect.arrayContaining([expect.objectContaining({ start, detail: 'entries' })]),
      );

      await checkBalance(tenant, `expected/tb_sie_${name.replace(/\.\w+$/, '')}.json`, ...allow);
      const file = await exportAs(tenant, 'sie');
      expect(python('expected/sie_compare.py', shared(join(folder, name)), file)).toMatchObject({ code: 0 });
      expect(python('tools/siecheck.py', file)).toMatchObject({
        code: 0,
        said: expect.stringMatching(new RegExp(`VER ${entries - 1} .* unbalanced 0 .* IB\\+mv!=UB 0 `)),
      });

      // The export is a ledger of its own: in empty books it gives the same balances, and the same bytes once more.
      const copy = `${tenant}-copy`;
      await at.createTenant(copy, ...swedish);
      await at.ask(['import', 'ledger', file], { tenant: copy });
      await checkBalance(copy, `expected/tb_sie_${name.replace(/\.\w+$/, '')}.json`, ...allow);
    },
  );
});

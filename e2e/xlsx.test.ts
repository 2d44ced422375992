import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, python, shared } from './shared-files.ts';

const fecB = shared('data/fec/111111111FEC20221231.TXT');
const patience = 120_000;
const siren = ['--registration-number', '123456789'];

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
}, patience);
afterAll(() => at?.close());

// Nothing here prints a name of these files.
describe.runIf(hasShared)('XLSX of a FEC', () => {
  test('export ledger xlsx, imported into a second tenant: line for line the same books', {
    timeout: patience,
  }, async () => {
    await at.createTenant('first', ...siren);
    await at.createTenant('second', ...siren);
    await at.ask(['import', 'ledger', fecB], { tenant: 'first' });

    const path = join(at.folder, 'books.xlsx');
    const manifest = await at.ask<{ rows: number; notHeld: object }>(
      ['export', 'ledger', '--format', 'xlsx', '--out', path],
      { tenant: 'first' },
    );
    expect(manifest).toMatchObject({ rows: 934, entries: 248, debit: '225682.23', notHeld: {} });

    const receipt = await at.ask<Receipt>(['import', 'ledger', path], { tenant: 'second' });
    expect(receipt).toMatchObject({
      entries: 248,
      lines: 934,
      rejected: 0,
      debit: '225682.23',
      credit: '225682.23',
    });

    const balance = at.file('balance.json', JSON.stringify(await trialBalance(at, 'second')));
    expect(python('expected/check_tb.py', shared('expected/tb_fecB.json'), balance)).toMatchObject({
      code: 0,
    });

    // The same as a FEC again, letters included; and as a sheet again, to the byte.
    const fec = join(at.folder, 'again.txt');
    await at.ask(['export', 'ledger', '--format', 'fec', '--out', fec], { tenant: 'second' });
    expect(python('expected/fec_compare.py', fecB, fec)).toMatchObject({ code: 0 });

    const again = join(at.folder, 'again.xlsx');
    await at.ask(['export', 'ledger', '--format', 'xlsx', '--out', again], { tenant: 'second' });
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codecs } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, python, shared } from './shared-files.ts';

const fecB = shared('data/fec/111111111FEC20221231.TXT');
const magenta = shared('data/sie/magenta_bokforing_SIE4E.se');
const patience = 240_000;
const siren = ['--registration-number', '123456789'];

interface Manifest {
  readonly notHeld: Readonly<Record<string, number>>;
}

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
  await at.createTenant('french', ...siren);
  await at.createTenant('swedish');
  if (!hasShared) return;
  await at.ask(['import', 'ledger', fecB], { tenant: 'french' });
  await at.ask(['import', 'ledger', magenta], { tenant: 'swedish' });
}, patience);
afterAll(() => at?.close());

/** Lines of a FEC that have a letter. */
function lettered(fec: string): number {
  const [, ...lines] = readFileSync(fec, 'latin1').split(/[\r\n]+/);
  return lines.filter((line) => line.split(/[\t|]/)[13]?.trim()).length;
}

async function balanceOf(tenant: string, expected: string) {
  const balance = at.file(`${tenant}.json`, JSON.stringify(await trialBalance(at, tenant)));
  return python('expected/check_tb.py', shared(expected), balance);
}

const formats = Object.values(codecs).map(({ name, extension }) => ({ name, extension }));

// Nothing here prints a name of these files.
describe.runIf(hasShared)('books of 934 lines through every format', () => {
  test.each(formats)(
    'export and import ledger as $name: the same lines and balances, letters or their number',
    {
      timeout: patience,
    },
    async ({ name, extension }) => {
      const write = (format: string, path: string, tenant: string) =>
        at.ask<Manifest>(['export', 'ledger', '--format', format, '--year', '2023', '--out', path], {
          tenant,
        });
      const path = join(at.folder, `french.${extension}`);
      const manifest = await write(name, path, 'french');
      expect(manifest).toMatchObject({ rows: 934, entries: 248, debit: '225682.23', credit: '225682.23' });
      const { settlement = 0, openingLine = 0 } = manifest.notHeld;

      await at.createTenant(name, ...siren);
      const read = ['import', 'ledger', path, '--format', name];
      const receipt = await at.ask<Receipt>(read, { tenant: name });
      expect(receipt).toMatchObject({ entries: 248, lines: 934 - openingLine, rejected: 0 });
      expect(await balanceOf(name, 'expected/tb_fecB.json')).toMatchObject({ code: 0 });

      const fec = join(at.folder, `${name}.txt`);
      await write('fec', fec, name);
      expect(lettered(fec)).toBe(lettered(fecB) - settlement);

      // What a FEC has and the format holds comes back in every column, and the same file is written of it.
      if (settlement + openingLine > 0) return;
      expect(receipt).toMatchObject({ debit: '225682.23', credit: '225682.23' });
      expect(python('expected/fec_compare.py', fecB, fec)).toMatchObject({ code: 0 });
      const again = join(at.folder, `again.${extension}`);
      await write(name, again, name);
      expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
    },
  );
});

describe.runIf(hasShared)('books of SIE through tables', () => {
  test.each(formats.filter(({ name }) => name === 'csv' || name === 'xlsx'))(
    'export and import ledger as $name: account 0351 keeps its zero and its balance',
    { timeout: patience },
    async ({ name, extension }) => {
      const tenant = `swedish-${name}`;
      const path = join(at.folder, `swedish.${extension}`);
      await at.ask(['export', 'ledger', '--format', name, '--out', path], { tenant: 'swedish' });
      await at.createTenant(tenant);
      await at.ask(['import', 'ledger', path], { tenant });

      const { rows } = await trialBalance(at, tenant);
      expect(rows.find(({ account }) => account === '0351')).toMatchObject({ closing: '-104320.00' });
      expect(await balanceOf(tenant, 'expected/tb_sie_magenta_bokforing_SIE4E.json')).toMatchObject({
        code: 0,
      });
    },
  );
});

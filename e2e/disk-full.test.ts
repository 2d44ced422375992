import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countEntries } from './books-state.ts';
import { documentOf, type Receipt, type Refusal } from './erp-process.ts';
import { generateLedger } from './generated-ledger.ts';
import { type Installation, openInstallation } from './installation.ts';

const ledger = generateLedger({ lines: 400 });
const whole = { entries: ledger.entries, lines: ledger.lines, debit: ledger.debit, credit: ledger.debit };
const nothing = { entries: 0, lines: 0, debit: 0n, credit: 0n };

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
}, 120_000);
afterAll(() => at?.close());

/** A file of that name is under way on a disk that is full. */
const fill = (name: string) => symlinkSync('/dev/full', join(at.folder, `${name}.part`));

test('import ledger on a full disk writes nothing and says so; once there is room the same command does it', async () => {
  const tenant = 'no-room';
  await at.createTenant(tenant);
  const args = ['import', 'ledger', at.file('books.csv', ledger.csv), '-o', 'json'];

  const full = await at.run(args, { tenant, isDiskFull: true });
  expect(full.code).toBe(1);
  const { error } = documentOf<Refusal>(full);
  expect(error).toMatchObject({ code: 'file' });
  expect(error.message).toContain('note');
  expect(await countEntries(at.sdk(tenant))).toMatchObject(nothing);

  expect(await at.ask<Receipt>(args, { tenant })).toMatchObject({ state: 'committed' });
  expect(await countEntries(at.sdk(tenant))).toMatchObject(whole);
});

test('import ledger whose rejects have no room: what was written is, and a resume brings the rejects', async () => {
  const tenant = 'no-room-later';
  await at.createTenant(tenant);
  const bad = `${ledger.csv}x,2025-01-01,VT,Bank,,Bad,1.00,\n`;
  const path = at.file('bad.csv', bad);
  fill('bad.rejects.csv');

  const full = await at.run(['import', 'ledger', path, '--on-error', 'skip', '-o', 'json'], { tenant });
  expect(full.code).toBe(1);
  expect(documentOf<Refusal>(full).error).toMatchObject({ code: 'file' });
  expect(existsSync(join(at.folder, 'bad.rejects.csv'))).toBe(false);

  // Committed before the rejects were to be written: only they are missing, and a resume brings them.
  const resumed = await at.run(
    ['import', 'resume', '--rejects', join(at.folder, 'mended.csv'), '-o', 'json'],
    {
      tenant,
    },
  );
  expect(documentOf<Receipt>(resumed)).toMatchObject({ state: 'committed', rejected: 1 });
  expect(readFileSync(join(at.folder, 'mended.csv'), 'utf8')).toContain('Bad');
  expect(await countEntries(at.sdk(tenant))).toMatchObject(whole);
});

test('export ledger to a full disk keeps the older file and leaves no half of one', async () => {
  const tenant = 'no-room';
  const path = at.file('out.csv', 'older');
  fill('out.csv');

  const full = await at.run(
    ['export', 'ledger', '--year', '2025', '--format', 'csv', '--out', path, '-o', 'json'],
    { tenant },
  );
  expect(full.code).toBe(1);
  expect(documentOf<Refusal>(full).error).toMatchObject({ code: 'file' });
  expect(readFileSync(path, 'utf8')).toBe('older');
});

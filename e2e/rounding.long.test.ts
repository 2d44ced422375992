import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cents, closingDigest, countEntries, trialBalance } from './books-state.ts';
import { documentOf, type Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, writeSharedLedger } from './shared-files.ts';

const entries = 20_000;
const unbalanced = 462;
const tenant = 'rounding';

describe.runIf(hasShared)('amounts rounded line by line', () => {
  let at: Installation;
  let rejectsFile: string;
  beforeAll(async () => {
    at = await openInstallation();
    await at.createTenant(tenant);
  }, 120_000);
  afterAll(() => at?.close());

  test('import ledger --on-error skip: what does not balance in base is rejected as rounding', {
    timeout: 180_000,
  }, async () => {
    const naive = writeSharedLedger(at.folder, entries, { naive: true });
    const run = await at.run(['import', 'ledger', naive, '--on-error', 'skip'], { tenant });
    const receipt = documentOf<Receipt>(run);

    expect(run.code).toBe(3);
    expect(receipt).toMatchObject({ entries, written: entries - unbalanced, rejected: unbalanced });
    expect(await countEntries(at.sdk(tenant))).toMatchObject({ entries: entries - unbalanced });

    rejectsFile = receipt.rejectsFile ?? '';
    const { rows, column } = readTable(rejectsFile);
    const codes = rows.map((row) => row[column('_code')]).filter((code) => code !== '');
    expect(new Set(codes)).toEqual(new Set(['unbalanced_rounding']));
    expect(new Set(rows.map((row) => row[column('entry')])).size).toBe(unbalanced);
  });

  test('import ledger of the rejects file: with amounts that balance it goes in as it is', {
    timeout: 180_000,
  }, async () => {
    const balanced = writeSharedLedger(at.folder, entries);
    const mended = at.file('mended.csv', withAmountsOf(rejectsFile, balanced));
    const receipt = await at.ask<Receipt>(['import', 'ledger', mended], { tenant });
    expect(receipt).toMatchObject({ entries: unbalanced, written: unbalanced, rejected: 0 });

    const counted = await countEntries(at.sdk(tenant));
    expect(counted).toMatchObject({
      entries,
      debit: 2_415_951_885n,
      credit: 2_415_951_885n,
      numberedTwice: 0,
    });
    expect(closingDigest(await trialBalance(at, tenant))).toMatch(/^7f62ee7af9819df7/);
  });
});

interface Table {
  readonly headings: string[];
  readonly rows: string[][];
  column(name: string): number;
}

/** No field of these files holds a line end; texts with a comma stand in quotes. */
function readTable(path: string): Table {
  const [headings = [], ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/).map(fieldsOf);
  return { headings, rows, column: (name) => headings.indexOf(name) };
}

function fieldsOf(line: string): string[] {
  const fields = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

/** The rejects, reasons included, with debit and credit as the balanced file has them on the same lines. */
function withAmountsOf(rejects: string, balanced: string): string {
  const { headings, rows, column } = readTable(rejects);
  const right = readTable(balanced);
  const wanted = new Map<string, string[][]>();
  for (const row of right.rows) {
    const entry = row[right.column('entry')] ?? '';
    wanted.set(entry, [...(wanted.get(entry) ?? []), row]);
  }

  const mended = rows.map((row) => {
    const [source] = wanted.get(row[column('entry')] ?? '')?.splice(0, 1) ?? [];
    expect(source?.[right.column('account')]).toBe(row[column('account')]);
    const isAmount = (n: number) => n === column('debit') || n === column('credit');
    return row.map((field, n) => (isAmount(n) ? source?.[right.column(headings[n] ?? '')] : field));
  });

  const difference = mended.reduce(
    (sum, row) => sum + cents(row[column('debit')] ?? '') - cents(row[column('credit')] ?? ''),
    0n,
  );
  expect(difference).toBe(0n);
  const quoted = (field = '') => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return `${[headings, ...mended].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

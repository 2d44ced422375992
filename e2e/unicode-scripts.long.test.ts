import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { namesInEveryScript, type ScriptName } from './unicode-scripts.ts';

const patience = 120_000;
const names = namesInEveryScript();
const known = new Map(names.map(({ code, name }) => [code, name]));

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
}, 120_000);
afterAll(() => at?.close());

const chart = ['--chart', 'international', '--registration-number', '123456789'];

/** One sale to each party, whose name stands as party, as description and as reference. */
function sales(parties: readonly ScriptName[]): string {
  const headings = 'entry,date,journal,account,party,party_name,document_ref,description,debit,credit';
  const lines = parties.flatMap(({ code, name }, n) => {
    const head = `${n + 1},2025-06-02,SAL`;
    return [
      `${head},131000,${code},"${name}",${code},"${name}",12.00,`,
      `${head},410000,,,${code},"${name}",,12.00`,
    ];
  });
  return `${[headings, ...lines].join('\n')}\n`;
}

async function namesOfParties(tenant: string): Promise<Map<string, string>> {
  const parties = await at.ask<ScriptName[]>(['party', 'list', '-o', 'json'], { tenant });
  return new Map(parties.map(({ code, name }) => [code, name]));
}

test('names in every script are what they claim to be', () => {
  expect(names.length).toBeGreaterThan(160);
  expect(names.filter(({ name }) => name.length === 0)).toEqual([]);
  expect(names.filter(({ name }) => name !== name.normalize('NFC'))).toEqual([]);
});

test('import ledger csv, export fec, export csv: names in every script stay as they are', {
  timeout: patience,
}, async () => {
  await at.createTenant('scripts', ...chart);
  const file = at.file('sales.csv', sales(names));
  const receipt = await at.ask<Receipt>(['import', 'ledger', file], { tenant: 'scripts' });
  expect(receipt).toMatchObject({ written: names.length, rejected: 0 });
  expect(await namesOfParties('scripts')).toEqual(known);

  const fec = join(at.folder, 'scripts.txt');
  await at.ask(['export', 'ledger', '--format', 'fec', '--out', fec], { tenant: 'scripts' });
  await at.createTenant('from-fec', ...chart);
  await at.ask(['import', 'ledger', fec], { tenant: 'from-fec' });
  expect(await namesOfParties('from-fec')).toEqual(known);

  const csv = join(at.folder, 'scripts.csv');
  await at.ask(['export', 'ledger', '--format', 'csv', '--out', csv], { tenant: 'from-fec' });
  const text = readFileSync(csv, 'utf8');
  expect(names.filter(({ name }) => !text.includes(name))).toEqual([]);

  await at.createTenant('from-csv', ...chart);
  await at.ask(['import', 'ledger', csv], { tenant: 'from-csv' });
  expect(await namesOfParties('from-csv')).toEqual(known);
});

test('party list -o table: names in every script, each whole on the line of its party', async () => {
  const args = ['party', 'list', '-o', 'table', '--columns', 'code,name'];
  const { code, stdout } = await at.run(args, { tenant: 'scripts' });
  expect(code).toBe(0);

  const lines = stdout.split('\n');
  const missing = names.filter(
    ({ code, name }) => !lines.some((line) => line.includes(code) && line.includes(name)),
  );
  expect(missing).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erp, type Server, startServer } from '../demo/processes.mjs';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erp-small-ledger-'));
  server = await startServer(folder);
}, 300_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The commands of README.md, as they stand there, without `npx erp`. */
function commandsOfReadme(): string[][] {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const commands = [...text.matchAll(/^npx erp (.+)$/gm)].map(([, words]) => words ?? '');

  return commands.map((words) =>
    [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
}

/** Account, opening, debit, credit, closing, added up by hand. */
const trialBalance = [
  ['113000', '8000.00', '0.00', '0.00', '8000.00'],
  ['119000', '-2000.00', '0.00', '0.00', '-2000.00'],
  // INV-003 and its storno are 540.00 and -540.00 on the same side.
  ['131000', '1200.00', '4140.00', '1200.00', '4140.00'],
  ['141000', '25000.00', '1200.00', '3689.00', '22511.00'],
  ['211000', '-600.00', '1520.00', '920.00', '0.00'],
  ['213000', '0.00', '0.00', '690.00', '-690.00'],
  ['214000', '0.00', '0.00', '1796.00', '-1796.00'],
  ['215000', '0.00', '2184.00', '2184.00', '0.00'],
  ['310000', '-20000.00', '0.00', '0.00', '-20000.00'],
  ['330000', '-11600.00', '0.00', '0.00', '-11600.00'],
  ['410000', '0.00', '0.00', '3000.00', '-3000.00'],
  ['410100', '0.00', '0.00', '150.00', '-150.00'],
  ['420000', '0.00', '0.00', '300.00', '-300.00'],
  ['460000', '0.00', '0.00', '15.00', '-15.00'],
  ['511000', '0.00', '920.00', '0.00', '920.00'],
  ['521000', '0.00', '2800.00', '0.00', '2800.00'],
  ['522000', '0.00', '1180.00', '0.00', '1180.00'],
];

test('import ledger of README.md: every entry is written, and the trial balance is that of a pencil', async () => {
  const [create = [], load = [], report = []] = commandsOfReadme();
  expect(await erp(folder, create)).toMatchObject({ slug: 'dealer' });
  expect(await erp(folder, load)).toMatchObject({
    ...{ state: 'committed', entries: 11, written: 11, lines: 35, rejected: 0 },
    ...{ debit: '48144.00', credit: '48144.00' },
  });

  const balance = (await erp(folder, report)) as {
    rows: { account: string; opening: string; debit: string; credit: string; closing: string }[];
    totals: object;
  };
  const rows = balance.rows.map((row) => [row.account, row.opening, row.debit, row.credit, row.closing]);
  expect(rows).toEqual(trialBalance);
  expect(balance.totals).toMatchObject({ opening: '0.00', debit: '13944.00', credit: '13944.00' });
});

test('import ledger of README.md: dollars are kept, and the bill from Portland is paid to the cent in both', async () => {
  const query = ['report', 'trial-balance', '--tenant', 'dealer', '--account', '211000', '--by', 'currency'];
  const { rows } = (await erp(folder, query)) as { rows: object[] };

  expect(rows).toContainEqual(
    expect.objectContaining({
      currency: 'USD',
      currencyDebit: '1000.00',
      currencyCredit: '1000.00',
      closing: '0.00',
    }),
  );
});

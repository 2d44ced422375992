import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createErp, type Erp } from '@erp/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../demo/processes.mjs';

const program = fileURLToPath(new URL('post-orders.mjs', import.meta.url));
const sample = fileURLToPath(new URL('orders.jsonl', import.meta.url));

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erp-feed-'));
  server = await startServer(folder);
}, 300_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A tenant with the books of 2025. */
async function newShop(slug: string): Promise<Erp> {
  const { url: baseUrl, apiKey: auth } = server;
  await createErp({ baseUrl, auth }).tenants.create({
    ...{ slug, name: 'Web shop', baseCurrency: 'EUR', country: 'FR', timezone: 'Europe/Paris' },
    chart: 'international',
  });
  const erp = createErp({ baseUrl, auth, tenant: slug });
  await erp.years.open({ code: '2025', start: '2025-01-01', end: '2025-12-31' });
  return erp;
}

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the program to its end, or kills it at once when it has said so many lines. */
async function postOrders(tenant: string, feed: string, killAfter?: number, url = server.url): Promise<Run> {
  const child = spawn(process.execPath, [program, feed], {
    env: { ...process.env, ERP_URL: url, ERP_TENANT: tenant, ERP_API_KEY: server.apiKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
    if (killAfter !== undefined && stdout.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

async function externalIds(erp: Erp): Promise<string[]> {
  const found: string[] = [];
  for await (const { externalId } of erp.entries.iterate({})) found.push(externalId ?? '');
  return found.sort();
}

test('post-orders killed in the middle and run again: each order has one entry', async () => {
  const erp = await newShop('killed');
  const ids = Array.from({ length: 200 }, (_, at) => `K-${1000 + at}`);
  const feed = join(folder, 'killed.jsonl');
  const order = { paidOn: '2025-05-05', account: '410000', net: '10.00', vat: '2.00', gross: '12.00' };
  writeFileSync(feed, ids.map((id) => `${JSON.stringify({ id, ...order })}\n`).join(''));

  const first = await postOrders('killed', feed, 30);
  expect(first).toMatchObject({ code: null, stdout: expect.not.stringContaining('posted before') });

  const second = await postOrders('killed', feed);
  const [, posted, before] = /(\d+) posted, (\d+) posted before, 0 refused/.exec(second.stdout) ?? [];
  expect(Number(posted) + Number(before)).toBe(ids.length);
  expect(Number(before)).toBeGreaterThanOrEqual(30);
  expect(Number(posted)).toBeGreaterThan(0);
  expect(second.code).toBe(0);

  expect(await externalIds(erp)).toEqual(ids.map((id) => `shop:order:${id}`));
  const { totals } = await erp.reports.trialBalance({ year: '2025' });
  expect(totals).toMatchObject({ debit: '2400.00', credit: '2400.00' });
});

test('post-orders says code, place and remedy of what is refused, and goes on', async () => {
  const erp = await newShop('refused');

  const run = await postOrders('refused', sample);
  expect(run.stdout).toMatch(
    /refused {2}W-1005 {2}account_unknown\n {2}\/lines\/1\/account .*did you mean 410000/,
  );
  expect(run.stdout).toMatch(/refused {2}W-1006 {2}unbalanced\n/);
  expect(run.stdout).toMatch(/refused {2}W-1007 {2}year_unknown\n {2}\/date .*erp year open/);
  expect(run).toMatchObject({
    code: 3,
    stderr: '',
    stdout: expect.stringContaining('5 posted, 0 posted before, 3 refused'),
  });

  // Each on its own, 30.00, 25.00 and 5.00 dollars are 27.81, 23.18 and 4.64 euros: a cent too many on one side.
  const { items } = await erp.entries.list({ externalId: 'shop:order:W-1004' });
  expect(items[0]?.lines.map(({ debit, credit }) => [debit, credit])).toEqual([
    ['27.81', '0.00'],
    ['0.00', '23.18'],
    ['0.00', '4.63'],
  ]);
});

test('post-orders posts what was refused once it is mended, and tells a changed order from a repeated one', async () => {
  const erp = await newShop('mended');
  await postOrders('mended', sample);

  await erp.years.open({ code: '2024', start: '2024-01-01', end: '2024-12-31' });
  const feed = join(folder, 'mended.jsonl');
  const mended = readFileSync(sample, 'utf8')
    .replace('"account":"41000"', '"account":"410000"')
    .replace('"gross":"95.00"', '"gross":"90.00"')
    .replace('"paidOn":"2025-03-10"', '"paidOn":"2025-03-11"');
  writeFileSync(feed, mended);

  const run = await postOrders('mended', feed);
  expect(run.stdout).toMatch(/refused {2}W-1008 {2}idempotency_conflict\n/);
  expect(run).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('3 posted, 4 posted before, 1 refused'),
  });
  expect(await externalIds(erp)).toHaveLength(8);
});

test('post-orders stops at what would meet every order: a tenant that is not there, no server', async () => {
  const nobody = await postOrders('nobody', sample);
  expect(nobody).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('not_found') });

  const away = await postOrders('killed', sample, undefined, 'http://127.0.0.1:9');
  expect(away).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('unreachable') });
});

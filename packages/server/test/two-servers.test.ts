import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Database } from '../src/db/database.ts';
import { furnish } from './books.ts';
import { openTestApp, openTestPostgres, type TestApp, testDatabase } from './harness.ts';

let t: TestApp;
let pools: Database[];
let apps: ReturnType<typeof createApp>[];

beforeAll(async () => {
  t = await openTestApp();
  await furnish(t, [['2026-01-01', '2026-12-31']]);
  const { db, url } = await testDatabase();
  // Two servers, as two processes would be: on PostgreSQL with a pool each. The embedded database has one session only.
  pools = url ? [openTestPostgres(url, { max: 8 }), openTestPostgres(url, { max: 8 })] : [];
  apps = [0, 1].map((i) => createApp({ db: pools[i] ?? db, validateReplies: true, rateLimit: 1_000_000 }));
}, 120_000);

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await Promise.all(pools.map((pool) => pool.close()));
  await t.close();
});

interface Made {
  id: string;
  sequence: number;
  externalId: string;
}

async function post(server: number, entry: object, key?: string) {
  const reply = await apps[server]?.http.inject({
    method: 'POST',
    url: '/v1/entries',
    headers: {
      authorization: `Bearer ${t.key}`,
      'content-type': 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    payload: JSON.stringify(entry),
  });
  return { status: reply?.statusCode, body: reply?.json() };
}

const entry = (journal: string, more: object = {}) => ({
  journal,
  date: '2026-05-06',
  lines: [
    { account: '411', party: 'C1', debit: '1.25' },
    { account: '706', credit: '1.25' },
  ],
  ...more,
});

async function entriesOf(journal: string): Promise<Made[]> {
  const items: Made[] = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await t.call(
      'GET',
      `/v1/entries?journal=${journal}&limit=500${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...page.body.items);
    cursor = page.body.next;
  }
  return items;
}

test('entries.post from two servers to one tenant: numbers without gaps, nothing doubled, totals of both', {
  timeout: 120_000,
}, async () => {
  const numbers = Array.from({ length: 200 }, (_, i) => i);
  const replies = await Promise.all(
    numbers.map((i) => post(i % 2, entry(i % 3 ? 'VT' : 'OD', { externalId: `two:${i}` }))),
  );
  expect(replies.map((r) => r.status)).toEqual(numbers.map(() => 201));

  for (const journal of ['VT', 'OD']) {
    const entries = await entriesOf(journal);
    expect(entries.map((e) => e.sequence).sort((a, b) => a - b)).toEqual(entries.map((_, i) => i + 1));
  }
  const all = [...(await entriesOf('VT')), ...(await entriesOf('OD'))];
  expect(new Set(all.map((e) => e.externalId)).size).toBe(200);
  expect(all.map((e) => e.id).sort()).toEqual(replies.map((r) => r.body.id).sort());

  const balance = await t.call('GET', '/v1/reports/trial-balance?year=2026&account=706');
  expect(JSON.stringify(balance.body)).toContain('"250.00"');
});

test('entries.post one externalId, and one key, sent to both servers at once: one entry each', {
  timeout: 120_000,
}, async () => {
  const before = (await entriesOf('BQ')).length;
  for (let round = 0; round < 10; round++) {
    const sameId = entry('BQ', { externalId: `raced:${round}` });
    const raced = await Promise.all([post(0, sameId), post(1, sameId), post(0, sameId)]);
    expect(raced.map((r) => r.status).sort()).toEqual([201, 409, 409]);

    const keyed = await Promise.all(
      [0, 1, 0, 1].map((server) => post(server, entry('BQ'), `raced ${round}`)),
    );
    expect(keyed.map((r) => r.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(keyed.map((r) => r.body.id)).size).toBe(1);
  }
  const entries = await entriesOf('BQ');
  expect(entries.length - before).toBe(20);
  expect(entries.map((e) => e.sequence).sort((a, b) => a - b)).toEqual(entries.map((_, i) => i + 1));
});

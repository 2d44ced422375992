import { randomUUID } from 'node:crypto';
import { createApp, createFirstKey, migrate, openPostgres } from '@erp/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Postgres, start } from './services/postgres.mjs';

// What `close` has answered, nothing changes: tried with 64 connections that post into the period all the time, on two servers
// with a pool each. The moment of an entry is that of its commit as its client may know it: the reply.

type Server = { db: ReturnType<typeof openPostgres>; app: ReturnType<typeof createApp> };

let postgres: Postgres;
let servers: Server[];
let key: string;

const connections = 64;
const rounds = 20;

beforeAll(async () => {
  postgres = await start({ settings: { fsync: 'off', max_connections: '200' } });
  const first = openPostgres(postgres.url, { max: 32 });
  await migrate(first);
  key = (await createFirstKey(first, Date.now)) ?? '';
  const databases = [first, openPostgres(postgres.url, { max: 32 })];
  servers = databases.map((db) => ({ db, app: createApp({ db, rateLimit: 1_000_000 }) }));

  const tenant = { slug: 'demo', name: 'Demo', country: 'FR', baseCurrency: 'EUR', timezone: 'Europe/Paris' };
  await call(0, 'POST', '/v1/tenants', tenant, 201, false);
  await call(0, 'POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' }, 201);
  await call(
    0,
    'POST',
    '/v1/accounts',
    { code: '512', name: 'Bank', statement: 'balance', type: 'asset' },
    201,
  );
  await call(
    0,
    'POST',
    '/v1/accounts',
    { code: '706', name: 'Sales', statement: 'result', type: 'income' },
    201,
  );
  for (let i = 0; i < 8; i++) {
    await call(0, 'POST', '/v1/journals', { code: `J${i}`, name: 'Journal', area: 'general' }, 201);
  }
}, 120_000);

afterAll(async () => {
  for (const { app, db } of servers) {
    await app.close();
    await db.close();
  }
  await postgres.stop();
});

function serverOf(n: number): Server {
  const server = servers[n];
  if (!server) throw new Error(`no server ${n}`);
  return server;
}

async function call(
  server: number,
  method: string,
  url: string,
  body?: object,
  expected?: number,
  inTenant = true,
) {
  const reply = await serverOf(server).app.http.inject({
    method: method as 'GET',
    url,
    headers: {
      authorization: `Bearer ${key}`,
      ...(inTenant ? { 'erp-tenant': 'demo' } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(method === 'POST' && body ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  if (expected !== undefined && reply.statusCode !== expected) throw new Error(`${url}: ${reply.payload}`);
  return { status: reply.statusCode, body: reply.json() };
}

/** How many entries stand in the period, as a connection of its own sees it now. */
async function countEntries(): Promise<{ entries: number; debit: number }> {
  const rows = await serverOf(0).db.owner((tx) =>
    tx.arrays({
      text: `select (select count(*) from entries where period = 1)::int,
               (select coalesce(sum(debit), 0) from account_totals where period = 1)::int`,
      values: [],
      name: 'count',
    }),
  );
  const [row] = rows as [number, number][];
  return { entries: row?.[0] ?? 0, debit: row?.[1] ?? 0 };
}

test('periods.close 64 connections post while the period is closed and reopened, 20 rounds: nothing lands after the answer', {
  timeout: 180_000,
}, async () => {
  let posting = true;
  let posted = 0;
  let refused = 0;
  const odd: unknown[] = [];
  const client = async (n: number) => {
    const entry = {
      journal: `J${n % 8}`,
      date: '2026-01-15',
      lines: [
        { account: '512', debit: '0.01' },
        { account: '706', credit: '0.01' },
      ],
    };
    while (posting) {
      const reply = await call(n % 2, 'POST', '/v1/entries', entry);
      if (reply.status === 201) posted++;
      else if (reply.body.code === 'period_not_open') refused++;
      else odd.push(reply.body);
    }
  };
  const clients = Array.from({ length: connections }, (_, n) => client(n));

  const grown: { round: number; closedWith: number; later: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = posted;
    while (posted < before + 50) await new Promise((resolve) => setTimeout(resolve, 2));

    await call(round % 2, 'POST', '/v1/periods/2026/1/close', {}, 200);
    const atClose = await countEntries();
    const refusedThen = refused;
    // Long enough for every client to try again, some of them many times.
    while (refused < refusedThen + 2 * connections) await new Promise((resolve) => setTimeout(resolve, 2));
    const later = await countEntries();
    if (later.entries !== atClose.entries || later.debit !== atClose.debit) {
      grown.push({ round, closedWith: atClose.entries, later: later.entries });
    }
    await call(round % 2, 'POST', '/v1/periods/2026/1/reopen', { reason: `round ${round}` }, 200);
  }
  posting = false;
  await Promise.all(clients);

  expect(grown).toEqual([]);
  expect(odd).toEqual([]);
  const { entries, debit } = await countEntries();
  expect(entries).toBe(posted);
  expect(debit).toBe(posted);
});

test('entries and lines take no INSERT, UPDATE or DELETE of the application`s role', async () => {
  const tenantId = (await call(0, 'GET', '/v1/tenants/demo', undefined, 200, false)).body.id;
  for (const table of ['entries', 'lines', 'account_totals', 'party_totals']) {
    for (const text of [
      `insert into ${table} select * from ${table} limit 1`,
      `update ${table} set tenant_id = tenant_id`,
      `delete from ${table}`,
    ]) {
      const attempt = serverOf(0).db.tx({ role: 'erp_app', tenantId }, (tx) =>
        tx.query({ text, values: [], name: text.slice(0, 60) }),
      );
      await expect(attempt, text).rejects.toMatchObject({ code: '42501' });
    }
  }
});

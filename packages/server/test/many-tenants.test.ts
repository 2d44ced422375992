import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import type { Database } from '../src/db/database.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createFirstKey } from '../src/modules/api-keys/index.ts';
import { freshDatabase, openTestPostgres } from './harness.ts';

/** The embedded database has one connection, on which all take turns: fewer show as much. */
const tenants = inject('postgres') ? 200 : 20;
/** Of a server; more than the sessions that a pooler has with the database (20). */
const connections = 40;
/** Sessions that PgBouncer of the tests has with one database at most. */
const sessionsOfPooler = 20;

let pools: Database[];
let apps: App[];
let key: string;
let url: string | undefined;

beforeAll(async () => {
  const fresh = await freshDatabase();
  url = fresh.url;
  key = (await createFirstKey(fresh.db, systemClock)) ?? '';
  pools = url ? [0, 1].map(() => openTestPostgres(url ?? '', { max: connections })) : [fresh.db];
  if (url) await fresh.db.close();
  apps = pools.map((db) => createApp({ db, rateLimit: 1_000_000 }));
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await Promise.all(pools.map((pool) => pool.close()));
});

test(`isolation.tenants ${tenants} at once, on few connections: each meets its own rows only`, {
  timeout: 300_000,
}, async () => {
  const all = Array.from({ length: tenants }, (_, n) => n);
  await Promise.all(all.map((n) => call(n, undefined, 'POST', '/v1/tenants', tenantOf(n))));
  await Promise.all(
    all.map((n) => call(n, slug(n), 'POST', '/v1/accounts', { code: 'own', name: slug(n), ...asset })),
  );

  // Interleaved: every tenant is between two of its requests while the others have theirs, each by another server.
  for (let turn = 0; turn < 2; turn += 1) {
    await Promise.all(
      all.map(async (n) => {
        const name = `${slug(n)} ${turn}`;
        await call(n + turn, slug(n), 'POST', '/v1/accounts', { code: `turn-${turn}`, name, ...asset });
        const { items } = await call(n + turn + 1, slug(n), 'GET', '/v1/accounts?limit=500');
        expect(names(items)).toEqual([
          slug(n),
          ...Array.from({ length: turn + 1 }, (_, t) => `${slug(n)} ${t}`),
        ]);
      }),
    );
  }

  if (inject('pooler')) expect(await sessions()).toBeLessThanOrEqual(sessionsOfPooler);
});

const asset = { type: 'asset', statement: 'balance' };

const slug = (n: number) => `many-${n}`;
const names = (items: { name: string }[]) => items.map(({ name }) => name).sort();

const tenantOf = (n: number) => ({
  ...{ slug: slug(n), name: slug(n), country: 'FR', baseCurrency: 'EUR', timezone: 'Europe/Paris' },
});

async function call(
  by: number,
  tenant: string | undefined,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
) {
  const reply = await apps[by % apps.length]?.http.inject({
    method,
    url: path,
    headers: { authorization: `Bearer ${key}`, ...(tenant ? { 'erp-tenant': tenant } : {}) },
    ...(body ? { payload: body } : {}),
  });
  expect(reply?.statusCode, reply?.body).toBeLessThan(300);
  return reply?.json();
}

/** Of this database, as PostgreSQL itself counts them. */
async function sessions(): Promise<number> {
  const direct = new pg.Client(inject('postgres'));
  await direct.connect();
  const { rows } = await direct.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = $1',
    [new URL(url ?? '').pathname.slice(1)],
  );
  await direct.end();
  return rows[0]?.count ?? 0;
}

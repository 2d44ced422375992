import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { type App, type AppOptions, createApp } from '../src/app.ts';
import type { Database } from '../src/db/database.ts';
import { openEmbedded, openPostgres, type PoolOptions } from '../src/db/pool.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createFirstKey } from '../src/modules/api-keys/index.ts';

// One database a worker process (vitest runs with isolate: false), a tenant of its own for each test file: tenants are the
// isolation we sell, so the suite leans on it. A test that breaks the database opens its own.
interface Shared {
  db: Database;
  platformKey: string;
  /** Set on PostgreSQL: where other connections and processes reach the same database. */
  url: string | undefined;
}

const shared = globalThis as { erpTestDatabase?: Promise<Shared> };

export function testDatabase(): Promise<Shared> {
  shared.erpTestDatabase ??= open();
  return shared.erpTestDatabase;
}

async function open(): Promise<Shared> {
  const url = inject('postgres') ? await cloneTemplate(inject('postgres')) : undefined;
  const db = url
    ? openTestPostgres(url)
    : await openEmbedded({ template: await readFile(inject('template')) });
  const platformKey = await createFirstKey(db, systemClock);
  if (!platformKey) throw new Error('the template has a key already');
  return { db, platformKey, url };
}

/** A database of its own, migrated and without any key. */
export async function freshDatabase(): Promise<{ db: Database; url: string | undefined }> {
  const url = inject('postgres') ? await cloneTemplate(inject('postgres')) : undefined;
  return {
    db: url ? openTestPostgres(url) : await openEmbedded({ template: await readFile(inject('template')) }),
    url,
  };
}

/** A pool as a server would have it: through a pooler as old as the tested one, without named statements. */
export function openTestPostgres(url: string, options: PoolOptions = {}): Database {
  return openPostgres(url, { prepared: inject('pooler') === '', ...options });
}

let clones = 0;

async function cloneTemplate(url: string): Promise<string> {
  const name = `erp_test_${process.pid}_${clones++}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`drop database if exists ${name}`);
  // Cloning fails while another worker clones: the lock makes them take turns.
  await admin.query("select pg_advisory_lock(hashtext('erp test clone'))");
  await admin.query(`create database ${name} template erp_template`);
  await admin.end();
  const target = new URL(inject('pooler') || url);
  target.pathname = `/${name}`;
  return target.href;
}

export interface Reply {
  status: number;
  /** As it came: tests say what they expect of it. */
  body: ReturnType<typeof JSON.parse>;
  headers: Record<string, unknown>;
}

export interface TestApp {
  app: App;
  tenant: { id: string; slug: string };
  /** Key of the tenant with every scope. */
  key: string;
  platformKey: string;
  /** Calls as the tenant's key; `headers` win over the defaults. */
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Calls as the platform's key, without a tenant. */
  platform(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  close(): Promise<void>;
}

export interface TestOptions extends Partial<AppOptions> {
  tenant?: Record<string, unknown>;
}

let tenants = 0;

/** An app over the shared database, with a tenant and a key of its own; replies are checked against the contract. */
export async function openTestApp({ tenant: identity, ...options }: TestOptions = {}): Promise<TestApp> {
  const { db, platformKey } = await testDatabase();
  const app = createApp({ db, validateReplies: true, jobsEvery: 50, rateLimit: 1_000_000, ...options });

  const request = async (
    key: string,
    method: string,
    url: string,
    body?: unknown,
    headers = {},
  ): Promise<Reply> => {
    const reply = await app.http.inject({
      method: method as 'GET',
      url,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const json =
      String(reply.headers['content-type'] ?? '').includes('json') &&
      !String(reply.headers['content-type']).includes('ndjson');
    return { status: reply.statusCode, body: json ? reply.json() : reply.body, headers: reply.headers };
  };
  const platform: TestApp['platform'] = (method, url, body, headers) =>
    request(platformKey, method, url, body, headers);

  const slug = `test-${process.pid}-${tenants++}-${Math.random().toString(36).slice(2, 8)}`;
  const created = await platform('POST', '/v1/tenants', {
    slug,
    name: 'Test',
    country: 'FR',
    baseCurrency: 'EUR',
    timezone: 'Europe/Paris',
    ...identity,
  });
  if (created.status !== 201) throw new Error(`tenant: ${JSON.stringify(created.body)}`);
  const key = await platform('POST', '/v1/api-keys', { name: 'test', scopes: ['*'] }, { 'erp-tenant': slug });
  if (key.status !== 201) throw new Error(`key: ${JSON.stringify(key.body)}`);

  return {
    app,
    tenant: { id: created.body.id, slug },
    key: key.body.secret,
    platformKey,
    call: (method, url, body, headers) => request(key.body.secret, method, url, body, headers),
    platform,
    close: () => app.close(),
  };
}

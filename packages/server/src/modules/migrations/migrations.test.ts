import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, openTestApp, type TestApp } from '../../../test/harness.ts';
import { nextRelease, releaseUpTo } from '../../../test/schema/test-release.ts';
import { createApp } from '../../app.ts';
import type { Database } from '../../db/database.ts';
import { readRelease, type SchemaWatch, watchSchema } from '../../db/schema/index.ts';
import { systemClock } from '../../kernel/clock.ts';
import { createFirstKey } from '../api-keys/index.ts';

let db: Database;
let key: string;
let schema: SchemaWatch;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  key = (await createFirstKey(db, systemClock)) ?? '';
  schema = watchSchema(db, nextRelease());
  await schema.look();
  app = createApp({ db, schema, validateReplies: true, jobsEvery: 60_000 });
});

afterAll(async () => {
  await app.close();
  await db.close();
});

async function call(method: string, url: string, body?: object) {
  const reply = await app.http.inject({
    method: method as 'GET',
    url,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status: reply.statusCode, body: reply.json() };
}

const base = readRelease().migrations.length;

test('migrations.status on a schema that is too old: health and migrations answer, all else is 503 schema_outdated', async () => {
  expect(schema.standing()).toBe('old');
  const refused = await call('GET', '/v1/tenants');
  expect(refused).toMatchObject({ status: 503, body: { code: 'schema_outdated' } });
  expect(refused.body.detail).toBe(
    `the schema is at 000${base} and this server needs 0101: run \`erp migrate up\``,
  );
  expect((await call('GET', '/health/live')).status).toBe(200);
  expect(await call('GET', '/health/ready')).toMatchObject({
    status: 503,
    body: { parts: expect.arrayContaining([expect.objectContaining({ name: 'schema', ready: false })]) },
  });

  const status = await call('GET', '/v1/admin/migrations');
  expect(status.body).toMatchObject({ number: base, standing: 'old', speaksFrom: 101, speaksTo: 111 });
  expect(status.body.migrations.at(-1)).toMatchObject({ number: 111, state: 'pending', appliedAt: null });
});

test('migrations.plan says each step and how it works, and changes nothing', async () => {
  const plan = await call('GET', '/v1/admin/migrations/plan');
  expect(plan.body.steps.map((s: { number: number }) => s.number)).toEqual(
    Array.from({ length: 11 }, (_, i) => 101 + i),
  );
  expect(plan.body.steps[1]).toMatchObject({
    phase: 'backfill',
    how: 'in batches over lines',
    blocked: null,
  });
  expect(await call('GET', '/v1/admin/migrations/plan')).toEqual(plan);
});

test('migrations.up called until it is done; the server answers everything as soon as it speaks the schema', async () => {
  const events: { event: string; number: number }[] = [];
  expect(await call('PUT', '/v1/admin/migrations/up', { to: 101 })).toMatchObject({
    status: 200,
    body: { number: 101, isDone: true },
  });
  expect((await call('GET', '/v1/tenants')).status).toBe(200);

  for (;;) {
    const { status, body } = await call('PUT', '/v1/admin/migrations/up', {});
    expect(status).toBe(200);
    events.push(...body.events);
    if (body.isDone) break;
  }
  expect(events.filter((e) => e.event === 'done').map((e) => e.number)).toEqual(
    Array.from({ length: 10 }, (_, i) => 102 + i),
  );
  expect((await call('GET', '/v1/admin/migrations/plan')).body.steps).toEqual([]);
});

test('migrations.up.409 a number that the server does not know', async () => {
  expect(await call('PUT', '/v1/admin/migrations/up', { to: 4711 })).toMatchObject({
    status: 409,
    body: { code: 'conflict', detail: 'erp-server 9.9.0 has no migration 4711' },
  });
});

test('migrations.down.409 what the server itself needs, and a contract', async () => {
  const own = await call('PUT', '/v1/admin/migrations/down', { to: base });
  expect(own).toMatchObject({ status: 409, body: { detail: expect.stringContaining('stop it') } });
  const contract = await call('PUT', '/v1/admin/migrations/down', { to: 108 });
  expect(contract).toMatchObject({ status: 409, body: { detail: expect.stringContaining('is a contract') } });
});

test('migrations.403 for a key of a tenant, whatever its scopes', async () => {
  const t: TestApp = await openTestApp();
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['GET', '/plan', undefined],
    ['PUT', '/up', {}],
    ['PUT', '/down', { to: base }],
  ] as const) {
    const reply = await t.call(method, `/v1/admin/migrations${path}`, body);
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
  await t.close();
});

test('migrations.up a server that meets a contract which it does not know stops answering for the books', async () => {
  const watch = watchSchema(db, releaseUpTo(108));
  await watch.look();
  const late = createApp({ db, schema: watch, jobsEvery: 60_000 });
  const reply = await late.http.inject({ url: '/v1/tenants', headers: { authorization: `Bearer ${key}` } });
  expect(reply.json()).toMatchObject({
    status: 503,
    code: 'unavailable',
    detail: expect.stringContaining('later erp-server'),
  });
  await late.close();
});

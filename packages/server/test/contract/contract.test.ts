import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { resolve } from '../../src/contract/document.ts';
import { createValidators } from '../../src/contract/validate.ts';
import { openPostgres } from '../../src/db/pool.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createFirstKey } from '../../src/modules/api-keys/index.ts';
import { furnish } from '../books.ts';
import { freshDatabase, openTestApp, type TestApp } from '../harness.ts';
import { document, nothingIn, type Route, routes, scopes } from '../operations.ts';
import { Coverage } from './coverage.ts';
import { recipes } from './recipes/index.ts';
import { type Call, createWorld, type Recipes, type World } from './world.ts';

const coverage = new Coverage();
const validators = createValidators(document);

let t: TestApp;
let world: World;

beforeAll(async () => {
  t = await openTestApp();
  world = createWorld(t);
  await furnish(t, [['2026-01-01', '2026-12-31']]);
});

afterAll(async () => {
  await t.close();
  const rows = routes.map(({ id, operation }) => ({ id, statuses: Object.keys(operation.responses) }));
  process.stdout.write(`\n${coverage.table(rows)}\n\n`);
});

const keyOf = (call: Call): string => (call.asPlatform ? t.platformKey : t.key);

function urlOf(route: Route, { path, query }: Call): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path?.[name] ?? name),
  );
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}

type App = Pick<TestApp['app'], 'http'>;

/** Sends a call, checks that the contract declares the answer and its problem, and writes the status down. */
async function send(route: Route, call: Call, app: App = t.app): Promise<number> {
  const { body } = call;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const reply = await app.http.inject({
    method: route.method as 'GET',
    url: urlOf(route, call),
    headers: {
      authorization: `Bearer ${keyOf(call)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  });

  const status = reply.statusCode;
  const declared = route.operation.responses[String(status)];
  expect(declared, `${route.id} answered ${status}: ${reply.payload.slice(0, 500)}`).toBeDefined();
  const problem = declared && resolve(document, declared).content?.['application/problem+json'];
  if (problem) {
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(validators.compile(problem.schema, 'body')(reply.json())).toEqual([]);
    expect(reply.json()).toMatchObject({ status, requestId: reply.headers['x-request-id'] });
  }
  coverage.add(route.id, status);
  return status;
}

/** Operations as test cases, named as tests are: `accounts.get.404`. */
const cases = (status: number, chosen: readonly Route[]) =>
  chosen.map((route) => [`${route.id}.${status}`, route] as const);

const declares = (status: string) => (route: Route) => route.operation.responses[status] !== undefined;
const recipeOf = (route: Route): Recipes => {
  const recipe = recipes[route.id];
  if (!recipe) throw new Error(`no recipe for ${route.id}: add one to test/contract/recipes`);
  return recipe;
};
const withHeaders = (call: Call, headers: Record<string, string>): Call => ({
  ...call,
  headers: { ...call.headers, ...headers },
});

test('contract.recipes are there for every operation, and for none that is gone', () => {
  expect(Object.keys(recipes).sort()).toEqual(routes.map((r) => r.id).sort());
});

describe('contract', () => {
  const successes = routes.map((route) => {
    const status = Number(Object.keys(route.operation.responses).find((s) => s.startsWith('2')));
    return [`${route.id}.${status}`, route, status] as const;
  });
  test.each(successes)('%s', async (_, route, success) => {
    expect(await send(route, await recipeOf(route).ok(world))).toBe(success);
  });

  test.each(cases(400, routes.filter(declares('400'))))('%s an unknown parameter', async (_, route) => {
    const call = await recipeOf(route).ok(world);
    expect(await send(route, { ...call, query: { ...call.query, colour: 'red' } })).toBe(400);
  });

  test.each(cases(401, routes.filter(declares('401'))))('%s without a key', async (_, route) => {
    expect(await send(route, { headers: { authorization: '' } })).toBe(401);
  });

  test('contract.403 of every operation with a scope, with all scopes but that one', async () => {
    const keys = new Map<string, string>();
    for (const scope of scopes) {
      const body = { name: `not ${scope}`, scopes: scopes.filter((s) => s !== scope) };
      keys.set(scope, (await world.make('POST', '/v1/api-keys', body)).secret);
    }
    for (const route of routes.filter(declares('403'))) {
      const authorization = `Bearer ${keys.get(route.scope ?? '')}`;
      expect(await send(route, { headers: { authorization } }), route.id).toBe(403);
    }
  });

  test.each(cases(404, routes.filter(declares('404'))))('%s', async (_, route) => {
    const call = await recipeOf(route).ok(world);
    const missing = route.path.includes('{')
      ? { ...call, path: nothingIn(route) }
      : withHeaders(call, { 'erp-tenant': 'no-such-tenant' });
    expect(await send(route, missing)).toBe(404);
  });

  test.each(
    cases(
      409,
      routes.filter((r) => recipes[r.id]?.[409]),
    ),
  )('%s', async (_, route) => {
    expect(await send(route, (await recipeOf(route)[409]?.(world)) ?? {})).toBe(409);
  });

  test.each(cases(412, routes.filter(declares('412'))))('%s changed since it was read', async (_, route) => {
    const call = await recipeOf(route).ok(world);
    expect(await send(route, withHeaders(call, { 'if-match': '"999"' }))).toBe(412);
  });

  test.each(cases(413, routes.filter(declares('413'))))('%s over 8 MiB', async (_, route) => {
    const call = await recipeOf(route).ok(world);
    expect(await send(route, { ...call, body: Buffer.alloc(8 * 1024 * 1024 + 1, ' ') })).toBe(413);
  });

  test.each(
    cases(
      422,
      routes.filter((r) => recipes[r.id]?.[422]),
    ),
  )('%s', async (_, route) => {
    expect(await send(route, (await recipeOf(route)[422]?.(world)) ?? {})).toBe(422);
  });

  // The key of `apiKeys.create` is not kept: its reply holds a secret.
  const keyed = routes.filter((r) => r.method === 'POST' && declares('422')(r) && r.id !== 'apiKeys.create');
  test.each(cases(422, keyed))('%s an Idempotency-Key of another request', async (_, route) => {
    const headers = { 'idempotency-key': world.code() };
    const call = withHeaders(await recipeOf(route).ok(world), headers);
    expect(await send(route, call)).toBeLessThan(300);
    const other = `${call.body === undefined ? '{}' : JSON.stringify(call.body)} `;
    expect(await send(route, { ...call, body: other })).toBe(422);
  });
});

describe('contract for all', () => {
  const authorised = routes.filter((r) => r.operation.security.length > 0);

  test('contract.429 of every operation', async () => {
    const { db } = await freshDatabase();
    const app = createApp({ db, rateLimit: 0 });
    for (const route of authorised) expect(await send(route, {}, app), route.id).toBe(429);
    await app.close();
    await db.close();
  });

  test('contract.500 of every operation with a key: a table is missing', async () => {
    const { db } = await freshDatabase();
    await createFirstKey(db, systemClock);
    await db.owner((_, run) => run('drop table api_keys'));
    const app = createApp({ db, jobsEvery: 60_000 });
    for (const route of authorised) expect(await send(route, {}, app), route.id).toBe(500);
    await app.close();
    await db.close();
  });

  test('contract.503 of every operation that needs the database: it does not answer', async () => {
    const db = openPostgres('postgres://nobody@127.0.0.1:1/none');
    const app = createApp({ db, jobsEvery: 60_000 });
    for (const route of routes.filter(declares('503')))
      expect(await send(route, {}, app), route.id).toBe(503);
    await app.close();
    await db.close();
  });
});

test('contract.coverage every operation answered with success, and every status but 409, 422 and 500 was reached', () => {
  const missing = routes.flatMap(({ id, operation }) =>
    Object.keys(operation.responses)
      .filter((status) => !['409', '422', '500'].includes(status) && !coverage.has(id, status))
      .map((status) => `${id}.${status}`),
  );
  expect(missing).toEqual([]);
});

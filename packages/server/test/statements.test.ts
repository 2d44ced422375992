import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../src/db/database.ts';
import { statementsSeen } from '../src/db/sql.ts';
import { furnish } from './books.ts';
import { readSources } from './boundaries/source.ts';
import { statementsInSource } from './boundaries/sql-rules.ts';
import { recipes } from './contract/recipes/index.ts';
import { createWorld } from './contract/world.ts';
import { freshDatabase, openTestApp, type TestApp } from './harness.ts';
import { routes } from './operations.ts';

let t: TestApp;
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  t = await openTestApp();
  await furnish(t, [['2026-01-01', '2026-12-31']]);
}, 120_000);

afterAll(async () => {
  await t.close();
  await db.close();
});

/** Calls every operation once, as the contract's recipes have it, so that the program has made its statements. */
async function callEverything(): Promise<void> {
  const world = createWorld(t);
  for (const route of routes) {
    const recipe = recipes[route.id];
    for (const make of [recipe?.ok, recipe?.[409], recipe?.[422]]) {
      if (!make) continue;
      const { path = {}, query, body, headers, asPlatform } = await make(world);
      const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? name);
      const url = `${filled}?${new URLSearchParams(query)}`;
      await (asPlatform ? t.platform : t.call)(route.method, url, body, {
        ...headers,
        ...(route.method === 'POST' ? { 'idempotency-key': world.code() } : {}),
      });
    }
  }
}

test('sql.statements each one that the program makes is understood by a migrated database', {
  timeout: 240_000,
}, async () => {
  await callEverything();
  const seen = statementsSeen().filter((text) => /^\s*(select|insert|update|delete|with)\b/i.test(text));
  expect(seen.length).toBeGreaterThan(100);

  const refused: string[] = [];
  for (const text of seen) {
    await db
      .owner(async (_, run) => {
        await run(`prepare one as ${text}`);
        await run('deallocate one');
      })
      .catch((error: Error) => refused.push(`${error.message}: ${text}`));
  }
  expect(refused).toEqual([]);

  // How much of what stands in the sources was made: what begins with a verb and no test here came by.
  const known = new Set(statementsSeen().map(squeeze));
  const begins = (text: string) => squeeze(text.split('$')[0] ?? '');
  const written = readSources('packages/server/src').flatMap(statementsInSource);
  const missed = written.filter(
    ({ text }) =>
      /^(select|insert|update|delete|with)\b/i.test(text) &&
      ![...known].some((k) => k.includes(begins(text))),
  );
  process.stdout.write(
    `\n${seen.length} statements prepared; ${missed.length} of ${written.length} in the sources were not made here:\n` +
      `${missed.map(({ place }) => place.replace('packages/server/src/', '')).join(' ')}\n\n`,
  );
});

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

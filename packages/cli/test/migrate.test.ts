import { afterAll, beforeAll, expect, test } from 'vitest';
import { erp, newHome } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';

let server: FakeServer;
beforeAll(async () => {
  server = await startFakeServer();
});
afterAll(() => server.close());

const run = (...args: string[]) =>
  erp(['migrate', ...args], {
    env: { HOME: newHome(), ERP_URL: server.url, ERP_API_KEY: 'erp_test' },
  });

const known = (state: string, number: number) => ({
  number,
  name: `000${number}-what-it-does`,
  phase: 'expand',
  state,
  appliedAt: state === 'applied' ? '2026-01-05T09:00:00Z' : null,
  seconds: state === 'applied' ? 0.25 : null,
  rows: null,
  of: null,
  release: null,
});
const status = {
  number: 2,
  standing: 'current',
  speaksFrom: 2,
  speaksTo: 3,
  migrations: [known('applied', 1), known('applied', 2), known('pending', 3)],
  servers: [],
};
const filling = (rows: number) => ({
  event: 'progress',
  number: 3,
  name: '0003-fill',
  phase: 'backfill',
  rows,
  of: 4000,
  seconds: null,
  detail: null,
});

const begun = { ...filling(0), event: 'begin', rows: null, of: null };

test('migrate.status is a table of number, name, phase, state, when and how long', async () => {
  server.answer({ body: status });
  const { code, stdout } = await run('status', '-o', 'table');
  expect(code).toBe(0);
  expect(stdout).toMatch(/number +name +phase +state +when +seconds/i);
  expect(stdout).toMatch(/2 +0002-what-it-does +expand +applied +2026-01-05T09:00:00Z +0\.25/);
  expect(stdout).toMatch(/3 +0003-what-it-does +expand +pending/);
});

test('migrate.plan ends with 5 when something is pending, with 0 when nothing is', async () => {
  const step = { number: 3, name: '0003-x', phase: 'contract', how: '1 statement', blocked: 'stop it' };
  server.answer({ body: { number: 2, to: 3, steps: [step] } });
  const found = await run('plan', '-o', 'json');
  expect(found.code).toBe(5);
  expect(JSON.parse(found.stdout)).toMatchObject({ steps: [{ number: 3, blocked: 'stop it' }] });

  server.answer({ body: { number: 3, to: 3, steps: [] } });
  expect((await run('plan', '-o', 'json')).code).toBe(0);
});

test('migrate.up calls until it is done, with progress as events and the state of the schema as last line', async () => {
  let calls = 0;
  server.answer(({ path }) => {
    if (!path.endsWith('/up')) return { body: status };
    calls++;
    const events = [...(calls === 1 ? [begun] : []), filling(calls * 1000)];
    return { body: { number: 2, isDone: calls === 3, events } };
  });
  const { code, stdout } = await run('up', '--to', '3', '-o', 'jsonl');
  expect(code).toBe(0);
  expect(calls).toBe(3);
  expect(server.received.filter((r) => r.path.endsWith('/up')).map((r) => r.body)).toEqual(
    Array.from({ length: 3 }, () => ({ to: 3 })),
  );
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.find((line) => typeof line['total'] === 'number')).toMatchObject({
    event: 'progress',
    phase: '0003-fill',
    total: 4000,
    unit: 'rows',
  });
  expect(lines.at(-1)).toMatchObject({ number: 2, standing: 'current' });
});

test('migrate.up that has to wait ends with 5 and one document that says for what', async () => {
  const sentence = '0003-x has to wait: a running server does not know it: stop it, and run this again';
  server.answer(problem(409, 'conflict', sentence));
  const { code, stdout } = await run('up', '-o', 'json');
  expect(code).toBe(5);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'conflict', message: sentence } });
});

test('migrate.down takes back one step unless told how far', async () => {
  server.answer(({ path }) =>
    path.endsWith('/down') ? { body: { number: 1, isDone: true, events: [] } } : { body: status },
  );
  expect((await run('down', '-o', 'json')).code).toBe(0);
  expect(server.received.find((r) => r.path.endsWith('/down'))?.body).toEqual({ to: 1 });
  expect((await run('down', '--to', 'x')).code).toBe(2);
});

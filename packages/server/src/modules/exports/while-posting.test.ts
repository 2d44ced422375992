import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents, exported, linesOf, rowsOf, sumsOf } from '../../../test/exported.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { importRows, saidOf } from '../../../test/import-file.ts';

const opened: TestApp[] = [];
let t: TestApp;

beforeAll(async () => {
  t = await open();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  for (const code of ['A', 'B']) {
    await t.call('POST', '/v1/journals', { code, name: `Journal ${code}`, area: 'general' });
  }
  for (const [code, statement, type] of [
    ['1930', 'balance', 'asset'],
    ['2640', 'balance', 'liability'],
    ['3010', 'result', 'income'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: `Account ${code}`, statement, type });
  }
});

afterAll(() => Promise.all(opened.map((app) => app.close())));

async function open(): Promise<TestApp> {
  const app = await openTestApp();
  opened.push(app);
  return app;
}

/** Entries of which no two are alike, by eight at once, until they are told to stop. */
function postAlways() {
  const posted = new Map<string, number>();
  let isOver = false;
  const client = async (n: number) => {
    for (let i = 0; !isOver; i += 1) {
      const net = 1000 * (n + 1) + i;
      const reply = await t.call('POST', '/v1/entries', {
        ...{ journal: n % 2 ? 'A' : 'B', date: `2026-0${n + 1}-15` },
        lines: [
          { account: '1930', debit: `${net + 7}.00` },
          { account: '3010', credit: `${net}.00` },
          { account: '2640', credit: '7.00' },
        ],
      });
      if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
      posted.set(reply.body.number, net);
    }
  };
  const clients = Promise.all(Array.from({ length: 8 }, (_, n) => client(n)));
  return {
    posted,
    end: () => {
      isOver = true;
      return clients;
    },
  };
}

/** By series, the highest number among these; throws where one below it is missing. */
function highest(numbers: Iterable<string>): Record<string, number> {
  const found: Record<string, number> = {};
  const all = new Set(numbers);
  for (const number of all) {
    const [, series = '', n = ''] = /^(.*)-(\d+)$/.exec(number) ?? [];
    found[series] = Math.max(found[series] ?? 0, Number(n));
  }
  const count = Object.values(found).reduce((sum, n) => sum + n, 0);
  if (count !== all.size) throw new Error(`${all.size} numbers, of ${JSON.stringify(found)}`);
  return found;
}

test('exports.content.200 while eight post without pause, a file of any format is the books of one moment', {
  timeout: 120_000,
}, async () => {
  const fire = postAlways();
  while (fire.posted.size < 16) await new Promise((resolve) => setTimeout(resolve, 5));

  const files: {
    format: 'csv' | 'jsonl' | 'sie';
    before: string[];
    file: Awaited<ReturnType<typeof exported>>;
  }[] = [];
  for (const format of ['csv', 'jsonl', 'sie'] as const) {
    const before = [...fire.posted.keys()];
    files.push({ format, before, file: await exported(t, { format, year: '2026' }) });
  }
  await fire.end();

  for (const { format, before, file } of files) {
    const { text, done } = file;
    const rows = await rowsOf(format, text);
    const lines = linesOf(rows).map(({ account = '', debit = '0.00', credit = '0.00', ...line }) => ({
      ...line,
      ...{ account, debit, credit },
    }));
    const numbers = lines.flatMap(({ number }) => (number ? [number] : []));
    const last = highest(numbers);

    // Whatever had been answered when the export was asked for is in it, and what is in it has all its lines.
    const held = [...new Set(numbers)];
    const isHeld = new Set(held);
    expect(before.filter((number) => !isHeld.has(number))).toEqual([]);
    const net = held.reduce((sum, number) => sum + (fire.posted.get(number) ?? Number.NaN) * 100, 0);
    const sums = sumsOf(lines);
    expect(sums).toEqual({
      1930: { opening: 0, debit: net + held.length * 700, credit: 0 },
      2640: { opening: 0, debit: 0, credit: held.length * 700 },
      3010: { opening: 0, debit: 0, credit: net },
    });
    expect(last).toEqual({ 'A-2026': expect.any(Number), 'B-2026': expect.any(Number) });
    const total = (net + held.length * 700) / 100;
    expect(done).toMatchObject({
      ...{ entries: held.length, rows: 3 * held.length, debit: total.toFixed(2), credit: total.toFixed(2) },
      sha256: createHash('sha256').update(text).digest('hex'),
    });

    const copy = await open();
    const session = await importRows(copy, rows, { format }, { ...saidOf(rows.length), format });
    expect(session).toMatchObject({ state: 'committed', written: held.length, debit: done.debit });
    const balance = (await copy.call('GET', '/v1/reports/trial-balance?year=2026')).body;
    const inCopy = balance.rows.map(({ account, opening, debit, credit }: Record<string, string>) => [
      account,
      { opening: cents(opening ?? ''), debit: cents(debit ?? ''), credit: cents(credit ?? '') },
    ]);
    expect(Object.fromEntries(inCopy)).toEqual(sums);
  }
});

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createErp } from '@erp/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startErp } from './erp-process.ts';
import { type NextProgram, startNext } from './migrations/next-program.ts';
import { type LockWatch, watchLocks } from './migrations/watch-locks.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type Postgres, start } from './services/postgres.mjs';
import { query } from './test-database.ts';

// The schema changes in every way there is while sixteen connections post, eight to a server of this version and eight to one of
// the version after. Its owner is no superuser, as in a real installation. ERP_TEST_MIGRATE_LINES=1000000 for the size of real books.

const lines = Number(process.env['ERP_TEST_MIGRATE_LINES'] ?? 20_000);
const connections = 16;
/** Milliseconds, on a machine that does other things too. */
const patience = 300_000 + 2 * lines;
const seed = 20261125;

let folder: string;
let postgres: Postgres;
/** As the owner of the database, and as the superuser who looks on. */
let url: string;
let admin: string;
let present: ServerProcess;
let next: NextProgram;
let nextUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erp-migrations-'));
  postgres = await start({ settings: { fsync: 'off', max_connections: '100', max_wal_size: '4GB' } });
  query(postgres.url, 'create role erp_owner login createrole');
  query(postgres.url, 'create database erp owner erp_owner');
  url = `postgres://erp_owner@127.0.0.1:${postgres.port}/erp`;
  admin = `postgres://postgres@127.0.0.1:${postgres.port}/erp`;
  present = await startServer(folder, ['--database-url', url]);
  await makeBooks();
}, patience);

afterAll(async () => {
  next?.child.kill('SIGKILL');
  // What did not start leaves the database running no longer than what did.
  await present?.end('SIGKILL');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sdk = (baseUrl: string) => createErp({ baseUrl, auth: present.apiKey, tenant: 'demo' });

/** Two years: the first is full and rests, the second is posted into. */
async function makeBooks(): Promise<void> {
  const erp = sdk(present.url);
  const tenant = { slug: 'demo', name: 'Demo', country: 'FR', baseCurrency: 'EUR', timezone: 'Europe/Paris' };
  await erp.tenants.create(tenant);
  await erp.years.open({ start: '2025-01-01', end: '2025-12-31' });
  await erp.years.open({ start: '2026-01-01', end: '2026-12-31' });
  await erp.accounts.create({ code: '512', name: 'Bank', statement: 'balance', type: 'asset' });
  await erp.accounts.create({ code: '706', name: 'Sales', statement: 'result', type: 'income' });
  await erp.journals.create({ code: 'OD', name: 'Journal', area: 'general' });

  const perEntry = 100;
  const entries = lines / perEntry;
  const atOnce = 100;
  for (let from = 0; from < entries; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, entries - from) }, (_, i) => ({
      journal: 'OD',
      date: `2025-${String(((from + i) % 12) + 1).padStart(2, '0')}-10`,
      lines: Array.from({ length: perEntry }, (_, n) => ({
        account: n % 2 ? '706' : '512',
        description: `line ${from + i}/${n}`,
        ...(n % 2 ? { credit: '1.25' } : { debit: '1.25' }),
      })),
    }));
    const { results } = await erp.entries.batch({ entries: batch });
    expect(results.every((result) => result.entry !== undefined)).toBe(true);
  }
  query(admin, 'vacuum analyze lines');
}

/** What must not change: the trial balance of the year that rests, and a digest over everything in it. */
async function booksOf2025(server: string): Promise<unknown> {
  const balance = await sdk(server).reports.trialBalance({ year: '2025' });
  const digests = query(
    admin,
    `select count(*), md5(string_agg(md5(row(l.entry_id, l.position, l.account_id, l.period, l.debit, l.credit, l.description)::text),
       '' order by l.entry_id, l.position)) from lines l join years y on y.tenant_id = l.tenant_id and y.id = l.year_id
     where y.start_date = '2025-01-01'`,
  );
  return { balance, digests };
}

interface Posting {
  posted: string[];
  failed: unknown[];
  /** The connections of one server go on to another. */
  moveTo(address: string): void;
  stop(): Promise<void>;
}

/** Posts without a pause and without a retry: what fails is written down. */
function postOn(addresses: readonly string[]): Posting {
  const posted: string[] = [];
  const failed: unknown[] = [];
  let targets = [...addresses];
  let isOver = false;
  const client = async (n: number) => {
    while (!isOver) {
      const target = targets[n % targets.length] ?? '';
      const reply = await fetch(`${target}/v1/entries`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${present.apiKey}`,
          'erp-tenant': 'demo',
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({
          journal: 'OD',
          date: '2026-05-06',
          description: 'posted meanwhile',
          lines: [
            { account: '512', debit: '0.01' },
            { account: '706', credit: '0.01' },
          ],
        }),
      });
      const body = (await reply.json()) as { id: string };
      if (reply.status === 201) posted.push(body.id);
      else failed.push({ target, status: reply.status, body });
    }
  };
  const clients = Array.from({ length: connections }, (_, n) =>
    client(n).catch((error: unknown) => failed.push(String(error))),
  );
  return {
    posted,
    failed,
    moveTo: (address) => {
      targets = [address];
    },
    stop: async () => {
      isOver = true;
      await Promise.all(clients);
    },
  };
}

/** A sequence that is the same in every run. */
function randoms(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

const up = (...args: string[]) =>
  startNext(folder, ['migrate', 'up', ...args, '--output', 'jsonl', '--database-url', url]);

/** Longest wait and strong lock, in milliseconds. A short run shares its machine: what counts is measured with many lines. */
const bound = lines >= 1_000_000 ? 1_000 : 3_000;

test('migrations.up under load: no failed request, no long lock, two versions side by side, killed again and again', {
  timeout: patience,
}, async () => {
  const before = await booksOf2025(present.url);

  // The version after starts by itself beside this one: it does what is done in a moment.
  next = startNext(folder, [
    '--port',
    '0',
    '--log-level',
    'warn',
    '--rate-limit',
    '1000000',
    '--database-url',
    url,
  ]);
  nextUrl = (await next.hears(/^erp-server \S+ on (\S+),/m))[1] ?? '';

  const locks: LockWatch = await watchLocks(admin);
  const posting = postOn([present.url, nextUrl]);
  while (posting.posted.length < 100) await sleep(20);

  const random = randoms(seed);
  let killed = 0;
  const kill = async (times: number, ...args: string[]) => {
    for (let i = 0; i < times; i++) {
      const run = up(...args);
      await run.begun;
      await sleep(random() * 600);
      if (run.child.exitCode === null) killed++;
      run.child.kill('SIGKILL');
      await run.ended;
    }
  };

  await kill(3, '--to', '102');
  expect(await up('--to', '102').ended).toMatchObject({ code: 0 });

  // As a crash of the database leaves an index that was being built: there, and not valid.
  query(url, 'create index concurrently lines_memo on lines (tenant_id, currency)');
  query(admin, "update pg_index set indisvalid = false where indexrelid = 'lines_memo'::regclass");

  // It comes as far as it can beside the server of this version, and says that this one is in the way.
  await kill(4);
  const refused = await up().ended;
  expect(refused).toMatchObject({ code: 5 });
  expect(refused.stdout).toMatch(
    /0109-drop-line-memo has to wait: a running server does not know it .*stop it/,
  );
  const index =
    "select indisvalid, pg_get_indexdef(indexrelid) from pg_index where indexrelid = 'lines_memo'::regclass";
  expect(query(admin, index)).toEqual([
    't|CREATE INDEX lines_memo ON public.lines USING btree (tenant_id, memo)',
  ]);

  posting.moveTo(nextUrl);
  await sleep(1_000);
  expect(await present.end('SIGTERM')).toBe(0);
  await kill(3);
  const env = { HOME: folder, ERP_URL: nextUrl, ERP_API_KEY: present.apiKey };
  const finished = await startErp(['migrate', 'up', '-o', 'json'], { cwd: folder, env }).ended;
  expect(finished).toMatchObject({ code: 0 });
  expect(JSON.parse(finished.stdout)).toMatchObject({ number: 111, standing: 'current' });

  await posting.stop();
  const longest = await locks.stop();
  process.stdout.write(
    `\n${lines} lines, ${posting.posted.length} entries posted meanwhile, ${killed} kills; ` +
      `longest wait ${longest.wait} ms, longest strong lock ${longest.hold} ms\n`,
  );

  // Of ten: a run that was quicker than its kill has ended by itself.
  expect(killed).toBeGreaterThan(4);
  expect(posting.failed).toEqual([]);
  expect(longest.wait).toBeLessThan(bound);
  expect(longest.hold).toBeLessThan(bound);
  expect(await booksOf2025(nextUrl)).toEqual(before);
  expect(query(admin, "select count(*) from entries where description = 'posted meanwhile'")).toEqual([
    String(posting.posted.length),
  ]);
  expect(
    query(
      admin,
      `select count(*) from lines l join years y on y.tenant_id = l.tenant_id and y.id = l.year_id
      where y.start_date = '2025-01-01' and (note is distinct from description or period4 is distinct from period)`,
    ),
  ).toEqual(['0']);

  // This version does not come back.
  await expect(present.start()).rejects.toThrow(/it needs erp-server 9\.9\.0/);
});

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openEmbedded } from '@erp/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePlace, type Place, type ServerRun } from './server-place.ts';

/** The lines on stderr, those of the log about requests and addresses aside. */
const said = (server: ServerRun): string[] =>
  server
    .stderr()
    .split('\n')
    .filter((line) => line !== '' && !/"msg":"(request|Server listening)/.test(line));

const keyOf = (server: ServerRun): string => / (erp_\S+)$/m.exec(server.stderr())?.[1] ?? '';

async function call(address: string, key: string, method: string, path: string, body?: object, tenant = '') {
  const reply = await fetch(`${address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(tenant ? { 'erp-tenant': tenant } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // As it came: tests say what they expect of it.
  return { status: reply.status, body: (await reply.json()) as ReturnType<typeof JSON.parse> };
}

// Making an empty database takes seconds on a busy machine, so the tests of one directory follow each other on it.
describe('erp-server on one directory', { timeout: 120_000 }, () => {
  const place = makePlace();
  let server: ServerRun;
  let address: string;
  let key: string;

  beforeAll(async () => {
    server = place.start();
    address = await server.ready();
    key = keyOf(server);
  }, 120_000);

  afterAll(() => place.clear());

  test('start makes a platform key, shows it once, and keeps it as profile `local` for its owner alone', async () => {
    expect(key).toMatch(/^erp_[\w-]{43}$/);
    const file = join(place.folder, 'config', 'erp', 'profiles.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      version: 1,
      current: 'local',
      profiles: { local: { url: address, apiKey: key } },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await call(address, key, 'GET', '/v1/api-keys/current')).toMatchObject({
      status: 200,
      body: { scopes: ['*'], tenant: null },
    });
  });

  test('start listens on this machine alone unless told otherwise', () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
  });

  test('start says on stderr what it does, in a few lines and no stack; stdout stays empty', () => {
    expect(server.stdout()).toBe('');
    expect(said(server)).toHaveLength(4);
    expect(server.stderr()).not.toMatch(/^\s+at /m);
  });

  test('a second server on the directory is refused with one sentence, and the first goes on', async () => {
    const second = place.start();
    expect(await second.ended()).toBe(1);
    expect(said(second)).toEqual([
      `error: ${place.data} is in use by process ${server.child.pid}: stop that erp-server, or give another --data`,
    ]);
    expect((await call(address, key, 'GET', '/v1/tenants')).status).toBe(200);
  });

  test('SIGTERM answers what is under way, refuses what is new, ends with 0 and frees the directory', async () => {
    const tenant = {
      slug: 'demo',
      name: 'Demo',
      country: 'FR',
      baseCurrency: 'EUR',
      timezone: 'Europe/Paris',
      chart: 'international',
    };
    expect((await call(address, key, 'POST', '/v1/tenants', tenant)).status).toBe(201);
    expect(
      (await call(address, key, 'POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' }, 'demo'))
        .status,
    ).toBe(201);
    const [journal] = (await call(address, key, 'GET', '/v1/journals', undefined, 'demo')).body.items;
    const accounts = (await call(address, key, 'GET', '/v1/accounts?limit=500', undefined, 'demo')).body
      .items;
    const [one, two] = accounts.filter(
      (a: { postable: boolean; control: string }) => a.postable && a.control === 'none',
    );
    const entry = {
      journal: journal.code,
      date: '2026-02-03',
      lines: [
        { account: one.code, debit: '1.00' },
        { account: two.code, credit: '1.00' },
      ],
    };

    // Thirty at once, again and again, until the server is gone: each was either answered or never taken.
    const answered: string[] = [];
    let refused = 0;
    let stopped = false;
    const client = async () => {
      while (!stopped) {
        try {
          const reply = await call(address, key, 'POST', '/v1/entries', entry, 'demo');
          expect(reply.status).toBe(201);
          answered.push(reply.body.id);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          refused++;
          stopped = true;
        }
        if (answered.length === 60) server.child.kill('SIGTERM');
      }
    };
    await Promise.all(Array.from({ length: 30 }, client));
    expect(await server.ended()).toBe(0);
    expect(refused).toBeGreaterThan(0);
    expect(existsSync(join(place.data, 'server.lock'))).toBe(false);
    expect(said(server).slice(4)).toEqual([expect.stringContaining('"msg":"stopping"')]);

    // Whoever got an answer finds the entry, and whoever got none has none: the numbers say so.
    server = place.start();
    address = await server.ready();
    const stored: { id: string; sequence: number }[] = [];
    for (let cursor = ''; cursor !== null; ) {
      const page = await call(
        address,
        key,
        'GET',
        `/v1/entries?limit=500${cursor && `&cursor=${cursor}`}`,
        undefined,
        'demo',
      );
      stored.push(...page.body.items);
      cursor = page.body.next;
    }
    expect(stored.map((e) => e.id).sort()).toEqual([...answered].sort());
    expect(stored.map((e) => e.sequence).sort((a, b) => a - b)).toEqual(stored.map((_, i) => i + 1));
    expect(keyOf(server)).toBe('');
  });

  test('SIGKILL leaves a lock that the next start sees through, and every entry that was posted', async () => {
    server.child.kill('SIGKILL');
    expect(await server.ended()).toBe('SIGKILL');
    expect(existsSync(join(place.data, 'server.lock'))).toBe(true);

    server = place.start();
    address = await server.ready();
    expect(
      (await call(address, key, 'GET', '/v1/entries?limit=500', undefined, 'demo')).body.items.length,
    ).toBeGreaterThan(59);
    server.child.kill('SIGINT');
    expect(await server.ended()).toBe(0);
  });

  test('a port in use is refused with one sentence, and nothing keeps running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const third = place.start(['--port', String(port)]);
    expect(await third.ended()).toBe(1);
    expect(said(third)).toEqual([
      `error: listen EADDRINUSE: address already in use 127.0.0.1:${port}: another program listens there; give another --port`,
    ]);
    other.close();
  });

  test('a directory of an older schema is refused with one sentence', async () => {
    const db = await openEmbedded({ dataDir: join(place.data, 'pg') });
    await db.owner((_, run) => run("update schema_migrations set sha256 = 'other' where name like '0002%'"));
    await db.close();

    const second = place.start();
    expect(await second.ended()).toBe(1);
    expect(said(second)).toEqual([
      expect.stringMatching(
        /^error: embedded database in \S+: the database was made with another version of migration 0002\S+: .*empty database$/,
      ),
    ]);
    expect(existsSync(join(place.data, 'server.lock'))).toBe(false);
  });
});

describe('erp-server', { timeout: 120_000 }, () => {
  let place: Place;

  beforeEach(() => {
    place = makePlace();
  });

  afterEach(() => place.clear());

  test('two starts at once on one directory: one serves, the other is refused', async () => {
    const servers = [place.start(), place.start()];
    const outcomes = await Promise.all(
      servers.map((s) => Promise.race([s.ready().then(() => 'serves'), s.ended()]).catch(() => 1)),
    );
    expect([...outcomes].sort()).toEqual([1, 'serves']);
  });

  test('a place that is no directory is refused with one sentence', async () => {
    writeFileSync(place.data, '');
    const server = place.start();
    expect(await server.ended()).toBe(1);
    expect(said(server)).toEqual([expect.stringMatching(/^error: E\w+: .*data/)]);
  });

  test.each([
    [
      'postgres://nobody:hidden@localhost:1/none',
      /^error: the database of --database-url does not answer: .*ECONNREFUSED/,
    ],
    ['postgres://nobody:hidden@[::bad/none', /^error: --database-url is no URL/],
  ])('a database at %s is refused with one sentence and without its password', async (url, sentence) => {
    const server = place.start(['--database-url', url]);
    expect(await server.ended()).toBe(1);
    expect(said(server)).toEqual([expect.stringMatching(sentence)]);
    expect(server.stderr()).not.toContain('hidden');
  });

  test('a file of profiles that cannot be read is left alone, and the server starts', async () => {
    const folder = join(place.folder, 'config', 'erp');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'profiles.json'), '{ not json');

    const server = place.start();
    await server.ready();
    expect(keyOf(server)).toMatch(/^erp_/);
    expect(server.stderr()).toContain('warning: profile "local" was not written');
    expect(readFileSync(join(folder, 'profiles.json'), 'utf8')).toBe('{ not json');
    expect(readdirSync(folder)).toEqual(['profiles.json']);
  });

  test('--help and --version answer on stdout and start nothing', async () => {
    const help = place.start(['--help']);
    expect(await help.ended()).toBe(0);
    expect(help.stdout()).toMatch(/^Usage: erp-server \[options\]/);
    for (const option of ['--port', '--data', '--database-url', 'ERP_DATABASE_URL'])
      expect(help.stdout()).toContain(option);
    const version = place.start(['--version']);
    expect(await version.ended()).toBe(0);
    expect(version.stdout()).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(existsSync(place.data)).toBe(false);
  });

  test.each([
    [['--prot', '1'], /--prot/],
    [['--port', 'http'], /--port takes a whole number up to 65535, not "http"/],
    [['--port', '70000'], /--port takes a whole number/],
    [['--services', 'some'], /--services takes all, api, accounting, not "some"/],
    [['extra'], /extra/],
  ])('%j is a usage error: exit code 2, one sentence', async (args, sentence) => {
    const server = place.start(args);
    expect(await server.ended()).toBe(2);
    expect(said(server)).toEqual([expect.stringMatching(sentence)]);
    expect(existsSync(place.data)).toBe(false);
  });
});

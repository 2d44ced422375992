import { appendFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newHome } from './erp.ts';
import { bookedIn, booksOf, type ImportServer, sale, startImportServer } from './import-server.ts';

/** Several parts: about 170 bytes of JSON a line, half a megabyte a part. */
const ENTRIES = 5000;

/** Milliseconds: thousands of entries, on a machine that does other things beside. */
const LONG = 120_000;

let server: ImportServer;
let books: string;
let round = 0;

beforeAll(async () => {
  server = await startImportServer();
});
beforeEach(() => {
  round += 1;
  const names = Array.from({ length: ENTRIES }, (_, at) => sale(`${round}-${at}`, '1.00'));
  books = server.file(`round-${round}.csv`, booksOf(names));
});
afterAll(() => server.close());

/** Begins the import of a file and kills the client once the server has its first part; returns the id. */
async function killedImport(path: string): Promise<string> {
  let killed = false;
  const run = await server.run(['import', 'ledger', path], {
    started: (child) => {
      child.stderr?.on('data', async (text: string) => {
        const id = /^import (\S+) /m.exec(text)?.[1];
        if (id === undefined || killed) return;

        killed = true;
        for (;;) {
          const { body } = await server.t.call('GET', `/v1/imports/${id}`);
          if (body.parts.received > 0 || body.state !== 'receiving') break;
          await sleep(2);
        }
        child.kill('SIGKILL');
      });
    },
  });

  expect(run.code).toBeNull();
  return /^import (\S+) /m.exec(run.stderr)?.[1] ?? '';
}

test('kill -9 of the client, then import resume: every row exactly once', { timeout: LONG }, async () => {
  const before = await bookedIn(server);
  const id = await killedImport(books);
  expect(server.notes()).toEqual([`${id}.json`]);

  const run = await server.run(['import', 'resume']);

  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    ...{ id, state: 'committed', entries: ENTRIES, written: ENTRIES, lines: 2 * ENTRIES },
    debit: `${ENTRIES}.00`,
  });
  expect(Number((await bookedIn(server)).debit) - Number(before.debit)).toBe(ENTRIES);
  expect(server.notes()).toEqual([]);
  expect(await server.run(['import', 'resume'])).toMatchObject({ code: 2 });
});

test('a file that has changed is not gone on with', { timeout: LONG }, async () => {
  const id = await killedImport(books);
  appendFileSync(books, 'x,VT,2025-01-31,411000,1.00,,,,\n');
  const run = await server.run(['import', 'resume', id]);

  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    error: { code: 'digest_mismatch', message: expect.stringContaining('is not the file that import') },
  });
  expect(await server.run(['import', 'cancel', id])).toMatchObject({ code: 0 });
  expect(server.notes()).toEqual([]);
});

test('from another machine by --file; read in another way it is refused', { timeout: LONG }, async () => {
  const id = await killedImport(books);
  const elsewhere = { env: { XDG_STATE_HOME: newHome() } };

  const nameless = await server.run(['import', 'resume', id], elsewhere);
  expect(nameless).toMatchObject({ code: 2 });
  expect(JSON.parse(nameless.stdout)).toMatchObject({
    error: { message: expect.stringContaining('name its file') },
  });

  const otherwise = await server.run(['import', 'resume', id, '--file', books, '--decimal', ','], elsewhere);
  expect(JSON.parse(otherwise.stdout)).toMatchObject({ error: { code: 'part_conflict' } });
  expect(otherwise.code).toBe(5);

  const fresh = { env: { XDG_STATE_HOME: newHome() } };
  const run = await server.run(['import', 'resume', id, '--file', books], fresh);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ id, state: 'committed', written: ENTRIES });
});

/** A way to the server that can be cut: every connection at once, and no new one. */
async function cuttable(): Promise<{ url: string; cut: () => void }> {
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(server.url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

test('a server that goes away: exit 1 with the way to go on, which goes on', { timeout: LONG }, async () => {
  const { url, cut } = await cuttable();
  const run = await server.run(['import', 'ledger', books], {
    env: { ERP_URL: url },
    started: (child) => child.stderr?.on('data', (text: string) => /^import /m.test(text) && cut()),
  });

  const { error } = JSON.parse(run.stdout) as { error: { code: string; importId: string; hint: string } };
  expect(run.code).toBe(1);
  expect(error).toMatchObject({ code: 'unreachable', hint: `erp import resume ${error.importId}` });

  const resumed = await server.run(['import', 'resume', error.importId]);
  expect(JSON.parse(resumed.stdout)).toMatchObject({ id: error.importId, written: ENTRIES });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksOf, type ImportServer, sale, startImportServer } from './import-server.ts';

let server: ImportServer;
beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.close());

/** A way to the server that cuts replies with the content of an export, each after so many bytes, the last of them never. */
async function cuttingProxy(target: string, cuts: readonly number[]) {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const left = [...cuts];
  const { hostname, port } = new URL(target);

  const proxy = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let allowed = Number.POSITIVE_INFINITY;
    let sent = 0;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }

    client.on('data', (bytes) => {
      const path = /^GET (\S+\/content\S*) /.exec(bytes.toString('latin1'))?.[1];
      if (path !== undefined) {
        asked.push(path);
        sent = 0;
        allowed = left.shift() ?? Number.POSITIVE_INFINITY;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      const room = allowed - sent;
      sent += bytes.length;
      if (bytes.length <= room) client.write(bytes);
      else client.write(bytes.subarray(0, room), end);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    close: () => {
      for (const socket of open) socket.destroy();
      proxy.close();
    },
  };
}

test('export: a download that is cut twice goes on where it was; the file is the one of an unbroken download', {
  timeout: 180_000,
}, async () => {
  const books = booksOf(Array.from({ length: 2_000 }, (_, at) => sale(`e${at}`)));
  const imported = await server.run(['import', 'ledger', server.file('many.csv', books)]);
  expect(imported.code, imported.stderr).toBe(0);

  const whole = join(server.folder, 'whole.csv');
  expect((await server.run(['export', 'ledger', '--format', 'csv', '--out', whole])).code).toBe(0);
  const bytes = readFileSync(whole);
  expect(bytes.length).toBeGreaterThan(300_000);

  const proxy = await cuttingProxy(server.url, [100_000, 80_000]);
  const out = join(server.folder, 'cut.csv');
  const run = await server.run(['export', 'ledger', '--format', 'csv', '--out', out], {
    env: { ERP_URL: proxy.url },
  });
  proxy.close();

  expect(run.code, run.stderr).toBe(0);
  expect(proxy.asked).toHaveLength(3);
  const from = proxy.asked.map((path) => Number(new URLSearchParams(path.split('?')[1]).get('from')));
  expect(from[0]).toBe(0);
  expect(from[1]).toBeGreaterThan(50_000);
  expect(from[2]).toBeGreaterThan(from[1] ?? 0);

  const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(JSON.parse(run.stdout)).toMatchObject({ sha256 });
});

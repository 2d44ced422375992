import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { json, type ScriptedServer, type Step, scriptedServer } from '../../test/scripted-server.ts';
import { createErp } from '../core/erp.ts';
import type { DownloadOptions } from './download.ts';

const text = 'entry,account\n1,411000\n'.repeat(50_000);
const sha256 = createHash('sha256').update(text).digest('hex');
const row = (change: object) => ({
  state: 'done',
  sha256,
  files: [{ name: 'l.csv', size: text.length, sha256 }],
  ...change,
});

const content: Step = (response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(text);

let server: ScriptedServer;
afterEach(() => server.close());

async function download(options: DownloadOptions, ...script: Step[]): Promise<string> {
  server = await scriptedServer(...script);
  const erp = createErp({ baseUrl: server.url, auth: 'k' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of erp.exports.download('x', options)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('exports.content: the bytes, compared with what the server wrote', async () => {
  const sizes: number[] = [];
  expect(await download({ onProgress: (size) => sizes.push(size) }, content, json(200, row({})))).toBe(text);
  expect(sizes.at(-1)).toBe(text.length);
});

test('exports.content: with a hash of the platform, and while the server still writes its sums', async () => {
  const hasher = createHash('sha256');
  const running = json(200, row({ state: 'running', sha256: null, files: [] }));
  expect(await download({ hasher }, content, running, json(200, row({})))).toBe(text);
});

test('exports.content.digest_mismatch: other bytes of the same length', async () => {
  const other = json(200, row({ sha256: 'f'.repeat(64) }));
  await expect(download({}, content, other)).rejects.toMatchObject({ code: 'digest_mismatch' });
});

test('exports.content.file_truncated: a stream that ended early without saying so', async () => {
  const longer = json(
    200,
    row({ sha256: 'f'.repeat(64), files: [{ name: 'l.csv', size: text.length + 1, sha256 }] }),
  );
  await expect(download({}, content, longer)).rejects.toMatchObject({ code: 'file_truncated' });
});

test('exports.content.file_truncated: a connection that broke', async () => {
  const broken: Step = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(text.length) });
    response.write(text.slice(0, 1000), () => response.socket?.destroy());
  };
  await expect(download({ retries: 0 }, broken)).rejects.toMatchObject({ code: 'file_truncated' });
});

test('exports.content: a connection that broke goes on where it stopped, and the whole is compared', async () => {
  const asked: string[] = [];
  const broken: Step = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(text.length) });
    response.write(text.slice(0, 1000), () => response.socket?.destroy());
  };
  const rest: Step = (response, request) => {
    asked.push(request.url ?? '');
    const from = Number(new URL(request.url ?? '', 'http://h').searchParams.get('from'));
    response.writeHead(200, { 'content-type': 'text/csv' }).end(text.slice(from));
  };
  expect(await download({}, broken, rest, json(200, row({})))).toBe(text);
  const from = Number(new URL(asked[0] ?? '', 'http://h').searchParams.get('from'));
  const prefix = createHash('sha256').update(text.slice(0, from)).digest('hex');
  expect(asked).toEqual([expect.stringContaining(`from=${from}&prefix=${prefix}`)]);
});

test('exports.content.409 the ledger changed below what was read: said, not glued together', async () => {
  const broken: Step = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(text.length) });
    response.write(text.slice(0, 1000), () => response.socket?.destroy());
  };
  const changed = json(409, { code: 'conflict', status: 409, title: 'In conflict', detail: 'others by now' });
  await expect(download({}, broken, changed)).rejects.toMatchObject({ code: 'conflict' });
});

test('exports.content.file_truncated: an export that failed on the way', async () => {
  const failed = json(200, row({ state: 'failed', sha256: null, files: [] }));
  await expect(download({}, content, failed)).rejects.toThrow('the export is failed');
});

test('exports.content: the deadline of a call does not cut a stream that has begun', async () => {
  const slow: Step = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv' }).write(text.slice(0, 100));
    setTimeout(() => response.end(text.slice(100)), 1_500);
  };
  server = await scriptedServer(slow, json(200, row({})));
  const erp = createErp({ baseUrl: server.url, auth: 'k', timeout: 1_000 });

  let size = 0;
  for await (const chunk of erp.exports.download('x')) size += chunk.length;

  expect(size).toBe(text.length);
});

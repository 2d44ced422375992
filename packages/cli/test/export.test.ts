import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportServer, startImportServer } from './import-server.ts';

let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer();
  const { call } = server.t;
  const made = [
    await call('POST', '/v1/years', { code: '2024', start: '2024-01-01', end: '2024-12-31' }),
    await call('POST', '/v1/years', { code: '2025', start: '2025-01-01', end: '2025-12-31' }),
    await call('POST', '/v1/accounts', account('411000', 'Customers', 'balance', 'asset')),
    await call('POST', '/v1/accounts', account('706000', 'Services', 'result', 'income')),
    await call('POST', '/v1/journals', { code: 'VT', name: 'Sales', area: 'sale' }),
    await call('POST', '/v1/entries', {
      journal: 'VT',
      date: '2025-03-31',
      description: 'Invoice, "Ünal" & 株式会社',
      lines: [
        { account: '411000', debit: '1200.00' },
        { account: '706000', credit: '1200.00' },
      ],
    }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
});
afterAll(() => server.close());

function account(code: string, name: string, statement: string, type: string) {
  return { code, name, statement, type };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('export ledger: the file is the one that the server hashed, and its receipt says so', async () => {
  const out = `${server.folder}/books.csv`;
  const run = await server.run(['export', 'ledger', '--format', 'csv', '--out', out]);

  expect(run.code).toBe(0);
  const receipt = JSON.parse(run.stdout) as { sha256: string };
  expect(receipt).toMatchObject({ file: out, rows: 2, entries: 1, debit: '1200.00', credit: '1200.00' });
  expect(sha256(readFileSync(out))).toBe(receipt.sha256);
  expect(existsSync(`${out}.part`)).toBe(false);
});

test('export ledger -o table: one line for people', async () => {
  const out = `${server.folder}/books.jsonl`;
  const run = await server.run([
    'export',
    'ledger',
    '--format',
    'jsonl',
    '--year',
    '2025',
    '--out',
    out,
    '-o',
    'table',
  ]);

  expect(run.stdout).toMatch(
    /^✔ 2 lines, [\d.]+ (bytes|kB), sha256 [0-9a-f]{4}…[0-9a-f]{4}, \S+books\.jsonl +\d+\.\d s\n/,
  );
});

test('export ledger --out -: the file alone on stdout, the notice on stderr', async () => {
  const run = await server.run(['export', 'ledger', '--format', 'csv', '--out', '-']);

  expect(run.code).toBe(0);
  expect(run.stdout).toBe(readFileSync(`${server.folder}/books.csv`, 'utf8'));
  expect(run.stderr).toMatch(/^✔ 2 lines/m);
});

test('export ledger --format fec of two years without SIREN: all that is lacking at once, exit 1, no file', async () => {
  const range = ['--from', '2024-06-01', '--to', '2025-06-30', '--out', `${server.folder}/acme.txt`];
  const run = await server.run(['export', 'ledger', '--format', 'fec', ...range]);

  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    error: {
      code: 'export_incomplete',
      hint: `erp tenant update ${server.t.tenant.slug} --registration-number 123456789`,
      errors: [
        { message: expect.stringContaining('has no registration number') },
        { message: expect.stringContaining('exactly one fiscal year') },
      ],
    },
  });
  expect(readdirSync(server.folder).filter((name) => name.startsWith('acme'))).toEqual([]);
});

test('export ledger --format fec: by the name that the law gives it, in this folder', async () => {
  await server.t.call('PATCH', `/v1/tenants/${server.t.tenant.slug}`, { registrationNumber: '123456789' });
  const run = await server.run(['export', 'ledger', '--format', 'fec', '--year', '2025'], {
    cwd: server.folder,
  });

  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ file: '123456789FEC20251231.txt', rows: 2 });
  const description = readFileSync(`${server.folder}/123456789FEC20251231_description.txt`, 'utf8');
  expect(description).toContain('Fichier : 123456789FEC20251231.txt');
  const lines = readFileSync(`${server.folder}/123456789FEC20251231.txt`, 'utf8').split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]?.split('\t')).toHaveLength(18);
});

test('export ledger --gzip: what is inside is the file, the same bytes every time', async () => {
  const plain = readFileSync(`${server.folder}/books.csv`);
  const out = ['one', 'two'].map((name) => `${server.folder}/${name}.csv.gz`);
  for (const file of out) {
    const run = await server.run(['export', 'ledger', '--format', 'csv', '--gzip', '--out', file]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ sha256: sha256(plain), size: readFileSync(file).length });
    expect(gunzipSync(readFileSync(file)).equals(plain)).toBe(true);
  }
  expect(sha256(readFileSync(out[0] ?? ''))).toBe(sha256(readFileSync(out[1] ?? '')));
});

test('export ledger onto a full disk: exit 1, the older file stays and nothing lies beside it', async () => {
  const file = server.file('kept.csv', 'older');
  const full = 'ulimit -f 0; exec "$0" "$@"';
  const run = await server.run(['export', 'ledger', '--format', 'csv', '--out', file], {
    through: ['sh', '-c', full],
  });
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'file' } });
  expect(readFileSync(file, 'utf8')).toBe('older');
  expect(existsSync(`${file}.part`)).toBe(false);
});

test('export check: what is lacking as data, exit 1; nothing lacking, exit 0', async () => {
  const check = async (...args: string[]) => {
    const { code, stdout } = await server.run(['export', 'check', ...args]);
    return { code, ...JSON.parse(stdout) };
  };
  expect(await check('--format', 'csv', '--year', '2025')).toMatchObject({ code: 0, lacks: [] });
  expect(
    await check('--format', 'fec', '--from', '2024-06-01', '--to', '2025-06-30', '--account', '706000'),
  ).toMatchObject({
    code: 1,
    lacks: expect.arrayContaining(
      ['year', 'account'].map((field) => ({ field, message: expect.any(String) })),
    ),
  });
});

test('export ledger --period, --journal, --account, --dimension: what they choose, and usage when they say nothing', async () => {
  const rows = async (...filters: string[]) => {
    const args = ['export', 'ledger', '--format', 'csv', '--out', `${server.folder}/part.csv`, ...filters];
    const { code, stdout } = await server.run(args);
    return code === 0 ? JSON.parse(stdout).rows : { exit: code };
  };
  expect(await rows('--period', '2025/3')).toBe(2);
  expect(await rows('--period', '2025/4')).toBe(0);
  expect(await rows('--year', '2025', '--journal', 'VT', '--account', '7..8')).toBe(1);
  expect(await rows('--year', '2025', '--dimension', 'site')).toEqual({ exit: 2 });
  expect(await rows('--year', '2025', '--dimension', 'site=north')).toEqual({ exit: 7 });
});

test('export ledger to a folder that is not there: exit 1, with where it was to go', async () => {
  const run = await server.run([
    'export',
    'ledger',
    '--format',
    'csv',
    '--out',
    `${server.folder}/no/books.csv`,
  ]);

  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'file' } });
});

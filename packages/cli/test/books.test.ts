import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../server/test/harness.ts';
import { erp, type Run } from './erp.ts';

const folder = mkdtempSync(join(tmpdir(), 'erp-cli-books-'));

let t: TestApp;
let env: Record<string, string>;

beforeAll(async () => {
  t = await openTestApp();
  await t.app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = t.app.http.server.address() as AddressInfo;
  env = { ERP_URL: `http://127.0.0.1:${port}`, ERP_API_KEY: t.key };

  for (const line of [
    'year open 2026 --start 2026-01-01 --end 2026-12-31',
    'journal create BQ --name Bank --area bank',
    'account create 512000 --name Bank --statement balance --type asset',
    'account create 706000 --name Sales --statement result --type income',
  ]) {
    expect(await erp(line.split(' '), { env }), line).toMatchObject({ code: 0 });
  }
});
afterAll(() => t.close());

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly debitTotal: string;
  readonly reversalOf: string | null;
}

interface ErrorDocument {
  readonly error: { readonly code: string; readonly errors: readonly { readonly pointer: string }[] };
}

function documentOf<T>(run: Run): T {
  return JSON.parse(run.stdout) as T;
}

/** A file that holds a sale of that amount. */
function sale(name: string, debit: string, credit: string, more: object = {}): string {
  const file = join(folder, `${name}.json`);
  const lines = [
    { account: '512000', debit },
    { account: '706000', credit },
  ];
  writeFileSync(
    file,
    JSON.stringify({ journal: 'BQ', date: '2026-01-15', description: name, lines, ...more }),
  );

  return file;
}

async function countOfEntries(): Promise<number> {
  return documentOf<Entry[]>(await erp(['entry', 'list'], { env })).length;
}

test('entry post, get, list, reverse: what was posted is what is read', async () => {
  const posted = await erp(['entry', 'post', '--file', sale('rent', '1200.00', '1200.00')], { env });
  expect(posted).toMatchObject({ code: 0, stderr: `tenant ${t.tenant.slug} on ${env['ERP_URL']}\n` });
  const entry = documentOf<Entry>(posted);

  const got = await erp(['entry', 'get', entry.id, '-o', 'table'], { env });
  expect(got.stdout).toContain(`BQ ${entry.number} · 2026-01-15 · rent`);
  expect(got.stdout).toMatch(/512000 +rent +1,200\.00\n/);

  const listed = await erp(
    ['entry', 'list', '--account', '706000', '-o', 'csv', '--columns', 'number,debitTotal'],
    {
      env,
    },
  );
  expect(listed.stdout).toContain(`${entry.number},1200.00\r\n`);

  const reversed = documentOf<Entry>(
    await erp(['entry', 'reverse', entry.id, '--date', '2026-02-01'], { env }),
  );
  expect(reversed).toMatchObject({ reversalOf: entry.id, date: '2026-02-01' });
  expect((await erp(['entry', 'reverse', entry.id], { env })).code).toBe(5);
});

test('entry create, post: a draft keeps its id and gets its number when it is posted', async () => {
  const draft = documentOf<Entry>(
    await erp(['entry', 'create', '--file', sale('draft', '5.00', '5.00')], { env }),
  );
  const drafts = await erp(['entry', 'list', '--drafts'], { env });
  expect(documentOf<Entry[]>(drafts).map(({ id }) => id)).toContain(draft.id);

  const posted = await erp(['entry', 'post', draft.id, '--date', '2026-03-01'], { env });
  expect(documentOf<Entry>(posted)).toMatchObject({ id: draft.id, date: '2026-03-01' });
  expect((await erp(['entry', 'get', draft.id, '--draft'], { env })).code).toBe(7);
});

test('entry post: a list is posted each by itself, exit 3 when some are refused', async () => {
  const lines = [
    { account: '512000', debit: '1.00' },
    { account: '706000', credit: '1.00' },
  ];
  const entry = { journal: 'BQ', date: '2026-01-20', lines };
  const wrong = { ...entry, lines: [{ account: '512000', debit: '1.00' }] };
  const before = await countOfEntries();

  const run = await erp(['entry', 'post', '--file', '-'], {
    env,
    stdin: JSON.stringify([entry, wrong, entry]),
  });
  expect(run.code).toBe(3);
  expect(documentOf<object>(run)).toMatchObject({
    posted: 2,
    refused: 1,
    results: [{ index: 0 }, { index: 1, problem: { code: 'unbalanced' } }, { index: 2 }],
  });
  expect(await countOfEntries()).toBe(before + 2);
});

const REFUSED: readonly (readonly [string, number, () => string])[] = [
  ['unbalanced', 1, () => sale('unbalanced', '10.00', '9.00')],
  ['year_unknown', 1, () => sale('year', '1.00', '1.00', { date: '1999-01-01' })],
  [
    'account_unknown',
    1,
    () =>
      sale('account', '1.00', '1.00', {
        lines: [
          { account: '999', debit: '1.00' },
          { account: '706000', credit: '1.00' },
        ],
      }),
  ],
  ['invalid_request', 1, () => sale('day', '1.00', '1.00', { date: '2026-02-30' })],
  ['invalid_request', 1, () => sale('field', '1.00', '1.00', { nmae: 'x' })],
];

test.each(REFUSED)('entry post: %s is exit %i and changes nothing', async (code, exit, file) => {
  const before = await countOfEntries();
  const run = await erp(['entry', 'post', '--file', file()], { env });

  expect(documentOf<ErrorDocument>(run).error.code).toBe(code);
  expect(run.code).toBe(exit);
  expect(run.stderr).toContain('error: ');
  expect(await countOfEntries()).toBe(before);
});

test('year list, journal get, series get: what opened with them', async () => {
  const years = await erp(['year', 'list', '-o', 'csv'], { env });
  expect(years.stdout).toContain('2026,2026-01-01,2026-12-31,EUR,open,');

  const journal = documentOf<{ series: string }>(await erp(['journal', 'get', 'BQ'], { env }));
  const series = await erp(['series', 'get', journal.series], { env });
  expect(documentOf<object>(series)).toMatchObject({ code: journal.series, reset: 'year' });
});

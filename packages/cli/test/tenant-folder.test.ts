import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from './erp.ts';
import { problem, startFakeServer } from './fake-server.ts';
import { type ImportServer, startImportServer } from './import-server.ts';
import { erpOnTerminal } from './terminal.ts';

let server: ImportServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startImportServer();
  env = { ERP_API_KEY: server.t.platformKey, ERP_TENANT: '' };
});
afterAll(() => server.close());

const erp = (...args: readonly string[]) => server.run(args, { env });

let slugs = 0;
const newSlug = () => `${server.t.tenant.slug}-d${slugs++}`;

const tenant = (slug: string, more = '') => `version: 1
slug: ${slug}
name: Acme
country: FR
baseCurrency: EUR
timezone: Europe/Paris
${more}`;

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(server.folder, 'tenants-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

interface Row {
  readonly tenant: string;
  readonly result: string;
  readonly exit: number;
  readonly create: number;
  readonly error: { code: string; errors: { line: number }[] } | null;
}

const rowsOf = ({ stdout }: Run): Row[] => JSON.parse(stdout);
const results = (run: Run) => rowsOf(run).map(({ result }) => result);

const mistakesOf = ({ stdout }: Run): string[] =>
  JSON.parse(stdout).error.errors.map(
    ({ in: file, line, column, message }: Record<string, unknown>) => `${file}:${line}:${column} ${message}`,
  );

// Each runs the program up to eight times.
describe('erp tenant plan and apply -f of a folder', { timeout: 90_000 }, () => {
  test('erp tenant apply -f FOLDER makes every tenant, gives a receipt for each, and does nothing the second time', async () => {
    const [a, b] = [newSlug(), newSlug()];
    const account = 'accounts:\n  - { code: 512, name: Bank, statement: balance, type: asset }\n';
    const folder = folderOf({ 'b.yaml': tenant(b), 'a.yml': tenant(a, account) });
    for (const name of ['.hidden.yaml', 'notes.md']) writeFileSync(join(folder, name), 'nothing of ours');
    mkdirSync(join(folder, 'archive.yaml'));

    const plan = await erp('tenant', 'plan', '-f', folder);
    expect(plan.code, plan.stderr).toBe(5);
    expect(rowsOf(plan)).toMatchObject([
      { tenant: a, file: 'a.yml', result: 'new', create: 2, exit: 5, plan: { isNew: true } },
      { tenant: b, file: 'b.yaml', result: 'new', create: 1, exit: 5 },
    ]);
    expect((await erp('tenant', 'get', a)).code).toBe(7);

    const applied = await erp('tenant', 'apply', '-f', folder);
    expect(applied.code, applied.stderr).toBe(0);
    expect(applied.stderr).toContain(`2 tenants (${a}, ${b}) on ${server.url}`);
    expect(applied.stderr).toContain('2 created');
    expect(rowsOf(applied)).toMatchObject([
      { tenant: a, result: 'created', create: 2, exit: 0, error: null },
      { tenant: b, result: 'created', create: 1, exit: 0, error: null },
    ]);

    const again = await erp('tenant', 'apply', '-f', folder);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('2 unchanged: nothing to do');
    expect(results(again)).toEqual(['unchanged', 'unchanged']);
    const empty = await erp('tenant', 'plan', '-f', folder, '-o', 'table');
    expect(empty).toMatchObject({ code: 0, stdout: '2 unchanged: nothing to do\n' });
  });

  test('erp tenant apply -f FOLDER goes on after a tenant that is refused; the worst exit code is that of the command', async () => {
    const [denied, moved, wrong, fine] = [newSlug(), newSlug(), newSlug(), newSlug()];
    const year = (end: string) => `years:\n  - { code: 2026, start: 2026-01-01, end: ${end} }\n`;
    expect(
      (await erp('tenant', 'apply', '-f', server.file('moved.yaml', tenant(moved, year('2026-12-31'))))).code,
    ).toBe(0);
    const refused = { '1.yaml': tenant(moved, year('2026-06-30')), '2.yaml': tenant(fine) };

    const blocked = await erp('tenant', 'apply', '-f', folderOf(refused));
    expect(blocked.code).toBe(5);
    expect(rowsOf(blocked)).toMatchObject([
      { result: 'failed', exit: 5, error: { code: 'field_fixed', errors: [{ line: 8, column: 43 }] } },
      { result: 'created', exit: 0 },
    ]);

    const parent = 'accounts:\n  - { code: 1, name: A, statement: balance, type: asset, parent: 9 }\n';
    const both = { ...refused, '3.yaml': tenant(wrong, parent) };
    const worst = await erp('tenant', 'apply', '-f', folderOf(both), '-o', 'table');
    expect(worst.code).toBe(1);
    expect(worst.stdout).toContain('account_unknown: 3.yaml:8:66: there is no account 9');
    expect(worst.stderr).toContain(
      `2 of 3 tenants failed; exit 1, the worst of them: ${wrong} (account_unknown)`,
    );

    const own = await server.run(['tenant', 'apply', '-f', folderOf({ 'a.yaml': tenant(denied) })], {
      env: { ERP_TENANT: '' },
    });
    expect(own.code, own.stderr).toBe(7);
  });

  test('erp tenant apply -f FOLDER is refused before anything is sent when one file is wrong: every mistake of every file', async () => {
    const slug = newSlug();
    const folder = folderOf({
      'a.yaml': tenant(slug),
      'b.yaml': tenant(newSlug(), 'currency: EUR\nclosed: yes\n'),
      'c.yaml': 'slug: [\n',
      'd.yaml': tenant(slug).replace('slug:', '\nslug:'),
      'e.yaml': tenant(newSlug(), 'apiToken: hush\n'),
    });
    const run = await server.run(['tenant', 'apply', '-f', folder], {
      env: { ...env, ERP_URL: 'http://127.0.0.1:9' },
    });
    expect(run.code).toBe(2);
    expect(mistakesOf(run)).toEqual([
      expect.stringMatching(/^b\.yaml:7:1 "currency" is not known here/),
      expect.stringMatching(/^b\.yaml:8:1 "closed" is not known here/),
      expect.stringMatching(/^c\.yaml:2:1 /),
      'e.yaml:7:1 a secret has no place in a file that is kept in git: take it out, and revoke it',
      `a.yaml:2:7 ${slug} has a second file, d.yaml:3:7: a tenant has one`,
      `d.yaml:3:7 ${slug} has a second file, a.yaml:2:7: a tenant has one`,
    ]);
    expect(run.stderr).toContain(`nothing was sent: in ${folder} are 6 mistakes`);
    expect(await erp('tenant', 'get', slug)).toMatchObject({ code: 7 });
    expect(await erp('tenant', 'apply', '-f', folderOf({ 'a.txt': '' }))).toMatchObject({ code: 2 });
  });

  test('erp tenant apply --plan of a folder does what was looked at; a tenant that moved since is refused, the others are not', async () => {
    const [a, b] = [newSlug(), newSlug()];
    const folder = folderOf({ 'a.yaml': tenant(a), 'b.yaml': tenant(b) });
    const saved = join(folder, 'plan.json');
    expect((await erp('tenant', 'plan', '-f', folder, '--save', saved)).code).toBe(5);
    rmSync(join(folder, 'a.yaml'));
    expect((await erp('tenant', 'apply', '-f', join(folder, 'b.yaml'))).code).toBe(0);

    const run = await erp('tenant', 'apply', '--plan', saved, '-o', 'jsonl', '--quiet');
    expect(run.code).toBe(5);
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === undefined)).toMatchObject([
      { tenant: a, result: 'created' },
      { tenant: b, result: 'failed', error: { code: 'version_conflict' } },
    ]);
    expect(lines.some(({ event, unit }) => event === 'progress' && unit === 'tenants')).toBe(true);
  });

  test('erp tenant apply -f FOLDER guards every tenant of it: --tenant and --expect-tenant', async () => {
    const [a, b] = [newSlug(), newSlug()];
    const folder = folderOf({ 'a.yaml': tenant(a), 'b.yaml': tenant(b) });
    expect(await erp('tenant', 'apply', '-f', folder, '--tenant', a)).toMatchObject({ code: 2 });
    expect(await erp('tenant', 'apply', '-f', folder, '--expect-tenant', a)).toMatchObject({ code: 4 });
    expect(await erp('tenant', 'apply', '-f', folder, '--concurrency', '0')).toMatchObject({ code: 2 });
    expect(await erp('tenant', 'get', a)).toMatchObject({ code: 7 });
  });
});

describe.runIf(existsSync('/usr/bin/script'))('erp tenant apply -f FOLDER on a terminal', () => {
  const onTerminal = (folder: string, answer: string) =>
    erpOnTerminal(
      ['tenant', 'apply', '-f', folder, '--no-color'],
      { ERP_URL: server.url, ERP_API_KEY: server.t.platformKey },
      [[`2 new. Do this on ${server.url}?`, answer]],
    );

  test('erp tenant apply -f FOLDER shows all plans and asks once; declined, it makes nothing', async () => {
    const [a, b] = [newSlug(), newSlug()];
    const folder = folderOf({ 'a.yaml': tenant(a), 'b.yaml': tenant(b) });

    const declined = await onTerminal(folder, 'n\r');
    expect(declined.code, declined.text).toBe(1);
    expect(declined.text).toContain(`${a} (new): 1 to create, 0 to change, 0 to remove`);
    expect((await erp('tenant', 'get', a)).code).toBe(7);

    const done = await onTerminal(folder, 'y\r');
    expect(done.code, done.text).toBe(0);
    expect(done.text).toContain('2 created');
    expect(done.text).toMatch(new RegExp(`${b} +b\\.yaml +created`));
    expect((await erp('tenant', 'plan', '-f', folder)).code).toBe(0);
  });

  test('erp tenant apply -f FOLDER does only what was shown: a tenant without a plan is not sent, and has a receipt', async () => {
    const fake = await startFakeServer();
    try {
      const plan = { tenant: 'b', isNew: true, prune: false, revision: '7', kept: [], blocked: [] };
      const changes = [{ action: 'create', resource: 'tenant', code: 'b', within: null, fields: [] }];
      fake.answer(({ path }) =>
        path === '/v1/tenants/a/plan'
          ? problem(500, 'internal', 'a defect')
          : {
              body: path.endsWith('/plan')
                ? { ...plan, changes }
                : { tenant: {}, plan: { ...plan, changes } },
            },
      );
      const done = await erpOnTerminal(
        ['tenant', 'apply', '-f', folderOf({ 'a.yaml': tenant('a'), 'b.yaml': tenant('b') }), '--no-color'],
        { ERP_URL: fake.url, ERP_API_KEY: 'erp_key' },
        [['1 failed, 1 new. Do this on', 'y\r']],
      );
      expect(done.code, done.text).toBe(1);
      expect(done.text).toMatch(/a +a\.yaml +failed.*internal: a defect/);
      expect(done.text).toContain('1 failed, 1 created');
      const sent = fake.received.filter(({ path }) => path.endsWith('/apply'));
      expect(sent.map(({ path, headers }) => `${path} ${headers['if-match']}`)).toEqual([
        '/v1/tenants/b/apply "7"',
      ]);
    } finally {
      await fake.close();
    }
  });
});

test('erp tenant apply -f FOLDER sends so many at a time, and no more once the server says that the key is none', async () => {
  const fake = await startFakeServer();
  try {
    fake.answer(() => problem(401, 'unauthenticated', 'no such key'));
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${String(at).padStart(2, '0')}.yaml`, tenant(`t-${at}`)]),
    );
    const run = await server.run(['tenant', 'apply', '-f', folderOf(files), '--concurrency', '3'], {
      env: { ...env, ERP_URL: fake.url },
    });
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(fake.received.length).toBeLessThanOrEqual(3);
  } finally {
    await fake.close();
  }
});

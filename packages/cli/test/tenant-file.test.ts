import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenantFileSchema } from '../src/tenant-file/schema.ts';
import type { Run } from './erp.ts';
import { type ImportServer, startImportServer } from './import-server.ts';

let server: ImportServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startImportServer();
  env = { ERP_API_KEY: server.t.platformKey, ERP_TENANT: '' };
});
afterAll(() => server.close());

test('tenant file: the schema that editors use is that of the contract', async () => {
  const text = `${JSON.stringify(tenantFileSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../schemas/tenant.schema.json');
});

const erp = (...args: readonly string[]) => server.run(args, { env });

interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly errors: readonly { line: number; column: number; message: string }[];
  };
}

const places = ({ stdout }: Run) =>
  (JSON.parse(stdout) as ErrorDocument).error.errors.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

let files = 0;
const newSlug = () => `${server.t.tenant.slug}-c${files++}`;

const head = (slug: string) => `version: 1
slug: ${slug}
name: Acme
country: FR
baseCurrency: EUR
timezone: Europe/Paris
`;

const BOOKS = `accounts:
  - { code: 0351, name: no, statement: balance, type: asset }
  - { code: 512000, name: Bank, statement: balance, type: asset, postable: true, parent: 0351 }
journals:
  - { code: BQ, name: Bank, area: bank, manual: false }
years:
  - { code: 2026, start: 2026-01-01, end: 2026-12-31 }
`;

// Each runs the program up to eight times.
describe('erp tenant plan, apply and export', { timeout: 90_000 }, () => {
  test('erp tenant apply makes what the plan shows, once, and the export is the file of it', async () => {
    const slug = newSlug();
    const file = server.file('tenant.yaml', head(slug) + BOOKS);

    const plan = await erp('tenant', 'plan', '-f', file, '-o', 'table');
    expect(plan.code, plan.stderr).toBe(5);
    expect(plan.stdout).toContain('+ account 0351  no\n');
    expect(plan.stdout).toContain(`${slug} (new): 6 to create, 0 to change, 0 to remove`);
    expect(await erp('tenant', 'get', slug)).toMatchObject({ code: 7 });

    const applied = await erp('tenant', 'apply', '-f', file);
    expect(applied.code, applied.stderr).toBe(0);
    expect(applied.stderr).toContain(`tenant ${slug} on ${server.url}`);
    expect(JSON.parse(applied.stdout)).toMatchObject({ tenant: { slug }, plan: { isNew: true } });

    const again = await erp('tenant', 'plan', '-f', file, '--prune', '-o', 'table');
    expect(again).toMatchObject({ code: 0, stdout: `${slug}: nothing to do\n` });

    const out = join(server.folder, `${slug}.yaml`);
    expect(await erp('tenant', 'export', slug, '--out', out)).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toContain('code: "0351"');
    expect((await erp('tenant', 'plan', '-f', out)).code).toBe(0);
    expect(await erp('tenant', 'export', slug, '--out', out)).toMatchObject({ code: 5 });
  });

  test('erp tenant apply --plan does what was looked at, from a file or stdin, and refuses when the tenant has moved', async () => {
    const slug = newSlug();
    const file = server.file('saved.yaml', head(slug) + BOOKS);
    const saved = join(server.folder, 'plan.json');
    expect((await erp('tenant', 'plan', '-f', file, '--save', saved)).code).toBe(5);
    writeFileSync(file, head(slug));
    const applied = await server.run(['tenant', 'apply', '--plan', '-'], {
      env,
      stdin: readFileSync(saved, 'utf8'),
    });
    expect(applied.code, applied.stderr).toBe(0);

    const refused = await erp('tenant', 'apply', '--plan', saved);
    expect(refused.code).toBe(5);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'version_conflict' } });
    expect((await erp('tenant', 'apply', '--plan', saved, '-f', file)).code).toBe(2);
  });

  test('erp tenant plan tells what is wrong with a file before anything is sent, each with line and column', async () => {
    const wrong = `${head('acme')
      .replace('version: 1', 'version: one')
      .replace('timezone:', 'timezon:')}accounts:
  - { code: 1, name: A, statement: balance, type: assets, postable: maybe }
years: [{ code: a, start: 2026-02-30, end: 2026-12-31 }]
apiSecret: hush
contact: { lastName: "erp_0123456789012345678901234567890123456789" }
`;
    const run = await server.run(['tenant', 'plan', '-f', server.file('wrong.yaml', wrong)], {
      env: { ...env, ERP_URL: 'http://127.0.0.1:9' },
    });
    expect(run.code).toBe(2);
    expect(places(run).sort()).toEqual(
      [
        '10:1 a secret has no place in a file that is kept in git: take it out, and revoke it',
        '11:12 a secret has no place in a file that is kept in git: take it out, and revoke it',
        '1:1 the file needs "timezone"',
        '1:10 version must be a whole number',
        '6:1 "timezon" is not known here; did you mean timezone?',
        '8:51 type: "assets" is none of "asset", "liability", "equity", "income", "expense", "memo"',
        '8:69 postable must be true or false',
        '9:27 start: "2026-02-30" is no date',
      ].sort(),
    );
    const newer = await erp('tenant', 'plan', '-f', server.file('newer.yaml', 'version: 2\nshape: new\n'));
    expect(places(newer)).toEqual([
      '1:10 the file is of version 2, and this erp reads version 1: use a newer erp',
    ]);
  });

  test('erp tenant plan tells what the server refuses of a file with line and column too', async () => {
    const slug = newSlug();
    const cycle = `${head(slug)}accounts:
  - { code: a, name: A, statement: balance, type: asset, parent: b }
  - { code: b, name: B, statement: balance, type: asset, parent: a }
years:
  - { code: x, start: 2026-01-01, end: 2026-12-31 }
  - { code: y, start: 2026-12-31, end: 2027-06-30 }
`;
    const run = await erp('tenant', 'apply', '-f', server.file('cycle.yaml', cycle));
    expect(run.code).toBe(1);
    expect(places(run)).toEqual([
      '8:66 a is below b is below a: a tree has no cycles',
      '9:66 b is below a is below b: a tree has no cycles',
      '12:23 2026-12-31..2027-06-30 overlaps year x (2026-01-01..2026-12-31): years do not overlap',
    ]);
  });

  test('erp tenant plan shows what cannot be changed any more, with its place, and apply refuses it', async () => {
    const slug = newSlug();
    const file = server.file('fixed.yaml', head(slug) + BOOKS);
    expect((await erp('tenant', 'apply', '-f', file)).code).toBe(0);
    writeFileSync(file, (head(slug) + BOOKS).replace('end: 2026-12-31', 'end: 2026-06-30'));

    const plan = await erp('tenant', 'plan', '-f', file, '-o', 'table');
    expect(plan.code).toBe(5);
    expect(plan.stdout).toContain(
      `! year 2026: end of year 2026 is fixed: it was opened with 2026-12-31 (${file}:13:43)`,
    );
    const refused = await erp('tenant', 'apply', '-f', file);
    expect(refused.code).toBe(5);
    expect(places(refused)).toEqual(['13:43 end of year 2026 is fixed: it was opened with 2026-12-31']);
  });

  test('erp tenant plan --tenant of another tenant is a usage error', async () => {
    const file = server.file('other.yaml', head(newSlug()));
    expect(await erp('tenant', 'plan', '-f', file, '--tenant', 'another')).toMatchObject({ code: 2 });
    expect(await erp('tenant', 'apply', '-f', file, '--expect-tenant', 'another')).toMatchObject({ code: 4 });
  });
});

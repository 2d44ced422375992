import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCutting } from './cut-answer.ts';
import type { Run } from './erp.ts';
import { problem, startFakeServer } from './fake-server.ts';
import { type ImportServer, startImportServer } from './import-server.ts';

let server: ImportServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startImportServer();
  env = { ERP_API_KEY: server.t.platformKey, ERP_TENANT: '' };
});
afterAll(() => server.close());

const erp = (...args: readonly string[]) => server.run(args, { env });

let slugs = 0;
const newSlug = () => `${server.t.tenant.slug}-b${slugs++}`;

async function keysOf(slug: string): Promise<{ id: string; name: string; revokedAt: string | null }[]> {
  const header = { 'erp-tenant': slug };
  return (await server.t.platform('GET', '/v1/api-keys', undefined, header)).body.items;
}

const PARTIES = `code,name,kind,role,control_account
C1,Dupont,organisation,customer,411
C2,Durand,person,customer,411
`;
const OPENING = `account,party,debit,credit
512,,100.00,
411,C1,50.00,
101,,,150.00
`;

const tenant = (slug: string) => `version: 1
slug: ${slug}
name: Acme
country: FR
baseCurrency: EUR
timezone: Europe/Paris
accounts:
  - { code: 411, name: Customers, statement: balance, type: asset, control: receivable }
  - { code: 512, name: Bank, statement: balance, type: asset }
  - { code: 101, name: Capital, statement: balance, type: equity }
journals:
  - { code: OUV, name: Opening, area: opening }
years:
  - { code: 2026, start: 2026-01-01, end: 2026-12-31 }
`;

const beside = `parties: { file: lists/parties.csv }
openings:
  - { year: 2026, file: lists/opening.csv }
apiKeys:
  - { name: shop, scopes: [accounts:read, entries:post] }
`;

/** A tenant's file in a folder of its own, with the lists that it names. */
function repository(yaml: string, parties = PARTIES) {
  const folder = mkdtempSync(join(server.folder, 'repository-'));
  const at = (name: string) => join(folder, name);
  const write = (name: string, text: string) => writeFileSync(at(name), text);
  mkdirSync(at('lists'));
  write('tenant.yaml', yaml);
  write('lists/parties.csv', parties);
  write('lists/opening.csv', OPENING);
  return { file: at('tenant.yaml'), at, write };
}

interface Done {
  readonly beside: { resource: string; name: string; result: string; written: number; updated: number }[];
}

const steps = ({ stdout }: Run): string[] =>
  (JSON.parse(stdout) as Done).beside.map(
    ({ resource, name, result, written, updated }) => `${resource} ${name} ${result} ${written} ${updated}`,
  );

interface SecretLine {
  readonly state?: string;
  readonly id: string;
  readonly secret: string;
}

/** The whole lines of a file with secrets. */
const linesOf = (path: string): SecretLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as SecretLine] : []));

const mistakesOf = ({ stdout }: Run): string[] =>
  JSON.parse(stdout).error.errors.map(
    ({ line, column, message }: Record<string, unknown>) => `${line}:${column} ${message}`,
  );

// Each runs the program up to eight times.
describe('erp tenant apply: parties, openings and keys beside the tenant', { timeout: 90_000 }, () => {
  test('erp tenant apply imports them after the tenant; the secret of a key stands in the file of --secrets alone', async () => {
    const slug = newSlug();
    const { file, at } = repository(tenant(slug) + beside);
    const secrets = at('secrets.jsonl');

    const plan = await erp('tenant', 'plan', '-f', file);
    expect(plan.code, plan.stderr).toBe(5);
    expect(steps(plan)).toEqual([
      'parties parties.csv later 0 0',
      'opening-balances opening.csv later 0 0',
      'api-key shop create 0 0',
    ]);
    const refused = await erp('tenant', 'apply', '-f', file);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('missing --secrets FILE: shop would be made');
    expect((await erp('tenant', 'get', slug)).code).toBe(7);

    const applied = await erp('tenant', 'apply', '-f', file, '--secrets', secrets);
    expect(applied.code, applied.stderr).toBe(0);
    expect(steps(applied)).toEqual([
      'parties parties.csv imported 2 0',
      'opening-balances opening.csv imported 1 0',
      'api-key shop created 1 0',
    ]);
    const [making, made] = linesOf(secrets);
    const { secret, ...key } = made as SecretLine;
    expect(making).toEqual({ tenant: slug, name: 'shop', state: 'making' });
    expect(key).toMatchObject({ tenant: slug, name: 'shop' });
    expect(statSync(secrets).mode & 0o777).toBe(0o600);
    expect(applied.stdout + applied.stderr).not.toContain(secret);
    expect(
      await server.run(['account', 'get', '512'], { env: { ...env, ERP_API_KEY: secret } }),
    ).toMatchObject({
      code: 0,
    });
    const balance = await erp('report', 'trial-balance', '--tenant', slug);
    expect(JSON.parse(balance.stdout).rows).toMatchObject([
      { account: '101', opening: '-150.00' },
      { account: '411', opening: '50.00' },
      { account: '512', opening: '100.00' },
    ]);
  });

  test('erp tenant apply does nothing the second time, and brings parties up to date that the plan has shown', async () => {
    const slug = newSlug();
    const { file, at, write } = repository(tenant(slug) + beside);
    const applied = await erp('tenant', 'apply', '-f', file, '--secrets', at('secrets.jsonl'));
    expect(applied.code, applied.stderr).toBe(0);

    const same = ['parties parties.csv unchanged 0 0', 'opening-balances opening.csv unchanged 0 0'];
    const again = await erp('tenant', 'apply', '-f', file);
    expect(again.code, again.stderr).toBe(0);
    expect(steps(again)).toEqual([...same, 'api-key shop unchanged 0 0']);
    expect(await erp('tenant', 'plan', '-f', file, '-o', 'table')).toMatchObject({
      ...{ code: 0, stdout: `${slug}: nothing to do\n` },
    });

    write('lists/parties.csv', `${PARTIES.replace('Dupont', 'Dupond')}C3,Martin,person,customer,411\n`);
    const grown = await erp('tenant', 'plan', '-f', file, '-o', 'table');
    expect(grown.code).toBe(5);
    expect(grown.stdout).toContain('  + parties parties.csv: 1 new, 1 changed\n');
    expect((await erp('party', 'list', '--tenant', slug)).stdout).not.toContain('Martin');
    expect(steps(await erp('tenant', 'apply', '-f', file))[0]).toBe('parties parties.csv imported 1 1');
  });

  test('erp tenant apply whose list is refused has made the tenant, says so, and finishes when the list is right', async () => {
    const slug = newSlug();
    const { file, write } = repository(
      tenant(slug) + beside.slice(0, beside.indexOf('apiKeys')),
      PARTIES.replace('Durand,person,customer,411', 'Durand,person,customer,999'),
    );
    const run = await erp('tenant', 'apply', '-f', file);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout).error).toMatchObject({ code: 'account_unknown', beside: [] });
    expect(run.stderr).toContain('Done before it: the tenant. The same command goes on.');
    const plan = await erp('tenant', 'plan', '-f', file);
    expect(plan.code).toBe(5);
    expect(steps(plan)[0]).toBe('parties parties.csv blocked 0 0');

    write('lists/parties.csv', PARTIES);
    const last = await erp('tenant', 'apply', '-f', file);
    expect(last.code, last.stderr).toBe(0);
    expect(steps(last)).toEqual([
      'parties parties.csv imported 2 0',
      'opening-balances opening.csv imported 1 0',
    ]);
  });

  test('erp tenant plan tells what is wrong beside the tenant before anything is sent: files, names, secrets', async () => {
    const { file, write } = repository(
      `${tenant('acme')}parties: { file: lists/none.csv }
openings:
  - { year: 2026, file: lists/wrong.csv }
`,
    );
    write('lists/wrong.csv', 'konto,betrag\n1,2\n');
    const offline = { env: { ...env, ERP_URL: 'http://127.0.0.1:9' } };
    const run = await server.run(['tenant', 'plan', '-f', file], offline);
    expect(run.code).toBe(2);
    expect(mistakesOf(run)).toEqual([
      expect.stringMatching(/^15:18 .*none\.csv/),
      expect.stringMatching(/^17:25 .*wrong\.csv/),
    ]);

    const keys = repository(
      `${tenant('acme')}apiKeys:
  - { name: shop, scopes: [entries:post], secret: erp_0123456789012345678901234567890123456789 }
`,
    );
    expect(mistakesOf(await server.run(['tenant', 'plan', '-f', keys.file], offline))).toEqual([
      '16:43 a secret has no place in a file that is kept in git: take it out, and revoke it',
    ]);
    const twice = repository(
      `${tenant('acme')}apiKeys:
  - { name: shop, scopes: [entries:post] }
  - { name: shop, scopes: [accounts:read] }
`,
    );
    expect(mistakesOf(await server.run(['tenant', 'plan', '-f', twice.file], offline))).toEqual([
      '17:13 the key shop stands here twice',
    ]);
  });

  test('erp tenant apply --plan is refused when a list, its mapping or a table of that is another one than when somebody looked', async () => {
    const slug = newSlug();
    const own = 'parties: { file: lists/parties.csv, mapping: lists/map.yaml }\n';
    const { file, at, write } = repository(tenant(slug) + own);
    const files = {
      'lists/parties.csv': 'Nr,Name,Art\nC1,Dupont,K\n',
      'lists/kinds.csv': 'short,kind\nK,customer\n',
      'lists/map.yaml': `tables: { kinds: { file: kinds.csv, key: short, value: kind } }
parties: { fields: { code: Nr, name: Name, role: { column: Art, table: kinds } } }
`,
    };
    for (const [name, text] of Object.entries(files)) write(name, text);
    const plan = await erp('tenant', 'plan', '-f', file, '--save', at('plan.json'));
    expect(plan.code, plan.stderr).toBe(5);

    for (const [name, from, to, said] of [
      ['lists/parties.csv', 'Dupont', 'Dupond', 'lists/parties.csv'],
      ['lists/map.yaml', 'name: Name', 'name: Nr', 'lists/map.yaml (parties)'],
      ['lists/kinds.csv', 'customer', 'supplier', 'lists/map.yaml (parties)'],
    ] as const) {
      write(name, files[name].replace(from, to));
      const refused = await erp('tenant', 'apply', '--plan', at('plan.json'));
      expect(refused.code, refused.stderr).toBe(5);
      expect(refused.stderr).toContain(`${said} is not what it was when the plan was made`);
      write(name, files[name]);
    }
    expect((await erp('tenant', 'get', slug)).code).toBe(7);
    const applied = await erp('tenant', 'apply', '--plan', at('plan.json'));
    expect(applied.code, applied.stderr).toBe(0);
  });

  test('erp tenant apply whose answer with a secret is lost asks for no second key; the next run ends the lost one and makes it anew', async () => {
    const slug = newSlug();
    const { file, at } = repository(tenant(slug) + beside.slice(beside.indexOf('apiKeys')));
    const secrets = at('secrets.jsonl');
    const cutting = await startCutting(server.url, 'POST', '/v1/api-keys');
    try {
      const args = ['tenant', 'apply', '-f', file, '--secrets', secrets];
      const cut = await server.run(args, { env: { ...env, ERP_URL: cutting.url } });
      expect(cut.code).toBe(1);
      expect(JSON.parse(cut.stdout).error).toMatchObject({ code: 'unreachable', beside: [] });
      expect(cutting.times()).toBe(1);
    } finally {
      await cutting.close();
    }
    const [lost] = await keysOf(slug);
    expect(lost).toMatchObject({ name: 'shop', revokedAt: null });

    writeFileSync(secrets, `${readFileSync(secrets, 'utf8')}{"tenant":"${slug}","na`);
    const again = await erp('tenant', 'apply', '-f', file, '--secrets', secrets);
    expect(again.code, again.stderr).toBe(0);
    expect(steps(again)).toEqual(['api-key shop created 1 0']);
    const { id, secret } = linesOf(secrets).at(-1) as SecretLine;
    const keys = await keysOf(slug);
    expect(keys.filter(({ revokedAt }) => revokedAt === null)).toMatchObject([{ id, name: 'shop' }]);
    expect(keys.filter(({ revokedAt }) => revokedAt !== null)).toMatchObject([{ id: lost?.id }]);
    expect(await server.run(['account', 'list'], { env: { ...env, ERP_API_KEY: secret } })).toMatchObject({
      code: 0,
    });

    const last = await erp('tenant', 'apply', '-f', file, '--secrets', secrets);
    expect(steps(last)).toEqual(['api-key shop unchanged 0 0']);
  });

  test('erp tenant plan fails, and says nothing of a list, when the server or the right for a dry run is not there', async () => {
    const { file } = repository(tenant('acme') + beside.slice(0, beside.indexOf('openings')));
    const plan = { tenant: 'acme', isNew: false, prune: false, revision: '0', kept: [], blocked: [] };
    const changes = [{ action: 'update', resource: 'tenant', code: 'acme', within: null, fields: [] }];
    const fake = await startFakeServer();
    try {
      for (const [answer, code, exit] of [
        [problem(403, 'forbidden', 'lacks imports:write'), 'forbidden', 4],
        [{ ...problem(503, 'unavailable', 'later'), headers: { 'retry-after': '0' } }, 'unavailable', 6],
        [problem(500, 'internal', 'a defect'), 'internal', 1],
      ] as const) {
        fake.answer(({ path }) =>
          path === '/v1/tenants/acme/plan' ? { body: { ...plan, changes } } : answer,
        );
        const run = await server.run(['tenant', 'plan', '-f', file], { env: { ...env, ERP_URL: fake.url } });
        expect(run.code, run.stdout).toBe(exit);
        expect(JSON.parse(run.stdout)).toMatchObject({ error: { code } });
      }
    } finally {
      await fake.close();
    }
  });

  test('erp tenant plan of a key that is there with other scopes says why not, and how', async () => {
    const slug = newSlug();
    const { file, at, write } = repository(tenant(slug) + beside.slice(beside.indexOf('apiKeys')));
    const secrets = ['--secrets', at('secrets.jsonl')];
    expect((await erp('tenant', 'apply', '-f', file, ...secrets)).code).toBe(0);
    write(
      'tenant.yaml',
      `${tenant(slug).replace('Acme', 'Other')}apiKeys: [{ name: shop, scopes: ['*'] }]\n`,
    );

    const plan = await erp('tenant', 'plan', '-f', file, '-o', 'table');
    expect(plan.code).toBe(5);
    expect(plan.stdout).toContain('  ! api-key shop: the key shop has other scopes');
    const refused = await erp('tenant', 'apply', '-f', file, ...secrets);
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('erp api-key revoke');
    expect(JSON.parse((await erp('tenant', 'get', slug)).stdout).name).toBe('Acme');
  });
});

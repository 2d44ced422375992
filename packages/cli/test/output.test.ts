import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../src/output/text-width.ts';
import { erp } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';
import { erpOnTerminal } from './terminal.ts';

/** A name in scripts that terminals find hard: wide, combining, right to left, joined, without spaces. */
const NAMES = [
  'Société Générale',
  '株式会社東京',
  '한국전력공사',
  'กรุงเทพมหานคร',
  'شركة الاتصالات',
  'חֲבָרָה בע״מ',
  'भारतीय रेल',
  'ქართული ბანკი',
  'Ελληνικά Ταχυδρομεία',
  'ОАО «РЖД»',
  'ኢትዮጵያ አየር',
  'Zoë 👩‍👩‍👧 & Söhne',
  'e\u0301clair',
];

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer();
  env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme' };
});
afterAll(() => server.close());

const TRIAL_BALANCE = {
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-12-31',
  rows: NAMES.map((name, at) => ({
    account: `4${at}`,
    name,
    type: 'asset',
    opening: '0.00',
    debit: '1234567.80',
    credit: '5.00',
    closing: at === 0 ? '-1234562.80' : '1234562.80',
  })),
  totals: { opening: '0.00', debit: '99999999.00', credit: '65.00', closing: '0.00' },
};

describe('table', () => {
  test('columns stand in line for names of every script; money is grouped and stands to the right', async () => {
    server.answer({ body: TRIAL_BALANCE });
    const { stdout } = await erp(['report', 'trial-balance', '-o', 'table'], { env });

    const [heading = '', ...lines] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^ {2}ACCOUNT {2}NAME +OPENING +DEBIT +CREDIT +CLOSING$/);
    expect(lines).toHaveLength(NAMES.length + 1);
    expect(new Set(lines.map((line) => textWidth(line)))).toEqual(new Set([textWidth(heading)]));
    expect(lines[0]).toMatch(/Société Générale +0\.00 +1,234,567\.80 +5\.00 +-1,234,562\.80$/);
    expect(lines.at(-1)).toMatch(/^ +Total +0\.00 +99,999,999\.00 +65\.00 +0\.00$/);
    for (const [at, name] of NAMES.entries()) expect(lines[at]).toContain(name);
  });

  test('a name cannot act on the terminal', async () => {
    const name = 'a\u001b[31mred\u0007\r\nb\u202etxt';
    server.answer({ body: { items: [{ code: '1', name }], next: null } });
    const { stdout } = await erp(['account', 'list', '-o', 'table'], { env });

    expect(stdout).toContain('a\ufffd[31mred\ufffd b\ufffdtxt');
  });

  test('an empty list says so on stderr', async () => {
    server.answer({ body: { items: [], next: null } });
    expect(await erp(['account', 'list', '-o', 'table'], { env })).toEqual({
      code: 0,
      stdout: '',
      stderr: '(none)\n',
    });
  });

  test('an entry shows its lines, the empty side empty', async () => {
    const line = { account: '512000', party: null, description: null, currency: 'EUR' };
    server.answer({
      body: {
        ...{
          id: 'x',
          journal: 'BQ',
          number: 'BQ-1',
          date: '2026-01-15',
          description: 'Rent',
          kind: 'normal',
        },
        ...{ debitTotal: '1000.00', creditTotal: '1000.00' },
        lines: [
          { ...line, position: 1, debit: '1000.00', credit: '0.00' },
          { ...line, position: 2, account: '613000', debit: '0.00', credit: '1000.00' },
        ],
      },
    });
    const { stdout } = await erp(['entry', 'get', 'x', '-o', 'table'], { env });

    expect(stdout.split('\n').map((text) => text.trimEnd())).toEqual([
      'BQ BQ-1 · 2026-01-15 · Rent · x',
      '  #  ACCOUNT  PARTY  DESCRIPTION     DEBIT    CREDIT',
      '  1  512000          Rent         1,000.00',
      '  2  613000          Rent                   1,000.00',
      '                                  1,000.00  1,000.00',
      '',
    ]);
  });
});

describe('documents and rows', () => {
  test('json is the reply as it came, jsonl and csv its rows', async () => {
    server.answer({ body: TRIAL_BALANCE });

    const json = await erp(['report', 'trial-balance'], { env });
    expect(JSON.parse(json.stdout)).toEqual(TRIAL_BALANCE);

    const jsonl = await erp(['report', 'trial-balance', '-o', 'jsonl'], { env });
    const rows = jsonl.stdout.trimEnd().split('\n');
    expect(rows.map((line): unknown => JSON.parse(line))).toEqual(TRIAL_BALANCE.rows);

    const csv = await erp(['report', 'trial-balance', '-o', 'csv'], { env });
    const [header, first] = csv.stdout.split('\r\n');
    expect(header).toBe('account,name,opening,debit,credit,closing');
    expect(first).toBe('40,Société Générale,0.00,1234567.80,5.00,-1234562.80');
  });

  test('csv quotes what it must (RFC 4180)', async () => {
    const items = [
      { code: 'a,b', name: 'say "no"\nor not' },
      { code: ' edge ', name: '=1+1' },
    ];
    server.answer({ body: { items, next: null } });
    const { stdout } = await erp(['account', 'list', '-o', 'csv', '--columns', 'code,name'], { env });

    expect(stdout).toBe('code,name\r\n"a,b","say ""no""\nor not"\r\n" edge ",=1+1\r\n');
  });

  test('yaml keeps text text', async () => {
    const account = {
      code: '0351',
      name: 'no',
      parent: null,
      postable: true,
      translations: {},
      mappings: [{ scheme: 'fr.2050', code: '1e3' }],
      validFrom: '2026-01-01',
      unit: 'a: b # c',
      externalId: 'x\ny',
    };
    server.answer({ body: account });
    const { stdout } = await erp(['account', 'get', '0351', '-o', 'yaml'], { env });

    expect(stdout).toBe(
      [
        'code: "0351"',
        'name: "no"',
        'parent: null',
        'postable: true',
        'translations: {}',
        'mappings:',
        '  - scheme: fr.2050',
        '    code: "1e3"',
        'validFrom: "2026-01-01"',
        'unit: "a: b # c"',
        'externalId: "x\\ny"',
        '',
      ].join('\n'),
    );
  });

  test('yaml: a failure is a document too', async () => {
    server.answer(problem(404, 'not_found', 'no account "9"'));
    const { stdout } = await erp(['account', 'get', '9', '-o', 'yaml'], { env });

    expect(stdout).toMatch(/^error:\n {2}code: not_found\n {2}message: "no account \\"9\\""\n/);
  });

  test('--columns chooses, orders and reaches into fields', async () => {
    server.answer({ body: { items: [{ code: '1', name: 'a', opening: { mode: 'carried' } }], next: null } });
    const { stdout } = await erp(['year', 'list', '--columns', 'opening.mode,code'], { env });

    expect(JSON.parse(stdout)).toEqual([{ 'opening.mode': 'carried', code: '1' }]);
  });

  test('--columns: one that no row has is a usage error with the nearest', async () => {
    server.answer({ body: { items: [{ code: '1', name: 'a' }], next: null } });
    const run = await erp(['account', 'list', '--columns', 'code,nmae'], { env });

    expect(run.code).toBe(2);
    expect(run.stdout).toContain('did you mean name?');
  });

  test('--limit counts over pages', async () => {
    server.answer(({ query }) => {
      const from = Number(query['cursor'] ?? '0');
      const items = Array.from({ length: 500 }, (_, at) => ({ code: String(from + at) }));
      return { body: { items, next: String(from + 500) } };
    });
    const { stdout } = await erp(['account', 'list', '--limit', '1001', '-o', 'jsonl'], { env });

    expect(stdout.trimEnd().split('\n')).toHaveLength(1001);
    expect(server.received).toHaveLength(3);
  });

  test('entry post: a batch that is partly refused ends with exit 3, one that is refused whole with 1', async () => {
    const refused = {
      index: 1,
      problem: { status: 422, code: 'unbalanced', title: 'x', detail: 'differs by 1.00' },
    };
    const posted = { index: 0, entry: { id: 'x', number: 'VT-1' } };
    const entries = JSON.stringify([{}, {}]);

    server.answer({ body: { posted: 1, refused: 1, results: [posted, refused] } });
    const partly = await erp(['entry', 'post', '--file', '-'], { env, stdin: entries });
    expect(partly.code).toBe(3);
    expect(JSON.parse(partly.stdout)).toMatchObject({ posted: 1, refused: 1 });

    server.answer({ body: { posted: 0, refused: 2, results: [refused, refused] } });
    expect((await erp(['entry', 'post', '--file', '-'], { env, stdin: entries })).code).toBe(1);
  });
});

describe('api', () => {
  test('api: --paginate reads all pages, --query takes a part', async () => {
    server.answer(({ query }) =>
      query['cursor'] === undefined
        ? { body: { items: [{ code: '1' }], next: 'two' } }
        : { body: { items: [{ code: '2' }, { name: 'without' }], next: null } },
    );
    const run = await erp(['api', 'GET', '/v1/accounts', '--paginate', '--query', '[].code'], { env });

    expect(JSON.parse(run.stdout)).toEqual(['1', '2']);
  });

  test('api: --curl prints the call without the key and sends nothing', async () => {
    server.answer({ body: {} });
    const args = ['api', 'POST', '/v1/journals', '-f', "name=It's", '--curl'];
    const run = await erp(args, { env: { ...env, ERP_API_KEY: 'secret-key' } });

    expect(run.stdout).toContain(`curl -sS -X POST '${server.url}/v1/journals'`);
    expect(run.stdout).toContain('-H "Authorization: Bearer $ERP_API_KEY"');
    expect(run.stdout).toContain(`--data-raw '{"name":"It'\\''s"}'`);
    expect(run.stdout).not.toContain('secret-key');
    expect(server.received).toEqual([]);

    const document = await erp([...args, '-o', 'json'], { env });
    expect(JSON.parse(document.stdout)).toEqual({ text: expect.stringContaining('curl -sS') });
  });

  test('api: a refusal keeps code, request and faults', async () => {
    const errors = [{ in: 'body', pointer: '/name', code: 'invalid_request', message: 'is missing' }];
    server.answer(problem(400, 'invalid_request', 'not valid', errors));
    const run = await erp(['api', 'POST', '/v1/journals', '-f', 'code=VT'], { env });

    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'invalid_request', requestId: 'req-1', errors },
    });
  });
});

describe('doctor', () => {
  test('doctor: all is well', async () => {
    server.answer(({ path }) => ({
      body: {
        '/health/live': { status: 'live' },
        '/health/ready': { status: 'ready', parts: [{ name: 'database', ready: true }] },
        '/version': { version: '0.1.0', contract: '0.1.0', services: ['api'] },
        '/v1/api-keys/current': { name: 'ci', scopes: ['*'], tenant: null },
        '/v1/tenants/acme': { name: 'Acme', state: 'setup' },
      }[path],
    }));
    const run = await erp(['doctor'], { env });

    const { ok, checks } = JSON.parse(run.stdout) as {
      ok: boolean;
      checks: { check: string; status: string }[];
    };
    expect(run.code).toBe(0);
    expect(ok).toBe(true);
    expect(checks.map(({ check, status }) => `${check} ${status}`)).toEqual([
      'server ok',
      'clock ok',
      'database ok',
      'version ok',
      'credentials ok',
      'tenant ok',
    ]);
  });

  test('doctor: a wrong clock is a warning, a part that is down and a wrong key are failures', async () => {
    server.answer(({ path }) => {
      if (path === '/health/live') {
        return { body: { status: 'live' }, headers: { date: 'Thu, 01 Jan 2015 00:00:00 GMT' } };
      }
      if (path === '/health/ready') {
        const parts = [{ name: 'schema', ready: false, detail: '3 migrations are missing' }];
        return { body: { status: 'not_ready', parts } };
      }
      if (path === '/version') return { body: { version: '0.1.0', contract: '0.1.0', services: [] } };
      return problem(401, 'unauthenticated', 'no such key');
    });
    const run = await erp(['doctor', '-o', 'table'], { env });

    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/clock +warning +this clock is .* ahead of the server's/);
    expect(run.stdout).toMatch(/schema +failed +3 migrations are missing/);
    expect(run.stdout).toMatch(/credentials +failed +no such key/);
  });
});

describe.runIf(existsSync('/usr/bin/script'))('on a terminal', () => {
  test('what is missing is asked for, and the answer is used', async () => {
    server.answer({ body: { code: 'VT', name: 'Sales', area: 'sale' } });
    const screen = await erpOnTerminal(['journal', 'create', 'VT', '--area', 'sale'], env, [
      ['Name of the journal', 'Sales\r'],
    ]);

    expect(server.received[0]?.body).toEqual({ code: 'VT', name: 'Sales', area: 'sale' });
    expect(screen.code).toBe(0);
    expect(screen.text).toMatch(/AREA.*sale/);
  });

  test.each([
    ['CI=true', { CI: 'true' }, []],
    ['--no-input', {}, ['--no-input']],
  ])('%s: no prompt and no colour, though it is a terminal', async (_, more, flags) => {
    server.answer({ body: {} });
    const screen = await erpOnTerminal(['journal', 'create', 'VT', ...flags], { ...env, ...more }, []);

    expect(screen.code).toBe(2);
    expect(screen.text).toContain('error: missing --name');
    expect(screen.text).not.toContain('\u001b[');
  });

  test('a declined question changes nothing', async () => {
    server.answer({ body: { slug: 'acme' } });
    const screen = await erpOnTerminal(['tenant', 'reset', 'acme'], env, [
      ['Empty the ledger of acme', 'n\r'],
    ]);

    expect(screen.code).toBe(1);
    expect(server.received).toEqual([]);
  });

  test('a table is the default there, and fits', async () => {
    server.answer({ body: { items: [{ code: '1', name: 'x'.repeat(300) }], next: null } });
    const screen = await erpOnTerminal(['account', 'list', '--no-color'], env, []);

    expect(screen.text).toContain('CODE');
    expect(screen.text).toMatch(/x{12,}…/);
    for (const line of screen.text.split('\r\n')) expect(textWidth(line)).toBeLessThanOrEqual(100);
  });

  test('NO_COLOR takes colours away there', async () => {
    server.answer(problem(404, 'not_found', 'none'));
    const coloured = await erpOnTerminal(['account', 'get', '9'], env, []);
    const plain = await erpOnTerminal(['account', 'get', '9'], { ...env, NO_COLOR: '1' }, []);

    expect(coloured.text).toContain('\u001b[31merror:');
    expect(plain.text).not.toContain('\u001b[');
  });
});

test('FORCE_COLOR colours a pipe, --no-color wins', async () => {
  server.answer(problem(404, 'not_found', 'none'));
  const forced = await erp(['account', 'get', '9'], { env: { ...env, FORCE_COLOR: '1' } });
  const plain = await erp(['account', 'get', '9', '--no-color'], { env: { ...env, FORCE_COLOR: '1' } });

  expect(forced.stderr).toContain('\u001b[31merror:');
  expect(plain.stderr).not.toContain('\u001b[');
});

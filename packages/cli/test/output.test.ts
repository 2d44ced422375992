import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../src/output/text-width.ts';
import { erp } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';

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

  test('gaps of numbers stand as ranges with their reasons; documents have them whole', async () => {
    const gaps = [
      { from: 5, to: 5, reason: null },
      { from: 7, to: 12, reason: 'a lost pad' },
    ];
    const row = { series: 'VT', year: '2026', first: 1, last: 14, count: 7, next: 15, gaps, duplicates: [] };
    server.answer({ body: { rows: [row] } });

    const { stdout } = await erp(['report', 'numbers', '-o', 'table'], { env });
    expect(stdout).toMatch(/^ {2}VT +2026 +1 +14 +7 +15 {2}5, 7-12 \(a lost pad\)$/m);
    expect(JSON.parse((await erp(['report', 'numbers', '-o', 'json'], { env })).stdout).rows[0].gaps).toEqual(
      gaps,
    );
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

describe('record', () => {
  const YEAR = {
    code: '2026',
    opening: { mode: 'none', entry: null },
    periods: Array.from({ length: 13 }, (_, at) => ({ number: at + 1, state: 'open' })),
    externalId: null,
  };
  const TENANT = {
    slug: 'acme',
    address: { street: '1 rue de la Paix', city: 'Paris\u001b[2J', postalCode: null },
    contact: {},
    bankAccounts: [{ iban: 'FR76', bic: null }, { iban: 'DE12' }],
    taxRegistrations: [],
    accountRoles: Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`roleNumber${at}`, String(600000 + at)]),
    ),
    exportProfiles: { fec: { variant: 'pipe', columns: ['a', 'b'] } },
    tags: ['one', 'two'],
  };

  test('year open: the periods as a count with the command that lists them', async () => {
    server.answer({ body: YEAR });
    const args = ['year', 'open', '--start', '2026-01-01', '--end', '2026-12-31'];
    const { stdout } = await erp([...args, '-o', 'table'], { env });

    expect(stdout).toBe(
      [
        '  CODE     2026',
        '  OPENING  mode none',
        '  PERIODS  13 periods: erp period list --year 2026',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await erp(args, { env })).stdout)).toEqual(YEAR);
  });

  test('tenant get: what is nested is read in words, what is empty is left out', async () => {
    server.answer({ body: TENANT });
    const { stdout } = await erp(['tenant', 'get', 'acme', '-o', 'table'], { env });

    expect(stdout.split('\n')).toEqual([
      '  SLUG             acme',
      '  ADDRESS          street 1 rue de la Paix · city Paris\ufffd[2J',
      '  BANK ACCOUNTS    iban FR76',
      '                   iban DE12',
      ...[0, 3, 6, 9].map((from) => {
        const roles = [0, 1, 2].map((at) => `roleNumber${from + at} ${600000 + from + at}`).join(' · ');
        return `${(from === 0 ? '  ACCOUNT ROLES' : '').padEnd(19)}${roles}${from < 9 ? ' ·' : ''}`;
      }),
      '  EXPORT PROFILES  fec.variant pipe · fec.columns a, b',
      '  TAGS             one, two',
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

  test('a reader that has seen enough ends a long list without a word', async () => {
    server.answer(({ query }) => {
      const page = Number(query['cursor'] ?? '0');
      const items = Array.from({ length: 500 }, () => ({ code: 'x'.repeat(500) }));
      return { body: { items, next: page < 50 ? String(page + 1) : null } };
    });
    const run = await erp(['account', 'list', '-o', 'jsonl'], {
      env,
      started: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
    });

    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(server.received.length).toBeLessThan(50);
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

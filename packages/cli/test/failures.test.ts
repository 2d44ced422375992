import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erp, newHome, type Run } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer();
  env = { ERP_URL: server.url, ERP_API_KEY: 'key-of-a-test', ERP_TENANT: 'acme' };
});
afterAll(() => server.close());

interface FailureDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly requestId: string | null;
    readonly hint: string | null;
    readonly errors: readonly object[];
  };
}

/** Stdout as the one document that it must be. */
function documentOf(run: Run): FailureDocument {
  return JSON.parse(run.stdout) as FailureDocument;
}

describe('usage', () => {
  const BAD: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['nothing', [], /a command is missing/],
    ['a noun without a verb', ['account'], /erp account needs one of: list, get/],
    ['a nested noun without a verb', ['dimension', 'value'], /erp dimension value needs one of/],
    ['an unknown noun', ['acount', 'list'], /unknown command 'acount'; did you mean account\?/],
    ['an unknown verb', ['account', 'lst'], /unknown command 'lst'; did you mean list\?/],
    ['an unknown option', ['account', 'create', '1', '--nme', 'x'], /--nme'; did you mean --name\?/],
    ['an option without its value', ['account', 'list', '--limit'], /--limit <n>' argument missing/],
    [
      'a value that is none of the choices',
      ['account', 'create', '1', '--statement', 'x'],
      /Allowed choices/,
    ],
    ['a number that is none', ['account', 'list', '--limit', 'many'], /whole number/],
    ['JSON that is none', ['party', 'create', 'A', '--roles', '{'], /Give JSON/],
    ['an unknown output', ['account', 'list', '-o', 'xml'], /Allowed choices are table, json/],
    ['an argument too many', ['account', 'get', '1', '2'], /too many arguments/],
    ['a missing argument', ['account', 'get'], /missing <code>/],
    ['a missing option', ['account', 'create', '1', '--name', 'x'], /missing --statement/],
    ['a missing reason', ['period', 'reopen', '2026/3'], /missing --reason/],
    ['a period that is none', ['period', 'close', '2026-03'], /YEAR\/NUMBER/],
    ['a file that is not there', ['entry', 'post', '--file', '/nowhere.json'], /there is no such file/],
    ['id and file at once', ['entry', 'post', 'x', '--file', 'y'], /not both/],
    ['neither id nor file', ['entry', 'post'], /missing <id> or --file/],
    [
      'a filter that drafts lack',
      ['entry', 'list', '--drafts', '--from', '2026-01-01'],
      /--from does not go/,
    ],
    ['an update of nothing', ['account', 'update', '1'], /nothing to change/],
    ['a reset without consent', ['tenant', 'reset', 'acme'], /say so by --yes/],
    ['a method that is none', ['api', 'GOT', '/v1/accounts'], /did you mean GET/],
    ['a path of another server', ['api', 'GET', 'https://elsewhere.example'], /no path of the server/],
    ['a field without a value', ['api', 'GET', '/v1/accounts', '-f', 'active'], /write key=value/],
    ['a query that cannot be read', ['api', 'GET', '/v1/accounts', '--query', 'a['], /cannot be read/],
    ['a shell that is none', ['completion', 'bsh'], /did you mean bash/],
    ['a topic that is none', ['help', 'exit-code'], /did you mean exit-codes/],
    ['an address that is none', ['account', 'list', '--url', 'localhost:4000'], /no address of a server/],
    ['an address with a password', ['account', 'list', '--url', 'http://a:b@localhost'], /holds a password/],
    ['a profile that is not there', ['account', 'list', '--profile', 'x'], /no profile "x"/],
    ['a key file that is not there', ['account', 'list', '--api-key-file', '/nowhere'], /no such file/],
    ['an empty column', ['account', 'list', '--columns', 'code,'], /a name is missing/],
    ['a timeout of nothing', ['account', 'list', '--timeout', '0'], /seconds above 0/],
    ['a login without a key', ['login', '--url', 'http://127.0.0.1:1'], /missing --api-key-file/],
  ];

  test.each(BAD)('%s is one document, exit 2, nothing sent', async (name, args, message) => {
    server.answer({ body: { items: [], next: null } });
    const withoutKey = name === 'a login without a key' ? { ERP_API_KEY: '' } : {};
    const run = await erp(args, { env: { ...env, ...withoutKey } });

    const { error } = documentOf(run);
    expect(error).toMatchObject({ code: 'usage', requestId: null, errors: [] });
    expect(error.message).toMatch(message);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('error: ');

    const changed = server.received.filter(({ method }) => method !== 'GET');
    expect(changed).toEqual([]);
  });

  test('a noun without a verb prints its help to stderr', async () => {
    const run = await erp(['tenant', '-o', 'table'], { env });

    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('Usage: erp tenant <command> [options]');
    expect(run.stderr).toContain('reset [slug]');
  });

  test('a missing value names the flag and shows a command that works', async () => {
    const run = await erp(['tenant', 'create', 'acme', '-o', 'table'], { env });

    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(
      [
        'error: missing --name <name>',
        '  Try:  erp tenant create acme --name "Acme SARL" --currency EUR --country FR --chart international',
        '',
      ].join('\n'),
    );
  });
});

describe('refusals of the server', () => {
  const EXITS: readonly (readonly [number, string, number])[] = [
    [400, 'invalid_request', 1],
    [401, 'unauthenticated', 4],
    [403, 'forbidden', 4],
    [403, 'tenant_mismatch', 4],
    [400, 'tenant_mismatch', 4],
    [404, 'not_found', 7],
    [408, 'timeout', 6],
    [409, 'period_not_open', 5],
    [412, 'version_conflict', 5],
    [413, 'body_too_large', 1],
    [415, 'invalid_request', 1],
    [422, 'unbalanced', 1],
    [429, 'rate_limited', 6],
    [500, 'internal', 1],
    [503, 'schema_outdated', 6],
    [504, 'timeout', 6],
  ];

  test.each(EXITS)('%i %s ends with exit %i', async (status, code, exit) => {
    const errors = [{ in: 'body', pointer: '/lines/0/account', code, message: 'look here' }];
    // `Retry-After: 0` keeps the repetitions of the client short.
    server.answer({
      ...problem(status, code, 'as the server says it', errors),
      headers: { 'retry-after': '0' },
    });
    const run = await erp(['account', 'archive', '1'], { env });

    const { error } = documentOf(run);
    expect(error).toMatchObject({ code, message: 'as the server says it', requestId: 'req-1', errors });
    expect(run.code).toBe(exit);
    expect(run.stderr).toContain(`code ${code} · request req-1`);
    expect(run.stderr).toContain('/lines/0/account');
  });

  test('a single fault whose sentence is the headline is not said twice', async () => {
    const message = 'account "9" does not exist';
    const fault = { in: 'body', pointer: '/lines/1/account', code: 'account_unknown', message };
    server.answer(problem(422, 'account_unknown', `line 2: ${message}`, [fault]));
    const inBody = await erp(['account', 'archive', '1', '-o', 'table'], { env });

    expect(inBody.stderr.split('\n').slice(1, 4)).toEqual([
      `error: line 2: ${message}`,
      '  /lines/1/account',
      '  See the accounts:  erp account list',
    ]);

    const missing = { in: 'body', pointer: '/name', code: 'invalid_request', message: 'is missing' };
    server.answer(problem(400, 'invalid_request', 'body /name: is missing', [missing]));
    const named = await erp(['account', 'archive', '1', '-o', 'table'], { env });

    expect(named.stderr.match(/is missing|\/name/g)).toEqual(['/name', 'is missing']);
  });

  test('of several faults each is said with its place', async () => {
    const faults = ['/debit', '/credit'].map((pointer) => ({
      in: 'body',
      pointer,
      code: 'amount_format',
      message: 'not a decimal',
    }));
    server.answer(problem(400, 'amount_format', '/debit: not a decimal (and 1 more)', faults));
    const run = await erp(['account', 'archive', '1', '-o', 'table'], { env });

    expect(run.stderr).toContain(
      '  /debit  amount_format  not a decimal\n  /credit  amount_format  not a decimal\n',
    );
  });

  test('a page of a proxy is no stack trace', async () => {
    server.answer({ status: 502, body: '<html>Bad gateway</html>', headers: { 'retry-after': '0' } });
    const run = await erp(['account', 'list'], { env });

    expect(documentOf(run).error.message).toContain('something in front of the server?');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('a reply that is not of this API is one document too', async () => {
    server.answer({ body: '<html>Welcome</html>' });
    const run = await erp(['account', 'list'], { env });

    expect(documentOf(run).error.message).toContain('is this the ERP server?');
    expect(run.code).toBe(1);
  });

  test('a list that breaks on its second page prints the failure and no half list', async () => {
    server.answer(({ query }) =>
      query['cursor'] === undefined
        ? { body: { items: [{ code: '1' }], next: 'two' } }
        : problem(404, 'not_found', 'gone'),
    );
    const run = await erp(['account', 'list', '-o', 'json'], { env });

    expect(documentOf(run).error.code).toBe('not_found');
    expect(run.code).toBe(7);
  });

  test('jsonl ends with the failure as its last line', async () => {
    server.answer(({ query }) =>
      query['cursor'] === undefined
        ? { body: { items: [{ code: '1' }], next: 'two' } }
        : problem(404, 'not_found', 'gone'),
    );
    const run = await erp(['account', 'list', '-o', 'jsonl'], { env });

    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object))).toEqual([['code'], ['error']]);
  });
});

describe('no server', () => {
  let nowhere: string;

  beforeAll(async () => {
    const gone = await startFakeServer();
    nowhere = gone.url;
    await gone.close();
  });

  test('unreachable: what failed, where the address comes from, what to do', async () => {
    const run = await erp(['account', 'list', '-o', 'table', '--url', nowhere], { env });

    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(
      [
        `error: cannot reach ${nowhere} (connection refused)`,
        '  That address comes from --url.',
        '  Start one here:  npx erp-server',
        '  Use another:     erp --url https://erp.example.com … or erp login',
        '',
      ].join('\n'),
    );
  });

  test('unreachable as a document', async () => {
    const run = await erp(['account', 'list', '--url', nowhere], { env });

    expect(documentOf(run).error).toMatchObject({ code: 'unreachable', hint: 'npx erp-server' });
  });

  test('a host that does not exist', async () => {
    const run = await erp(['whoami', '--url', 'http://erp.invalid', '--timeout', '20'], { env });

    expect(documentOf(run).error.code).toBe('unreachable');
  });

  test('--timeout: a server that is silent ends with exit 6', async () => {
    server.answer({ silent: true });
    const run = await erp(['account', 'list', '--timeout', '0.3'], { env });

    expect(documentOf(run).error).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('0.3 s'),
    });
    expect(run.code).toBe(6);
  });
});

describe('interruption', () => {
  test('SIGINT: one document, exit 130', async () => {
    const waiting = new Promise<void>((resolve) => {
      server.answer(() => {
        resolve();
        return { silent: true };
      });
    });
    const run = await erp(['account', 'list'], {
      env,
      started: (child) => void waiting.then(() => child.kill('SIGINT')),
    });

    expect(run.code).toBe(130);
    expect(documentOf(run).error.code).toBe('interrupted');
  });
});

describe('secrets', () => {
  test('--debug shows requests and the stack, and never the key', async () => {
    server.answer(problem(500, 'internal', 'broken'));
    const run = await erp(['account', 'archive', '1', '--debug'], {
      env: { ...env, XDG_CONFIG_HOME: newHome() },
    });

    expect(run.stderr).toContain(`> POST ${server.url}/v1/accounts/1/archive · authorization: Bearer ***`);
    expect(run.stderr).toContain('< 500');
    expect(run.stderr).toMatch(/^\s+at /m);
    expect(run.stdout + run.stderr).not.toContain('key-of-a-test');
    expect(server.received[0]?.headers.authorization).toBe('Bearer key-of-a-test');
  });
});

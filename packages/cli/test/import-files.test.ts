import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erp } from './erp.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'erp-cli-files-'));
const HEADER = 'entry,journal,date,account,debit,credit';
const FEC_HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef';
const LINE = '1,VT,2025-01-31,411000,10.00,';

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer();
  env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme', XDG_STATE_HOME: folder };
});
afterAll(() => server.close());

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Each is refused by the file alone: exit 2, one document, and nothing is sent. */
const REFUSED: readonly (readonly [
  name: string,
  file: readonly [string, string | Uint8Array],
  flags: readonly string[],
  code: string,
  said: RegExp,
  hint: RegExp,
])[] = [
  [
    'CSV under --format fec',
    ['acme.csv', 'date;journal;entry;account;amount\n2025-01-31;VT;1;411000;10,50\n'],
    ['--format', 'fec'],
    'file_format',
    /^acme\.csv does not look like FEC: column 1 is "date", FEC starts with JournalCode$/,
    /^erp import ledger \S+acme\.csv --format csv --delimiter ";" --decimal ,$/,
  ],
  [
    'FEC under --format csv',
    ['fec.txt', `${FEC_HEADER}\n`],
    ['--format', 'csv'],
    'file_format',
    /^fec\.txt does not look like CSV/,
    /^erp import ledger \S+fec\.txt --format fec$/,
  ],
  [
    'CSV under --format jsonl',
    ['ok.csv', `${HEADER}\n${LINE}\n`],
    ['--format', 'jsonl'],
    'file_format',
    /^ok\.csv does not look like JSONL: the first line is no JSON object$/,
    /--format csv$/,
  ],
  [
    'an unknown column',
    ['near.csv', `entry,journal,date,acount,debit,credit\n${LINE}\n`],
    [],
    'column_unknown',
    /near\.csv: unknown column: "acount" \(did you mean account\?\)/,
    /extra:<name>/,
  ],
  [
    'a header that lacks a column',
    ['lacks.csv', 'entry,journal,account,debit,credit\n1,VT,411000,1.00,\n'],
    [],
    'file_format',
    /lacks a column: date/,
    /erp import template ledger/,
  ],
  [
    'a column twice',
    ['twice.csv', `${HEADER},debit\n${LINE},\n`],
    [],
    'file_format',
    /names a column twice: debit/,
    /./,
  ],
  ['an empty file', ['empty.csv', ''], [], 'file_format', /empty\.csv is empty/, /./],
  [
    'a spreadsheet',
    ['books.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    [],
    'file_format',
    /books\.xlsx/,
    /./,
  ],
  [
    'a format of another kind',
    ['books.sta', ':20:START\n:25:1/2\n:28C:1\n'],
    [],
    'file_format',
    /books\.sta is of no format that can be read: csv, xlsx, jsonl, fec, sie/,
    /erp import template ledger/,
  ],
  [
    'a delimiter that is not there',
    ['comma.csv', `${HEADER}\n${LINE}\n`],
    ['--delimiter', ';'],
    'file_format',
    /the header has no ";", the delimiter given/,
    /Leave --delimiter out/,
  ],
  [
    'a delimiter that cannot be one',
    ['ok.csv', `${HEADER}\n${LINE}\n`],
    ['--delimiter', '||'],
    'file_format',
    /cannot be a delimiter/,
    /One character/,
  ],
  [
    'a range of days that is none',
    ['ok.csv', HEADER],
    ['--fiscal-year', '2025'],
    'usage',
    /range of days/,
    /\.\./,
  ],
  [
    'a thing that cannot be created',
    ['ok.csv', HEADER],
    ['--create', 'acounts'],
    'usage',
    /accounts\?/,
    /years/,
  ],
];

describe('import: refused before anything is sent', () => {
  test.each(REFUSED)('%s', async (_, [name, content], flags, code, said, hint) => {
    server.answer({ status: 500 });
    const run = await erp(['import', 'ledger', file(name, content), ...flags], { env });

    const { error } = JSON.parse(run.stdout) as {
      error: { code: string; message: string; hint: string | null };
    };
    expect(error.code).toBe(code);
    expect(error.message).toMatch(said);
    expect(error.hint ?? '.').toMatch(hint);
    expect(run.code).toBe(2);
    expect(server.received).toEqual([]);
  });

  test('as people read it: what, why, the next command', async () => {
    const path = file('acme.csv', 'date;journal;entry;account;amount\n2025-01-31;VT;1;411000;10,50\n');
    const run = await erp(['import', 'entries', path, '--format', 'fec', '-o', 'table'], { env });

    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(
      [
        'error: acme.csv does not look like FEC: column 1 is "date", FEC starts with JournalCode',
        '  It looks like canonical CSV (5 of 5 known columns, delimiter ";", decimal ",").',
        `  Try:  erp import entries ${path} --format csv --delimiter ";" --decimal ,`,
        '',
      ].join('\n'),
    );
  });

  const USAGE: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', ['import', 'ledger'], /missing <file\.\.\.>/],
    [
      'a file that is not there',
      ['import', 'ledger', '/nowhere.csv'],
      /cannot read \/nowhere\.csv \(there is no/,
    ],
    ['a folder', ['import', 'ledger', folder], /it is a folder/],
    ['stdin', ['import', 'ledger', '-'], /reads it more than once/],
    ['a resource that is none', ['import', 'legder', 'x.csv'], /did you mean ledger/],
    ['one rejects file for two files', ['import', 'ledger', 'a', 'b', '--rejects', 'r'], /one file/],
    ['a template that is none', ['import', 'template', 'account'], /did you mean accounts/],
    [
      'stdout wanted twice',
      ['export', 'ledger', '--format', 'csv', '--out', '-', '-o', 'json'],
      /both want stdout/,
    ],
    ['an export without a format', ['export', 'ledger'], /missing --format/],
    ['an export in a format of later', ['export', 'ledger', '--format', 'saft'], /Allowed choices/],
    ['a resume of nothing', ['import', 'resume'], /no import of acme was begun here/],
  ];

  test.each(USAGE)('%s is wrong usage', async (_, args, message) => {
    server.answer({ status: 500 });
    const run = await erp([...args, '-o', 'json'], { env });

    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'usage', message: expect.stringMatching(message) },
    });
    expect(run.code).toBe(2);
    expect(server.received).toEqual([]);
  });
});

test.each(['ledger', 'entries', 'opening-balances', 'accounts', 'journals', 'parties'])(
  'import template %s: a CSV that its own import reads',
  async (resource) => {
    const template = await erp(['import', 'template', resource], { env });
    expect(template).toMatchObject({ code: 0, stderr: '' });

    server.answer({ status: 500 });
    const run = await erp(['import', resource, file(`${resource}.csv`, template.stdout)], { env });

    // What stops it is the server, asked for a session: the file is sound.
    expect(server.received.at(0)).toMatchObject({ method: 'POST', path: '/v1/imports' });
    expect(run.code).toBe(1);
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOf } from './books-state.ts';
import { documentOf, type Refusal, type Run } from './erp-process.ts';
import { type CallOptions, type Installation, openInstallation } from './installation.ts';

const tenant = 'books';

let at: Installation;
let keyOfOther: string;
let before: object;

beforeAll(async () => {
  at = await openInstallation();
  await at.createTenant(tenant, '--chart', 'international');
  await at.ask(['year', 'open', '2025', '--start', '2025-01-01', '--end', '2025-12-31'], { tenant });
  for (const date of ['2025-01-15', '2025-02-15', '2025-03-15']) {
    await at.ask(['entry', 'post', '--file', entryFile({ date, externalId: `taken-${date}` })], { tenant });
  }
  await at.ask(['period', 'close', '2025/1'], { tenant });

  await at.createTenant('other');
  const key = ['api-key', 'create', 'other', '--scopes', '*', '--tenant', 'other'];
  keyOfOther = (await at.ask<{ secret: string }>(key)).secret;
  before = await stateOf(at.sdk(tenant));
}, 120_000);
afterAll(() => at?.close());

interface Expected {
  readonly code: string;
  readonly exit: number;
  /** What the message says. */
  readonly says: RegExp;
  /** Where it is wrong: row, entry, field or pointer of the first fault. */
  readonly place?: object;
  /** What to run next, as people are told. */
  readonly remedy: RegExp;
}

/** Runs what must be refused, and looks that the books are as they were. */
async function refuse(args: readonly string[], expected: Expected, options: CallOptions = {}): Promise<Run> {
  const run = await at.run([...args, '-o', 'json'], { tenant, ...options });
  const { error } = documentOf<Refusal>(run);

  expect.soft({ code: error.code, exit: run.code }).toEqual({ code: expected.code, exit: expected.exit });
  expect
    .soft(`${error.message}\n${error.errors.map(({ value, message }) => `${value} ${message}`).join('\n')}`)
    .toMatch(expected.says);
  if (expected.place) expect.soft(error.errors[0]).toMatchObject(expected.place);
  expect.soft(`${error.hint}\n${run.stderr}`).toMatch(expected.remedy);
  expect.soft(run.stderr).not.toMatch(/\n {4}at /);

  expect(await stateOf(at.sdk(tenant))).toEqual(before);
  return run;
}

function entryFile(change: object): string {
  const entry = {
    journal: 'GEN',
    date: '2025-04-02',
    description: 'Refused',
    lines: [
      { account: '541000', debit: '12.50' },
      { account: '141000', credit: '12.50' },
    ],
    ...change,
  };
  return at.file('entry.json', JSON.stringify(entry));
}

const headings = 'entry,date,journal,account,description,debit,credit';
const sound = ['1,2025-04-01,GEN,541000,Fee,1.00,', '1,2025-04-01,GEN,141000,Fee,,1.00'];

/** A file whose first entry, on lines 2 and 3, is right. */
const csvFile = (...lines: string[]): string =>
  at.file('refused.csv', `${[headings, ...sound, ...lines].join('\n')}\n`);

test('unbalanced', async () => {
  const file = csvFile('2,2025-04-02,GEN,541000,Fee,20.00,', '2,2025-04-02,GEN,141000,Fee,,10.00');
  await refuse(['import', 'entries', file], {
    code: 'unbalanced',
    exit: 1,
    says: /10\.00/,
    place: { entry: '2', code: 'unbalanced' },
    remedy: /--on-error skip/,
  });

  const lines = [
    { account: '541000', debit: '20.00' },
    { account: '141000', credit: '10.00' },
  ];
  await refuse(['entry', 'post', '--file', entryFile({ lines })], {
    code: 'unbalanced',
    exit: 1,
    says: /20\.00.*10\.00/,
    place: { pointer: '/lines' },
    remedy: /unbalanced/,
  });
});

test('amount_both_sides', async () => {
  const file = csvFile('2,2025-04-02,GEN,541000,Fee,20.00,20.00', '2,2025-04-02,GEN,141000,Fee,,20.00');
  await refuse(['import', 'entries', file], {
    code: 'amount_both_sides',
    exit: 1,
    says: /debit.*credit/i,
    place: { row: 4, entry: '2' },
    remedy: /--on-error skip/,
  });
});

test('account_unknown', async () => {
  const file = csvFile('2,2025-04-02,GEN,541000,Fee,20.00,', '2,2025-04-02,GEN,14100,Fee,,20.00');
  await refuse(['import', 'entries', file], {
    code: 'account_unknown',
    exit: 1,
    says: /14100/,
    place: { row: 5, entry: '2', field: 'account' },
    remedy: /--on-error skip/,
  });

  const lines = [
    { account: '541000', debit: '20.00' },
    { account: '14100', credit: '20.00' },
  ];
  await refuse(['entry', 'post', '--file', entryFile({ lines })], {
    code: 'account_unknown',
    exit: 1,
    says: /14100/,
    place: { pointer: '/lines/1/account' },
    remedy: /erp account list/,
  });
});

test('period_not_open', async () => {
  await refuse(['entry', 'post', '--file', entryFile({ date: '2025-01-20' })], {
    code: 'period_not_open',
    exit: 5,
    says: /2025\/1/,
    place: { pointer: '/date' },
    remedy: /erp period reopen/,
  });

  const file = csvFile('2,2025-01-20,GEN,541000,Fee,20.00,', '2,2025-01-20,GEN,141000,Fee,,20.00');
  await refuse(['import', 'entries', file], {
    code: 'period_not_open',
    exit: 1,
    says: /2025\/1|2025-01-20/,
    place: { entry: '2' },
    remedy: /--on-error skip/,
  });
});

test('amount_format', async () => {
  const file = csvFile('2,2025-04-02,GEN,541000,Fee,"1.234,5",', '2,2025-04-02,GEN,141000,Fee,,"1.234,5"');
  await refuse(['import', 'entries', file, '--decimal', '.'], {
    code: 'amount_format',
    exit: 1,
    says: /decimal/,
    place: { row: 4, field: 'debit' },
    remedy: /--on-error skip/,
  });
});

test('file_truncated', async () => {
  const file = at.file(
    'cut.csv',
    `${[headings, ...sound].join('\n')}\n2,2025-04-02,GEN,541000,"cut in the mid`,
  );
  await refuse(['import', 'entries', file], {
    code: 'file_truncated',
    exit: 1,
    says: /line 4/,
    remedy: /cut|end/,
  });
});

test('file_format', async () => {
  const file = at.file('audit.xml', '<?xml version="1.0"?>\n<AuditFile><Header/></AuditFile>\n');
  await refuse(['import', 'entries', file], {
    code: 'file_format',
    exit: 2,
    says: /audit\.xml/,
    remedy: /erp import template entries/,
  });
});

test('column_unknown', async () => {
  const file = at.file('column.csv', `${headings},acount\n${sound.map((line) => `${line},x`).join('\n')}\n`);
  await refuse(['import', 'entries', file], {
    code: 'column_unknown',
    exit: 2,
    says: /acount/,
    remedy: /account/,
  });
});

test('duplicate_external_id', async () => {
  const file = entryFile({ externalId: 'taken-2025-02-15' });
  await refuse(['entry', 'post', '--file', file], {
    code: 'duplicate_external_id',
    exit: 5,
    says: /taken-2025-02-15/,
    place: { pointer: '/externalId' },
    remedy: /duplicate_external_id/,
  });

  const rows = sound.map((line) => `${line},taken-2025-02-15`);
  const csv = at.file('twice.csv', `${headings},external_id\n${rows.join('\n')}\n`);
  await refuse(['import', 'entries', csv], {
    code: 'duplicate_external_id',
    exit: 1,
    says: /taken-2025-02-15/,
    place: { entry: '1' },
    remedy: /--on-error skip/,
  });
});

test('unauthenticated', async () => {
  const wrong = { apiKey: `${at.server.apiKey.slice(0, -4)}xxxx` };
  for (const args of [
    ['import', 'entries', csvFile()],
    ['entry', 'post', '--file', entryFile({})],
  ]) {
    await refuse(args, { code: 'unauthenticated', exit: 4, says: /key/i, remedy: /erp login/ }, wrong);
  }
});

test('not_found: a key of another tenant', async () => {
  for (const args of [
    ['import', 'entries', csvFile()],
    ['entry', 'post', '--file', entryFile({})],
  ]) {
    const expected = { code: 'not_found', exit: 7, says: /tenant/, remedy: /erp tenant list/ };
    await refuse(args, expected, { apiKey: keyOfOther });
  }
});

test('body_too_large', async () => {
  const file = entryFile({ description: 'x'.repeat(9 * 1024 * 1024) });
  await refuse(['api', 'POST', '/v1/entries', '--input', file], {
    code: 'body_too_large',
    exit: 1,
    says: /8 MiB/,
    remedy: /body_too_large/,
  });
});

test('invalid_request: JSON with an unknown field', async () => {
  await refuse(['entry', 'post', '--file', entryFile({ descripton: 'x' })], {
    code: 'invalid_request',
    exit: 1,
    says: /descripton/,
    place: { pointer: '/descripton' },
    remedy: /invalid_request/,
  });
});

test('date_invalid: 30 February', async () => {
  const file = csvFile('2,2025-02-30,GEN,541000,Fee,20.00,', '2,2025-02-30,GEN,141000,Fee,,20.00');
  await refuse(['import', 'entries', file], {
    code: 'date_invalid',
    exit: 1,
    says: /2025-02-30/,
    place: { row: 4, field: 'date' },
    remedy: /--on-error skip/,
  });
});

test('export_incomplete: a FEC of a tenant without SIREN', async () => {
  await refuse(['export', 'ledger', '--format', 'fec'], {
    code: 'export_incomplete',
    exit: 1,
    says: /SIREN|registration/i,
    place: { pointer: '/registrationNumber' },
    remedy: /erp tenant update books --registration-number/,
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookedIn, booksOf, type ImportServer, sale, startImportServer } from './import-server.ts';

let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.close());

const RECEIPT = [
  ...['id', 'state', 'rows', 'entries', 'lines', 'written', 'updated', 'unchanged', 'skipped', 'rejected'],
  ...['debit', 'credit', 'interpretation', 'assertions', 'rejectsFile', 'seconds'],
];

/** Two sound entries among faulty ones of every kind that a file can have. */
const BAD = booksOf([
  sale('good-1', '100.00'),
  {
    name: 'comma',
    lines: [
      ['411000', '1.234,50', ''],
      ['706000', '', '1234.50'],
    ],
  },
  {
    name: 'lopsided',
    lines: [
      ['411000', '120.00', ''],
      ['706000', '', '100.00'],
    ],
  },
  {
    name: 'both',
    lines: [
      ['411000', '5.00', '5.00'],
      ['706000', '', '0.00'],
    ],
  },
  { ...sale('february', '1.00'), date: '2025-02-30' },
  sale('good-2', '50.00'),
]);

describe('import ledger of a file with faulty rows', () => {
  test('aborts: nothing written, one document with every fault, a rejects file', async () => {
    const path = server.file('bad.csv', BAD);
    const before = await bookedIn(server);
    const run = await server.run(['import', 'ledger', path]);

    const { error } = JSON.parse(run.stdout) as {
      error: {
        message: string;
        rejectsFile: string;
        errors: { row: number; code: string; field: string | null }[];
      };
    };
    expect(run.code).toBe(1);
    expect(error.message).toMatch(/^bad\.csv: \d+ of 12 lines cannot be right, so nothing was written$/);
    expect(error.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 4, code: 'amount_format', field: 'debit', value: '1.234,50' }),
        expect.objectContaining({ row: 8, code: 'amount_both_sides' }),
        expect.objectContaining({ row: 10, code: 'date_invalid', value: '2025-02-30' }),
        expect.objectContaining({ code: 'unbalanced', entry: 'lopsided' }),
      ]),
    );
    expect(error.rejectsFile).toBe(path.replace('.csv', '.rejects.csv'));
    expect(await bookedIn(server)).toEqual(before);
    expect(server.notes()).toEqual([]);
  });

  test('the rejects file: whole entries, in the columns of the source, with the reasons behind', () => {
    const lines = readFileSync(`${server.folder}/bad.rejects.csv`, 'utf8').trimEnd().split('\n');

    expect(lines[0]).toBe(`${BAD.split('\n')[0]},_row,_field,_code,_message`);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([
      'comma',
      'comma',
      'lopsided',
      'lopsided',
      'both',
      'both',
      'february',
      'february',
    ]);
    expect(lines[1]).toMatch(/"1\.234,50".*,4,debit,amount_format,.*--decimal ,/);
  });

  test('as people read it: lines, fields, values, and what to run next', async () => {
    const path = server.file('bad.csv', BAD);
    const run = await server.run(['import', 'ledger', path, '-o', 'table']);

    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^ {2}line 4 {2,}debit +"1\.234,50" +not a decimal: .* try --decimal ,$/m);
    expect(run.stderr).toMatch(/^ {2}line \d+ +entry +"lopsided" +/m);
    expect(run.stderr).toContain(`with reasons, in your columns: ${server.folder}/bad.rejects.csv`);
    expect(run.stderr).toContain(`Write the rest now:  erp import ledger ${path} --on-error skip`);
    expect(run.stderr).toContain(`tenant ${server.t.tenant.slug} on ${server.url}`);
  });

  test('what to run next keeps the flags that were given', async () => {
    const path = server.file(
      'semicolons.csv',
      BAD.replaceAll(';', ',').replaceAll('"1.234,50"', 'x').replaceAll(',', ';'),
    );
    const address = ['--url', server.url, '--tenant', server.t.tenant.slug];
    const reading = ['--delimiter', ';', '--create', 'accounts,journals,years', '--strict'];
    const run = await server.run(['import', 'ledger', path, ...reading, ...address, '-o', 'table'], {
      env: { ERP_URL: 'http://127.0.0.1:1', ERP_TENANT: '' },
    });

    const kept = "--delimiter ';' --create accounts,journals,years";
    const typed = `--strict ${address.join(' ')}`;
    expect(run.stderr).toContain(`erp import ledger ${path} ${kept} --on-error skip ${typed}`);
    expect(run.stderr).toMatch(new RegExp(`erp import ledger \\S+semicolons.rejects.csv .*${typed}`));
    expect(run.stderr).toContain(`if it is interrupted: erp import resume ${address.join(' ')}`);
  });

  test('--on-error skip writes the rest, exit 3, and the counts add up', async () => {
    const path = server.file('bad.csv', BAD);
    const run = await server.run(['import', 'ledger', path, '--on-error', 'skip']);

    const receipt = JSON.parse(run.stdout) as Record<string, number | string>;
    expect(run.code).toBe(3);
    expect(Object.keys(receipt)).toEqual(RECEIPT);
    expect(receipt).toMatchObject({
      ...{
        state: 'committed',
        entries: 6,
        written: 2,
        rejected: 4,
        lines: 4,
        debit: '150.00',
        credit: '150.00',
      },
      rejectsFile: path.replace('.csv', '.rejects.csv'),
    });
    expect(await bookedIn(server)).toEqual({ entries: 2, debit: '150.00' });
  });

  test('the mended rejects file is imported like any other', async () => {
    const mended = readFileSync(`${server.folder}/bad.rejects.csv`, 'utf8')
      .replace('"1.234,50"', '1234.50')
      .replace(',120.00,', ',100.00,')
      .replace('5.00,5.00', '5.00,')
      .replace(',0.00,', ',5.00,')
      .replaceAll('2025-02-30', '2025-02-28');
    const run = await server.run(['import', 'ledger', server.file('mended.csv', mended), '-o', 'table']);

    expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✔ 4 entries, 8 lines · debit/) });
    expect(await bookedIn(server)).toEqual({ entries: 6, debit: '1490.50' });
  });
});

describe('import ledger', () => {
  test('--dry-run says what would be written and writes nothing', async () => {
    const before = await bookedIn(server);
    const path = server.file('dry.csv', booksOf([sale('dry', '7.00')]));
    const run = await server.run(['import', 'ledger', path, '--dry-run']);

    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ entries: 1, written: 1, rejected: 0, debit: '7.00' });
    expect(run.stderr).toContain('dry.csv read as CSV: utf-8, delimiter ",", decimal "."');
    expect(await bookedIn(server)).toEqual(before);
  });

  test('--dry-run -o table: what each account gets, and that nothing is there yet', async () => {
    const path = server.file('shown.csv', booksOf([sale('shown', '1234.00')]));
    const before = await bookedIn(server);
    const run = await server.run(['import', 'ledger', path, '--dry-run', '-o', 'table']);

    expect(run.stderr).toMatch(/^ {2}ACCOUNT +NAME +LINES +DEBIT +CREDIT$/m);
    expect(run.stderr).toMatch(/^ {2}411000 +Customers +1 +1,234\.00 +0\.00$/m);
    expect(run.stderr).toMatch(/^ +all accounts +2 +1,234\.00 +1,234\.00$/m);
    expect(run.stdout).toMatch(/^✔ would write 1 entry, 2 lines · debit 1,234\.00 = credit · 0 rejected/);
    expect(await bookedIn(server)).toEqual(before);
  });

  test('-o jsonl: events while it works, the receipt as the last line', async () => {
    const path = server.file('events.csv', booksOf([sale('event', '8.00')]));
    const run = await server.run(['import', 'ledger', path, '-o', 'jsonl']);

    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const events = lines.slice(0, -1);
    expect(events).not.toEqual([]);
    for (const event of events) {
      expect(Object.keys(event)).toEqual(['event', 'phase', 'done', 'total', 'unit', 'rate', 'secondsLeft']);
    }
    expect(Object.keys(lines.at(-1)!)).toEqual(RECEIPT);
  });

  test('the same file again: exit 5, the first import, and how to do it all the same', async () => {
    const path = server.file('twice.csv', booksOf([sale('twice', '9.00')]));
    const first = JSON.parse((await server.run(['import', 'ledger', path])).stdout) as { id: string };
    const again = await server.run(['import', 'ledger', path]);

    expect(again.code).toBe(5);
    expect(JSON.parse(again.stdout)).toMatchObject({
      error: { code: 'already_imported', importId: first.id, hint: `erp import status ${first.id}` },
    });
    expect(again.stderr).toContain('--again');
    expect(await server.run(['import', 'ledger', path, '--again', '--dry-run'])).toMatchObject({ code: 0 });
  });

  test('several files: one after the other, up to the first that fails', async () => {
    const files = [
      server.file('one.csv', booksOf([sale('one', '1.00')])),
      server.file('two.csv', booksOf([{ name: 'two', lines: [['411000', '1.00', '']] }])),
      server.file('three.csv', booksOf([sale('three', '3.00')])),
    ];
    const before = await bookedIn(server);
    const run = await server.run(['import', 'ledger', ...files]);

    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { message: expect.stringMatching(/^two\.csv/), receipts: [{ written: 1 }] },
    });
    expect((await bookedIn(server)).entries).toBe(before.entries + 1);
  });

  test('a truncated file: exit 1, nothing written, nothing left to resume', async () => {
    const whole = booksOf([sale('cut-1'), sale('cut-2')]);
    const before = await bookedIn(server);
    const run = await server.run(['import', 'ledger', server.file('cut.csv', whole.slice(0, -40))]);

    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'file_truncated', message: expect.stringContaining('ends inside a line') },
    });
    expect(await bookedIn(server)).toEqual(before);
    expect(server.notes()).toEqual([]);

    const list = JSON.parse((await server.run(['import', 'list'])).stdout) as {
      sourceName: string;
      state: string;
    }[];
    expect(list.find(({ sourceName }) => sourceName === 'cut.csv')).toMatchObject({ state: 'cancelled' });
  });

  test('import status and reverse, and no cancel of what is committed', async () => {
    const path = server.file('back.csv', booksOf([sale('back', '4.00')]));
    const { id } = JSON.parse((await server.run(['import', 'ledger', path])).stdout) as { id: string };

    const status = await server.run(['import', 'status', id]);
    expect(JSON.parse(status.stdout)).toMatchObject({ id, state: 'committed', written: 1 });

    const reversed = await server.run(['import', 'reverse', id]);
    expect(reversed.code).toBe(0);
    expect(JSON.parse(reversed.stdout)).toMatchObject({ id, state: 'reversed' });

    const again = await server.run(['import', 'reverse', id]);
    expect(again.code).toBe(5);
    expect(JSON.parse(again.stdout)).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('is reversed and cannot be reversed') },
    });
    expect(await server.run(['import', 'cancel', id])).toMatchObject({ code: 5 });
  });
});

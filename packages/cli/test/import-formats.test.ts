import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cp437 } from '../../ledger/test/sie-files.ts';
import { bookedIn, type ImportServer, startImportServer } from './import-server.ts';

// Each test runs the program several times.
vi.setConfig({ testTimeout: 120_000 });

let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.close());

const FEC_HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|' +
  'EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise';

function fecLine(number: string, account: string, debit: string, credit: string): string {
  const start = `VE|Ventes|${number}|20250131|${account}|Compte ${account}|||F${number}|20250131|Facture`;
  return `${start}|${debit}|${credit}|||20250131||`;
}

const FEC = [
  FEC_HEADER,
  ...[fecLine('1', '411000', '10,00', '0,00'), fecLine('1', '706000', '0,00', '10,00')],
  ...[fecLine('2', '411000', '20.00', '0,00'), fecLine('2', '706000', '0,00', '20,00')],
  ...[fecLine('3', '411000', '30,00', '0,00'), fecLine('3', '706000', '0,00', '30,00')],
].join('\r\n');

test('FEC: told by its header, rejected by whole entries, mended and imported with its numbers', async () => {
  const path = server.file('123456789FEC20251231.txt', `${FEC}\r\n`);
  const run = await server.run(['import', 'ledger', path, '--on-error', 'skip']);

  expect(run.code).toBe(3);
  expect(JSON.parse(run.stdout)).toMatchObject({ entries: 3, written: 2, rejected: 1, debit: '40.00' });

  const rejects = readFileSync(`${server.folder}/123456789FEC20251231.rejects.txt`, 'utf8');
  expect(rejects.split('\r\n').map((line) => line.split('|').slice(18).join(' '))).toEqual([
    '_row _field _code _message',
    expect.stringMatching(/^4 Debit amount_format .*--decimal \.$/),
    '5   ',
    '',
  ]);

  const mended = server.file('mended.txt', rejects.replace('20.00', '20,00'));
  const again = await server.run(['import', 'ledger', mended, '--fiscal-year', '2025-01-01..2025-12-31']);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ written: 1, rejected: 0 });
  expect(await bookedIn(server)).toEqual({ entries: 3, debit: '60.00' });
});

test('SIE: rejected by whole vouchers, mended in their own form and encoding, and imported with all lines', async () => {
  const voucher = (number: number, ...amounts: string[]) => [
    `#VER B ${number} 20250310 "Försäljning"`,
    '{',
    ...amounts.map((amount, at) => `#TRANS ${at === 0 ? 1930 : 3010} {} ${amount}`),
    '}',
  ];
  const text = [
    ...['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#VALUTA EUR', '#RAR 0 20250101 20251231'],
    ...['#KONTO 1930 Bank', '#KTYP 1930 T', '#KONTO 3010 "Försäljning"', '#KTYP 3010 I'],
    ...[...voucher(1, '5.00', '-5.00'), ...voucher(2, '6.OO', '-6.00'), ...voucher(3, '7.00', '-6.00')],
    '',
  ].join('\r\n');
  const path = server.file('books.se', cp437(text));
  const run = await server.run(['import', 'ledger', path, '--on-error', 'skip']);
  expect(run.code, run.stderr).toBe(3);
  expect(JSON.parse(run.stdout)).toMatchObject({ entries: 3, written: 1, rejected: 2, lines: 2 });

  const rejects = readFileSync(`${server.folder}/books.rejects.se`, 'utf8');
  expect(rejects).toContain('#VER B 2 20250310 "Försäljning"');
  expect(rejects).toMatch(/^#ERP_REJECT 17 "amount" "amount_format" /m);
  expect(rejects).not.toContain('#VER B 1 ');

  const mended = rejects.replaceAll('6.OO', '6.00').replace('#TRANS 1930 {} 7.00', '#TRANS 1930 {} 6.00');
  const again = await server.run(['import', 'ledger', server.file('mended.se', mended)]);
  expect(again.code, again.stderr).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({
    entries: 2,
    written: 2,
    rejected: 0,
    lines: 4,
    debit: '12.00',
  });
});

test('JSONL: told by its first line, unknown fields rejected by row, the rejects file loads when mended', async () => {
  const line = (entry: string, account: string, amounts: object) =>
    JSON.stringify({ record: 'line', entry, journal: 'VE', date: '2025-02-01', account, ...amounts });
  const books = [
    ...[line('a', '411000', { debit: '5.00' }), line('a', '706000', { credit: '5.00' })],
    ...[line('b', '411000', { debitt: '6.00' }), line('b', '706000', { credit: '6.00' })],
  ].join('\n');
  const path = server.file('more.jsonl', `${books}\n`);
  const run = await server.run(['import', 'entries', path]);

  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    error: {
      errors: expect.arrayContaining([
        expect.objectContaining({
          ...{ row: 3, field: 'debitt', code: 'column_unknown' },
          message: expect.stringContaining('did you mean debit?'),
        }),
      ]),
    },
  });

  const rejects = readFileSync(`${server.folder}/more.rejects.jsonl`, 'utf8');
  expect(
    rejects
      .trimEnd()
      .split('\n')
      .map((text) => (JSON.parse(text) as { _row: number })._row),
  ).toEqual([3, 4]);
  const again = await server.run([
    ...['import', 'entries', server.file('mended.jsonl', rejects.replace('debitt', 'debit'))],
  ]);
  expect(JSON.parse(again.stdout)).toMatchObject({ written: 1, rejected: 0, debit: '6.00' });
});

test('accounts, journals and parties: records instead of entries, and upsert', async () => {
  const accounts = server.file('accounts.csv', 'code,name,statement,type\n512000,Bank,balance,asset\n');
  const created = await server.run(['import', 'accounts', accounts, '-o', 'table']);
  expect(created).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✔ 1 account · 0 rejected/) });

  const renamed = server.file('renamed.csv', 'code,name,statement,type\n512000,House bank,balance,asset\n');
  const updated = await server.run(['import', 'accounts', renamed, '--mode', 'upsert']);
  expect(JSON.parse(updated.stdout)).toMatchObject({ entries: 1, written: 0, updated: 1, rejected: 0 });

  const faulty = server.file('faulty.csv', 'code,name,statement,type,postable\n1,A,balance,asset,perhaps\n');
  const refused = await server.run(['import', 'accounts', faulty]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    error: { errors: [expect.objectContaining({ row: 2, field: 'postable', value: 'perhaps' })] },
  });
});

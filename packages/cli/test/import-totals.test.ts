import { existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookedIn, type ImportServer, startImportServer } from './import-server.ts';
import { erpOnTerminal } from './terminal.ts';

let server: ImportServer;
beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.close());

/** A ledger of one voucher, 125.00, that states what its accounts come to. */
const books = (number: string, closing: string, result: string): string =>
  [
    ...['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#GEN 20251231', '#FNAMN "X"', '#RAR 0 20250101 20251231'],
    ...['#KONTO 1930 "Bank"', '#KONTO 3010 "Sales"', `#UB 0 1930 ${closing}`, `#RES 0 3010 ${result}`],
    ...[`#VER A ${number} 20250110 ""`, '{', '#TRANS 1930 {} 125.00', '#TRANS 3010 {} -125.00', '}', ''],
  ].join('\r\n');

test.runIf(existsSync('/usr/bin/script'))(
  'totals of a file that differ, on a terminal with --strict: a table of what is stated and what the books would hold, exit 8',
  async () => {
    const path = server.file('shown.se', books('1', '126.00', '-120.50'));
    const { code, text } = await erpOnTerminal(
      ['import', 'ledger', path, '--strict', '--no-color'],
      server.env,
      [],
    );
    expect(code).toBe(8);
    expect(text).toContain('0 of 2 totals that the file states are those of the books');
    const lines = text.split('\r\n').map((line) => line.trimEnd());
    const at = lines.findIndex((line) => line.includes('IN THE BOOKS'));
    expect(lines.slice(at, at + 3)).toEqual([
      '  KIND     ACCOUNT  DATE        CURRENCY   STATED  IN THE BOOKS',
      '  closing  1930     2025-12-31             126.00        125.00',
      '  result   3010     2025-12-31            -120.50       -125.00',
    ]);
    expect(await bookedIn(server)).toEqual({ entries: 0, debit: '0.00' });
  },
);

const told = '1 of 2 totals that the file states are those of the books';
test('totals of a file that differ: said, exit 0; with --strict each of them, exit 8 and nothing written', async () => {
  const path = server.file('wrong.se', books('1', '126.00', '-125.00'));

  const strict = await server.run(['import', 'ledger', path, '--strict']);
  expect(strict.code).toBe(8);
  expect(strict.stderr).toContain(told);
  expect(strict.stderr).toContain('closing 1930: stated 126.00, computed 125.00');
  expect(JSON.parse(strict.stdout).error.message).toContain('total');
  expect(await bookedIn(server)).toEqual({ entries: 0, debit: '0.00' });

  const shown = await server.run(['import', 'ledger', path, '--dry-run']);
  expect(shown.code).toBe(0);
  expect(shown.stderr).toContain(told);
  expect(await bookedIn(server)).toEqual({ entries: 0, debit: '0.00' });

  const written = await server.run(['import', 'ledger', path]);
  expect(written.code).toBe(0);
  expect(written.stderr).toContain(told);
  expect(JSON.parse(written.stdout).assertions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'closing', account: '1930', stated: '126.00', computed: '125.00' }),
      expect.objectContaining({ kind: 'result', account: '3010', stated: '-125.00', computed: '-125.00' }),
    ]),
  );
  expect(await bookedIn(server)).toEqual({ entries: 1, debit: '125.00' });
});

test('interpretation_changed: exit 5 and nothing written when the books move before the commit; resume shows them anew', async () => {
  const before = await bookedIn(server);
  const entry = {
    ...{ journal: 'A', date: '2025-03-01' },
    lines: [
      { account: '1930', debit: '1.00' },
      { account: '3010', credit: '1.00' },
    ],
  };
  // Somebody posts just before the commit comes.
  let hasMoved = false;
  const between = createServer(async (asked, reply) => {
    if (asked.url?.endsWith('/commit') && !hasMoved) {
      hasMoved = true;
      expect((await server.t.call('POST', '/v1/entries', entry)).status).toBe(201);
    }
    const { method, headers } = asked;
    const onward = request(`${server.url}${asked.url}`, { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;

  const path = server.file('moved.se', books('9', '250.00', '-250.00'));
  const moved = await server.run(['import', 'ledger', path], { env: { ERP_URL: url } });
  expect(moved.code).toBe(5);
  expect(JSON.parse(moved.stdout)).toMatchObject({ error: { code: 'interpretation_changed' } });
  expect(await bookedIn(server)).toEqual({ entries: before.entries + 1, debit: '126.00' });

  const resumed = await server.run(['import', 'resume'], { env: { ERP_URL: url } });
  between.close();
  expect(resumed.code).toBe(0);
  expect(resumed.stderr).toContain('0 of 2 totals');
  expect(await bookedIn(server)).toEqual({ entries: before.entries + 2, debit: '251.00' });
});

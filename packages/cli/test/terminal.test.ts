import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../src/output/text-width.ts';
import { erp } from './erp.ts';
import { type FakeServer, problem, startFakeServer } from './fake-server.ts';
import { erpOnTerminal } from './terminal.ts';

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer();
  env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme' };
});
afterAll(() => server.close());

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

  test('Ctrl-C at a question ends with exit 130', async () => {
    server.answer({ body: {} });
    const screen = await erpOnTerminal(['journal', 'create', 'VT', '--area', 'sale'], env, [
      ['Name of the journal', '\u0003'],
    ]);

    expect(screen.code).toBe(130);
    expect(screen.text).toContain('interrupted');
    expect(server.received).toEqual([]);
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

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingDigest, countEntries, trialBalance } from './books-state.ts';
import { documentOf, type Receipt, type Refusal } from './erp-process.ts';
import { type GeneratedLedger, generateLedger } from './generated-ledger.ts';
import { type Installation, openInstallation } from './installation.ts';
import { openPartGate } from './part-gate.ts';

const patience = 120_000;

let at: Installation;
/** Several parts to send, and more to export than the buffers between two processes hold. */
let large: GeneratedLedger;
let largeFile: string;
beforeAll(async () => {
  at = await openInstallation();
  large = generateLedger({ lines: 16_000, descriptionLength: 950 });
  largeFile = at.file('large.csv', large.csv);
}, 120_000);
afterAll(() => at?.close());

async function expectWhole(tenant: string, ledger: GeneratedLedger): Promise<void> {
  const { entries, lines, debit } = ledger;
  const whole = { entries, lines, debit, credit: debit, numberedTwice: 0 };
  expect(await countEntries(at.sdk(tenant))).toEqual(whole);
  expect(closingDigest(await trialBalance(at, tenant))).toBe(ledger.closingDigest);
}

/** Asks again until the answer is yes. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isSo()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error('it did not come to that within a minute');
  }
}

test('import ledger of one file by two processes at once: one wins, the other is told which', {
  timeout: patience,
}, async () => {
  const tenant = 'twins';
  await at.createTenant(tenant);
  const ledger = generateLedger({ lines: 3_000 });
  const file = at.file('twins.csv', ledger.csv);

  const runs = await Promise.all([1, 2].map(() => at.run(['import', 'ledger', file], { tenant })));
  runs.sort((a, b) => (a.code ?? -1) - (b.code ?? -1));
  const [won, lost] = runs;

  expect([won?.code, lost?.code]).toEqual([0, 5]);
  const winner = won && documentOf<Receipt>(won);
  const { error } = documentOf<Refusal>(lost ?? { code: null, stdout: '', stderr: '' });
  expect(error).toMatchObject({ code: 'already_imported' });
  expect(JSON.stringify(error)).toContain(winner?.id);
  await expectWhole(tenant, ledger);
});

test('import ledger with SIGTERM of the server while it works: exit 0, and resume finishes', {
  timeout: patience,
}, async () => {
  const tenant = 'stopped';
  await at.createTenant(tenant);
  let isWorking = false;
  const running = at.start(['import', 'ledger', largeFile, '-o', 'jsonl'], {
    tenant,
    heard: (text) => {
      isWorking ||= /"phase":"(?!Reading the file|Sending)/.test(text);
    },
  });
  await until(() => isWorking);

  expect(await at.server.end('SIGTERM')).toBe(0);
  const cut = await running.ended;
  await at.server.start();

  expect(cut).toMatchObject({ code: 1, stderr: expect.stringContaining('erp import resume') });
  expect(await at.run(['import', 'resume'], { tenant })).toMatchObject({ code: 0 });
  await expectWhole(tenant, large);
});

test('export ledger with SIGTERM of the server in the stream: exit 1 and no file', {
  timeout: patience,
}, async () => {
  const tenant = 'stopped';
  const out = join(at.folder, 'cut.csv');
  const running = at.start(['export', 'ledger', '--format', 'csv', '--out', out], { tenant });
  await until(() => existsSync(`${out}.part`) && statSync(`${out}.part`).size > 0);

  // Held, so that it cannot be done before the signal: what is on its way does not fit into the buffers.
  running.kill('SIGSTOP');
  const from = at.server.said().length;
  const stopped = at.server.end('SIGTERM');
  await until(() => at.server.said().includes('"msg":"stopping"', from));
  running.kill('SIGCONT');

  expect(await stopped).toBe(0);
  expect(await running.ended).toMatchObject({ code: 1 });
  expect(readdirSync(at.folder).filter((name) => name.startsWith('cut.csv'))).toEqual([]);

  await at.server.start();
  await at.ask(['export', 'ledger', '--format', 'csv', '--out', out], { tenant });
  expect(statSync(out).size).toBeGreaterThan(large.csv.length);
});

test('import ledger with a key that is revoked between two parts: exit 4, and resume with a new key', {
  timeout: patience,
}, async () => {
  const tenant = 'revoked';
  await at.createTenant(tenant);
  const newKey = () =>
    at.ask<{ id: string; secret: string }>([
      'api-key',
      'create',
      'importer',
      '--scopes',
      '*',
      '--tenant',
      tenant,
    ]);
  const first = await newKey();

  const sent: number[] = [];
  const gate = await openPartGate(at.server.url, async (part) => {
    if (part === 2 && !sent.includes(2)) await at.ask(['api-key', 'revoke', first.id], { tenant });
    sent.push(part);
  });
  try {
    const { url } = gate;
    const cut = await at.run(['import', 'ledger', largeFile], { tenant, url, apiKey: first.secret });
    expect(cut.code).toBe(4);
    const { error } = documentOf<Refusal>(cut);
    expect(error).toMatchObject({ code: 'unauthenticated' });
    expect(error.hint).toContain('erp import resume');

    const second = await newKey();
    sent.length = 0;
    const resumed = await at.run(['import', 'resume'], { tenant, url, apiKey: second.secret });
    expect(resumed.code).toBe(0);
    // The first is sent again, alone, to see that the rows are the same; the server has it.
    expect(sent[0]).toBe(1);
    expect(sent).toContain(2);
    await expectWhole(tenant, large);
  } finally {
    await gate.close();
  }
});

test('imports.putPart of 8 MB cut at 4 MB: nothing of it is kept, and it can be sent again', {
  timeout: patience,
}, async () => {
  const tenant = 'cut';
  await at.createTenant(tenant);
  const erp = at.sdk(tenant);
  const { id } = await erp.imports.create({
    resource: 'ledger',
    mode: 'create',
    onError: 'abort',
    format: 'jsonl',
    sha256: '0'.repeat(64),
  });
  const part = partOfBytes(8_000_000);
  const digest = createHash('sha256').update(part).digest('base64');

  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(at.server.url).port), '127.0.0.1', () => {
      const head = [
        `PUT /v1/imports/${id}/parts/1 HTTP/1.1`,
        'Host: localhost',
        `Authorization: Bearer ${at.server.apiKey}`,
        `Erp-Tenant: ${tenant}`,
        'Content-Type: application/x-ndjson',
        `Content-Length: ${part.length}`,
        `Content-Digest: sha-256=:${digest}:`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(part.subarray(0, 4_000_000), () => socket.resetAndDestroy());
    });
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });

  expect((await erp.imports.get(id)).parts).toEqual({ received: 0, next: 1, bytes: 0 });
  expect(await countEntries(erp)).toMatchObject({ entries: 0 });

  await erp.imports.putPart(id, 1, part);
  expect((await erp.imports.get(id)).parts).toEqual({ received: 1, next: 2, bytes: part.length });
});

/** Whole lines of NDJSON, close to a size. */
function partOfBytes(size: number): Buffer {
  const line = (n: number) =>
    `${JSON.stringify({
      record: 'line',
      row: n,
      entry: String(n >> 1),
      journal: 'GEN',
      date: '2025-03-01',
      account: `Assets:Cash:${n & 1}`,
      debit: n & 1 ? '1.00' : '0.00',
      credit: n & 1 ? '0.00' : '1.00',
      description: 'x'.repeat(900),
    })}\n`;

  const lines: string[] = [];
  for (let n = 2, length = 0; length < size - 1_200; n += 1) {
    const text = line(n);
    length += text.length;
    lines.push(text);
  }
  return Buffer.from(lines.join(''));
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codecs, type LineRow } from '@erp/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents, trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';

// A file is the books of one moment, whatever is posted while it is written: numbers are given in the order of commits, so it
// holds those of each series from the first to some last, and its sums are those of exactly these entries.

const tenant = 'busy';
const connections = 8;
const rounds = 2;
const formats = ['csv', 'jsonl', 'sie'] as const;
type Format = (typeof formats)[number];

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
  await at.createTenant(tenant);
  const erp = at.sdk(tenant);
  await erp.years.open({ start: '2026-01-01', end: '2026-12-31' });
  for (const code of ['A', 'B', 'C', 'D']) {
    await erp.journals.create({ code, name: `Journal ${code}`, area: 'general' });
  }
  await erp.accounts.create({ code: '1930', name: 'Bank', statement: 'balance', type: 'asset' });
  await erp.accounts.create({ code: '2640', name: 'Tax', statement: 'balance', type: 'liability' });
  await erp.accounts.create({ code: '3010', name: 'Sales', statement: 'result', type: 'income' });
}, 120_000);
afterAll(() => at?.close());

/** Posts on eight connections without pause; `posted`: net amount in cents by number, as the replies say it. */
function fire() {
  const posted = new Map<string, bigint>();
  let isOver = false;
  const client = async (n: number) => {
    const erp = at.sdk(tenant);
    for (let i = 1; !isOver; i += 1) {
      const net = `${n + 1}${String(i).padStart(6, '0')}.01`;
      const { number } = await erp.entries.post({
        ...{
          journal: 'ABCD'.charAt(n % 4),
          date: `2026-0${n + 1}-15`,
          description: `client ${n}, entry ${i}`,
        },
        lines: [
          { account: '1930', debit: net },
          { account: '1930', debit: '0.25' },
          { account: '3010', credit: net },
          { account: '2640', credit: '0.25' },
        ],
      });
      if (number === null) throw new Error('an entry without a number');
      posted.set(number, cents(net));
    }
  };
  const clients = Promise.all(Array.from({ length: connections }, (_, n) => client(n)));
  return {
    posted,
    cease: () => {
      isOver = true;
      return clients;
    },
  };
}

interface Written {
  readonly format: Format;
  readonly file: string;
  readonly round: number;
  /** Numbers whose replies had come when the export was asked for. */
  readonly before: readonly string[];
  readonly manifest: { entries: number; rows: number; debit: string; credit: string; sha256: string };
}

async function linesOf({ format, file }: Written): Promise<LineRow[]> {
  async function* open() {
    yield readFileSync(file);
  }
  const lines: LineRow[] = [];
  const { rows } = codecs[format].read(open, { fileName: file, resource: 'ledger' });
  for await (const read of rows) {
    if (!('row' in read)) throw new Error(JSON.stringify(read));
    if (read.row.record === 'line') lines.push(read.row);
  }
  return lines;
}

/** Throws unless these are, in each series, all the numbers from the first to a last one. */
function requirePrefixes(numbers: readonly string[]): void {
  const bySeries = new Map<string, number[]>();
  for (const number of numbers) {
    const [, series = '', n = ''] = /^(.*)-(\d+)$/.exec(number) ?? [];
    const found = bySeries.get(series) ?? [];
    found.push(Number(n));
    bySeries.set(series, found);
  }
  for (const [series, found] of bySeries) {
    const expected = Array.from({ length: found.length }, (_, n) => n + 1);
    expect(
      found.sort((a, b) => a - b),
      series,
    ).toEqual(expected);
  }
}

test(`export ledger while ${connections} connections post: ${rounds} rounds of ${formats.join(', ')}, each the books of one moment`, {
  timeout: 300_000,
}, async () => {
  const shots = fire();
  const written: Written[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    // As many again before each round, so that later files are read while the books have grown.
    const enough = shots.posted.size + 100;
    while (shots.posted.size < enough) await sleep(5);

    const files = formats.map(async (format): Promise<Written> => {
      const before = [...shots.posted.keys()];
      const file = `${at.folder}/${round}.${format}`;
      const args = ['export', 'ledger', '--format', format, '--year', '2026', '--out', file];
      const manifest = await at.ask<Written['manifest']>(args, { tenant });
      return { format, file, round, before, manifest };
    });
    written.push(...(await Promise.all(files)));
  }
  await shots.cease();

  for (const one of written) {
    const lines = await linesOf(one);
    const numbers = [...new Set(lines.flatMap(({ number }) => (number ? [number] : [])))];
    requirePrefixes(numbers);
    const isHeld = new Set(numbers);
    expect(one.before.filter((number) => !isHeld.has(number))).toEqual([]);

    const net = numbers.reduce((sum, number) => sum + (shots.posted.get(number) ?? -1n), 0n);
    const tax = BigInt(numbers.length) * 25n;
    const sums = { 1930: net + tax, 2640: -tax, 3010: -net };
    const { manifest } = one;
    expect(manifest.sha256).toBe(createHash('sha256').update(readFileSync(one.file)).digest('hex'));
    expect([manifest.entries, manifest.rows]).toEqual([numbers.length, 4 * numbers.length]);
    expect([cents(manifest.debit), cents(manifest.credit)]).toEqual([net + tax, net + tax]);
    const amount = ({ debit = '0.00', credit = '0.00' }: LineRow) => cents(debit) - cents(credit);
    const ofAccount = (code: string) =>
      lines.filter(({ account }) => account === code).reduce((sum, line) => sum + amount(line), 0n);
    expect(Object.fromEntries(Object.keys(sums).map((code) => [code, ofAccount(code)]))).toEqual(sums);

    if (one.round !== rounds) continue;
    const copy = `copy-${one.format}`;
    await at.createTenant(copy);
    const receipt = await at.ask<Receipt>(['import', 'ledger', one.file], { tenant: copy });
    expect(receipt).toMatchObject({ state: 'committed', written: manifest.entries, rejected: 0 });
    const { rows } = await trialBalance(at, copy);
    expect(Object.fromEntries(rows.map(({ account, closing }) => [account, cents(closing)]))).toEqual(sums);
  }
});

import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codecs, fromMinor, type LineRow, toMinor } from '@erp/ledger';
import { afterAll, expect, test } from 'vitest';
import { decimal, makeEntries, writeBooks } from './generate.mjs';

const folder = mkdtempSync(join(tmpdir(), 'erp-books-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const minor = (text = '0'): bigint => {
  const amount = toMinor(text, 2);
  if (typeof amount !== 'bigint') throw new Error(`${text} is no amount`);
  return amount;
};

/** The lines of a file as the product's own codec reads them; faulty ones fail the test. */
async function linesOf(file: string): Promise<LineRow[]> {
  const reading = codecs.csv.read(() => createReadStream(file), { fileName: file, resource: 'ledger' });
  const lines: LineRow[] = [];
  for await (const read of reading.rows) {
    expect(read).not.toHaveProperty('faults');
    if ('row' in read && read.row.record === 'line') lines.push(read.row);
  }
  return lines;
}

test('writeBooks gives the same bytes for one seed, and others for another', () => {
  const [first, again, other] = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeBooks(first, { entries: 300, seed: 7 });
  writeBooks(again, { entries: 300, seed: 7 });
  writeBooks(other, { entries: 300, seed: 8 });

  expect(sha256(again)).toBe(sha256(first));
  expect(sha256(other)).not.toBe(sha256(first));
});

test('writeBooks: its figures are those of the file, added up from what the codec reads', async () => {
  const file = join(folder, 'figures.csv');
  const figures = writeBooks(file, { entries: 2_000, seed: 1 });
  const lines = await linesOf(file);

  expect(new Set(lines.map(({ entry }) => entry)).size).toBe(2_000);
  expect(lines).toHaveLength(figures.lines);

  const closings = new Map<string, bigint>();
  for (const { account = '', debit, credit } of lines) {
    closings.set(account, (closings.get(account) ?? 0n) + minor(debit) - minor(credit));
  }
  const expected = new Map(
    [...figures.accounts].map(([code, { opening, debit, credit }]) => [code, opening + debit - credit]),
  );
  expect(closings).toEqual(expected);
  expect(figures.debit).toBe(figures.credit);
});

test('makeEntries: every entry balances in euros, foreign lines by largest remainder, some of them in euros alone', () => {
  let foreign = 0;
  let crossing = 0;
  for (const { lines } of makeEntries(20_000, 2025)) {
    expect(lines.reduce((sum, { base }) => sum + base, 0n)).toBe(0n);
    if (!lines.some((line) => line.foreign)) continue;

    foreign += 1;
    if (lines.reduce((sum, line) => sum + (line.foreign?.amount ?? 0n), 0n) !== 0n) crossing += 1;
    for (const { base, foreign: amounts } of lines) {
      if (!amounts) continue;
      // A share is a cent away from its own conversion at most, and half a cent more where the bill itself was rounded.
      const exact = amounts.amount * amounts.rate;
      const distance = base * 10_000n - exact;
      expect(distance < 15_000n && distance > -15_000n).toBe(true);
    }
  }

  expect(foreign / 20_000).toBeGreaterThan(0.09);
  expect(foreign / 20_000).toBeLessThan(0.11);
  expect(crossing).toBeGreaterThan(100);
});

test('makeEntries: days of 2025 in order, the opening first and once', () => {
  const entries = [...makeEntries(1_000, 3)];

  expect(entries.map(({ kind }) => kind).indexOf('opening')).toBe(0);
  expect(entries.filter(({ kind }) => kind === 'opening')).toHaveLength(1);
  const dates = entries.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  expect([dates.at(0), dates.at(-1)?.slice(0, 4)]).toEqual(['2025-01-01', '2025']);
});

test('decimal writes minor units as the ledger does', () => {
  for (const amount of [0n, 5n, -5n, 100n, -123_456n, 2_500_000_000_00n]) {
    expect(decimal(amount, 2)).toBe(fromMinor(amount as Parameters<typeof fromMinor>[0], 2));
  }
});

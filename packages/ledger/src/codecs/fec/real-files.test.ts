import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileOf, headOf, linesOf, readAll, type WholeReading, writeAll } from '../../../test/reading.ts';
import { fromMinor, toMinor } from '../../money/index.ts';
import type { AccountRow, JournalRow, LineRow, PartyRow } from '../../records/rows.ts';
import type { ExportLine } from '../codec.ts';
import { fec } from './index.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/', import.meta.url));
const compare = join(shared, 'expected/fec_compare.py');

const files = [
  { name: '0000000001FEC20220831.txt', balances: 'tb_fecA.json' },
  { name: '111111111FEC20221231.TXT', balances: 'tb_fecB.json' },
].map((file) => ({ ...file, path: join(shared, 'data/fec', file.name) }));

const present = existsSync(compare) && files.every((file) => existsSync(file.path));

function json(path: string) {
  return JSON.parse(readFileSync(join(shared, 'expected', path), 'utf8'));
}

async function read(file: { name: string; path: string }): Promise<WholeReading> {
  return readAll(fec, fileOf(readFileSync(file.path)), { fileName: file.name });
}

function cents(text: string | undefined): bigint {
  return toMinor(text ?? '0', 2) as bigint;
}

function balancesOf(lines: readonly LineRow[]) {
  const accounts = new Map<string, { opening: bigint; debit: bigint; credit: bigint }>();
  for (const line of lines) {
    const code = line.account ?? '';
    const sums = accounts.get(code) ?? { opening: 0n, debit: 0n, credit: 0n };
    if (line.kind === 'opening') sums.opening += cents(line.debit) - cents(line.credit);
    else {
      sums.debit += cents(line.debit);
      sums.credit += cents(line.credit);
    }
    accounts.set(code, sums);
  }

  const text = (minor: bigint) => fromMinor(minor, 2);
  return [...accounts]
    .map(([account, { opening, debit, credit }]) => ({
      account,
      opening: text(opening),
      debit: text(debit),
      credit: text(credit),
      closing: text(opening + debit - credit),
    }))
    .filter((row) => [row.opening, row.debit, row.credit, row.closing].some((amount) => amount !== '0.00'))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** What the server makes of the rows of one file: every name resolved, entries numbered as they first occur. */
function exportLinesOf(whole: WholeReading): ExportLine[] {
  const names = new Map(
    whole.rows
      .filter((row): row is AccountRow | JournalRow | PartyRow => 'code' in row && row.record !== 'year')
      .map((row) => [`${row.record} ${row.code}`, row.name ?? '']),
  );
  const byEntry = new Map<string, LineRow[]>();
  for (const line of linesOf(whole.rows)) {
    const lines = byEntry.get(line.entry) ?? [];
    lines.push(line);
    byEntry.set(line.entry, lines);
  }

  return [...byEntry.values()].flatMap((lines, index) =>
    lines.map((line): ExportLine => {
      const partyName = names.get(`party ${line.party}`);
      return {
        ...line,
        entry: String(index + 1),
        journal: line.journal ?? '',
        journalName: names.get(`journal ${line.journal}`) ?? '',
        series: line.series ?? line.journal ?? '',
        number: line.number ?? '',
        date: line.date ?? '',
        account: line.account ?? '',
        accountName: names.get(`account ${line.account}`) ?? '',
        debit: fromMinor(cents(line.debit), 2),
        credit: fromMinor(cents(line.credit), 2),
        currency: 'EUR',
        ...(line.party === undefined ? {} : { subledgerCode: line.party }),
        ...(partyName === undefined ? {} : { partyName }),
      };
    }),
  );
}

describe.runIf(present).each(files)('fec.read of a real file', (file) => {
  const figures = present ? json(`${file.name.replace(/\.txt$/i, '')}.json`) : {};

  it(`fec.read: counts and totals of ${file.name} are the expected ones`, async () => {
    const whole = await read(file);
    const lines = linesOf(whole.rows);
    const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total + cents(line[side]), 0n);

    expect(whole.faults).toEqual([]);
    expect(lines.length).toBe(figures.lines);
    expect(whole.reading.said().rows).toBe(figures.lines);
    expect(fromMinor(sum('debit'), 2)).toBe(figures.totalDebit);
    expect(fromMinor(sum('credit'), 2)).toBe(figures.totalCredit);
    expect(new Set(lines.map((line) => line.entry)).size).toBe(
      figures.groupings['JournalCode+EcritureNum'].entries,
    );
    expect(whole.rows.filter((row) => row.record === 'account').length).toBe(figures.accounts);
    expect(whole.rows.filter((row) => row.record === 'party').length).toBe(figures.parties);
    expect(whole.rows.filter((row) => row.record === 'journal').length).toBe(
      Object.keys(figures.journals).length,
    );
  });

  it(`fec.read: opening, debit, credit and closing of each account of ${file.name}`, async () => {
    const { rows } = json(file.balances);
    const expected = rows
      .map(({ account, opening, debit, credit, closing }: Record<string, string>) => ({
        account,
        opening,
        debit,
        credit,
        closing,
      }))
      .sort((a: { account: string }, b: { account: string }) => (a.account < b.account ? -1 : 1));

    expect(balancesOf(linesOf((await read(file)).rows))).toEqual(expected);
  });

  it(`fec.read: letters of ${file.name} group by account and party as expected`, async () => {
    const groups = new Map<string, bigint>();
    const lettered = linesOf((await read(file)).rows).filter((line) => line.settlement !== undefined);
    for (const line of lettered) {
      const key = JSON.stringify([line.settlement, line.account, line.party]);
      groups.set(key, (groups.get(key) ?? 0n) + cents(line.debit) - cents(line.credit));
    }

    expect(lettered.length).toBe(figures.lettering.lines);
    expect(lettered.filter((line) => line.settlementDate === undefined).length).toBe(
      figures.lettering.letterWithoutDate,
    );
    expect(groups.size).toBe(figures.lettering.groupsByLetterAccountAux);
    expect([...groups.values()].filter((sum) => sum === 0n).length).toBe(
      figures.lettering.balancedByLetterAccountAux,
    );
  });

  it(`fec.read: every account of ${file.name} has a kind, and is settleable where letters stand`, async () => {
    const { rows } = await read(file);
    const accounts = rows.filter((row) => row.record === 'account');
    const lettered = new Set(linesOf(rows).flatMap((line) => (line.settlement ? [line.account] : [])));
    expect(accounts.filter((account) => account.statement === undefined)).toEqual([]);
    expect(
      accounts
        .filter((account) => account.settleable)
        .map((account) => account.code)
        .sort(),
    ).toEqual([...lettered].sort());
  });

  it(`fec.write: ${file.name} read and written holds the same rows in the same order`, async () => {
    const { text, notHeld } = await writeAll(fec, exportLinesOf(await read(file)), headOf());
    expect(notHeld).toEqual({});

    const directory = mkdtempSync(join(tmpdir(), 'erp-fec-'));
    try {
      const written = join(directory, 'written.txt');
      writeFileSync(written, text);
      const verdict = execFileSync('python3', [compare, file.path, written], { encoding: 'utf8' });
      expect(verdict).toContain('missing 0 surplus 0');
      expect(verdict).toContain('lines in another order 0');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe.runIf(present)('fec.read decisions on real files', () => {
  const [a, b] = files as [(typeof files)[0], (typeof files)[0]];

  it('fec.read: numbers that repeat from journal to journal stay in series of their own', async () => {
    const whole = await read(a);
    expect(whole.reading.said()).toMatchObject({
      encoding: 'utf-8',
      delimiter: '\t',
      numbering: { policy: 'keep', series: 'journal' },
      opening: { journal: 'ANO' },
      year: { start: '2021-09-01', end: '2022-08-31' },
    });
    expect(linesOf(whole.rows).every((line) => line.series === undefined && line.number !== undefined)).toBe(
      true,
    );
    expect(whole.reading.said().warnings.join()).toContain('PieceDate more than ten years');
  });

  it('fec.read: numbers that run through all journals share one series; content overrules the file name', async () => {
    const whole = await read(b);
    expect(whole.reading.said()).toMatchObject({
      encoding: 'cp850',
      delimiter: '|',
      numbering: { policy: 'keep', series: 'shared' },
      opening: { journal: 'AN' },
      year: { start: '2023-01-01', end: '2023-12-31' },
    });
    expect(linesOf(whole.rows).every((line) => line.series === 'FEC')).toBe(true);
    expect(linesOf(whole.rows)[0]?.number).toBe('00000001');
    expect(whole.reading.said().warnings.join()).toContain('the file name says 2022-12-31');
    expect(linesOf(whole.rows).some((line) => line.description?.includes('°'))).toBe(true);
  });

  it('fec.read: --fiscal-year decides the year', async () => {
    const fiscalYear = { start: '2023-01-01', end: '2023-07-31' };
    const whole = await readAll(fec, fileOf(readFileSync(b.path)), { fileName: b.name, fiscalYear });
    expect(whole.reading.said().year).toMatchObject(fiscalYear);
    expect(linesOf(whole.rows).filter((line) => line.kind === 'opening').length).toBe(29);
  });
});

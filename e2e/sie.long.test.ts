import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cents, numbers, trialBalance } from './books-state.ts';
import type { Receipt } from './erp-process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { hasShared, python, shared } from './shared-files.ts';

const patience = 120_000;
const folder = 'data/sie';
const swedish = ['--currency', 'SEK', '--country', 'SE'];

interface Line {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly dimensions?: Record<string, string>;
}

interface Entry {
  readonly kind: string;
  readonly series: string;
  readonly number: string | null;
  readonly source: { readonly reference: string };
  readonly lines: readonly Line[];
}

/** What a file states of objects, one line each: label, year, account, object and amount. */
function objectRecords(file: string): string[] {
  const records = readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .filter((record) => /^#O[IU]B\b/.test(record));
  return records
    .map((record) => {
      const [, head = '', object = '', amount = ''] = /^(\S+ +\S+ +\S+) +\{(.*)\} +(\S+)/.exec(record) ?? [];
      return `${head} {${object.trim()}} ${Number(amount).toFixed(2)}`;
    })
    .sort();
}

describe.runIf(hasShared)('SIE', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  async function importSie(tenant: string, name: string, ...flags: string[]): Promise<Receipt> {
    await at.createTenant(tenant, ...swedish);
    return at.ask(['import', 'ledger', shared(join(folder, name)), ...flags], { tenant });
  }

  async function exportAs(tenant: string, format: string, ...flags: string[]): Promise<string> {
    const file = join(at.folder, `${tenant}.${format}`);
    await at.ask(['export', 'ledger', '--format', format, '--out', file, ...flags], { tenant });
    return file;
  }

  async function checkBalance(tenant: string, expected: string, ...flags: string[]): Promise<void> {
    const found = at.file(`${tenant}-balance.json`, JSON.stringify(await trialBalance(at, tenant)));
    expect(python('expected/check_tb.py', shared(expected), found, ...flags)).toMatchObject({ code: 0 });
  }

  const entriesOf = (tenant: string): Promise<Entry[]> =>
    at.ask(['entry', 'list', '--limit', '1000'], { tenant });

  test.each([
    ['BL0001_typ4.SE', 85, '2009-07-01', []],
    ['MAMUT_SIE4_EXPORT.SE', 169, '2010-01-01', []],
    ['SIE_exempelfil.se', 27, '2011-01-01', ['--allow-extra', '1']],
    ['magenta_bokforing_SIE4E.se', 20, '2011-01-01', []],
    ['typ4.se', 82, '2012-01-01', []],
  ] as const)(
    'import ledger %s: trial balance, export',
    { timeout: patience },
    async (name, entries, start, allow) => {
      const tenant = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const receipt = await importSie(tenant, name);
      expect(receipt).toMatchObject({ state: 'committed', entries, written: entries, rejected: 0 });
      expect(receipt.interpretation).toMatchObject({ format: 'sie', encoding: 'cp437' });
      expect(receipt.interpretation.years).toEqual(
        expect.arrayContaining([expect.objectContaining({ start, detail: 'entries' })]),
      );

      await checkBalance(tenant, `expected/tb_sie_${name.replace(/\.\w+$/, '')}.json`, ...allow);
      const file = await exportAs(tenant, 'sie');
      expect(python('expected/sie_compare.py', shared(join(folder, name)), file)).toMatchObject({ code: 0 });
      expect(python('tools/siecheck.py', file)).toMatchObject({
        code: 0,
        said: expect.stringMatching(new RegExp(`VER ${entries - 1} .* unbalanced 0 .* IB\\+mv!=UB 0 `)),
      });

      expect(objectRecords(file)).toEqual(objectRecords(shared(join(folder, name))));

      // The export is a ledger of its own: in empty books it gives the same balances, and the same bytes once more.
      const copy = `${tenant}-copy`;
      await at.createTenant(copy, ...swedish);
      await at.ask(['import', 'ledger', file], { tenant: copy });
      await checkBalance(copy, `expected/tb_sie_${name.replace(/\.\w+$/, '')}.json`, ...allow);
      expect(objectRecords(await exportAs(copy, 'sie'))).toEqual(objectRecords(file));
    },
  );

  test('import ledger BL0001: zero lines kept, nothing doubled, a series that repeats its number renumbered', async () => {
    const tenant = 'bl0001-typ4-se';
    const [receipt] = await at.ask<Receipt[]>(['import', 'list'], { tenant });
    expect(receipt?.interpretation).toMatchObject({
      numbering: { renumbered: ['#'], reason: 'a number stands twice in #' },
      notStored: { '#RTRANS': 6, '#BTRANS': 3, '#PBUDGET': 24 },
    });

    const annotations = async (of: string) => {
      const found: object[] = [];
      for (const year of ['2009', '2010']) {
        for await (const one of at.sdk(of).years.iterateBalances(year)) {
          const { account, dimensions, opening, closing } = one;
          if (Object.keys(dimensions).length > 0) found.push({ year, account, dimensions, opening, closing });
        }
      }
      return found;
    };
    expect(await annotations(tenant)).toHaveLength(21);
    expect(await annotations(`${tenant}-copy`)).toEqual(await annotations(tenant));

    const vouchers = (await entriesOf(tenant)).filter(({ kind }) => kind !== 'opening');
    const lines = vouchers.flatMap((entry) => entry.lines);
    const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total + cents(line[side]), 0n);
    expect([lines.length, sum('debit'), sum('credit')]).toEqual([405, 101_480_321n, 101_480_321n]);
    expect(lines.filter(({ debit, credit }) => cents(debit) === 0n && cents(credit) === 0n)).toHaveLength(2);

    const renumbered = vouchers.filter(({ series }) => series === '#');
    const oneToTwelve = Array.from({ length: 12 }, (_, at) => String(at + 1));
    expect(renumbered.map(({ number }) => number).sort()).toEqual(oneToTwelve.sort());
    expect(new Set(renumbered.map(({ source }) => source.reference))).toEqual(new Set(['# 1']));
  });

  test('import ledger MAMUT: objects are dimensions, and the gap of series 2 is reported', async () => {
    const tenant = 'mamut-sie4-export-se';
    const lines = (await entriesOf(tenant))
      .filter(({ kind }) => kind !== 'opening')
      .flatMap((entry) => entry.lines);
    const withObjects = lines.filter(({ dimensions }) => dimensions && Object.keys(dimensions).length > 0);
    expect([lines.length, withObjects.length]).toEqual([458, 391]);

    const second = (await numbers(at, tenant)).find(({ series }) => series === '2');
    expect(second).toMatchObject({ first: 1, last: 8, count: 7, gaps: [{ from: 5, to: 5 }] });
    const year = await at.ask<{ opening: { differences: { account: string }[] } }>(
      ['api', 'GET', '/v1/years/2010'],
      { tenant },
    );
    expect(year.opening.differences.map(({ account }) => account)).toEqual(['2099', '2611', '2650']);
  });

  test('import ledger SIE_exempelfil: one account takes what the opening lacks, and is told', async () => {
    const tenant = 'sie-exempelfil-se';
    const [receipt] = await at.ask<Receipt[]>(['import', 'list'], { tenant });
    expect(receipt?.interpretation).toMatchObject({
      created: { accounts: 541 },
      opening: { difference: '-63532.92', reason: expect.stringContaining('unallocated-result') },
    });
    const { rows } = await trialBalance(at, tenant);
    expect(rows.filter(({ account }) => !/^\d+$/.test(account))).toMatchObject([
      { account: 'unallocated-result', opening: '-63532.92', closing: '-63532.92' },
    ]);
  });

  test.each(['csv', 'xlsx'])(
    'export ledger magenta as %s and import it again',
    { timeout: patience },
    async (format) => {
      const file = await exportAs('magenta-bokforing-sie4e-se', format);
      const tenant = `magenta-${format}`;
      await at.createTenant(tenant, ...swedish);
      await at.ask(['import', 'ledger', file], { tenant });
      await checkBalance(tenant, 'expected/tb_sie_magenta_bokforing_SIE4E.json');
      const { rows } = await trialBalance(at, tenant);
      expect(rows.find(({ account }) => account === '0351')?.closing).toBe('-104320.00');
    },
  );

  test('import ledger of types 1 and 4I: balances of years, vouchers for books that are there', {
    timeout: patience,
  }, async () => {
    await importSie('type-1', 'BL0001_typ1.SE');
    await checkBalance('type-1', 'expected/tb_sie_BL0001_typ4.json', '--closing-only');

    const receipt = await importSie('type-4i', 'BL0001_typ4I.SI');
    expect(receipt).toMatchObject({ state: 'committed', entries: 1, lines: 10, debit: '3313.00' });
    expect(await entriesOf('type-4i')).toMatchObject([{ series: 'SIE', number: expect.any(String) }]);
  });

  test('import ledger with a voucher that does not balance: the rejects are a SIE file to mend', {
    timeout: patience,
  }, async () => {
    const voucher = [
      '#VER A 1 20250110 "F\u0094rs\u0084ljning"',
      '{',
      '#TRANS 1930 {} 100',
      '#TRANS 3010 {} -99',
      '}',
    ];
    const records = [
      '#FLAGGA 0',
      '#SIETYP 4',
      '#RAR 0 20250101 20251231',
      '#KONTO 1930 "Bank"',
      '#KONTO 3010 "Sold"',
      ...voucher,
    ];
    const file = at.file('wrong.se', Buffer.from(`${records.join('\r\n')}\r\n`, 'latin1'));
    const tenant = 'rejects';
    await at.createTenant(tenant, ...swedish);
    expect((await at.run(['import', 'ledger', file], { tenant })).code).not.toBe(0);

    const rejects = readFileSync(join(at.folder, 'wrong.rejects.se'), 'utf8');
    expect(rejects).toContain('#ERP_REJECT 8 "" "unbalanced"');
    expect(rejects).toContain('#VER A 1 20250110 "Försäljning"');
    const mended = at.file('mended.se', rejects.replace('-99', '-100'));
    expect(await at.ask(['import', 'ledger', mended], { tenant })).toMatchObject({ written: 1, lines: 2 });
  });
});

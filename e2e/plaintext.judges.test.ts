import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codecs, type FormatName } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installation, openInstallation } from './installation.ts';
import { journalSamples, type Sums, SumsOf, sumsOfYears, wholeRange } from './plaintext-books.ts';
import { installPackage } from './services/apt.mjs';
import { hasShared, shared, writeSharedLedger } from './shared-files.ts';

// The programs whose formats these are read what is written here, and must find the balances of our trial balance.
const patience = 1_200_000;

interface Judge {
  readonly format: FormatName;
  /** Name of the package of Debian, and the path of its program. */
  readonly package: string;
  readonly program: string;
  /** Throws with what the program said when it finds something wrong with the file. */
  check(file: string): void;
  /** What it finds on each account of the file, by the name that stands there. */
  balances(file: string, atCost: boolean): Sums;
  /** Code of each account, by the name that the file gives it. */
  codes(text: string): Map<string, string>;
}

const judges: readonly Judge[] = [
  {
    ...{ format: 'hledger', package: 'hledger', program: '/usr/bin/hledger' },
    check: (file) => run('hledger', '-f', file, 'check', '-s'),
    balances: (file, atCost) => {
      const flags = ['--flat', '--no-total', '--empty', '-O', 'csv', ...(atCost ? ['-B'] : [])];
      const [, ...rows] = run('hledger', '-f', file, 'bal', ...flags)
        .trim()
        .split('\n');
      const sums = new SumsOf();
      for (const row of rows) {
        const [, account = '', amounts = ''] = /^"(.*)","(.*)"$/.exec(row) ?? [];
        for (const amount of amounts.split(', ')) put(sums, account, amount.replaceAll('""', '"'));
      }
      return sums.get();
    },
    codes: codesOfJournal,
  },
  {
    ...{ format: 'ledger', package: 'ledger', program: '/usr/bin/ledger' },
    check: (file) => run('ledger', '-f', file, 'stats'),
    balances: (file, atCost) => {
      // The amount of an account is its own, its total that of the ones below it too.
      const format = '%(account)\t%(scrub(amount))\n';
      const flags = ['--flat', '--no-total', '--empty', '--format', format, ...(atCost ? ['-B'] : [])];
      const sums = new SumsOf();
      let account = '';
      for (const line of run('ledger', '-f', file, 'bal', ...flags)
        .trimEnd()
        .split('\n')) {
        const [name, amount] = line.split('\t');
        if (amount !== undefined) account = name ?? '';
        put(sums, account, amount ?? line);
      }
      return sums.get();
    },
    codes: codesOfJournal,
  },
  {
    ...{ format: 'beancount', package: 'beancount', program: '/usr/bin/bean-check' },
    check: (file) => expect(run('bean-check', file)).toBe(''),
    balances: (file, atCost) => {
      const [amount, currency] = atCost
        ? ['str(sum(number(weight)))', 'currency(weight)']
        : ['str(sum(number))', 'currency'];
      const query = `select account, ${currency} as unit, ${amount} as total group by account, unit`;
      const [, ...rows] = run('bean-query', '-f', 'csv', file, query).trim().split(/\r?\n/);
      const sums = new SumsOf();
      for (const row of rows) {
        const [account = '', unit = '', total = ''] = row.split(',').map((cell) => cell.trim());
        // As a number it would be printed cut; of a cost that was divided and multiplied again 28 digits are kept.
        const exact = /^Decimal\('(.*)'\)$/.exec(total)?.[1] ?? total;
        sums.add(account, unit, rounded(exact));
      }
      return sums.get();
    },
    codes: (text) => {
      const opened = text.matchAll(/^\S+ open (\S+).*\n {2}code: "(.*)"/gm);
      return new Map([...opened].map(([, name = '', code = '']) => [name, code]));
    },
  },
];

/** To 8 decimals, the most that an amount of ours has. */
function rounded(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  if (decimals.length <= 8) return text;
  const sign = whole.startsWith('-') ? '-' : '';
  const up = (decimals[8] ?? '0') >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole.replace('-', '') + decimals.slice(0, 8)) + up).padStart(9, '0');
  return `${sign}${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

function run(program: string, ...args: string[]): string {
  // Neither reads settings of whoever runs the tests.
  const env = { PATH: process.env['PATH'], LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', HOME: '/nonexistent' };
  const options = { encoding: 'utf8', env, maxBuffer: 2 ** 28, stdio: 'pipe' } as const;
  return execFileSync(program, args, options);
}

/** An amount as both programs print it: `-12.50 EUR`, `3 "X-1"`, for nothing at all 0, or in ledger no text. */
function put(sums: SumsOf, account: string, printed: string): void {
  if (printed === '0' || printed === '') return;
  const [, number = printed, currency = ''] = /^\s*(-?[\d.]+) "?([^" ]+)"?$/.exec(printed) ?? [];
  sums.add(account, currency, number);
}

function codesOfJournal(text: string): Map<string, string> {
  const declared = text.matchAll(/^account (.+)\n {4}; .*?\bcode: ([^,\n]+)/gm);
  return new Map([...declared].map(([, name = '', code = '']) => [name, code]));
}

/** Books to judge, and what they add up to. */
interface Books {
  readonly tenant: string;
  readonly flags: readonly string[];
  path(folder: string): string;
  readonly totals?: { readonly debit: string; readonly digest: string };
}

const siren = ['--registration-number', '123456789'];
const fec = (tenant: string, file: string): Books => ({
  ...{ tenant, flags: siren },
  path: () => shared(`data/fec/${file}`),
});
const books: readonly Books[] = [
  ...journalSamples.map(({ file, base }) => ({
    tenant: file.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    flags: ['--currency', base, '--country', 'US'],
    path: () => shared(`data/plaintext/${file}`),
  })),
  ...['basic', 'starter', 'vesting'].map((name) => ({
    tenant: name,
    flags: ['--currency', 'USD', '--country', 'US'],
    path: () => shared(`data/plaintext/${name}.beancount`),
  })),
  fec('fec-a', '0000000001FEC20220831.txt'),
  fec('fec-b', '111111111FEC20221231.TXT'),
  {
    ...{ tenant: 'generated', flags: [] },
    path: (folder) => writeSharedLedger(folder, 100_000),
    totals: { debit: '119205151.09', digest: 'd151641d946e87df' },
  },
];

// Nothing here prints a name of these files.
describe.runIf(hasShared)('judges of plain text ledgers', () => {
  let at: Installation;
  beforeAll(async () => {
    for (const { package: wanted, program } of judges) installPackage(wanted, program);
    at = await openInstallation();
  }, patience);
  afterAll(() => at?.close());

  test.each(books)(
    'export ledger of $tenant: the judges find nothing wrong, and our trial balance in every currency and at cost',
    { timeout: patience },
    async ({ tenant, flags, path, totals }) => {
      await at.createTenant(tenant, ...flags);
      await at.ask(['import', 'ledger', path(at.folder)], { tenant });
      const { inCurrency, atCost } = await sumsOfYears(at, tenant);
      const range = await wholeRange(at, tenant);

      for (const { format, check, balances, codes } of judges) {
        const file = join(at.folder, `${tenant}-${format}.${codecs[format].extension}`);
        const asked = ['export', 'ledger', '--format', format, ...range, '--out', file];
        const manifest = await at.ask<{ debit: string }>(asked, { tenant });
        if (totals) expect(manifest.debit).toBe(totals.debit);

        check(file);
        const codeOf = codes(readFileSync(file, 'utf8'));
        expect(same(withCodes(balances(file, false), codeOf), inCurrency)).toEqual([]);
        const judged = withCodes(balances(file, true), codeOf);
        expect(same(judged, atCost)).toEqual([]);
        if (totals) expect(digest(judged, codeOf.values())).toMatch(new RegExp(`^${totals.digest}`));
      }
    },
  );
});

function withCodes(sums: Sums, codeOf: Map<string, string>): Sums {
  return Object.fromEntries(
    Object.entries(sums).map(([key, amount]) => {
      const blank = key.lastIndexOf(' ');
      const name = key.slice(0, blank);
      return [(codeOf.get(name) ?? name) + key.slice(blank), amount];
    }),
  );
}

/** What differs, by the number of its place in the list and not by name. */
function same(found: Sums, expected: Sums): string[] {
  const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort();
  return keys.flatMap((key, i) =>
    found[key] === expected[key] ? [] : [`account ${i}: ${found[key] ?? 0}, not ${expected[key] ?? 0}`],
  );
}

/** sha256 of `account,closing` of every account, as that of a trial balance in euro. */
function digest(sums: Sums, accounts: Iterable<string>): string {
  const lines = [...accounts].map((account) => {
    const [whole = '0', decimals = ''] = (sums[`${account} EUR`] ?? '0').split('.');
    return `${account},${whole}.${decimals.padEnd(2, '0')}`;
  });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

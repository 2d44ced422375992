import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chart, furnish } from '../../../test/books.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

// Random books over two adjacent years, then every kind of question, each answered again here from a plain list of lines.

interface Line {
  year: number;
  kind: string;
  date: string;
  postedAt: number;
  account: string;
  party: string | null;
  site: string | null;
  currency: string;
  amount: number;
  currencyAmount: number;
}

const years = [2026, 2027];
const seed = Number(process.hrtime.bigint() % 1_000_000n);
const random = randomFrom(seed);
const lines: Line[] = [];
let clock = Date.parse('2028-01-01T00:00:00Z');
let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({
    now: () => clock,
    tenant: { accountRoles: { resultProfit: '120', resultLoss: '129' } },
  });
  await furnish(
    t,
    years.map((year) => [`${year}-01-01`, `${year}-12-31`]),
  );
  for (let batch = 0; batch < 4; batch += 1) {
    clock += 3_600_000;
    const entries = Array.from({ length: 30 }, () => randomEntry());
    if (batch === 1) entries.push(opening());
    const reply = await t.call('POST', '/v1/entries/batch', { entries });
    expect(reply.body).toMatchObject({ posted: entries.length, refused: 0 });
  }
});

afterAll(() => t.close());

describe('reports.trialBalance', () => {
  test(`reports.trialBalance.200 any question equals the sum of its lines (seed ${seed})`, async () => {
    for (let round = 0; round < 80; round += 1) {
      const question = randomQuestion();
      const reply = await t.call('GET', `/v1/reports/trial-balance?${new URLSearchParams(question.query)}`);
      expect(reply.status, JSON.stringify(question)).toBe(200);
      expect(answered(reply.body.rows, question), JSON.stringify(question)).toEqual(expected(question));
      expect(reply.body.totals, JSON.stringify(question)).toMatchObject({
        opening: '0.00',
        ...(question.without.length === 0 ? { closing: '0.00' } : {}),
      });
    }
  });
});

interface Question {
  query: Record<string, string>;
  year: number;
  from: string;
  to: string;
  by: string;
  without: string[];
  until: number;
}

function randomQuestion(): Question {
  const year = pick(years);
  const days = [dayOf(year), dayOf(year)].sort();
  const from = random() < 0.4 ? `${year}-01-01` : (days[0] ?? '');
  const to = random() < 0.4 ? `${year}-12-31` : (days[1] ?? '');
  const by = pick(['', 'currency', 'party', 'dimension:site']);
  const without = pick([[], [], ['closing'], ['closing', 'adjustment']]);
  const until = random() < 0.3 ? clock - Math.floor(random() * 4) * 3_600_000 : Number.POSITIVE_INFINITY;
  const query = {
    ...{ from, to },
    ...(by ? { by } : {}),
    ...(without.length > 0 ? { without: without.join(',') } : {}),
    ...(Number.isFinite(until) ? { postedUntil: new Date(until).toISOString() } : {}),
  };
  return { query, year, from, to, by, without, until };
}

type Sums = [opening: number, debit: number, credit: number, currencyClosing: number];

function answered(rows: Record<string, string>[], { by }: Question): Record<string, Sums> {
  const cents = (text: string | undefined) => Math.round(Number(text ?? 0) * 100);
  return Object.fromEntries(
    rows.map((row) => {
      const key = `${row['account']}/${row['currency'] ?? row['party'] ?? row['value'] ?? ''}`;
      const inCurrency = by === 'currency' ? cents(row['currencyClosing']) : 0;
      return [key, [cents(row['opening']), cents(row['debit']), cents(row['credit']), inCurrency]];
    }),
  );
}

function expected(question: Question): Record<string, Sums> {
  const { year, from, to, by, without, until } = question;
  const rows = new Map<string, Sums>();
  const at = (key: string): Sums => {
    const row = rows.get(key) ?? [0, 0, 0, 0];
    rows.set(key, row);
    return row;
  };

  for (const [key, [amount, currencyAmount]] of openingOf(year, by, until)) {
    at(key)[0] += amount;
    at(key)[3] += currencyAmount;
  }
  for (const line of lines) {
    if (line.year !== year || line.postedAt > until || line.kind === 'opening' || line.date > to) continue;
    if (without.includes(line.kind)) continue;
    const row = at(keyOf(line, by));
    row[3] += line.currencyAmount;
    if (line.date < from) row[0] += line.amount;
    else if (line.amount >= 0) row[1] += line.amount;
    else row[2] -= line.amount;
  }
  if (by !== 'currency') for (const row of rows.values()) row[3] = 0;
  return Object.fromEntries([...rows].filter(([, row]) => row.some((amount) => amount !== 0)));
}

function openingOf(year: number, by: string, until: number): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>();
  const add = (key: string, amount: number, currencyAmount: number) => {
    const [a, b] = sums.get(key) ?? [0, 0];
    sums.set(key, [a + amount, b + currencyAmount]);
  };
  const stated = lines.filter((l) => l.year === year && l.kind === 'opening' && l.postedAt <= until);
  for (const line of stated) add(keyOf(line, by), line.amount, line.currencyAmount);
  if (stated.length > 0 || year === years[0]) return sums;

  let result = 0;
  const carried = [
    ...openingOf(year - 1, by, until),
    ...lines
      .filter((l) => l.year === year - 1 && l.kind !== 'opening' && l.postedAt <= until)
      .map((l) => [keyOf(l, by), [l.amount, l.currencyAmount]] satisfies [string, [number, number]]),
  ];
  for (const [key, [amount, currencyAmount]] of carried) {
    const statement = chart.find(({ code }) => code === key.split('/')[0])?.statement;
    if (statement === 'balance') add(key, amount, currencyAmount);
    else result += amount;
  }
  if (result !== 0) add(`${result < 0 ? '120' : '129'}/${by === 'currency' ? 'EUR' : ''}`, result, result);
  return sums;
}

function keyOf(line: Line, by: string): string {
  const part = { '': '', currency: line.currency, party: line.party, 'dimension:site': line.site }[by];
  return `${line.account}/${part ?? ''}`;
}

function randomEntry(): object {
  const year = pick(years);
  const kind = random() < 0.15 ? pick(['adjustment', 'closing']) : 'normal';
  return entryOf(year, kind, kind === 'normal' ? dayOf(year) : `${year}-12-31`, pick(['VT', 'BQ', 'OD']));
}

/** The second year's opening is stated, but only some time after the first entries. */
const opening = (): object => entryOf(2027, 'opening', '2027-01-01', 'AN');

function entryOf(year: number, kind: string, date: string, journal: string): object {
  const accounts = chart.filter(({ statement }) => kind !== 'opening' || statement === 'balance');
  const amounts = Array.from(
    { length: 1 + Math.floor(random() * 4) },
    () => Math.round(random() * 20_000) - 8_000,
  );
  amounts.push(-amounts.reduce((sum, amount) => sum + amount, 0));
  const parts = amounts.map((amount): Line => {
    const foreign = random() < 0.3;
    return {
      ...{ year, kind, date, postedAt: clock, amount },
      account: pick(accounts).code,
      party: pick([null, 'C1', 'S1']),
      site: pick([null, null, 'north', 'south']),
      currency: foreign ? 'USD' : 'EUR',
      currencyAmount: foreign ? Math.round(amount * 1.25) : amount,
    };
  });
  lines.push(...parts);
  return {
    ...{ journal, date, kind },
    lines: parts.map(({ account, party, site, currency, amount, currencyAmount }) => ({
      account,
      ...(party ? { party } : {}),
      ...(site ? { dimensions: { site } } : {}),
      ...(amount < 0 ? { credit: money(-amount) } : { debit: money(amount) }),
      ...(currency === 'EUR'
        ? {}
        : { currency, [amount < 0 ? 'currencyCredit' : 'currencyDebit']: money(Math.abs(currencyAmount)) }),
    })),
  };
}

const money = (cents: number): string => (cents / 100).toFixed(2);

const dayOf = (year: number): string =>
  new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Mulberry32: the same seed gives the same books, so that a failure can be repeated. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

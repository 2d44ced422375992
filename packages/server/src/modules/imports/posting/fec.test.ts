import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, readFile } from '../../../../test/import-file.ts';

const shared = fileURLToPath(new URL('../../../../../../../shared/', import.meta.url));
const fileA = `${shared}data/fec/0000000001FEC20220831.txt`;
const fileB = `${shared}data/fec/111111111FEC20221231.TXT`;
const fileYear2 = `${shared}expected/year2/000000001FEC20230831.txt`;
const present = [fileA, fileB, fileYear2].every(existsSync);

const expected = (name: string) => JSON.parse(readFileSync(`${shared}expected/${name}`, 'utf8'));

async function importFec(t: TestApp, path: string) {
  const name = path.split('/').at(-1) ?? '';
  const { rows, said } = await readFile('fec', readFileSync(path), name);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return importRows(t, rows, { format: 'fec', sourceName: name, sha256 }, said);
}

const columns = ['account', 'opening', 'debit', 'credit', 'closing'] as const;

const figures = (rows: Record<string, string>[]) => rows.map((row) => columns.map((column) => row[column]));

async function trialBalance(t: TestApp, query: string) {
  const { body } = await t.call('GET', `/v1/reports/trial-balance?${query}`);
  return figures(body.rows);
}

const closingOf = (rows: (string | undefined)[][], account: string) =>
  rows.find(([code]) => code === account)?.[4];

async function postIn(t: TestApp, journal: string, date: string, account: string) {
  const lines = [
    { account, debit: '1.00' },
    { account, credit: '1.00' },
  ];
  return (await t.call('POST', '/v1/entries', { journal, date, lines })).body;
}

describe.runIf(present)('imports.commit of a FEC', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp({ tenant: { accountRoles: { resultProfit: '120000', resultLoss: '129000' } } });
  });
  afterAll(() => t.close());

  test('imports.commit.202 every entry, line, account, party and letter of the file', async () => {
    const session = await importFec(t, fileA);
    expect(session).toMatchObject({
      ...{ state: 'committed', failure: null, entries: 2033, written: 2033, rejected: 0, lines: 5422 },
      ...{ debit: '10186219.81', credit: '10186219.81' },
      interpretation: {
        years: [{ code: '2022', start: '2021-09-01', end: '2022-08-31', created: true }],
        created: { accounts: 153, parties: 95, journals: 9, years: 1 },
        opening: { mode: 'stated', difference: null },
        numbering: { policy: 'keep' },
      },
    });

    const states: Record<string, number> = {};
    let cursor = '';
    do {
      const { body } = await t.call('GET', `/v1/settlements?limit=500${cursor}`);
      for (const { state } of body.items) states[state] = (states[state] ?? 0) + 1;
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(states).toEqual({ full: 723, unbalanced: 87 });
  });

  test('reports.trialBalance.200 is that of the file, opening apart from movement', async () => {
    expect(await trialBalance(t, 'year=2022')).toEqual(figures(expected('tb_fecA.json').rows));
  });

  test('imports.create.409.already_imported the same file once more', async () => {
    const sha256 = createHash('sha256').update(readFileSync(fileA)).digest('hex');
    const body = { resource: 'ledger', mode: 'create', onError: 'abort', format: 'fec', sha256 };
    expect(await t.call('POST', '/v1/imports', body)).toMatchObject({
      status: 409,
      body: { code: 'already_imported' },
    });
  });

  test('imports.commit.202 the year after it: its stated opening equals what the first year carries', async () => {
    expect(await importFec(t, fileYear2)).toMatchObject({ state: 'committed', rejected: 0 });
    await expectTwoYears(t);
    expect((await t.call('GET', '/v1/years/2023')).body.opening).toMatchObject({
      mode: 'stated',
      differences: [],
    });
  });

  test('entries.post.201 goes on after the numbers of the file, as they are written there', async () => {
    expect(await postIn(t, 'ACH', '2022-08-31', '101500')).toMatchObject({
      series: 'ACH',
      sequence: 394,
      number: '394',
    });
  });

  test('imports.commit.202 the second year before the first gives the same balances', async () => {
    const other = await openTestApp({
      tenant: { accountRoles: { resultProfit: '120000', resultLoss: '129000' } },
    });
    expect(await importFec(other, fileYear2)).toMatchObject({ state: 'committed', rejected: 0 });
    expect(await importFec(other, fileA)).toMatchObject({ state: 'committed', written: 2033 });
    await expectTwoYears(other);
    expect((await other.call('GET', '/v1/years/2023')).body.opening.differences).toEqual([]);
    await other.close();
  });

  test('imports.commit.202 one series over all journals, twins among the lines, a year that the name does not tell', async () => {
    const other = await openTestApp();
    expect(await importFec(other, fileB)).toMatchObject({
      ...{ state: 'committed', lines: 934, written: 248, debit: '225682.23', credit: '225682.23' },
      interpretation: {
        years: [{ start: '2023-01-01', end: '2023-12-31' }],
        warnings: expect.arrayContaining([expect.stringContaining('2022-12-31')]),
      },
    });
    expect(await trialBalance(other, 'year=2023')).toEqual(figures(expected('tb_fecB.json').rows));
    const [account] = (await trialBalance(other, 'year=2023'))[0] ?? [];
    expect(await postIn(other, 'VE', '2023-07-31', account ?? '')).toMatchObject({
      sequence: 249,
      number: '00000249',
    });
    await other.close();
  });
});

async function expectTwoYears(t: TestApp) {
  const day = await trialBalance(t, 'to=2022-11-30');
  expect(closingOf(day, '101500')).toBe('-13500.00');
  expect(closingOf(day, '411000')).toBe('52517.24');
  const { rows } = expected('year2/expected_year2.json');
  expect(await trialBalance(t, 'year=2023')).toEqual(figures(rows));
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { exported } from '../../../test/exported.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { importRows, readFile } from '../../../test/import-file.ts';

const accountRoles = { resultProfit: '120', resultLoss: '129', unallocatedResult: '467' };
let t: TestApp;
let copy: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles } });
  copy = await openTestApp({ tenant: { accountRoles } });
  await furnish(t, [
    ['2026-01-01', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
    ['2028-01-01', '2028-12-31'],
  ]);
  for (const [code, values] of [
    ['1', ['N', 'S']],
    ['6', ['P']],
  ] as const) {
    await t.call('POST', '/v1/dimensions', { code, name: `Dimension ${code}` });
    for (const value of values) {
      await t.call('POST', `/v1/dimensions/${code}/values`, { code: value, name: value });
    }
  }
  await post(t, {
    ...{ journal: 'AN', date: '2026-01-01', kind: 'opening' },
    lines: [
      { account: '512', debit: '100.00', dimensions: { 1: 'N', 6: 'P' } },
      { account: '512', debit: '50.00', dimensions: { 1: 'S' } },
      { account: '467', credit: '150.00' },
    ],
  });
  await post(t, sale('2026-05-01', '20.00', { 1: 'N' }));
});

afterAll(() => Promise.all([t.close(), copy.close()]));

const sale = (date: string, amount: string, dimensions: object) => ({
  ...{ journal: 'VT', date },
  lines: [
    { account: '512', debit: amount, dimensions },
    { account: '706', credit: amount, dimensions },
  ],
});

/** Records of a SIE export whose label begins so. */
async function records(on: TestApp, year: string, begin: RegExp): Promise<string[]> {
  const { text } = await exported(on, { format: 'sie', year });
  return text.split('\r\n').filter((record) => begin.test(record));
}

async function importInto(on: TestApp, text: string) {
  const { rows, said } = await readFile('sie', Buffer.from(text, 'latin1'), 'x.se');
  const session = await importRows(on, rows, { format: 'sie' }, said);
  expect(session).toMatchObject({ state: 'committed', rejected: 0 });
  return session;
}

test('exports.content SIE: values of an opening are #OIB, with what moved since in #OUB, and are counted no more', async () => {
  const { text, done } = await exported(t, { format: 'sie', year: '2026' });
  expect(text.split('\r\n').filter((record) => /^#O[IU]B/.test(record))).toEqual([
    '#OIB 0 512 {1 "N"} 100.00',
    '#OUB 0 512 {1 "N"} 120.00',
    '#OIB 0 512 {1 "S"} 50.00',
    '#OUB 0 512 {1 "S"} 50.00',
    '#OIB 0 512 {6 "P"} 100.00',
    '#OUB 0 512 {6 "P"} 100.00',
  ]);
  expect(done.notHeld).not.toHaveProperty('dim:1');
  expect(done.notHeld).not.toHaveProperty('dim:6');
});

test('exports.content SIE: an opening that is carried carries its values, over a year without entries too', async () => {
  const carried = ['#OIB 0 512 {1 "N"} 120.00', '#OIB 0 512 {1 "S"} 50.00', '#OIB 0 512 {6 "P"} 100.00'];
  expect(await records(t, '2027', /^#OIB 0/)).toEqual(carried);
  expect(await records(t, '2028', /^#OIB 0/)).toEqual(carried);
  expect(await records(t, '2028', /^#OIB -1/)).toEqual(
    carried.map((record) => record.replace(' 0 ', ' -1 ')),
  );
});

test('exports.content SIE: the account of a role is written as every other; only one that an import made is not', async () => {
  expect(await records(t, '2026', /^#(IB|UB) 0 467/)).toEqual(['#IB 0 467 -150.00', '#UB 0 467 -150.00']);
});

test('exports.content SIE: imported and exported again it is the same, and a closing follows what is posted after', async () => {
  const { text } = await exported(t, { format: 'sie', year: '2027' });
  const session = await importInto(copy, text);
  expect(session.interpretation?.created).toMatchObject({ balances: 9 });
  expect(await records(copy, '2027', /^#(O?[IU]B|RES)/)).toEqual(await records(t, '2027', /^#(O?[IU]B|RES)/));

  await copy.call('POST', '/v1/journals', { code: 'OD', name: 'Journal OD', area: 'general' });
  await post(copy, { ...sale('2027-03-01', '7.00', { 1: 'N', 6: 'P' }), journal: 'OD' });
  expect(await records(copy, '2027', /^#OUB 0/)).toEqual([
    '#OUB 0 512 {1 "N"} 127.00',
    '#OUB 0 512 {1 "S"} 50.00',
    '#OUB 0 512 {6 "P"} 107.00',
  ]);
});

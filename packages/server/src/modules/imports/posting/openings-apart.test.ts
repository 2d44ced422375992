import type { Row } from '@erp/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, rejectsOf } from '../../../../test/import-file.ts';

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(() => t.close());

const accounts: Row[] = [
  { record: 'account', code: '1930', type: 'asset' },
  { record: 'account', code: '2081', type: 'equity' },
  { record: 'journal', code: 'IB', area: 'opening' },
  { record: 'year', start: '2026-01-01', end: '2026-12-31' },
];
const opening = (equity: string): Row[] => [
  {
    ...{ record: 'line', entry: 'IB', kind: 'opening', journal: 'IB', date: '2026-01-01' },
    ...{ account: '1930', amount: '1200.00' },
  },
  { record: 'line', entry: 'IB', account: '2081', amount: equity },
];
const voucher = (number: string, journal = 'A'): Row[] => [
  {
    ...{ record: 'line', entry: `${journal} ${number}`, journal, number, date: '2026-03-01' },
    ...{ account: '1930', amount: '50.00' },
  },
  { record: 'line', entry: `${journal} ${number}`, account: '2081', amount: '-50.00' },
];
const asSie = { format: 'sie' as const };

const listed = async (path: string) => (await t.call('GET', path)).body.items;

describe('imports.commit of a format whose opening stands apart', () => {
  test('imports.commit.202 the opening has no number, and takes none of a series', async () => {
    const rows = [...accounts, ...opening('-1200.00'), ...voucher('1'), ...voucher('1', 'IB')];
    const session = await importRows(t, rows, asSie);
    expect(session).toMatchObject({ state: 'committed', written: 3 });
    expect(session.interpretation?.numbering?.series).toMatchObject([
      { code: 'A', first: '1', last: '1', entries: 1 },
      { code: 'IB', first: '1', last: '1', entries: 1 },
    ]);

    const entries = await listed('/v1/entries?limit=10');
    const numbers = entries.map(({ kind, number, sequence }: Record<string, unknown>) => [
      kind,
      number,
      sequence,
    ]);
    expect(numbers).toEqual(
      expect.arrayContaining([
        ['opening', null, null],
        ['normal', '1', 1],
        ['normal', '1', 1],
      ]),
    );

    const again = await t.call(
      'POST',
      `/v1/entries/${entries.find((e: { kind: string }) => e.kind === 'opening').id}/reverse`,
      {
        date: '2026-01-02',
      },
    );
    expect(again).toMatchObject({
      status: 201,
      body: { number: expect.any(String), description: 'Reversal of the opening' },
    });
  });

  test('imports.commit.202 one account takes what the opening lacks, and is told', async () => {
    const session = await importRows(t, [...accounts, ...opening('-1000.00'), ...voucher('1')], asSie);
    expect(session).toMatchObject({ state: 'committed', lines: 5 });
    expect(session.interpretation).toMatchObject({
      created: { accounts: 3 },
      opening: { difference: '-200.00', reason: expect.stringContaining('unallocated-result') },
    });
    const { rows } = (await t.call('GET', '/v1/reports/trial-balance?year=2026')).body;
    expect(rows.at(-1)).toMatchObject({
      account: 'unallocated-result',
      name: 'Unallocated result',
      opening: '-200.00',
    });
  });

  test('imports.commit.202 no account is made for an opening that balances or is rejected', async () => {
    const rows = [...accounts, ...opening('-1200.00'), ...voucher('1')];
    expect((await importRows(t, rows, asSie)).interpretation?.created).toMatchObject({ accounts: 2 });

    const other = await openTestApp();
    const unknown: Row = { record: 'line', entry: 'IB', account: '77', amount: '1.00' };
    const mixed = [...accounts, ...opening('-1000.00'), unknown, ...voucher('1')];
    const skipped = await importRows(other, mixed, { ...asSie, onError: 'skip' });
    expect(skipped).toMatchObject({ state: 'committed', written: 1, rejected: 1 });
    expect(skipped.interpretation?.created).toMatchObject({ accounts: 2 });
    await other.close();
  });

  test('imports.rejects.200 in formats whose openings are entries an opening that does not balance is refused', async () => {
    const rows = [...accounts, ...opening('-1000.00')];
    const jsonl = await importRows(t, rows);
    expect(jsonl.state).toBe('invalid');
    expect(await rejectsOf(t, jsonl.id)).toMatchObject([{ code: 'opening_unbalanced' }]);
  });
});

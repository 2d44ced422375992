import { readers } from '@erp/ledger';
import { expect, test } from 'vitest';
import { outgoingRows } from './outgoing-rows.ts';
import type { Format, Resource } from './reading-options.ts';

/** The rows that are sent for a file, without what tells nothing here. */
async function sent(format: Format, resource: Resource, text: string): Promise<Record<string, unknown>[]> {
  async function* open() {
    yield new TextEncoder().encode(text);
  }
  const reading = readers[format].read(open, { resource, fileName: 'books' });

  const rows: Record<string, unknown>[] = [];
  for await (const row of outgoingRows(reading, resource, readers[format]))
    rows.push(row as Record<string, unknown>);
  return rows;
}

const HEADER = 'date,journal,account,debit,credit,entry';

test('a faulty cell is sent as it stands, with its entry and an account that no server takes', async () => {
  const rows = await sent(
    'csv',
    'entries',
    `${HEADER}\n2025-01-31,VT,411000,"1.234,50",,1\n2025-02-30,VT,706000,,1.00,1\n`,
  );

  expect(rows).toEqual([
    { record: 'line', row: 2, entry: '1', debit: '1.234,50', account: '' },
    { record: 'line', row: 3, entry: '1', date: '2025-02-30', account: '' },
  ]);
});

test('a line that does not tell its entry rejects the one before and the one after', async () => {
  const sound = (entry: string) => `2025-01-31,VT,411000,1.00,,${entry}`;
  const cut = '2025-01-31,VT,411000,1.00';
  const rows = await sent(
    'csv',
    'entries',
    `${[HEADER, cut, sound('1'), cut, cut, sound('2'), sound('2'), cut, sound('2'), cut].join('\n')}\n`,
  );

  const standIns = rows.filter(({ account }) => account === '').map(({ row, entry }) => [row, entry]);
  expect(standIns).toEqual([
    [2, '1'],
    [4, '1'],
    [4, '2'],
    [5, '1'],
    [5, '2'],
    [8, '2'],
    [10, '2'],
  ]);
  expect(rows.filter(({ account }) => account !== '')).toHaveLength(4);
});

test('a file of nothing but such lines still says that each is rejected', async () => {
  expect(await sent('csv', 'entries', `${HEADER}\nx,y\n`)).toEqual([
    { record: 'line', row: 2, entry: 'line 2', account: '' },
  ]);
});

test('JSONL: a faulty row stays what it is, an account without its code, a line without its account', async () => {
  const rows = await sent(
    'jsonl',
    'ledger',
    [
      '{"record":"account","code":"1","postable":"perhaps"}',
      '{"record":"line","entry":"7","debit":5}',
      '{"record":"party","code":"C1"}',
    ].join('\n'),
  );

  expect(rows).toEqual([
    { record: 'account', row: 1, postable: 'perhaps' },
    { record: 'line', row: 2, entry: '7', debit: '5', account: '' },
    { record: 'party', row: 3, code: 'C1' },
  ]);
});

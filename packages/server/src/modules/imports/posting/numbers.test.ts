import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows } from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  for (const code of ['512000', '607000']) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset' });
  }
});
afterAll(() => t.close());

test.each([
  ['padded', 'B', '{year}/{journal}-{n:4}!', '2026/B-0001!', '2026/B-0002!'],
  ['bare', 'C', '{n}', '1', '2'],
  ['of a journal that looks like a place of the number', 'D{n}', '{journal}-{n:3}', 'D{n}-001', 'D{n}-002'],
  ['of a journal with a brace', 'E}', '{journal}-{n:2}', 'E}-01', 'E}-02'],
])(
  'imports.commit.202 new numbers have the form of their series, %s, and a single post goes on',
  async (_, journal, format, first, second) => {
    await t.call('POST', '/v1/series', { code: `S-${journal}`, format });
    const made = await t.call('POST', '/v1/journals', {
      ...{ code: journal, name: journal, area: 'general', series: `S-${journal}` },
    });
    expect(made.status).toBe(201);

    const line = { record: 'line' as const, entry: journal, journal, date: '2026-03-05' };
    const rows = [
      { ...line, account: '512000', debit: '1.00' },
      { ...line, account: '607000', credit: '1.00' },
    ];
    const { interpretation } = await importRows(t, rows, { resource: 'entries' });
    expect(interpretation?.numbering?.series).toMatchObject([{ entries: 1 }]);
    const posted = await t.call('POST', '/v1/entries', {
      ...{ journal, date: '2026-03-05' },
      lines: [
        { account: '512000', debit: '1' },
        { account: '607000', credit: '1' },
      ],
    });
    const { body } = await t.call('GET', `/v1/entries?journal=${encodeURIComponent(journal)}`);
    const numbers = body.items.map(({ number }: { number: string }) => number).sort();
    expect([...numbers, posted.body.number]).toEqual([first, second, second]);
  },
);

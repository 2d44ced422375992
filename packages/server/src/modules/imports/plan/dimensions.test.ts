import type { Row } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { beginImport, importRows, sendPart, validated } from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const sale = (entry: string, dimensions: Record<string, string>): Row[] => {
  const head = { record: 'line' as const, entry, journal: 'VT', date: '2026-03-05', dimensions };
  return [
    { ...head, account: 'Assets:Bank', debit: '10.00' },
    { ...head, account: 'Income:Sales', credit: '10.00' },
  ];
};

describe('imports.commit of dimensions', () => {
  test('imports.commit.202 dimensions and values have the names of their rows, also those that no line names', async () => {
    const rows: Row[] = [
      { record: 'dimension', code: '2', name: 'Cost unit', parent: '1' },
      { record: 'dimension', code: '1', name: 'Cost centre' },
      { record: 'dimension', code: '3', parent: '9' },
      { record: 'dimensionValue', dimension: '1', code: 'N', name: 'North' },
      { record: 'dimensionValue', dimension: '1', code: 'S', name: 'South' },
      { record: 'dimensionValue', dimension: '7', code: 'X' },
      ...sale('a', { 1: 'N', 2: '17' }),
    ];
    const session = await importRows(t, rows);
    expect(session).toMatchObject({ state: 'committed', written: 1 });
    expect(session.interpretation).toMatchObject({
      created: { dimensions: 4, values: 4 },
      warnings: expect.arrayContaining([expect.stringMatching(/^dimension 3 .* parent 9/)]),
    });

    const { items } = (await t.call('GET', '/v1/dimensions')).body;
    expect(items.map((d: Record<string, unknown>) => [d['code'], d['name'], d['parent']])).toEqual([
      ['1', 'Cost centre', null],
      ['2', 'Cost unit', '1'],
      ['3', '3', null],
      ['7', '7', null],
    ]);
    const values = (await t.call('GET', '/v1/dimensions/1/values')).body.items;
    expect(values.map((v: Record<string, unknown>) => [v['code'], v['name']])).toEqual([
      ['N', 'North'],
      ['S', 'South'],
    ]);
    const events = (await t.call('GET', '/v1/audit-events?resource=dimensions')).body.items;
    expect(events.map((e: Record<string, unknown>) => e['resourceCode']).sort()).toEqual(
      ['1', '17', '2', '3', '7', 'N', 'S', 'X'].sort(),
    );
  });

  test('imports.validate.202 what is there keeps its name, and the import says so', async () => {
    const rows: Row[] = [
      { record: 'dimension', code: '1', name: 'Something else' },
      { record: 'dimensionValue', dimension: '1', code: 'N', name: 'Norden' },
      ...sale('b', { 1: 'N' }),
    ];
    const id = await beginImport(t);
    await sendPart(t, id, 1, rows);
    const { interpretation } = await validated(t, id, 1);
    expect(interpretation?.created).toEqual({});
    expect(interpretation?.warnings).toEqual([
      'the file has other names for 1 of dimension: what is here keeps its name (1)',
      'the file has other names for 1 of dimension value: what is here keeps its name (1 N)',
    ]);
  });

  test('imports.validate.202 entries alone make none, and count what they leave out', async () => {
    const id = await beginImport(t, { resource: 'entries' });
    await sendPart(t, id, 1, [{ record: 'dimension', code: '5' }, ...sale('c', { 5: 'Z' })]);
    const session = await validated(t, id, 1);
    expect(session).toMatchObject({ state: 'invalid', interpretation: { notStored: { dimensions: 1 } } });
  });

  test('imports.validate.202 a parent and a control account that nothing describes are named', async () => {
    const rows: Row[] = [
      { record: 'account', code: '41', type: 'asset', parent: '4' },
      {
        ...{ record: 'party', code: 'C1' },
        roles: [
          { role: 'customer', controlAccount: '411' },
          { role: 'other', controlAccount: '41' },
        ],
      },
    ];
    const id = await beginImport(t);
    await sendPart(t, id, 1, rows);
    const { interpretation } = await validated(t, id, 1);
    expect(interpretation?.warnings).toEqual([
      '1 accounts are made without their parent, which nothing describes (41 below 4)',
      '1 roles of parties are made without their control account: there is no 411',
    ]);
  });
});

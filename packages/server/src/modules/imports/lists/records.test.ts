import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, rejectsOf } from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'OD', area: 'general' });
  for (const account of [
    { code: '512000', statement: 'balance', type: 'asset' },
    { code: '411000', statement: 'balance', type: 'asset', control: 'receivable' },
  ]) {
    await t.call('POST', '/v1/accounts', { name: account.code, ...account });
  }
  const lines = [
    { account: '512000', debit: '1' },
    { account: '512000', credit: '1' },
  ];
  await t.call('POST', '/v1/entries', { journal: 'OD', date: '2026-03-05', lines });
});
afterAll(() => t.close());

describe('imports.commit of records', () => {
  const account = (code: string, more: object = {}) => ({
    record: 'account' as const,
    code,
    type: 'asset' as const,
    name: code,
    ...more,
  });

  test('imports.commit.202 accounts: created, then upserted by code and external id', async () => {
    const rows = [
      account('900100', { externalId: 'e1', parent: '900000' }),
      account('900000'),
      { record: 'account' as const, code: '900200' },
    ];
    const first = await importRows(t, rows, { resource: 'accounts', onError: 'skip' });
    expect(first).toMatchObject({ state: 'committed', entries: 3, written: 2, rejected: 1, updated: 0 });
    expect((await t.call('GET', '/v1/accounts/900100')).body).toMatchObject({
      parent: '900000',
      partyPolicy: 'optional',
    });

    const again = await importRows(t, rows.slice(0, 2), { resource: 'accounts' });
    expect(again).toMatchObject({ state: 'invalid', rejected: 2 });

    const changed = [
      account('900100', { externalId: 'e1', name: 'Renamed' }),
      account('900000'),
      account('900300'),
    ];
    const upserted = await importRows(t, changed, { resource: 'accounts', mode: 'upsert' });
    expect(upserted).toMatchObject({ entries: 3, written: 1, updated: 1, unchanged: 1, rejected: 0 });
    expect((await t.call('GET', '/v1/accounts/900100')).body.name).toBe('Renamed');
  });

  test('imports.commit.202 accounts keep unit and mappings, and the same ones again change nothing', async () => {
    const mappings = [{ scheme: 'sru', code: '7281' }];
    const rows = [account('900500', { unit: 'hours', mappings })];
    expect(await importRows(t, rows, { resource: 'accounts' })).toMatchObject({ written: 1 });
    expect((await t.call('GET', '/v1/accounts/900500')).body).toMatchObject({ unit: 'hours', mappings });
    const again = await importRows(t, rows, { resource: 'accounts', mode: 'upsert', again: true });
    expect(again).toMatchObject({ state: 'committed', unchanged: 1, updated: 0 });
  });

  test('imports.rejects.200.field_fixed what a posted line has fixed stays', async () => {
    const session = await importRows(t, [account('512000', { statement: 'result', type: 'income' })], {
      ...{ resource: 'accounts', mode: 'upsert' },
    });
    expect(session.state).toBe('invalid');
    expect(await rejectsOf(t, session.id)).toMatchObject([{ code: 'field_fixed', field: 'statement' }]);
  });

  test('imports.commit.202 journals and parties', async () => {
    const journals = [{ record: 'journal' as const, code: 'JX', name: 'X', area: 'bank' as const }];
    expect(await importRows(t, journals, { resource: 'journals' })).toMatchObject({ written: 1 });
    expect((await t.call('GET', '/v1/journals/JX')).body).toMatchObject({ area: 'bank', series: 'JX' });

    const party = {
      record: 'party' as const,
      code: 'P1',
      name: 'One',
      roles: [{ role: 'supplier', controlAccount: '411000' }],
    };
    expect(await importRows(t, [party], { resource: 'parties' })).toMatchObject({ written: 1 });
    const more = { ...party, roles: [...party.roles, { role: 'customer', subledgerCode: 'C-P1' }] };
    expect(await importRows(t, [more], { resource: 'parties', mode: 'upsert' })).toMatchObject({
      updated: 1,
    });
    expect((await t.call('GET', '/v1/parties/P1')).body.roles).toMatchObject([
      { role: 'customer', subledgerCode: 'C-P1' },
      { role: 'supplier', subledgerCode: 'P1', controlAccount: '411000' },
    ]);
  });
});

import type { PartyRow, Row } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, rejectsOf } from '../../../../test/import-file.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'OD', area: 'general' });
  for (const [code, control] of [
    ['411000', 'receivable'],
    ['411100', 'receivable'],
    ['512000', 'none'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset', control });
  }
});
afterAll(() => t.close());

const party = (code: string, more: Partial<PartyRow> = {}): PartyRow => ({
  ...{ record: 'party', code, name: `Party ${code}` },
  roles: [{ role: 'customer', subledgerCode: `C${code}`, controlAccount: '411000' }],
  ...more,
});
const upsert = (rows: Row[], more: object = {}) =>
  importRows(t, rows, { resource: 'parties', mode: 'upsert', ...more });
const partyOf = async (code: string) => (await t.call('GET', `/v1/parties/${code}`)).body;
const faultsOf = async (id: string) =>
  (await rejectsOf(t, id)).map(({ entry, field, code }) => `${entry} ${field} ${code}`);

describe('imports.commit of parties with upsert', () => {
  test('imports.commit.202 the same parties again, roles included, are unchanged: no version, no audit row', async () => {
    const rows = [party('U1', { externalId: 'crm:1' }), party('U2', { roles: [{ role: 'owner' }] })];
    expect(await upsert(rows)).toMatchObject({ entries: 2, written: 2, updated: 0, unchanged: 0 });
    const before = await partyOf('U1');

    expect(await upsert(rows)).toMatchObject({ entries: 2, written: 0, updated: 0, unchanged: 2 });
    expect(await partyOf('U1')).toEqual(before);
    const events = await t.call('GET', `/v1/audit-events?resourceId=${before.id}`);
    expect(events.body.items).toHaveLength(1);
  });

  test('imports.commit.202 only what a row names is changed; the audit says what it was', async () => {
    const changed = party('U1', { name: 'Renamed', roles: [{ role: 'customer', controlAccount: '411100' }] });
    expect(await upsert([changed, party('U3')])).toMatchObject({ written: 1, updated: 1, unchanged: 0 });

    const after = await partyOf('U1');
    expect(after).toMatchObject({ name: 'Renamed', externalId: 'crm:1', kind: 'organisation', version: 2 });
    expect(after.roles).toMatchObject([{ role: 'customer', subledgerCode: 'CU1', controlAccount: '411100' }]);
    const events = await t.call('GET', `/v1/audit-events?resourceId=${after.id}`);
    expect(
      events.body.items.find((event: { operation: string; before: unknown }) => event.before !== null),
    ).toMatchObject({
      before: { name: 'Party U1', roles: [{ controlAccount: '411000' }] },
      after: { name: 'Renamed' },
    });
  });

  test('imports.rejects.200 what another has, what is used, what does not exist', async () => {
    const lines = [
      { account: '411000', party: 'U3', debit: '1' },
      { account: '512000', credit: '1' },
    ];
    expect((await t.call('POST', '/v1/entries', { journal: 'OD', date: '2026-03-05', lines })).status).toBe(
      201,
    );

    const session = await upsert(
      [
        party('U3', { roles: [{ role: 'customer', subledgerCode: 'moved' }] }),
        party('N1', {
          roles: [
            { role: 'customer', subledgerCode: 'CU2' },
            { role: 'owner', subledgerCode: 'U2' },
          ],
        }),
        party('N2', { roles: [{ role: 'supplier', controlAccount: '4019' }] }),
        party('N3', { externalId: 'crm:1' }),
        party('N4', { externalId: 'crm:4' }),
        party('N5', { externalId: 'crm:4' }),
        party('N6', { roles: [{ role: 'supplier', subledgerCode: 'S' }] }),
        party('N7', { roles: [{ role: 'supplier', subledgerCode: 'S' }] }),
        party('N6'),
      ],
      { onError: 'skip' },
    );
    expect(session).toMatchObject({ state: 'committed', entries: 9, written: 2, updated: 0, rejected: 7 });
    expect(await faultsOf(session.id)).toEqual([
      'U3 roles field_fixed',
      'N1 roles conflict',
      'N2 roles account_unknown',
      'N3 code field_fixed',
      'N5 externalId duplicate_external_id',
      'N7 roles conflict',
      'N6 code conflict',
    ]);
  });

  test('imports.commit.202 more parties than are compared at once: each is told once', async () => {
    const many = Array.from({ length: 5_050 }, (_, i) => party(`M${i}`, { externalId: `m:${i}` }));
    expect(await upsert(many)).toMatchObject({ entries: 5_050, written: 5_050 });

    const tenth = many.map((row, i) => (i % 10 === 0 ? { ...row, name: 'Other' } : row));
    const rows = [...tenth.slice(0, 10), party('M1'), ...tenth.slice(10), party('M0')];
    const session = await upsert(rows, { onError: 'skip' });
    expect(session).toMatchObject({
      entries: 5_052,
      updated: 505,
      unchanged: 4_545,
      written: 0,
      rejected: 2,
    });
    expect(await faultsOf(session.id)).toEqual(['M1 code conflict', 'M0 code conflict']);
    expect(await partyOf('M5040')).toMatchObject({ name: 'Other', version: 2 });
  });
});

describe('imports.commit of journals with upsert', () => {
  test('imports.commit.202 a series that a changed journal names is made, as for a new one', async () => {
    const journal = { record: 'journal', code: 'J9', name: 'Nine', area: 'sale' } as const;
    const as = (row: Row) => importRows(t, [row], { resource: 'journals', mode: 'upsert' });
    expect(await as(journal)).toMatchObject({ written: 1 });
    expect(await as(journal)).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await as({ ...journal, series: 'S9' })).toMatchObject({ state: 'committed', updated: 1 });
    expect((await t.call('GET', '/v1/journals/J9')).body.series).toBe('S9');
  });
});

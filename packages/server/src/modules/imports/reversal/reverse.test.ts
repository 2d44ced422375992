import type { Row } from '@erp/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, settled } from '../../../../test/import-file.ts';
import { sql } from '../../../db/sql.ts';

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(() => t.close());

const setUp: Row[] = [
  { record: 'account', code: '411', type: 'asset', control: 'receivable' },
  { record: 'account', code: '512', type: 'asset' },
  { record: 'account', code: '706', type: 'income' },
  { record: 'party', code: 'C1', roles: [{ role: 'customer' }] },
];
const entry = (name: string, debit: string, credit: string, amount: string, more: object = {}): Row[] => [
  {
    ...{ record: 'line', entry: name, journal: 'OD', date: '2026-04-01', account: debit, debit: amount },
    ...more,
  },
  { record: 'line', entry: name, account: credit, credit: amount },
];
const invoice = (name: string, amount: string, more: object = {}) =>
  entry(name, '411', '706', amount, { party: 'C1', ...more });

const inTenant = <Answer>(text: ReturnType<typeof sql>) =>
  t.app.services.db.tx({ role: 'erp_app', tenantId: t.tenant.id }, (tx) => tx.query<Answer & object>(text));

/** Entries with their numbers and what they take back, as they were posted. */
const posted = async (): Promise<{ id: string; number: string | null; reversalOf: string | null }[]> =>
  (await t.call('GET', '/v1/entries?limit=500')).body.items;

async function reversed(id: string) {
  expect((await t.call('POST', `/v1/imports/${id}/reverse`)).status).toBe(202);
  return settled(t, id);
}

/** Closing of each account, where it is not zero. */
async function balances(): Promise<Record<string, string>> {
  const { rows } = (await t.call('GET', '/v1/reports/trial-balance?year=2026&all=true')).body;
  return Object.fromEntries(
    rows
      .map(({ account, closing }: Record<string, string>) => [account, closing])
      .filter(([, closing]: string[]) => closing !== '0.00'),
  );
}

const settlements = async () => (await t.call('GET', '/v1/settlements')).body.items;

describe('imports.reverse', () => {
  test('imports.reverse.202 letters of the file are undone, and every line is settled with what takes it back', async () => {
    const paid = entry('p', '512', '411', '10.00');
    const rows = [
      ...[...setUp, ...invoice('i', '10.00', { settlement: 'AA' }), paid[0]],
      ...[{ ...paid[1], party: 'C1', settlement: 'AA' }, ...invoice('j', '4.00')],
    ] as Row[];
    const { id } = await importRows(t, rows);
    expect(await settlements()).toMatchObject([
      { code: 'AA', origin: 'import', state: 'full', undoneAt: null },
    ]);

    expect(await reversed(id)).toMatchObject({ state: 'reversed', failure: null });
    expect(await balances()).toEqual({});
    const all = await settlements();
    expect(all.filter(({ undoneAt }: { undoneAt: string | null }) => undoneAt !== null)).toMatchObject([
      { code: 'AA', origin: 'import' },
    ]);
    const live = all.filter(({ undoneAt }: { undoneAt: string | null }) => undoneAt === null);
    expect(live).toMatchObject([1, 2, 3].map(() => ({ account: '411', origin: 'rule', state: 'full' })));
    for (const { lines } of live) {
      expect(lines).toHaveLength(2);
      expect(lines[0].debit).toBe(lines[1].credit);
    }
  });

  test('imports.reverse.202 takes the next numbers, as many as it has written, and leaves the gaps of the file', async () => {
    const rows = [...setUp, ...['5', '7', '8'].flatMap((number) => invoice(number, '1.00', { number }))];
    const done = await importRows(t, rows);
    const ended = await reversed(done.id);

    const { written, updated, unchanged, skipped, rejected, entries, debit, credit } = ended;
    expect(written + updated + unchanged + skipped + rejected).toBe(entries);
    expect({ written, debit, credit }).toEqual({ written: 3, debit: '3.00', credit: '3.00' });
    const [sums] = await inTenant<Record<string, string>>(sql`
      select count(*) as entries, sum(debit_total) as debit, sum(credit_total) as credit from entries
      where tenant_id = ${t.tenant.id} and import_id = ${done.id} and kind = 'reversal'`);
    expect(sums).toEqual({ entries: '3', debit: '300', credit: '300' });

    const all = await posted();
    expect(all.map(({ number }) => number)).toEqual(['5', '7', '8', '9', '10', '11']);
    const report = (await t.call('GET', '/v1/reports/numbers?year=2026')).body;
    expect(report.rows).toMatchObject([
      { series: 'OD', count: 6, last: 11, gaps: [{ from: 6, to: 6 }], duplicates: [] },
    ]);
    const next = await t.call('POST', '/v1/entries', {
      ...{ journal: 'OD', date: '2026-04-02' },
      lines: [
        { account: '512', debit: '1' },
        { account: '706', credit: '1' },
      ],
    });
    expect(next.body).toMatchObject({ number: '12' });
  });

  test('imports.reverse.202 an opening without a number is taken back too, and the year has none', async () => {
    const head = { record: 'line', kind: 'opening', journal: 'IB', date: '2026-01-01' } as const;
    const rows = [
      ...setUp,
      { ...head, entry: 'IB', account: '411', debit: '9.00' },
      { record: 'line', entry: 'IB', account: '512', credit: '9.00' },
      ...invoice('i', '1.00'),
    ] as Row[];
    const { id, written } = await importRows(t, rows, { format: 'sie' });
    expect((await t.call('GET', '/v1/years/2026')).body.opening.mode).toBe('stated');

    expect(await reversed(id)).toMatchObject({ state: 'reversed' });
    expect(await balances()).toEqual({});
    expect((await posted()).filter(({ reversalOf }) => reversalOf !== null)).toHaveLength(written);
    expect((await t.call('GET', '/v1/years/2026')).body.opening.mode).toBe('none');
  });

  test('imports.reverse.409.conflict twice: at once it is one reversal, later it is refused', async () => {
    const { id } = await importRows(t, [...setUp, ...invoice('i', '1.00'), ...invoice('j', '2.00')]);
    const replies = await Promise.all([1, 2].map(() => t.call('POST', `/v1/imports/${id}/reverse`)));
    expect(replies.map(({ status }) => status)).toEqual([202, 202]);
    expect(await settled(t, id)).toMatchObject({ state: 'reversed', failure: null });

    const again = await t.call('POST', `/v1/imports/${id}/reverse`);
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(again.body.detail).toContain('is reversed and cannot be reversed');
    expect(await posted()).toHaveLength(4);
    expect(await balances()).toEqual({});
  });

  test('imports.reverse.202.line_settled an item that was settled since is named; without that it goes', async () => {
    const { id } = await importRows(t, [...setUp, ...invoice('i', '1.00'), ...invoice('j', '2.00')]);
    const later = entry('p', '512', '411', '2.00');
    await importRows(t, [later[0], { ...later[1], party: 'C1' }] as Row[]);
    const settlement = '0198f3a0-0000-7000-8000-0000000000c1';
    const tenantId = t.tenant.id;
    // Between a line of the import and one that came later.
    await inTenant(sql`
      with line as (
        select l.* from lines l join accounts a on a.tenant_id = ${tenantId} and a.id = l.account_id and a.code = '411'
        where l.tenant_id = ${tenantId} and (l.debit = 200 or l.credit = 200)),
      made as (
        insert into settlements (tenant_id, id, account_id, party_id, code, state, origin, created_at, updated_at)
        select tenant_id, ${settlement}::uuid, account_id, party_id, 'LATER', 'full', 'manual', now(), now() from line limit 1)
      insert into settlement_lines (tenant_id, entry_id, position, settlement_id, debit, credit, currency_debit, currency_credit)
      select tenant_id, entry_id, position, ${settlement}::uuid, debit, credit, currency_debit, currency_credit from line`);

    const refused = await reversed(id);
    expect(refused).toMatchObject({ state: 'committed', failure: { code: 'line_settled', status: 409 } });
    expect(refused.failure?.detail).toMatch(
      new RegExp(`^Entry OD-2026-000002 has a line that settlement ${settlement} holds: undo that first`),
    );
    expect(await posted()).toHaveLength(3);

    await inTenant(
      sql`update settlements set undone_at = now() where tenant_id = ${tenantId} and id = ${settlement}`,
    );
    expect(await reversed(id)).toMatchObject({ state: 'reversed', failure: null });
    expect(await balances()).toEqual({ '411': '-2.00', '512': '2.00' });
  });

  test('imports.reverse.202 what was reversed alone before is not reversed again; what counts again is named', async () => {
    const { id } = await importRows(t, [
      ...setUp,
      ...entry('a', '512', '706', '1.00'),
      ...entry('b', '512', '706', '2.00'),
    ]);
    const [a] = await posted();
    const alone = await t.call('POST', `/v1/entries/${a?.id}/reverse`, { date: '2026-04-02' });
    const back = await t.call('POST', `/v1/entries/${alone.body.id}/reverse`, { date: '2026-04-03' });
    expect(back.status).toBe(201);
    expect(await balances()).toEqual({ '512': '3.00', '706': '-3.00' });

    const refused = await reversed(id);
    expect(refused).toMatchObject({ state: 'committed', failure: { code: 'conflict', status: 409 } });
    expect(refused.failure?.detail).toBe(
      'Entry OD-2026-000001 counts again, because its reversal was reversed by OD-2026-000004: reverse that first',
    );

    await t.call('POST', `/v1/entries/${back.body.id}/reverse`, { date: '2026-04-04' });
    expect(await reversed(id)).toMatchObject({ state: 'reversed', failure: null });
    expect(await balances()).toEqual({});
  });

  test('imports.reverse.202.period_not_open counts what is still to be taken back: nothing reversed alone, no used number', async () => {
    const { id } = await importRows(t, [
      ...setUp,
      ...entry('a', '512', '706', '1.00', { number: '1' }),
      { ...{ record: 'line', entry: 'v', journal: 'OD', date: '2026-04-01', number: '2', kind: 'void' } },
      ...entry('b', '512', '706', '2.00', { number: '3' }),
      ...entry('c', '512', '706', '4.00', { number: '4', date: '2026-05-04' }),
    ] as Row[]);
    const all = await posted();
    const reverseAlone = async (number: string) => {
      const one = all.find((entry) => entry.number === number);
      const reply = await t.call('POST', `/v1/entries/${one?.id}/reverse`, { date: '2026-05-02' });
      expect(reply.status).toBe(201);
    };
    await reverseAlone('1');
    await t.call('POST', '/v1/periods/2026/4/close');
    const refused = await reversed(id);
    expect(refused).toMatchObject({ state: 'committed', failure: { code: 'period_not_open', status: 409 } });
    expect(refused.failure?.detail).toContain(', and 1 entries of the import are in it');

    await t.call('POST', '/v1/periods/2026/4/reopen', { reason: 'test' });
    await reverseAlone('3');
    await t.call('POST', '/v1/periods/2026/4/close');
    expect(await reversed(id)).toMatchObject({ state: 'reversed', failure: null });
    expect(await balances()).toEqual({});
  });

  test('imports.reverse.202 another import on its accounts and parties keeps them, and its own entries', async () => {
    const first = await importRows(t, [...setUp, ...invoice('i', '1.00')]);
    const second = await importRows(t, invoice('j', '2.00'), { resource: 'entries' });
    expect(second).toMatchObject({ state: 'committed', written: 1 });

    expect(await reversed(first.id)).toMatchObject({ state: 'reversed' });
    expect(await balances()).toEqual({ '411': '2.00', '706': '-2.00' });
    expect((await t.call('GET', '/v1/accounts/411')).status).toBe(200);
    expect(await reversed(second.id)).toMatchObject({ state: 'reversed' });
    expect(await balances()).toEqual({});
  });

  test('imports.reverse.202.conflict drafts are no entries: there is nothing to reverse', async () => {
    const { id } = await importRows(t, [...setUp, ...invoice('i', '1.00')], { options: { as: 'draft' } });
    expect(await reversed(id)).toMatchObject({
      state: 'committed',
      failure: { code: 'conflict', status: 409 },
    });
    expect(await posted()).toEqual([]);
  });
});

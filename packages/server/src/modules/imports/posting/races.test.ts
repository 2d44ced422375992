import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { beginImport, committed, sendPart, settled, validated } from '../../../../test/import-file.ts';
import { sql } from '../../../db/sql.ts';
import type { Job } from '../../../jobs/worker.ts';
import { commit } from './commit.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const rowsOf = (entries: number, mark: string) =>
  Array.from({ length: entries }, (_, i) => {
    const head = {
      record: 'line',
      entry: `${mark}-${i}`,
      journal: mark,
      date: '2026-04-01',
      accountType: 'asset',
    };
    return [
      { ...head, account: 'A', debit: '1.00' },
      { ...head, account: 'B', credit: '1.00' },
    ];
  }).flat();

async function ready(mark: string, body: object = {}, on = t): Promise<string> {
  const id = await beginImport(on, body);
  await sendPart(on, id, 1, rowsOf(50, mark));
  expect((await validated(on, id, 1)).state).toBe('valid');
  return id;
}

const scope = () => ({ role: 'erp_app', tenantId: t.tenant.id }) as const;

/** What the books hold, in figures that a doubled or lost row would change. */
const books = (journal: string) =>
  t.app.services.db.tx(scope(), async (tx) => {
    const tenantId = t.tenant.id;
    const [row] = await tx.query<Record<string, string>>(sql`
      select count(distinct e.id) as entries, count(l.position) as lines, coalesce(sum(l.debit), 0) as debit,
        count(distinct e.number) as numbers, max(e.sequence) as highest
      from entries e join lines l on l.tenant_id = ${tenantId} and l.entry_id = e.id
      join journals j on j.tenant_id = ${tenantId} and j.id = e.journal_id
      where e.tenant_id = ${tenantId} and j.code = ${journal}`);
    return row;
  });

const totals = () =>
  t.app.services.db.tx(scope(), (tx) =>
    tx.query(sql`
      select l.debit = a.debit and l.credit = a.credit and l.lines = a.lines as equal
      from (select coalesce(sum(debit), 0) as debit, coalesce(sum(credit), 0) as credit, count(*) as lines
            from lines where tenant_id = ${t.tenant.id}) l,
        (select coalesce(sum(debit), 0) as debit, coalesce(sum(credit), 0) as credit, coalesce(sum(lines), 0) as lines
         from account_totals where tenant_id = ${t.tenant.id}) a`),
  );

const once = { entries: '50', lines: '100', debit: '5000', numbers: '50', highest: '50' };

/** Takes the job of a commit away from the worker, so that the test runs it as it likes. */
async function commitJob(id: string, token: string): Promise<Job> {
  const { db, now } = t.app.services;
  const job = { id: `0198f3a0-0000-7000-8000-${randomBytes(6).toString('hex')}`, kind: 'imports.commit' };
  const by = { keyId: t.tenant.id, name: 'test', requestId: job.id, operation: 'imports.commit' };
  const until = new Date(now() + 600_000).toISOString();
  await db.tx(scope(), async (tx) => {
    await tx.query(
      sql`update imports set state = 'committing' where tenant_id = ${t.tenant.id} and id = ${id}`,
    );
    await tx.query(sql`
      insert into jobs (tenant_id, id, kind, subject_id, state, lease_token, lease_until, run_at, payload, created_at)
      values (${t.tenant.id}, ${job.id}, ${job.kind}, ${id}, 'running', ${token}, ${until}, ${until}, ${JSON.stringify({ by })}, ${until})`);
  });
  return { ...job, tenantId: t.tenant.id, subjectId: id, attempts: 1, payload: { by } };
}

const tokens = ['0198f3a0-0000-7000-8000-0000000000a1', '0198f3a0-0000-7000-8000-0000000000a2'] as const;

const passLease = (job: Job, token: string) =>
  t.app.services.db.tx(scope(), (tx) =>
    tx.query(sql`update jobs set lease_token = ${token} where tenant_id = ${t.tenant.id} and id = ${job.id}`),
  );

describe('imports.commit races', () => {
  test('imports.commit.409.already_imported two imports of one file at once: one is written, the other names it', async () => {
    const sha256 = randomBytes(32).toString('hex');
    const ids = [await ready('TWO', { sha256 }), await ready('TWO', { sha256 })];
    await Promise.all(ids.map((id) => t.call('POST', `/v1/imports/${id}/commit`)));
    const ends = await Promise.all(ids.map((id) => settled(t, id)));
    expect(ends.map((end) => end.state).sort()).toEqual(['committed', 'valid']);

    const first = ends.find((end) => end.state === 'committed');
    const second = ends.find((end) => end.state === 'valid');
    expect(second?.failure).toMatchObject({ code: 'already_imported', importId: first?.id });
    expect(await books('TWO')).toEqual(once);

    const third = await t.call('POST', '/v1/imports', {
      ...{ resource: 'ledger', mode: 'create', onError: 'abort' },
      format: 'jsonl',
      sha256,
    });
    expect(third).toMatchObject({ status: 409, body: { code: 'already_imported', importId: first?.id } });
    expect((await beginImport(t, { sha256, again: true })).length).toBe(36);
    expect((await beginImport(t, { sha256, options: { numbers: 'renumber' } })).length).toBe(36);
  });

  test('imports.commit a worker whose lease was taken over commits nothing; the one that took it writes it once', async () => {
    const id = await ready('LEASE');
    const job = await commitJob(id, tokens[0]);
    await passLease(job, tokens[1]);
    const { signal } = new AbortController();
    await expect(commit(t.app.services, job, { token: tokens[0], signal })).rejects.toThrow('taken over');
    expect(await books('LEASE')).toMatchObject({ entries: '0' });

    await commit(t.app.services, job, { token: tokens[1], signal });
    expect(await settled(t, id)).toMatchObject({ state: 'committed', written: 50 });
    expect(await books('LEASE')).toEqual(once);
    await expect(commit(t.app.services, job, { token: tokens[1], signal })).rejects.toThrow('taken over');
    expect(await books('LEASE')).toEqual(once);
    expect(await totals()).toEqual([{ equal: true }]);
  });

  test('imports.commit a server that stops gives the work back whole, and another one does it', async () => {
    const id = await ready('STOP');
    const job = await commitJob(id, tokens[0]);
    const stop = new AbortController();
    stop.abort();
    await expect(commit(t.app.services, job, { token: tokens[0], signal: stop.signal })).rejects.toThrow(
      'stops',
    );
    expect(await settledState(id)).toBe('committing');
    expect(await books('STOP')).toMatchObject({ entries: '0' });

    await t.app.services.db.tx(scope(), (tx) =>
      tx.query(sql`
        update jobs set state = 'queued', lease_token = null, lease_until = null, run_at = '2020-01-01'
        where tenant_id = ${t.tenant.id} and id = ${job.id}`),
    );
    t.app.services.jobs.wake();
    expect(await settled(t, id)).toMatchObject({ state: 'committed', written: 50 });
    expect(await books('STOP')).toEqual(once);
  });

  test('imports.validate.202 twice at once is one validation, and a cancel between wins', async () => {
    const id = await beginImport(t);
    await sendPart(t, id, 1, rowsOf(50, 'CANCEL'));
    const said = {
      format: 'x',
      encoding: 'utf-8',
      rows: 1,
      normalised: {},
      accountKinds: {},
      notStored: {},
      warnings: [],
    };
    const replies = await Promise.all(
      [1, 2].map(() => t.call('POST', `/v1/imports/${id}/validate`, { said, parts: 1 })),
    );
    expect(replies.map((reply) => reply.status)).toEqual([202, 202]);
    const cancelled = await t.call('POST', `/v1/imports/${id}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await settledState(id)).toBe('cancelled');
  });

  test('imports.commit.202 entries posted meanwhile and the import number one series without gaps', async () => {
    await committed(t, await ready('MIX'));
    const id = await ready('MIX');
    const entry = {
      journal: 'MIX',
      date: '2026-04-02',
      lines: [
        { account: 'A', debit: '1' },
        { account: 'B', credit: '1' },
      ],
    };
    const [, ...posted] = await Promise.all([
      t.call('POST', `/v1/imports/${id}/commit`),
      ...Array.from({ length: 20 }, () => t.call('POST', '/v1/entries', entry)),
    ]);
    expect(posted.map((reply) => reply.status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect((await settled(t, id)).state).toBe('committed');
    expect(await books('MIX')).toMatchObject({ entries: '120', numbers: '120', highest: '120' });
    expect(await totals()).toEqual([{ equal: true }]);
  });
});

const settledState = async (id: string) => (await t.call('GET', `/v1/imports/${id}`)).body.state;

describe('imports.reverse', () => {
  test.each(['swap', 'negative'])(
    'imports.reverse.202 %s: every account is as before, the opening may be stated again',
    async (reversalStyle) => {
      const own = await openTestApp({ tenant: { reversalStyle } });
      const opening = {
        record: 'line',
        entry: 'o',
        kind: 'opening',
        journal: 'AN',
        date: '2026-01-01',
        accountType: 'asset',
      };
      const party = { party: 'P', partyRole: 'customer', settlement: 'AA' };
      const rows = [
        { record: 'account', code: 'A', type: 'asset', control: 'receivable' },
        { ...opening, account: 'A', debit: '7.00' },
        { ...opening, account: 'B', credit: '7.00' },
        ...rowsOf(3, 'R').map((row) =>
          'account' in row && row.account === 'A' ? { ...row, ...party } : row,
        ),
      ];
      const id = await beginImport(own);
      await sendPart(own, id, 1, rows);
      expect(await validated(own, id, 1)).toMatchObject({ state: 'valid', entries: 4 });
      expect(await committed(own, id)).toMatchObject({ state: 'committed', written: 4 });

      expect((await own.call('POST', `/v1/imports/${id}/reverse`)).status).toBe(202);
      const end = await settled(own, id);
      expect(end).toMatchObject({ state: 'reversed', failure: null, reversedBy: 'test' });
      const { body } = await own.call('GET', '/v1/reports/trial-balance?year=2026');
      expect(body.rows.every((row: { closing: string }) => row.closing === '0.00')).toBe(true);
      const turnover = reversalStyle === 'swap' ? '6.00' : '0.00';
      expect(body.totals.credit).toBe(turnover);

      const entries = (await own.call('GET', '/v1/entries?journal=R')).body.items;
      expect(entries.map((e: { number: string }) => e.number)).toEqual(
        [1, 2, 3, 4, 5, 6].map((n) => `R-2026-00000${n}`),
      );
      expect(entries.slice(3).map((e: { reversalOf: string }) => e.reversalOf)).toEqual(
        entries.slice(0, 3).map((e: { id: string }) => e.id),
      );

      const again = await beginImport(own);
      await sendPart(own, again, 1, rows);
      expect(await validated(own, again, 1)).toMatchObject({ state: 'valid', rejected: 0 });
      expect(await committed(own, again)).toMatchObject({ state: 'committed', written: 4 });
      expect((await own.call('GET', '/v1/years/2026')).body.opening.mode).toBe('stated');
      await own.close();
    },
  );

  test('imports.reverse.202.period_not_open is refused as a whole and names the period', async () => {
    const id = await ready('SHUT');
    await committed(t, id);
    await t.call('POST', '/v1/periods/2026/4/close');
    await t.call('POST', `/v1/imports/${id}/reverse`);
    const end = await settled(t, id);
    expect(end).toMatchObject({ state: 'committed', failure: { code: 'period_not_open' } });
    expect(end.failure?.detail).toContain('2026/4');
    expect(await books('SHUT')).toEqual(once);

    await t.call('POST', '/v1/periods/2026/4/reopen', { reason: 'test' });
    await t.call('POST', `/v1/imports/${id}/reverse`);
    expect((await settled(t, id)).state).toBe('reversed');
    expect(await books('SHUT')).toMatchObject({ entries: '100', highest: '100' });
    expect(await totals()).toEqual([{ equal: true }]);
  });
});

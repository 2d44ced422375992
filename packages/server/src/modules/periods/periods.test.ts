import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles: { resultProfit: '120000', resultLoss: '120000' } } });
  for (const year of [2025, 2026]) {
    await t.call('POST', '/v1/years', { start: `${year}-01-01`, end: `${year}-12-31` });
  }
  for (const [code, area] of [
    ['VT', 'sale'],
    ['CA', 'cash'],
    ['OD', 'general'],
  ]) {
    await t.call('POST', '/v1/journals', { code, name: code, area });
  }
  for (const [code, statement, type] of [
    ['120000', 'balance', 'equity'],
    ['512000', 'balance', 'asset'],
    ['51200', 'balance', 'asset'],
    ['706000', 'result', 'income'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement, type });
  }
});

afterAll(() => t.close());

const post = (date: string, amount = '10.00', journal = 'VT', account = '512000') =>
  t.call('POST', '/v1/entries', {
    journal,
    date,
    lines: [
      { account, debit: amount },
      { account: '706000', credit: amount },
    ],
  });

const close = (period: string, body?: object) => t.call('POST', `/v1/periods/${period}/close`, body);
const reopen = (period: string, body: object = { reason: 'late invoice' }) =>
  t.call('POST', `/v1/periods/${period}/reopen`, body);
const periodsOf = async (year: string) => (await t.call('GET', `/v1/periods?year=${year}`)).body.items;

describe('periods.close', () => {
  test('periods.close.200 while others post: what is answered after the close is refused, what was posted is counted', async () => {
    const posting = Array.from({ length: 20 }, () => post('2025-01-15', '1.00'));
    const closing = close('2025/1');
    const more = Array.from({ length: 20 }, () => post('2025-01-16', '1.00'));
    const replies = await Promise.all([...posting, ...more]);
    const { body: closed } = await closing;

    const posted = replies.filter((r) => r.status === 201);
    const refused = replies.filter((r) => r.status !== 201);
    expect(refused.every((r) => r.status === 409 && r.body.code === 'period_not_open')).toBe(true);
    expect(await post('2025-01-17')).toMatchObject({ status: 409, body: { code: 'period_not_open' } });

    const total = `${posted.length}.00`;
    const text = posted.length > 0 ? `512000,${total}\n706000,-${total}` : '';
    expect(closed.trialBalanceSha256).toBe(createHash('sha256').update(text).digest('hex'));
    await reopen('2025/1');
  });

  test('periods.close.200 names who closed it, and keeps the digest of the balances through it, carried opening included', async () => {
    await t.call('POST', '/v1/entries', {
      journal: 'OD',
      date: '2025-12-31',
      lines: [
        { account: '512000', debit: '5.05' },
        { account: '706000', credit: '5.05' },
      ],
    });
    await post('2026-02-28', '7.00', 'VT', '51200');
    const before = await t.call('GET', '/v1/reports/trial-balance?asOf=2026-02-28');
    const closings = before.body.rows.map(
      (row: { account: string; closing: string }) => `${row.account},${row.closing}`,
    );

    const reply = await close('2026/2');
    expect(reply).toMatchObject({
      status: 200,
      body: { name: '2026/2', state: 'closed', closedBy: 'test', closedAreas: [], version: 2 },
      headers: { etag: '"2"' },
    });
    const text = closings.join('\n');
    expect(text).toContain('51200,7.00\n512000,');
    expect(text).toContain('120000,-');
    expect(reply.body.trialBalanceSha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('periods.close.409.conflict closed already, by whom and when', async () => {
    const reply = await close('2026/2');
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(reply.body.detail).toMatch(/^Period 2026\/2 is closed already \(by test, \d{4}-\d\d-\d\d\)/);
  });

  test('periods.close.409 the refusal of an entry names period, who and when', async () => {
    const reply = await post('2026-02-01');
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'period_not_open', errors: [{ pointer: '/date' }] },
    });
    expect(reply.body.detail).toMatch(/period 2026\/2 .* is closed \(by test, \d{4}-\d\d-\d\d\)/);
  });

  test('periods.close.200 an area: sales are refused, the rest goes on; a cash journal follows bank', async () => {
    const sale = await close('2026/5', { area: 'sale' });
    expect(sale.body).toMatchObject({
      state: 'open',
      closedAreas: ['sale'],
      closedBy: 'test',
      trialBalanceSha256: null,
    });
    expect(await post('2026-05-05')).toMatchObject({ status: 409, body: { code: 'area_closed' } });
    expect((await post('2026-05-05', '1.00', 'OD')).status).toBe(201);

    await close('2026/5', { area: 'bank' });
    expect(await post('2026-05-05', '1.00', 'CA')).toMatchObject({
      status: 409,
      body: { code: 'area_closed' },
    });
  });

  test('periods.close.409.conflict an area twice, an area of a closed period', async () => {
    expect(await close('2026/5', { area: 'sale' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(await close('2026/2', { area: 'sale' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
  });

  test('periods.close.422.role_account_missing a carried result has no account to go to', async () => {
    await t.platform('PATCH', `/v1/tenants/${t.tenant.slug}`, { accountRoles: {} });
    const reply = await close('2026/3');
    await t.platform('PATCH', `/v1/tenants/${t.tenant.slug}`, {
      accountRoles: { resultProfit: '120000', resultLoss: '120000' },
    });
    expect(reply).toMatchObject({ status: 422, body: { code: 'role_account_missing' } });
    expect((await periodsOf('2026'))[3]).toMatchObject({ number: 3, state: 'open', version: 1 });
  });

  test('periods.close.404 no such year, no such period', async () => {
    expect((await close('1999/1')).status).toBe(404);
    const reply = await close('2026/40');
    expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(reply.body.detail).toContain('2026/40');
  });

  test('periods.close.400 an area nobody knows, a number that is none', async () => {
    expect((await close('2026/6', { area: 'stock' })).status).toBe(400);
    expect((await close('2026/six')).status).toBe(400);
  });

  test('periods.close the same Idempotency-Key closes once', async () => {
    const send = () => t.call('POST', '/v1/periods/2026/7/close', {}, { 'idempotency-key': 'close-7' });
    const [first, again] = [await send(), await send()];
    expect(again).toMatchObject({ status: 200, body: first.body });
    await reopen('2026/7');
  });
});

describe('periods.reopen', () => {
  test('periods.reopen.409.conflict newest first: it names the later period and who closed it', async () => {
    await close('2026/3');
    await close('2026/4');
    const reply = await reopen('2026/2');
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(reply.body.detail).toMatch(
      /^Period 2026\/4 is closed \(by test, .*reopen it before 2026\/2, newest first/,
    );
    expect((await periodsOf('2026'))[2].state).toBe('closed');
  });

  test('periods.reopen.200 with the reason; entries go in again and what was kept is gone', async () => {
    const reply = await reopen('2026/4', { reason: 'Facture tardive — 請求書' });
    expect(reply.body).toMatchObject({
      state: 'open',
      reason: 'Facture tardive — 請求書',
      closedBy: null,
      closedAt: null,
      trialBalanceSha256: null,
    });
    expect((await post('2026-04-04')).status).toBe(201);

    const events = await t.call(
      'GET',
      `/v1/audit-events?operation=periods.reopen&resourceId=${reply.body.id}`,
    );
    expect(events.body.items).toMatchObject([
      {
        resource: 'periods',
        resourceCode: '2026/4',
        before: { state: 'closed', reason: null },
        after: { state: 'open' },
      },
    ]);
  });

  test('periods.reopen.200 an area leaves the others closed', async () => {
    const reply = await reopen('2026/5', { reason: 'late', area: 'sale' });
    expect(reply.body).toMatchObject({ closedAreas: ['bank'], closedBy: 'test' });
    expect((await post('2026-05-05')).status).toBe(201);
    const last = await reopen('2026/5', { reason: 'late', area: 'bank' });
    expect(last.body).toMatchObject({ closedAreas: [], closedBy: null });
  });

  test('periods.reopen.409.conflict an open period, an area that is not closed, an area of a closed period', async () => {
    for (const [period, body] of [
      ['2026/6', { reason: 'x' }],
      ['2026/6', { reason: 'x', area: 'sale' }],
      ['2026/3', { reason: 'x', area: 'sale' }],
    ] as const) {
      expect(await reopen(period, body)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    }
  });

  test('periods.reopen.400 a reason is required', async () => {
    const reply = await reopen('2026/3', {});
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    expect((await reopen('2026/3', { reason: '' })).status).toBe(400);
  });

  test('periods.reopen.403.forbidden closing does not give the right to reopen', async () => {
    const key = await t.platform(
      'POST',
      '/v1/api-keys',
      { name: 'closer', scopes: ['periods:close', 'periods:read'] },
      { 'erp-tenant': t.tenant.slug },
    );
    const reply = await t.call(
      'POST',
      '/v1/periods/2026/3/reopen',
      { reason: 'x' },
      { authorization: `Bearer ${key.body.secret}` },
    );
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describe('periods.list', () => {
  test('periods.list.200 by year and number over pages, though a year is opened before them', async () => {
    const first = await t.call('GET', '/v1/periods?limit=17');
    await t.call('POST', '/v1/years', { start: '2024-01-01', end: '2024-12-31' });
    const rest = await t.call('GET', `/v1/periods?limit=17&cursor=${first.body.next}`);
    const names = [...first.body.items, ...rest.body.items].map((p: { name: string }) => p.name);
    const expected = ['2025', '2026'].flatMap((year) => Array.from({ length: 15 }, (_, n) => `${year}/${n}`));
    expect(names).toEqual(expected);
    expect(rest.body.next).toBeNull();
  });

  test('periods.list.400 a cursor that is not ours', async () => {
    const forged = Buffer.from('["yesterday", 1]').toString('base64url');
    const reply = await t.call('GET', `/v1/periods?cursor=${forged}`);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });

  test('periods.list.404 of a year that is not there', async () => {
    expect((await t.call('GET', '/v1/periods?year=1999')).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp({ tenant: { accountRoles: { rounding: '658000' } } });
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/years', { start: '2027-01-01', end: '2027-12-31' });
  for (const [code, area] of [
    ['VT', 'sale'],
    ['BQ', 'bank'],
    ['OD', 'general'],
  ]) {
    await t.call('POST', '/v1/journals', { code, name: code, area });
  }
  for (const [code, statement, type, control] of [
    ['411000', 'balance', 'asset', 'receivable'],
    ['401000', 'balance', 'liability', 'payable'],
    ['512000', 'balance', 'asset', 'none'],
    ['706000', 'result', 'income', 'none'],
    ['445710', 'balance', 'liability', 'none'],
    ['607000', 'result', 'expense', 'none'],
    ['658000', 'result', 'expense', 'none'],
    ['666000', 'result', 'expense', 'none'],
    ['766000', 'result', 'income', 'none'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement, type, control });
  }
  await t.call('POST', '/v1/parties', { code: 'C0007', name: 'Customer', roles: [{ role: 'customer' }] });
  await t.call('POST', '/v1/parties', { code: 'S0003', name: 'Supplier', roles: [{ role: 'supplier' }] });
});

afterAll(() => t.close());

const sale = {
  journal: 'VT',
  date: '2026-03-12',
  documentRef: 'F-118',
  lines: [
    { account: '411000', party: 'C0007', debit: '1200.00', dueDate: '2026-04-11' },
    { account: '706000', credit: '1000.00' },
    { account: '445710', credit: '200.00' },
  ],
};

const post = (body: object, headers?: Record<string, string>) => t.call('POST', '/v1/entries', body, headers);

describe('entries.post', () => {
  test('entries.post.201 numbers, dates and balances it; what comes back is what is stored', async () => {
    const reply = await post(sale);
    expect(reply).toMatchObject({
      status: 201,
      body: {
        fiscalYear: '2026',
        period: 3,
        series: 'VT',
        sequence: 1,
        number: 'VT-2026-000001',
        debitTotal: '1200.00',
        kind: 'normal',
      },
    });
    const stored = await t.call('GET', `/v1/entries/${reply.body.id}`);
    expect(stored.body).toEqual(reply.body);
  });

  test('entries.post.201 a foreign bill paid from a base bank balances in base, not in currency', async () => {
    const reply = await post({
      journal: 'BQ',
      date: '2027-01-15',
      lines: [
        { account: '401000', party: 'S0003', currency: 'USD', currencyDebit: '1000.00', debit: '920.00' },
        { account: '512000', credit: '905.00' },
        { account: '766000', credit: '15.00', description: 'Exchange gain' },
      ],
    });
    expect(reply).toMatchObject({ status: 201, body: { number: 'BQ-2027-000001', debitTotal: '920.00' } });
    expect(reply.body.lines[0]).toMatchObject({ currency: 'USD', currencyDebit: '1000.00', debit: '920.00' });
    expect(reply.body.lines[1]).toMatchObject({ currency: 'EUR', currencyCredit: '905.00' });
  });

  test('entries.post.201 a revaluation line has base without currency amount', async () => {
    const reply = await post({
      journal: 'OD',
      date: '2026-12-31',
      kind: 'revaluation',
      lines: [
        { account: '666000', debit: '15.00' },
        { account: '401000', party: 'S0003', currency: 'USD', credit: '15.00', currencyCredit: '0.00' },
      ],
    });
    expect(reply).toMatchObject({ status: 201, body: { kind: 'revaluation' } });
  });

  const thirds = {
    journal: 'OD',
    date: '2026-05-05',
    lines: [
      ...['33.33', '33.33', '33.34'].map((currencyDebit) => ({
        account: '607000',
        currency: 'USD',
        currencyDebit,
        rate: '0.9155',
      })),
      { account: '401000', party: 'S0003', currency: 'USD', currencyCredit: '100.00', rate: '0.9155' },
    ],
  };

  test('entries.post.422.unbalanced_rounding says the difference', async () => {
    const reply = await post(thirds);
    expect(reply).toMatchObject({ status: 422, body: { code: 'unbalanced_rounding' } });
    expect(reply.body.detail).toContain('0.01');
  });

  test('entries.post.201 rounding: line adds the line on the role account', async () => {
    const reply = await post({ ...thirds, rounding: 'line' });
    expect(reply).toMatchObject({
      status: 201,
      body: { rounded: { rounding: 'line', difference: '-0.01', position: 5 } },
    });
    expect(reply.body.lines[4]).toMatchObject({
      account: '658000',
      debit: '0.01',
      currency: 'USD',
      currencyDebit: '0.00',
    });
  });

  test('entries.post.201 rounding: largest says which line it changed', async () => {
    const reply = await post({ ...thirds, rounding: 'largest' });
    expect(reply).toMatchObject({
      status: 201,
      body: { debitTotal: '91.55', rounded: { rounding: 'largest', position: 1 } },
    });
  });

  test('entries.post.422.unbalanced', async () => {
    const reply = await post({
      ...sale,
      lines: [
        { account: '512000', debit: '10' },
        { account: '706000', credit: '9.99' },
      ],
    });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'unbalanced', errors: [{ pointer: '/lines' }] },
    });
    expect(reply.body.detail).toContain('differs by 0.01 EUR');
  });

  test('entries.post.422.amount_both_sides names the line', async () => {
    const reply = await post({ ...sale, lines: [{ account: '512000', debit: '10', credit: '10' }] });
    expect(reply).toMatchObject({ status: 422, body: { code: 'amount_both_sides' } });
    expect(reply.body.errors[0].pointer).toMatch(/^\/lines\/0/);
  });

  test('entries.post.422.amount_decimals surplus zeros are fine, surplus digits are not', async () => {
    const lines = (amount: string) => [
      { account: '512000', debit: amount },
      { account: '706000', credit: amount },
    ];
    expect((await post({ ...sale, lines: lines('1.500') })).status).toBe(201);
    expect(await post({ ...sale, lines: lines('1.505') })).toMatchObject({
      status: 422,
      body: { code: 'amount_decimals' },
    });
  });

  test('entries.post.422.account_unknown every unknown account, with the nearest', async () => {
    const lines = [
      { account: '41100', debit: '1' },
      { account: '7060', credit: '1' },
    ];
    const reply = await post({ ...sale, lines });
    expect(reply).toMatchObject({
      status: 422,
      body: {
        code: 'account_unknown',
        errors: [{ pointer: '/lines/0/account' }, { pointer: '/lines/1/account' }],
      },
    });
    expect(reply.body.errors[0].message).toContain('did you mean 411000?');
  });

  test('entries.post.422.party_required', async () => {
    const lines = [
      { account: '411000', debit: '1' },
      { account: '706000', credit: '1' },
    ];
    expect(await post({ ...sale, lines })).toMatchObject({ status: 422, body: { code: 'party_required' } });
  });

  test('entries.post.422.year_unknown', async () => {
    expect(await post({ ...sale, date: '2031-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'year_unknown' },
    });
  });

  test('entries.post.422.date_outside_period a closing entry is dated the last day', async () => {
    expect(await post({ ...sale, kind: 'closing' })).toMatchObject({
      status: 422,
      body: { code: 'date_outside_period' },
    });
  });

  test('entries.post.400.date_invalid 30 February', async () => {
    const reply = await post({ ...sale, date: '2026-02-30' });
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ pointer: '/date', code: 'date_invalid' }] },
    });
  });

  test('entries.post.400 fields of later resources are unknown', async () => {
    const reply = await post({ ...sale, lines: [{ account: '512000', debit: '1', taxes: [] }] });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/lines/0/taxes' }] } });
  });

  test('entries.post.409.duplicate_external_id', async () => {
    expect((await post({ ...sale, externalId: 'shop:1' })).status).toBe(201);
    expect(await post({ ...sale, externalId: 'shop:1' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_external_id' },
    });
  });

  test('entries.post.409.opening_exists a year is opened once', async () => {
    const opening = {
      journal: 'OD',
      date: '2026-01-01',
      kind: 'opening',
      lines: [
        { account: '512000', debit: '50.00' },
        { account: '445710', credit: '50.00' },
      ],
    };
    expect(await post(opening)).toMatchObject({ status: 201, body: { period: 0 } });
    expect(await post(opening)).toMatchObject({ status: 409, body: { code: 'opening_exists' } });
  });
});

describe('idempotency of entries.post', () => {
  test('the same key on many connections at once posts once; every reply is the same entry', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => post(sale, { 'idempotency-key': 'twice' })),
    );
    expect(replies.map((r) => r.status)).toEqual(Array(8).fill(201));
    expect(new Set(replies.map((r) => r.body.id)).size).toBe(1);
    expect(replies.filter((r) => r.headers['idempotency-replayed'] === 'true')).toHaveLength(7);
  });

  test('the same key with another body is refused and posts nothing', async () => {
    await post(sale, { 'idempotency-key': 'fixed' });
    const reply = await post({ ...sale, documentRef: 'F-119' }, { 'idempotency-key': 'fixed' });
    expect(reply).toMatchObject({ status: 422, body: { code: 'idempotency_conflict' } });
  });

  test('a refused entry leaves its key free', async () => {
    const wrong = {
      ...sale,
      lines: [
        { account: 'none', debit: '1' },
        { account: '706000', credit: '1' },
      ],
    };
    expect((await post(wrong, { 'idempotency-key': 'mended' })).status).toBe(422);
    expect((await post(sale, { 'idempotency-key': 'mended' })).status).toBe(201);
  });
});

describe('the posting lane', () => {
  test('a refused entry never fails its neighbours, and takes no number', async () => {
    const before = await post(sale);
    const bodies = Array.from({ length: 30 }, (_, i) =>
      i % 3 === 1 ? { ...sale, lines: [{ account: 'x', debit: '0' }] } : sale,
    );
    const replies = await Promise.all(bodies.map((body) => post(body)));
    expect(replies.map((r) => r.status)).toEqual(bodies.map((b) => (b === sale ? 201 : 422)));
    const numbers = replies.filter((r) => r.status === 201).map((r) => r.body.sequence as number);
    numbers.sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => before.body.sequence + 1 + i));
  });

  test('the clock set back changes neither numbers nor order', async () => {
    let now = Date.now();
    const back = await openTestApp({ now: () => now });
    await back.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
    await back.call('POST', '/v1/journals', { code: 'OD', name: 'OD', area: 'general' });
    await back.call('POST', '/v1/accounts', { code: '1', name: '1', statement: 'balance', type: 'asset' });
    const zero = { journal: 'OD', date: '2026-01-05', lines: [{ account: '1', debit: '0' }] };
    const first = await back.call('POST', '/v1/entries', zero);
    now -= 86_400_000;
    const second = await back.call('POST', '/v1/entries', zero);
    expect([first.body.sequence, second.body.sequence]).toEqual([1, 2]);
    await back.close();
  });
});

describe('entries.batch', () => {
  test('entries.batch.200 answers each by its index, sound ones are posted', async () => {
    const reply = await t.call('POST', '/v1/entries/batch', {
      entries: [
        sale,
        { ...sale, lines: [{ account: '512000', debit: '1' }] },
        { ...sale, journal: 'XX' },
        sale,
      ],
    });
    expect(reply).toMatchObject({ status: 200, body: { posted: 2, refused: 2 } });
    expect(reply.body.results.map((r: { problem?: { code: string } }) => r.problem?.code)).toEqual([
      undefined,
      'unbalanced',
      'invalid_request',
      undefined,
    ]);
  });

  test('entries.batch under one key is done once', async () => {
    const headers = { 'idempotency-key': 'batch' };
    const first = await t.call('POST', '/v1/entries/batch', { entries: [sale] }, headers);
    const again = await t.call('POST', '/v1/entries/batch', { entries: [sale] }, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });
});

describe('entries.reverse', () => {
  test('entries.reverse.201 swaps sides, settles both, once', async () => {
    const original = (await post(sale)).body;
    const reversal = await t.call('POST', `/v1/entries/${original.id}/reverse`, { date: '2026-04-02' });
    expect(reversal).toMatchObject({
      status: 201,
      body: { kind: 'reversal', reversalOf: original.id, date: '2026-04-02', storno: false },
    });
    expect(reversal.body.lines[0]).toMatchObject({
      account: '411000',
      party: 'C0007',
      credit: '1200.00',
      debit: '0.00',
    });
    expect(reversal.body.lines[0].settlement).toMatchObject({ state: 'full' });
    const stored = (await t.call('GET', `/v1/entries/${original.id}`)).body;
    expect(stored.reversedBy).toBe(reversal.body.id);
    expect(stored.lines[0].settlement).toMatchObject({ state: 'full' });
    expect(await t.call('POST', `/v1/entries/${original.id}/reverse`, {})).toMatchObject({ status: 409 });
  });

  test('entries.reverse.400 never before its entry', async () => {
    const original = (await post(sale)).body;
    expect(await t.call('POST', `/v1/entries/${original.id}/reverse`, { date: '2026-03-01' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/date' }] },
    });
  });
});

describe('drafts', () => {
  test('entries.postDraft.201 keeps the id, and the draft is gone', async () => {
    const draft = await t.call('POST', '/v1/entries/drafts', { journal: 'VT', description: 'half done' });
    expect(draft).toMatchObject({ status: 201, body: { status: 'draft', lines: [] } });
    const url = `/v1/entries/drafts/${draft.body.id}`;
    expect(await t.call('POST', `${url}/post`, {})).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/date' }] },
    });
    await t.call('PUT', url, sale);
    const posted = await t.call('POST', `${url}/post`, {});
    expect(posted).toMatchObject({ status: 201, body: { id: draft.body.id } });
    expect((await t.call('GET', url)).status).toBe(404);
  });
});

describe('entries.list', () => {
  test('entries.list.200 filters by account, party and date, and pages by posting order', async () => {
    const page = await t.call(
      'GET',
      '/v1/entries?account=411..419&party=C0007&from=2026-03-01&to=2026-03-31&limit=3',
    );
    expect(page.status).toBe(200);
    expect(page.body.items).toHaveLength(3);
    const next = await t.call(
      'GET',
      `/v1/entries?account=411..419&party=C0007&from=2026-03-01&to=2026-03-31&limit=3&cursor=${page.body.next}`,
    );
    const ids = [...page.body.items, ...next.body.items].map((e: { id: string }) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

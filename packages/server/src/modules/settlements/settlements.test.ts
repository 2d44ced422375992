import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

// Reversing settles original and reversal with each other: that makes the settlements to read.
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'General', area: 'general' });
  for (const [code, type, control] of [
    ['411000', 'asset', 'receivable'],
    ['411900', 'asset', 'receivable'],
    ['401000', 'liability', 'payable'],
    ['512000', 'asset', 'none'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type, control });
  }
  for (const code of ['C1', 'C2']) await t.call('POST', '/v1/parties', { code, name: code });
  for (const [account, party] of [
    ['411000', 'C1'],
    ['411900', 'C1'],
    ['401000', 'C2'],
    ['411000', 'C2'],
    ['411000', 'C1'],
  ] as const) {
    const posted = await t.call('POST', '/v1/entries', {
      journal: 'OD',
      date: '2026-03-12',
      lines: [
        { account, party, currency: 'JPY', currencyDebit: '1000', debit: '6.20' },
        { account: '512000', credit: '6.20' },
      ],
    });
    await t.call('POST', `/v1/entries/${posted.body.id}/reverse`, { date: '2026-03-13' });
  }
});

afterAll(() => t.close());

const list = (query = '') => t.call('GET', `/v1/settlements${query}`);
const places = (reply: { body: { items: { account: string; party: string }[] } }) =>
  reply.body.items.map((s) => `${s.account} ${s.party}`);

describe('settlements.list', () => {
  test('settlements.list.200 by account, then as made, whole over pages', async () => {
    const expected = ['401000 C2', '411000 C1', '411000 C2', '411000 C1', '411900 C1'];
    expect(places(await list())).toEqual(expected);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.body.next}`);
    const third = await list(`?limit=2&cursor=${second.body.next}`);
    expect([...places(first), ...places(second), ...places(third)]).toEqual(expected);
    expect(third.body.next).toBeNull();
  });

  test('settlements.list.200 of an account, a range, a party, a state, by code and by id', async () => {
    expect(places(await list('?account=411000'))).toEqual(['411000 C1', '411000 C2', '411000 C1']);
    expect(places(await list('?account=4110..4119'))).toHaveLength(4);
    expect(places(await list('?account=411'))).toEqual([]);
    expect(places(await list('?party=C2'))).toEqual(['401000 C2', '411000 C2']);
    const { id } = (await t.call('GET', '/v1/parties/C2')).body;
    expect(places(await list(`?party=${id}&account=401000`))).toEqual(['401000 C2']);
    expect(places(await list('?state=full'))).toHaveLength(5);
    expect(places(await list('?state=unbalanced'))).toEqual([]);
    expect(places(await list('?updatedSince=2999-01-01T00:00:00Z'))).toEqual([]);
  });

  test('settlements.list.400 a state nobody knows, a cursor that is not ours', async () => {
    expect((await list('?state=half')).status).toBe(400);
    for (const forged of [['a'], ['a', 'b']]) {
      const cursor = Buffer.from(JSON.stringify(forged)).toString('base64url');
      expect((await list(`?cursor=${cursor}`)).body.errors).toMatchObject([{ pointer: '/cursor' }]);
    }
  });
});

describe('settlements.get', () => {
  test('settlements.get.200 its lines in order, each amount with the decimals of its currency', async () => {
    const [first] = (await list('?account=401000')).body.items;
    const reply = await t.call('GET', `/v1/settlements/${first.id}`);
    expect(reply.body).toEqual(first);
    expect(reply.body).toMatchObject({
      account: '401000',
      party: 'C2',
      state: 'full',
      origin: 'rule',
      externalId: null,
      undoneAt: null,
      lines: [
        {
          position: 1,
          debit: '6.20',
          credit: '0.00',
          currency: 'JPY',
          currencyDebit: '1000',
          currencyCredit: '0',
        },
        {
          position: 1,
          debit: '0.00',
          credit: '6.20',
          currency: 'JPY',
          currencyDebit: '0',
          currencyCredit: '1000',
        },
      ],
    });
  });

  test('settlements.get.404 of another tenant', async () => {
    const [first] = (await list()).body.items;
    const other = await openTestApp();
    expect((await other.call('GET', `/v1/settlements/${first.id}`)).status).toBe(404);
    await other.close();
  });
});

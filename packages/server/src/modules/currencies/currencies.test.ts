import { isoCurrencies } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'General', area: 'general' });
  for (const code of ['512000', '471000']) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset' });
  }
});

afterAll(() => t.close());

const create = (body: object) => t.call('POST', '/v1/currencies', body);
const patch = (code: string, body: object, headers?: Record<string, string>) =>
  t.call('PATCH', `/v1/currencies/${encodeURIComponent(code)}`, body, headers);

const post = (currency: string, amount: string) =>
  t.call('POST', '/v1/entries', {
    journal: 'OD',
    date: '2026-03-12',
    lines: [
      { account: '512000', currency, currencyDebit: amount, debit: '1.00' },
      { account: '471000', credit: '1.00' },
    ],
  });

describe('currencies.list', () => {
  test('currencies.list.200 ISO and own ones in one order, whole over pages while others are created', async () => {
    await create({ code: 'VACHR', exponent: 2 });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { code: string }[]; next: string | null } } = await t.call(
        'GET',
        `/v1/currencies?limit=60${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items.map((c) => c.code));
      cursor = page.body.next;
      await create({ code: `A.${seen.length}`, exponent: 0 });
    }
    const standard = [...isoCurrencies.values()].filter((c) => c.exponent !== undefined).map((c) => c.code);
    expect(seen).toEqual([...standard, 'VACHR'].sort());
  });

  test('currencies.list.200 filters: archived, external id, changed since', async () => {
    await create({ code: 'HOUR', exponent: 2, externalId: 'unit:h' });
    await t.call('POST', '/v1/currencies/HOUR/archive');
    const codes = async (query: string) =>
      (await t.call('GET', `/v1/currencies?${query}`)).body.items.map((c: { code: string }) => c.code);
    expect(await codes('active=false')).toEqual(['HOUR']);
    expect(await codes('externalId=unit:h')).toEqual(['HOUR']);
    expect(await codes('updatedSince=2020-01-01T00:00:00Z')).toContain('VACHR');
    expect(await codes('updatedSince=2020-01-01T00:00:00Z')).not.toContain('USD');
  });
});

describe('currencies.get', () => {
  test('currencies.get.200 an ISO currency by code and by the id that every tenant sees, withdrawn ones with decimals', async () => {
    const yen = await t.call('GET', '/v1/currencies/JPY');
    expect(yen.body).toMatchObject({ code: 'JPY', exponent: 0, kind: 'iso', active: true, version: 1 });
    expect((await t.call('GET', `/v1/currencies/${yen.body.id.toUpperCase()}`)).body).toEqual(yen.body);
    expect((await t.call('GET', '/v1/currencies/ITL')).body).toMatchObject({ exponent: 0, kind: 'iso' });

    const other = await openTestApp();
    expect((await other.call('GET', `/v1/currencies/${yen.body.id}`)).body).toEqual(yen.body);
    expect((await other.call('GET', '/v1/currencies/VACHR')).status).toBe(404);
    await other.close();
  });

  test('currencies.get.404', async () => {
    expect((await t.call('GET', '/v1/currencies/XYZZY')).status).toBe(404);
    expect((await t.call('GET', '/v1/currencies/usd')).status).toBe(404);
  });
});

describe('currencies.create', () => {
  test('currencies.create.201 can be posted in at once, and only with its decimals', async () => {
    expect(await post('SHARES', '1.2345')).toMatchObject({ status: 422, body: { code: 'currency_unknown' } });
    const reply = await create({ code: 'SHARES', exponent: 4 });
    expect(reply).toMatchObject({ status: 201, body: { kind: 'custom', exponent: 4, numericCode: null } });
    expect((await post('SHARES', '1.2345')).body.lines[0].currencyDebit).toBe('1.2345');
    expect(await post('SHARES', '1.23456')).toMatchObject({ status: 422, body: { code: 'amount_decimals' } });
  });

  test('currencies.create.201 an ISO code that the standard gives no decimals', async () => {
    expect(await create({ code: 'XAU', exponent: 3 })).toMatchObject({
      status: 201,
      body: { kind: 'iso', exponent: 3 },
    });
  });

  test('currencies.create.409.conflict an ISO currency, a code that is taken; duplicate_external_id', async () => {
    for (const code of ['EUR', 'HRK', 'VACHR']) {
      expect(await create({ code, exponent: 2 })).toMatchObject({
        status: 409,
        body: { code: 'conflict', errors: [{ pointer: '/code' }] },
      });
    }
    expect(await create({ code: 'HOUR2', exponent: 2, externalId: 'unit:h' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_external_id' },
    });
  });

  test('currencies.create.400 iso that is none, nine decimals, a code in lower case', async () => {
    expect(await create({ code: 'ZZZ', exponent: 2, kind: 'iso' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/kind' }] },
    });
    expect((await create({ code: 'ZZZ', exponent: 9 })).status).toBe(400);
    expect((await create({ code: 'abc', exponent: 2 })).status).toBe(400);
  });
});

describe('currencies.update', () => {
  test('currencies.update.409.field_fixed code and exponent once amounts are posted', async () => {
    for (const [field, value] of [
      ['code', 'STOCK'],
      ['exponent', 2],
    ] as const) {
      expect(await patch('SHARES', { [field]: value })).toMatchObject({
        status: 409,
        body: { code: 'field_fixed', errors: [{ pointer: `/${field}` }] },
      });
    }
    expect((await patch('VACHR', { exponent: 3, code: 'VACHR2' })).body).toMatchObject({
      code: 'VACHR2',
      exponent: 3,
    });
  });

  test('currencies.update.409 code and kind of an ISO currency; the base currency keeps its decimals', async () => {
    expect(await patch('CHF', { code: 'SFR' })).toMatchObject({ status: 409, body: { code: 'field_fixed' } });
    expect(await patch('CHF', { kind: 'custom' })).toMatchObject({
      status: 409,
      body: { code: 'field_fixed' },
    });
    expect(await patch('EUR', { exponent: 3 })).toMatchObject({ status: 409, body: { code: 'field_fixed' } });
    expect(await patch('VACHR2', { code: 'CHF' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await patch('VACHR2', { kind: 'iso' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });

  test('currencies.update.200 an ISO currency keeps its id and goes on from version 1', async () => {
    const before = (await t.call('GET', '/v1/currencies/CHF')).body;
    const after = await patch('CHF', { numericCode: '756' }, { 'if-match': '"1"' });
    expect(after.body).toMatchObject({ id: before.id, code: 'CHF', numericCode: '756', version: 2 });
    const all = await t.call('GET', '/v1/currencies?limit=500');
    expect(all.body.items.filter((c: { code: string }) => c.code === 'CHF')).toHaveLength(1);
  });

  test('currencies.update.412.version_conflict, 404', async () => {
    expect(await patch('USD', { numericCode: '840' }, { 'if-match': '"2"' })).toMatchObject({ status: 412 });
    expect((await t.call('GET', '/v1/currencies/USD')).body).toMatchObject({ numericCode: null, version: 1 });
    expect((await patch('NONE1', { exponent: 1 })).status).toBe(404);
  });
});

describe('currencies.archive', () => {
  test('currencies.archive.200 an ISO currency: new lines are refused, others and history stay', async () => {
    const posted = await post('SEK', '11.00');
    expect((await t.call('POST', '/v1/currencies/SEK/archive')).body).toMatchObject({
      active: false,
      kind: 'iso',
    });
    expect(await post('SEK', '11.00')).toMatchObject({ status: 422, body: { code: 'currency_unknown' } });
    expect((await post('NOK', '11.00')).status).toBe(201);
    const kept = await t.call('GET', `/v1/entries/${posted.body.id}`);
    expect(kept.body.lines[0]).toMatchObject({ currency: 'SEK', currencyDebit: '11.00' });

    await patch('SEK', { active: true });
    expect((await post('SEK', '11.00')).status).toBe(201);
  });

  test('currencies.archive.409.code_in_use the base currency', async () => {
    expect(await t.call('POST', '/v1/currencies/EUR/archive')).toMatchObject({
      status: 409,
      body: { code: 'code_in_use' },
    });
    expect((await t.call('GET', '/v1/currencies/EUR')).body.active).toBe(true);
  });
});

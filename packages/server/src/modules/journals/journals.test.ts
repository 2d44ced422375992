import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  for (const code of ['512000', '471000']) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset' });
  }
});

afterAll(() => t.close());

const create = (body: object) => t.call('POST', '/v1/journals', { name: 'x', area: 'general', ...body });
const patch = (code: string, body: object, headers?: Record<string, string>) =>
  t.call('PATCH', `/v1/journals/${encodeURIComponent(code)}`, body, headers);

const post = (journal: string) =>
  t.call('POST', '/v1/entries', {
    journal,
    date: '2026-03-12',
    lines: [
      { account: '512000', debit: '1.00' },
      { account: '471000', credit: '1.00' },
    ],
  });

describe('journals.create', () => {
  test('journals.create.201 two journals made at once share no number; two that name one series do', async () => {
    const own = await Promise.all([create({ code: 'VT' }), create({ code: 'AC' })]);
    expect(own.map((r) => r.body.series)).toEqual(['VT', 'AC']);
    const shared = await create({ code: 'OD', series: 'VT' });
    expect(shared.body).toMatchObject({
      series: 'VT',
      seriesId: own[0].body.seriesId,
      manual: true,
      active: true,
    });

    const numbers = [await post('VT'), await post('OD'), await post('AC'), await post('VT')].map(
      (r) => r.body.number,
    );
    expect(numbers).toEqual(['VT-2026-000001', 'OD-2026-000002', 'AC-2026-000001', 'VT-2026-000003']);
  });

  test('journals.create.409.conflict a journal with the code; a series with the code that is not named', async () => {
    expect(await create({ code: 'VT' })).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: [{ pointer: '/code' }] },
    });
    await t.call('POST', '/v1/series', { code: 'S1' });
    const reply = await create({ code: 'S1' });
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: [{ pointer: '/series' }] },
    });
    expect((await t.call('GET', '/v1/journals/S1')).status).toBe(404);
    expect((await create({ code: 'S1', series: 'S1' })).status).toBe(201);
  });

  test('journals.create.409 a refused journal leaves no series behind', async () => {
    await create({ code: 'ext', externalId: 'j:1' });
    const reply = await create({ code: 'ext2', externalId: 'j:1' });
    expect(reply).toMatchObject({ status: 409, body: { code: 'duplicate_external_id' } });
    expect((await t.call('GET', '/v1/series/ext2')).status).toBe(404);
  });

  test('journals.create.400 a series that is not there, or archived', async () => {
    expect(await create({ code: 'X1', series: 'none' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ pointer: '/series' }] },
    });
    await t.call('POST', '/v1/series', { code: 'old' });
    await t.call('POST', '/v1/series/old/archive');
    expect(await create({ code: 'X1', series: 'old' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/series' }] },
    });
  });

  test('journals.create.422.account_unknown, currency_unknown', async () => {
    expect(await create({ code: 'X2', defaultAccount: '999' })).toMatchObject({
      status: 422,
      body: { code: 'account_unknown', errors: [{ pointer: '/defaultAccount' }] },
    });
    expect(await create({ code: 'X2', currency: 'VACHR' })).toMatchObject({
      status: 422,
      body: { code: 'currency_unknown', errors: [{ pointer: '/currency' }] },
    });
    expect(await create({ code: 'X2', currency: 'HRK', defaultAccount: '512000' })).toMatchObject({
      status: 201,
      body: { currency: 'HRK', defaultAccount: '512000' },
    });
  });

  test('journals.create.400 an area nobody knows', async () => {
    expect((await create({ code: 'X3', area: 'stock' })).body.errors).toMatchObject([{ pointer: '/area' }]);
  });
});

describe('journals.update', () => {
  test('journals.update.409.field_fixed the code once an entry stands in it; the name may change', async () => {
    expect(await patch('VT', { code: 'VE' })).toMatchObject({
      status: 409,
      body: { code: 'field_fixed', errors: [{ pointer: '/code' }] },
    });
    expect((await patch('VT', { code: 'VT', name: 'Ventes' })).body).toMatchObject({
      code: 'VT',
      name: 'Ventes',
    });
    expect((await patch('X2', { code: 'X9', currency: null })).body).toMatchObject({
      code: 'X9',
      currency: null,
    });
  });

  test('journals.update.200 another series: numbers go on there', async () => {
    await t.call('POST', '/v1/series', { code: 'new', start: 100, format: '{n}' });
    await patch('AC', { series: 'new' });
    expect((await post('AC')).body).toMatchObject({ series: 'new', sequence: 100, number: '100' });
  });

  test('journals.update.412.version_conflict, 404', async () => {
    const reply = await patch('OD', { name: 'x' }, { 'if-match': '"9"' });
    expect(reply).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
    expect((await patch('none', { name: 'x' })).status).toBe(404);
  });
});

describe('journals.archive', () => {
  test('journals.archive.200 takes no entries; comes back only with a series that gives numbers', async () => {
    expect((await t.call('POST', '/v1/journals/X9/archive')).body.active).toBe(false);
    expect((await post('X9')).status).toBe(400);

    await t.call('POST', '/v1/series/X2/archive');
    expect((await patch('X9', { active: true })).body.errors).toMatchObject([{ pointer: '/series' }]);
    expect((await patch('X9', { active: true, series: 'VT' })).body).toMatchObject({
      active: true,
      series: 'VT',
    });
  });
});

describe('journals.list', () => {
  test('journals.list.200 codes of every script by bytes over pages; by code with a slash and by id', async () => {
    const codes = ['Ä/1', 'Журнал', '日記帳', 'يومية', 'יומן', '장부', '📒'];
    for (const code of codes) expect((await create({ code })).status).toBe(201);
    const first = await t.call('GET', '/v1/journals?limit=5');
    await create({ code: '0 before' });
    const rest = await t.call('GET', `/v1/journals?limit=500&cursor=${first.body.next}`);
    const seen = [...first.body.items, ...rest.body.items].map((j: { code: string }) => j.code);
    expect(seen).toEqual([...seen].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(seen).toEqual(expect.arrayContaining(codes));

    const byCode = await t.call('GET', `/v1/journals/${encodeURIComponent('Ä/1')}`);
    expect((await t.call('GET', `/v1/journals/${byCode.body.id}`)).body).toEqual(byCode.body);
  });
});

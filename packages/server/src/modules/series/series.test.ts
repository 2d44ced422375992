import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  for (const year of [2025, 2026]) {
    await t.call('POST', '/v1/years', { start: `${year}-01-01`, end: `${year}-12-31` });
  }
  for (const code of ['512000', '471000']) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type: 'asset' });
  }
});

afterAll(() => t.close());

const create = (body: object) => t.call('POST', '/v1/series', body);
const patch = (code: string, body: object) => t.call('PATCH', `/v1/series/${code}`, body);

const post = (journal: string, date: string) =>
  t.call('POST', '/v1/entries', {
    journal,
    date,
    lines: [
      { account: '512000', debit: '1.00' },
      { account: '471000', credit: '1.00' },
    ],
  });

describe('series.get', () => {
  test('series.get.200 where it stands in each year; the next number does not wait for the one before to be read', async () => {
    await create({ code: 'Y', start: 100, format: '{journal}/{year}/{n:4}' });
    await t.call('POST', '/v1/journals', { code: 'JY', name: 'x', area: 'general', series: 'Y' });
    await Promise.all([post('JY', '2026-01-01'), post('JY', '2025-05-05'), post('JY', '2026-02-02')]);

    const reply = await t.call('GET', '/v1/series/Y');
    expect(reply.body.years).toMatchObject([
      { year: '2025', next: 101, lowest: 100, highest: 100, gaps: [], imported: false },
      { year: '2026', next: 102, lowest: 100, highest: 101 },
    ]);
    expect((await post('JY', '2026-03-03')).body.number).toBe('JY/2026/0102');
  });

  test('series.get.200 one that never starts over runs through all years', async () => {
    await create({ code: 'N', reset: 'never', start: 0, format: '{n:1}' });
    await t.call('POST', '/v1/journals', { code: 'JN', name: 'x', area: 'general', series: 'N' });
    const numbers = [await post('JN', '2026-01-01'), await post('JN', '2025-01-01')].map(
      (r) => r.body.number,
    );
    expect(numbers).toEqual(['0', '1']);
    expect((await t.call('GET', '/v1/series/N')).body.years).toMatchObject([
      { year: '*', next: 2, lowest: 0, highest: 1 },
    ]);
  });

  test('series.get.404', async () => {
    expect((await t.call('GET', '/v1/series/none')).status).toBe(404);
  });
});

describe('series.create', () => {
  test.each([
    ['no counter', 'VT-{year}'],
    ['two counters', '{n}-{n:6}'],
    ['a placeholder nobody fills in', '{month}-{n}'],
    ['a width of nothing', '{n:0}'],
    ['a width beyond the largest number', '{n:20}'],
  ])('series.create.400 a format with %s', async (_, format) => {
    const reply = await create({ code: 'bad', format });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/format' }] } });
  });

  test('series.create.201 the default format, and no year yet', async () => {
    const reply = await create({ code: 'plain' });
    expect(reply).toMatchObject({
      status: 201,
      body: { format: '{journal}-{year}-{n:6}', reset: 'year', start: 1, active: true, years: [] },
    });
  });

  test('series.create.409.conflict, duplicate_external_id', async () => {
    expect(await create({ code: 'plain' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await create({ code: 'e1', externalId: 's:1' });
    expect(await create({ code: 'e2', externalId: 's:1' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_external_id' },
    });
  });
});

describe('series.update', () => {
  test.each([
    ['code', 'Z'],
    ['format', '{n}'],
    ['start', 5],
    ['reset', 'never'],
  ])('series.update.409.field_fixed %s once a number was given', async (field, value) => {
    const reply = await patch('Y', { [field]: value });
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'field_fixed', errors: [{ pointer: `/${field}` }] },
    });
  });

  test('series.update.200 everything may change before, and the same value always', async () => {
    expect(
      (await patch('plain', { code: 'plain2', format: 'A{n}', start: 7, reset: 'never' })).body,
    ).toMatchObject({
      code: 'plain2',
      format: 'A{n}',
      start: 7,
      reset: 'never',
      version: 2,
    });
    expect((await patch('Y', { start: 100, externalId: 'y' })).body.externalId).toBe('y');
    expect((await patch('plain2', { format: 'B' })).status).toBe(400);
  });
});

describe('series.archive', () => {
  test('series.archive.409.code_in_use it names the journals that would have no numbers', async () => {
    const reply = await t.call('POST', '/v1/series/Y/archive');
    expect(reply).toMatchObject({ status: 409, body: { code: 'code_in_use' } });
    expect(reply.body.detail).toContain('JY');
    await t.call('POST', '/v1/journals/JY/archive');
    expect((await t.call('POST', '/v1/series/Y/archive')).body).toMatchObject({ active: false, code: 'Y' });
    const inactive = await t.call('GET', '/v1/series?active=false');
    expect(inactive.body.items.map((s: { code: string }) => s.code)).toEqual(['Y']);
  });
});

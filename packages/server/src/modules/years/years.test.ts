import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
});

afterAll(() => t.close());

const open = (body: object) => t.call('POST', '/v1/years', body);

/** The fault of each named field, as the caller sees it. */
const pointers = (reply: { body: { errors?: { pointer: string }[] } }) =>
  reply.body.errors?.map((e) => e.pointer);

describe('years.open', () => {
  test('years.open.409.conflict of two overlapping years opened at once one is made', async () => {
    const replies = await Promise.all([
      open({ start: '2019-01-01', end: '2019-12-31' }),
      open({ start: '2019-12-31', end: '2020-12-30' }),
    ]);
    expect(replies.map((r) => r.status).sort()).toEqual([201, 409]);
    const refused = replies.find((r) => r.status === 409);
    expect(refused?.body.code).toBe('conflict');
    expect(refused?.body.detail).toContain('overlaps year');

    const years = await t.call('GET', '/v1/years');
    expect(years.body.items.filter((y: { start: string }) => y.start.startsWith('2019'))).toHaveLength(1);
  });

  test('years.open.201 a broken year of 2022: opening, months cut at the edges, adjustment, closing', async () => {
    const reply = await open({ start: '2022-04-15', end: '2022-06-10' });
    expect(reply).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: {
        code: '2022',
        baseCurrency: 'EUR',
        state: 'open',
        opening: { mode: 'none', entry: null, differences: [] },
        closing: { mode: 'virtual', entry: null },
        detail: 'entries',
      },
    });
    const periods = reply.body.periods.map((p: Record<string, unknown>) => [
      p['name'],
      p['kind'],
      p['start'],
      p['end'],
    ]);
    expect(periods).toEqual([
      ['2022/0', 'opening', '2022-04-15', '2022-04-15'],
      ['2022/1', 'regular', '2022-04-15', '2022-04-30'],
      ['2022/2', 'regular', '2022-05-01', '2022-05-31'],
      ['2022/3', 'regular', '2022-06-01', '2022-06-10'],
      ['2022/4', 'adjustment', '2022-06-10', '2022-06-10'],
      ['2022/5', 'closing', '2022-06-10', '2022-06-10'],
    ]);
  });

  test('years.open.201 a second year that ends in 2022 is named by both dates, and its opening is carried', async () => {
    const reply = await open({ start: '2022-06-11', end: '2022-12-31' });
    expect(reply.body).toMatchObject({ code: '2022-06-11..2022-12-31', opening: { mode: 'carried' } });
  });

  test('years.open.201 a year that leaves a hole has no opening until the year between is there', async () => {
    await open({ start: '2031-01-01', end: '2031-12-31' });
    expect((await t.call('GET', '/v1/years/2031')).body.opening.mode).toBe('none');
    await open({ start: '2030-01-01', end: '2030-12-31' });
    expect((await t.call('GET', '/v1/years/2031')).body.opening.mode).toBe('carried');
  });

  test('years.open.409.conflict a code that is taken', async () => {
    await open({ code: 'first', start: '2010-01-01', end: '2010-12-31' });
    const reply = await open({ code: 'first', start: '2011-01-01', end: '2011-12-31' });
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ pointer: '/code' }] } });
  });

  test('years.open.409.duplicate_external_id', async () => {
    await open({ externalId: 'y:12', start: '2012-01-01', end: '2012-12-31' });
    const reply = await open({ externalId: 'y:12', start: '2013-01-01', end: '2013-12-31' });
    expect(reply).toMatchObject({ status: 409, body: { code: 'duplicate_external_id' } });
  });

  test('years.open.400 25 months, an end before the start', async () => {
    const long = await open({ start: '2040-01-01', end: '2042-01-01' });
    expect(long).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(long.body.detail).toContain('24 months');
    const backwards = await open({ start: '2040-01-02', end: '2040-01-01' });
    expect([backwards.status, pointers(backwards)]).toEqual([400, ['/end']]);
  });

  test('years.open.400 a day that does not exist, and a field that is not known', async () => {
    const reply = await open({ start: '2040-02-30', end: '2040-12-31', closed: true });
    expect(reply.status).toBe(400);
    expect(pointers(reply)?.sort()).toEqual(['/closed', '/start']);
  });

  test('years.open.400 books in another currency than the tenant keeps', async () => {
    const reply = await open({ start: '2041-01-01', end: '2041-12-31', baseCurrency: 'USD' });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/baseCurrency' }] } });
  });

  test('years.open.201 is audited, once under one Idempotency-Key', async () => {
    const body = { start: '2050-01-01', end: '2050-12-31' };
    const first = await t.call('POST', '/v1/years', body, { 'idempotency-key': 'year-2050' });
    const again = await t.call('POST', '/v1/years', body, { 'idempotency-key': 'year-2050' });
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');

    const events = await t.call('GET', `/v1/audit-events?resourceId=${first.body.id}`);
    expect(events.body.items).toMatchObject([
      { operation: 'years.open', resource: 'years', resourceCode: '2050' },
    ]);
  });
});

describe('years.get', () => {
  test('years.get.200 by code and by id, with its periods', async () => {
    const { body } = await open({ code: 'Exercice 1/日本', start: '2014-01-01', end: '2014-12-31' });
    expect((await t.call('GET', `/v1/years/${body.id}`)).body).toEqual(body);
    expect((await t.call('GET', `/v1/years/${encodeURIComponent(body.code)}`)).body).toEqual(body);
  });

  test('years.get.404', async () => {
    expect(await t.call('GET', '/v1/years/1999')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('years.list', () => {
  test('years.list.200 by start; pages stay whole while earlier years are opened', async () => {
    const first = await t.call('GET', '/v1/years?limit=3');
    await open({ start: '1990-01-01', end: '1990-12-31' });
    const rest = await t.call('GET', `/v1/years?cursor=${first.body.next}`);
    const starts = [...first.body.items, ...rest.body.items].map((y: { start: string }) => y.start);
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts).toEqual([...starts].sort());
    expect(starts).not.toContain('1990-01-01');
    expect(first.body.items[0]).not.toHaveProperty('periods');
  });

  test('years.list.200 the one with an external id', async () => {
    await open({ externalId: 'y:15', start: '2015-01-01', end: '2015-12-31' });
    const reply = await t.call('GET', '/v1/years?externalId=y:15');
    expect(reply.body).toMatchObject({ items: [{ code: '2015' }], next: null });
  });

  test('years.list.400 a cursor that is not ours', async () => {
    const reply = await t.call('GET', '/v1/years?cursor=abc');
    expect([reply.status, pointers(reply)]).toEqual([400, ['/cursor']]);
  });
});

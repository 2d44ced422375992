import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, post } from '../../../test/books.ts';
import { exported as exportedOf, linesOf, rowsOf } from '../../../test/exported.ts';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { requireExport } from './store.ts';

let t: TestApp;

/** A formula, quotes, a comma, a line break, and letters of many scripts, one beyond the first plane. */
const awkward = '=SUM(A1) "x", a\nb \u00fcΩЖ\u05d0ع中あ한\u0e01\u0905\u1e9e𐍈😀';

beforeAll(async () => {
  t = await openTestApp({
    tenant: { accountRoles: { resultProfit: '120', resultLoss: '129' }, registrationNumber: '123456789' },
  });
  await furnish(t, [
    ['2026-01-01', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
  ]);
  await post(t, {
    journal: 'AN',
    date: '2026-01-01',
    kind: 'opening',
    lines: [
      { account: '512', debit: '100.00' },
      { account: '101', credit: '100.00' },
    ],
  });
  await post(t, {
    ...{ journal: 'VT', date: '2026-03-12', documentRef: 'F-1', externalId: 'shop:1', description: awkward },
    lines: [
      {
        account: '411',
        party: 'C1',
        debit: '50.00',
        currency: 'USD',
        currencyDebit: '60.00',
        dueDate: '2026-04-11',
        extra: { ship: 'a,b' },
      },
      { account: '706', credit: '50.00', dimensions: { site: 'north' }, description: awkward },
    ],
  });
  await post(t, {
    ...{ journal: 'OD', date: '2026-12-31', kind: 'closing' },
    lines: [
      { account: '706', debit: '7.00' },
      { account: '120', credit: '7.00' },
    ],
  });
  await post(t, {
    ...{ journal: 'BQ', date: '2027-02-01' },
    lines: [
      { account: '512', debit: '5.00' },
      { account: '706', credit: '5.00' },
    ],
  });
});

afterAll(() => t.close());

const exported = (body: object) => exportedOf(t, body);

describe('exports.content', () => {
  test('exports.content.200 CSV: the stated opening first, then by validation and posting; counts and digest', async () => {
    const { text, headers, done } = await exported({ format: 'csv', year: '2026' });
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
    expect(headers['content-disposition']).toContain('2026.csv');
    expect(done).toMatchObject({
      ...{ state: 'done', rows: 6, entries: 3, debit: '157.00', credit: '157.00', failure: null },
      sha256: createHash('sha256').update(text).digest('hex'),
      files: [{ size: Buffer.byteLength(text) }],
    });
    expect(linesOf(await rowsOf('csv', text))).toMatchObject([
      { entry: '1', kind: 'opening', account: '512', debit: '100.00' },
      { entry: '1', kind: 'opening', account: '101', credit: '100.00' },
      {
        entry: '2',
        account: '411',
        party: 'C1',
        currency: 'USD',
        currencyDebit: '60.00',
        extra: { ship: 'a,b' },
      },
      { entry: '2', account: '706', description: awkward, dimensions: { site: 'north' } },
      { entry: '3', kind: 'closing', account: '706', debit: '7.00' },
      { entry: '3', kind: 'closing', account: '120', credit: '7.00' },
    ]);
  });

  test('exports.content.200 JSONL holds accounts, journals, parties, years and the same lines', async () => {
    const rows = await rowsOf('jsonl', (await exported({ format: 'jsonl', year: '2026' })).text);
    const count = (record: string) => rows.filter((row) => row.record === record).length;
    expect([count('account'), count('journal'), count('party'), count('year')]).toEqual([11, 4, 2, 1]);
    expect(rows.find((row) => row.record === 'party' && row.code === 'C1')).toMatchObject({
      roles: [{ role: 'customer', subledgerCode: '90001' }],
    });
    expect(linesOf(rows)[2]).toMatchObject({
      externalId: 'shop:1',
      dueDate: '2026-04-11',
      documentRef: 'F-1',
    });
  });

  test('exports.content.200 the same export twice has the same bytes', async () => {
    for (const format of ['csv', 'jsonl', 'fec']) {
      const first = await exported({ format, year: '2026' });
      const again = await t.call('GET', `/v1/exports/${first.id}/content`);
      expect(again.body).toBe(first.text);
      expect((await exported({ format, year: '2026' })).done.sha256).toBe(first.done.sha256);
    }
  });

  test('exports.content.200 FEC leaves closing entries out and says what it cannot hold', async () => {
    const { text, headers, done } = await exported({ format: 'fec', year: '2026' });
    expect(headers['content-disposition']).toContain('123456789FEC20261231.txt');
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 4);
    expect(text).toContain('\t90001\tCustomer\tF-1\t');
    expect(done).toMatchObject({
      rows: 4,
      entries: 2,
      debit: '150.00',
      notHeld: { dueDate: 1, 'dim:site': 1 },
    });
  });

  test('exports.content.200 a carried opening is an entry: per party and currency, then the result', async () => {
    const { text, done } = await exported({ format: 'csv', year: '2027' });
    expect(done).toMatchObject({ rows: 7, entries: 2, debit: '155.00', credit: '155.00' });
    const carried = linesOf(await rowsOf('csv', text)).slice(0, 5);
    expect(carried).toMatchObject([
      { kind: 'opening', date: '2027-01-01', journal: 'AN', account: '101', credit: '100.00' },
      { account: '120', credit: '7.00' },
      { account: '411', party: 'C1', debit: '50.00', currency: 'USD', currencyDebit: '60.00' },
      { account: '512', debit: '100.00' },
      { account: '120', credit: '43.00', description: 'Result of the year before' },
    ]);
    const fec = (await exported({ format: 'fec', year: '2027' })).text.split('\r\n');
    expect(fec[1]?.split('\t').slice(0, 5)).toEqual(['AN', 'Journal AN', '0', '20270101', '101']);
  });

  test('exports.content.200 over two years only the first opening is written', async () => {
    const { text, done } = await exported({ format: 'csv', from: '2026-01-01', to: '2027-12-31' });
    expect(done).toMatchObject({ year: null, rows: 8, entries: 4 });
    expect(linesOf(await rowsOf('csv', text)).filter(({ kind }) => kind === 'opening')).toHaveLength(2);
  });

  test('exports.content.200 a part of a year has no opening; filters by journal and accounts', async () => {
    expect((await exported({ format: 'csv', from: '2026-03-01', to: '2026-03-31' })).done).toMatchObject({
      rows: 2,
    });
    expect((await exported({ format: 'csv', year: '2026', journal: 'VT' })).done).toMatchObject({
      ...{ rows: 2, filters: { period: null, journal: 'VT', account: null, dimension: null } },
    });
    expect((await exported({ format: 'csv', year: '2027', account: '4..5' })).done).toMatchObject({
      ...{ rows: 3, debit: '155.00', credit: '0.00' },
    });
  });

  test('exports.content.200 a broken download goes on with the bytes that are missing; 409 over another beginning', async () => {
    const { id, text } = await exported({ format: 'csv', year: '2026' });
    const bytes = Buffer.from(text);
    const at = (from: number, prefix = createHash('sha256').update(bytes.subarray(0, from)).digest('hex')) =>
      t.call('GET', `/v1/exports/${id}/content?from=${from}&prefix=${prefix}`);
    const middle = bytes.length >> 1;
    expect((await at(middle)).body).toBe(bytes.subarray(middle).toString());
    expect((await at(bytes.length)).body ?? '').toBe('');
    expect((await t.call('GET', `/v1/exports/${id}`)).body).toMatchObject({
      state: 'done',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      files: [{ size: bytes.length }],
    });
    const other = 'a'.repeat(64);
    expect(await at(middle, other)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await at(bytes.length + 1, other)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await t.call('GET', `/v1/exports/${id}/content?from=3`)).status).toBe(400);
  });

  test('exports.check.200 all that a format lacks at once, and nothing is made', async () => {
    const count = async () => (await t.call('GET', '/v1/exports?limit=500')).body.items.length;
    const before = await count();
    const days = { from: '2026-06-01', to: '2027-06-30' };
    const check = (body: object) => t.call('POST', '/v1/exports/check', body);
    expect((await check({ format: 'fec', ...days, account: '512' })).body.lacks).toEqual(
      expect.arrayContaining([
        { field: 'year', message: expect.stringContaining('exactly one fiscal year') },
        { field: 'account', message: expect.stringContaining('all lines of an entry') },
      ]),
    );
    expect((await check({ format: 'csv', ...days })).body).toEqual({
      ...{ format: 'csv', ...days, year: null, lacks: [] },
    });
    expect((await check({ format: 'csv', year: 'no' })).status).toBe(422);
    expect(await count()).toBe(before);
  });

  test('exports.description.200 the text beside a FEC; 404 for a format without', async () => {
    const { id, done } = await exported({ format: 'fec', year: '2027' });
    const reply = await t.call('GET', `/v1/exports/${id}/description`);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatch(/^Fichier : \d{9}FEC20271231\.txt\r\n/);
    expect(done.files).toMatchObject([
      { name: expect.stringMatching(/^\d{9}FEC20271231\.txt$/) },
      {
        name: expect.stringMatching(/^\d{9}FEC20271231_description\.txt$/),
        size: Buffer.byteLength(reply.body),
        sha256: createHash('sha256').update(reply.body).digest('hex'),
      },
    ]);
    const csv = await exported({ format: 'csv', year: '2027' });
    expect((await t.call('GET', `/v1/exports/${csv.id}/description`)).status).toBe(404);
  });

  test('exports.content.200 an export taken while others post holds whole entries, and its sums are those of its lines', async () => {
    const entry = (cents: number) => ({
      ...{ journal: 'BQ', date: '2027-04-01' },
      lines: [
        { account: '512', debit: `${cents}.00` },
        { account: '706', credit: `${cents}.00` },
      ],
    });
    const [one, ...posted] = await Promise.all([
      exported({ format: 'csv', year: '2027' }),
      ...Array.from({ length: 10 }, (_, i) => post(t, entry(i + 1))),
    ]);
    expect(posted).toHaveLength(10);
    const lines = linesOf(await rowsOf('csv', one.text));
    const sum = (side: 'debit' | 'credit') =>
      lines.reduce((total, line) => total + Math.round(Number(line[side] ?? 0) * 100), 0);
    expect(sum('debit')).toBe(sum('credit'));
    expect(one.done).toMatchObject({ debit: (sum('debit') / 100).toFixed(2), rows: lines.length });
  });

  test('exports.content.200 posting while it streams changes nothing of it', async () => {
    const before = await exported({ format: 'csv', year: '2027' });
    const reading = t.call('GET', `/v1/exports/${before.id}/content`);
    const entry = {
      ...{ journal: 'BQ', date: '2027-03-01' },
      lines: [
        { account: '512', debit: '1.00' },
        { account: '706', credit: '1.00' },
      ],
    };
    const [{ body }] = await Promise.all([reading, post(t, entry)]);
    const after = await exported({ format: 'csv', year: '2027' });
    expect([before.text, after.text]).toContain(body);
    expect(after.text).not.toBe(before.text);
  });
});

describe('exports.content that is not read to its end', () => {
  test('exports.content.200 a reader that goes away leaves no transaction, and the export can be read again', async () => {
    const { app, id, close } = await openLargeExport();
    const { request } = await readBeginning(app, id);
    request.destroy();

    // On the embedded database this waits for its only connection: it answers because the stream has given it back.
    expect(await settled(id, app)).toMatchObject({
      state: 'queued',
      rows: null,
      sha256: null,
      failure: null,
    });
    expect((await app.call('GET', `/v1/exports/${id}/content`)).status).toBe(200);
    expect(await settled(id, app)).toMatchObject({ state: 'done', rows: 6_000 });
    await close();
  });

  test('exports.content.200 a server that stops ends the stream, and the export stays to be read', async () => {
    const { app, id, close } = await openLargeExport();
    const { response } = await readBeginning(app, id);
    response.pause();
    await close();
    const { db } = t.app.services;
    const row = await db.tx({ role: 'erp_app', tenantId: app.tenant.id }, (tx) =>
      requireExport(tx, app.tenant.id, id),
    );
    expect(row).toMatchObject({ state: 'queued', rows: null, failure: null });
    response.destroy();
  });

  /** An export of some megabytes: more than what sockets hold by themselves. */
  async function openLargeExport() {
    const app = await openTestApp();
    await furnish(app, [['2026-01-01', '2026-12-31']]);
    const description = 'x'.repeat(900);
    const sides = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? 'credit' : 'debit'));
    const lines = sides.map((side) => ({ account: '512', [side]: '1.00', description }));
    for (let i = 0; i < 6; i += 1) await post(app, { journal: 'OD', date: '2026-02-01', lines });
    const { body } = await app.call('POST', '/v1/exports', { format: 'csv' });
    await app.app.http.listen({ port: 0, host: '127.0.0.1' });
    return { app, id: body.id as string, close: () => app.close() };
  }

  async function readBeginning(app: TestApp, id: string) {
    const { port } = app.app.http.server.address() as AddressInfo;
    const request = get({
      ...{ host: '127.0.0.1', port, path: `/v1/exports/${id}/content` },
      headers: { authorization: `Bearer ${app.key}` },
    });
    request.on('error', () => {});
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.on('error', () => {});
    await once(response, 'data');
    return { request, response };
  }

  async function settled(id: string, app: TestApp) {
    for (let i = 0; i < 200; i += 1) {
      const { body } = await app.call('GET', `/v1/exports/${id}`);
      if (body.state !== 'running') return body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the export is still running');
  }
});

describe('exports.create', () => {
  test('exports.create.422.export_incomplete lists everything at once', async () => {
    const bare = await openTestApp();
    await furnish(bare, [
      ['2026-01-01', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
    ]);
    const loss = {
      ...{ journal: 'OD', date: '2026-02-01' },
      lines: [
        { account: '607', debit: '1.00' },
        { account: '512', credit: '1.00' },
      ],
    };
    await post(bare, loss);
    const reply = await bare.call('POST', '/v1/exports', {
      ...{ format: 'fec', from: '2027-01-01', to: '2027-06-30', journal: 'OD' },
    });
    expect(reply).toMatchObject({ status: 422, body: { code: 'export_incomplete' } });
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['/registrationNumber', '/year', '/journal', '/accountRoles'],
    ]);
    expect((await bare.call('GET', '/v1/exports')).body.items).toEqual([]);
    await bare.close();
  });

  test('exports.create.400 and .422 ranges that mean nothing', async () => {
    const create = (body: object) => t.call('POST', '/v1/exports', { format: 'csv', ...body });
    expect(await create({ year: '2026', from: '2026-02-01' })).toMatchObject({ status: 400 });
    expect(await create({ from: '2026-02-01', to: '2026-01-01' })).toMatchObject({ status: 400 });
    expect(await create({ year: '2019' })).toMatchObject({ status: 422, body: { code: 'year_unknown' } });
    expect(await create({ from: '2019-01-01', to: '2019-12-31' })).toMatchObject({ status: 422 });
    expect(await create({ journal: 'nope' })).toMatchObject({ status: 404 });
    expect(await create({ account: 'nope' })).toMatchObject({ status: 404 });
  });

  test('exports.create.201 the range by default: the latest year with entries, a day alone to the edge of its year', async () => {
    const range = async (body: object) => {
      const { from, to, year } = (await t.call('POST', '/v1/exports', { format: 'csv', ...body })).body;
      return [from, to, year];
    };
    expect(await range({})).toEqual(['2027-01-01', '2027-12-31', '2027']);
    expect(await range({ to: '2026-02-03' })).toEqual(['2026-01-01', '2026-02-03', null]);
    expect(await range({ from: '2026-02-03' })).toEqual(['2026-02-03', '2026-12-31', null]);
  });

  test('exports.list.200 newest first, page by page', async () => {
    const all = (await t.call('GET', '/v1/exports?limit=500')).body.items;
    const first = (await t.call('GET', '/v1/exports?limit=2')).body;
    const second = (await t.call('GET', `/v1/exports?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
  });

  test('exports.content.404 an export that is not there', async () => {
    const missing = '0198f3a0-0000-7000-8000-000000000095';
    expect(await t.call('GET', `/v1/exports/${missing}/content`)).toMatchObject({ status: 404 });
    expect(await t.call('GET', `/v1/exports/${missing}`)).toMatchObject({ status: 404 });
  });
});

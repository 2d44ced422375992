import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  for (const code of ['J1', 'J2', 'J3']) {
    await t.call('POST', '/v1/journals', { code, name: code, area: 'general' });
  }
  await t.call('PATCH', '/v1/journals/J1', { name: 'Renamed' });
  await t.call('POST', '/v1/dimensions', { code: 'CC', name: 'Cost centre' });
  await t.call('POST', '/v1/dimensions/CC/values', { code: 'N', name: 'North' });
});

afterAll(() => t.close());

const list = (query = '') => t.call('GET', `/v1/audit-events${query}`);
const operations = (reply: { body: { items: { operation: string; resourceCode: string }[] } }) =>
  reply.body.items.map((e) => `${e.operation} ${e.resourceCode}`);

describe('audit.list', () => {
  test('audit.list.200 newest first, whole over pages while more is written', async () => {
    const first = await list('?limit=3');
    await t.call('POST', '/v1/series', { code: 'later' });
    const rest = await list(`?limit=500&cursor=${first.body.next}`);
    const seen = [...operations(first), ...operations(rest)];
    expect(seen.slice(0, 6)).toEqual([
      'dimensions.createValue N',
      'dimensions.create CC',
      'journals.update J1',
      'journals.create J3',
      'journals.create J2',
      'journals.create J1',
    ]);
    expect(seen.join()).not.toContain('later');
  });

  test('audit.list.200 of a change: who, and only the fields that changed', async () => {
    const [event] = (await list('?operation=journals.update')).body.items;
    expect(event).toMatchObject({
      actor: { name: 'test' },
      resource: 'journals',
      resourceCode: 'J1',
      before: { name: 'J1', version: 1 },
      after: { name: 'Renamed', version: 2 },
    });
    expect(Object.keys(event.before).sort()).toEqual(['name', 'updatedAt', 'version']);
    expect(event.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('audit.list.200 of an area, values of dimensions among them; of one thing; of a span of time', async () => {
    expect(operations(await list('?resource=dimensions'))).toEqual([
      'dimensions.createValue N',
      'dimensions.create CC',
    ]);
    const { id } = (await t.call('GET', '/v1/journals/J1')).body;
    expect(operations(await list(`?resourceId=${id}`))).toEqual(['journals.update J1', 'journals.create J1']);
    expect(operations(await list('?resource=elsewhere'))).toEqual([]);

    const { at } = (await list('?operation=dimensions.create')).body.items[0];
    const since = operations(await list(`?since=${at}&resource=dimensions`));
    const until = operations(await list(`?until=${at}&resource=dimensions`));
    expect(since).toContain('dimensions.create CC');
    expect(until).not.toContain('dimensions.create CC');
  });

  test('audit.list.200 a refused change leaves no row, and another tenant sees none of these', async () => {
    await t.call('POST', '/v1/journals', { code: 'J1', name: 'again', area: 'general' });
    expect(operations(await list('?operation=journals.create'))).toHaveLength(3);
    const other = await openTestApp();
    const foreign = await other.call('GET', '/v1/audit-events');
    expect(operations(foreign).filter((o) => o.startsWith('journals'))).toEqual([]);
    await other.close();
  });

  test('audit.list.400 a time that is none, a cursor that is not ours', async () => {
    expect((await list('?since=yesterday')).body.errors).toMatchObject([{ pointer: '/since' }]);
    const forged = Buffer.from('["x"]').toString('base64url');
    expect((await list(`?cursor=${forged}`)).body.errors).toMatchObject([{ pointer: '/cursor' }]);
  });

  test('audit.list.403.forbidden', async () => {
    const key = await t.platform(
      'POST',
      '/v1/api-keys',
      { name: 'reader', scopes: ['journals:read'] },
      { 'erp-tenant': t.tenant.slug },
    );
    const reply = await t.call('GET', '/v1/audit-events', undefined, {
      authorization: `Bearer ${key.body.secret}`,
    });
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'General', area: 'general' });
  for (const code of ['512', '60', '601', '6019', '602', '62', '625', '63']) {
    const result = code !== '512';
    await t.call('POST', '/v1/accounts', {
      code,
      name: code,
      statement: result ? 'result' : 'balance',
      type: result ? 'expense' : 'asset',
    });
  }
});

afterAll(() => t.close());

const create = (body: object) => t.call('POST', '/v1/dimensions', body);
const createValue = (dimension: string, body: object) =>
  t.call('POST', `/v1/dimensions/${encodeURIComponent(dimension)}/values`, body);

const spend = (account: string, dimensions?: Record<string, string>) =>
  t.call('POST', '/v1/entries', {
    journal: 'OD',
    date: '2026-03-12',
    lines: [
      { account, debit: '1.00', ...(dimensions && { dimensions }) },
      { account: '512', credit: '1.00' },
    ],
  });

describe('dimensions.create', () => {
  test('entries.post.422.dimension_required on every account of the ranges, and on no other', async () => {
    await create({ code: 'CC', name: 'Cost centre', requiredOn: ['601..602', '62'] });
    await createValue('CC', { code: 'North', name: 'North' });

    for (const account of ['601', '6019', '602', '62']) {
      const refused = await spend(account);
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'dimension_required', errors: [{ pointer: '/lines/0/dimensions' }] },
      });
      expect(refused.body.detail).toContain(`account ${account} name a value of CC`);
      expect((await spend(account, { CC: 'North' })).status).toBe(201);
    }
    for (const account of ['60', '625', '63']) expect((await spend(account)).status).toBe(201);
  });

  test('entries.post.422.dimension_required another dimension is not enough; an archived one asks for nothing', async () => {
    await create({ code: 'PR', name: 'Project' });
    await createValue('PR', { code: '1', name: 'One' });
    expect(await spend('601', { PR: '1' })).toMatchObject({
      status: 422,
      body: { code: 'dimension_required' },
    });

    await t.call('POST', '/v1/dimensions/CC/archive');
    expect((await spend('601')).status).toBe(201);
    await t.call('PATCH', '/v1/dimensions/CC', { active: true });
  });

  test('entries.reverse.201 an entry from before the dimension was required', async () => {
    await t.call('PATCH', '/v1/dimensions/CC', { requiredOn: [] });
    const posted = await spend('601');
    await t.call('PATCH', '/v1/dimensions/CC', { requiredOn: ['601..602', '62'] });
    const reply = await t.call('POST', `/v1/entries/${posted.body.id}/reverse`, { date: '2026-04-01' });
    expect(reply.status).toBe(201);
  });

  test('dimensions.create.400 a range the wrong way round', async () => {
    const reply = await create({ code: 'XX', name: 'x', requiredOn: ['60', '7..6'] });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/requiredOn/1' }] } });
  });

  test('dimensions.create.409.conflict, duplicate_external_id, 422.dimension_unknown', async () => {
    await create({ code: 'D1', name: 'One', externalId: 'x:1' });
    expect(await create({ code: 'D1', name: 'One' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(await create({ code: 'D2', name: 'Two', externalId: 'x:1' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_external_id' },
    });
    expect(await create({ code: 'D3', name: 'Three', parent: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'dimension_unknown', errors: [{ pointer: '/parent' }] },
    });
  });
});

describe('dimensions.update', () => {
  test('dimensions.update.400 a tree has no cycles, also over two steps', async () => {
    await create({ code: 'T1', name: '1' });
    await create({ code: 'T2', name: '2', parent: 'T1' });
    await create({ code: 'T3', name: '3', parent: 'T2' });
    for (const parent of ['T1', 'T3']) {
      const reply = await t.call('PATCH', '/v1/dimensions/T1', { parent });
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/parent' }] } });
    }
    expect((await t.call('PATCH', '/v1/dimensions/T3', { parent: 'T1' })).body.parent).toBe('T1');
    expect((await t.call('PATCH', '/v1/dimensions/T3', { parent: null })).body).toMatchObject({
      parent: null,
      parentId: null,
      version: 3,
    });
  });

  test('dimensions.update.409.field_fixed the code of a used one; code_in_use where a policy names it', async () => {
    expect(await t.call('PATCH', '/v1/dimensions/CC', { code: 'CC2' })).toMatchObject({
      status: 409,
      body: { code: 'field_fixed', errors: [{ pointer: '/code' }] },
    });
    await create({ code: 'POL', name: 'Named' });
    await t.call('PATCH', '/v1/accounts/63', { dimensionPolicy: { POL: 'optional' } });
    expect(await t.call('PATCH', '/v1/dimensions/POL', { code: 'POL2' })).toMatchObject({
      status: 409,
      body: { code: 'code_in_use' },
    });
    expect((await t.call('PATCH', '/v1/dimensions/T2', { code: 'T2b' })).body.code).toBe('T2b');
  });

  test('dimensions.update.412.version_conflict, 404', async () => {
    const reply = await t.call('PATCH', '/v1/dimensions/D1', { name: 'x' }, { 'if-match': '"7"' });
    expect(reply).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
    expect((await t.call('GET', '/v1/dimensions/D1')).body.name).toBe('One');
    expect((await t.call('PATCH', '/v1/dimensions/none', { name: 'x' })).status).toBe(404);
  });
});

describe('dimensions.createValue', () => {
  test('dimensions.createValue.201 two dimensions may have one code; a parent is of the same dimension', async () => {
    await createValue('D1', { code: '100', name: 'Of D1' });
    const other = await createValue('T1', { code: '100', name: 'Of T1' });
    expect(other).toMatchObject({ status: 201, body: { dimension: 'T1', parent: null } });

    const child = await createValue('T1', { code: '110', name: 'Child', parent: '100' });
    expect(child.body.parentId).toBe(other.body.id);
    await createValue('D1', { code: 'only', name: 'Only in D1' });
    expect(await createValue('T1', { code: '120', name: 'x', parent: 'only' })).toMatchObject({
      status: 422,
      body: { code: 'dimension_unknown' },
    });
    expect(await createValue('T1', { code: '100', name: 'again' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect((await createValue('nowhere', { code: '1', name: 'x' })).status).toBe(404);
  });

  test('dimensions.createValue.400 a validity that ends before it begins, a day that does not exist', async () => {
    const dates = { validFrom: '2026-02-01', validTo: '2026-01-31' };
    expect(await createValue('T1', { code: '130', name: 'x', ...dates })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/validTo' }] },
    });
    expect((await createValue('T1', { code: '130', name: 'x', validFrom: '2026-02-30' })).status).toBe(400);
  });
});

describe('dimensions.updateValue', () => {
  const url = (code: string) => `/v1/dimensions/CC/values/${code}`;

  test('dimensions.updateValue.409.field_fixed the code of a used value; the name may change', async () => {
    const reply = await t.call('PATCH', url('North'), { code: 'Nord' });
    expect(reply).toMatchObject({ status: 409, body: { code: 'field_fixed' } });
    expect((await t.call('PATCH', url('North'), { name: 'Nord' })).body).toMatchObject({
      name: 'Nord',
      version: 2,
    });
  });

  test('dimensions.updateValue.400 no cycles, and the end stays after the beginning that is stored', async () => {
    await createValue('CC', { code: 'a', name: 'a', validFrom: '2026-01-01' });
    await createValue('CC', { code: 'b', name: 'b', parent: 'a' });
    expect((await t.call('PATCH', url('a'), { parent: 'b' })).status).toBe(400);
    expect(await t.call('PATCH', url('a'), { validTo: '2025-12-31' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/validTo' }] },
    });
  });

  test('dimensions.updateValue.404 a value of another dimension', async () => {
    expect((await t.call('PATCH', url('110'), { name: 'x' })).status).toBe(404);
  });

  test('dimensions.archiveValue.200 blocks new lines and hides nothing', async () => {
    expect((await t.call('POST', `${url('North')}/archive`)).body.active).toBe(false);
    expect(await spend('601', { CC: 'North' })).toMatchObject({
      status: 422,
      body: { code: 'dimension_unknown', errors: [{ pointer: '/lines/0/dimensions/CC' }] },
    });
  });
});

describe('dimensions.listValues', () => {
  test('dimensions.listValues.200 codes of every script by bytes, and pages stay whole', async () => {
    await create({ code: 'Ω', name: 'Scripts' });
    const codes = [
      'Ångström',
      'Москва',
      'القاهرة',
      'תל אביב',
      '東京',
      '서울',
      'ไทย',
      'हिन्दी',
      '👩‍🚀',
      'a/b?c',
      '~',
    ];
    for (const code of codes) expect((await createValue('Ω', { code, name: code })).status).toBe(201);

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { code: string }[]; next: string | null } } = await t.call(
        'GET',
        `/v1/dimensions/${encodeURIComponent('Ω')}/values?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items.map((v) => v.code));
      cursor = page.body.next;
      await createValue('Ω', { code: `!${seen.length}`, name: 'before the page' });
    }
    const byBytes = [...codes].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(seen).toEqual(byBytes);
  });

  test('dimensions.list.200 archived ones on request', async () => {
    await t.call('POST', '/v1/dimensions/T3/archive');
    const archived = await t.call('GET', '/v1/dimensions?active=false');
    expect(archived.body.items.map((d: { code: string }) => d.code)).toEqual(['T3']);
    expect((await t.call('GET', '/v1/dimensions/T3')).body).toMatchObject({ active: false, name: '3' });
  });
});

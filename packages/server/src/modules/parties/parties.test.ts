import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'General', area: 'general' });
  for (const [code, type, control] of [
    ['411000', 'asset', 'receivable'],
    ['401000', 'liability', 'payable'],
    ['512000', 'asset', 'none'],
  ]) {
    await t.call('POST', '/v1/accounts', { code, name: code, statement: 'balance', type, control });
  }
});

afterAll(() => t.close());

const create = (body: object) => t.call('POST', '/v1/parties', { name: 'x', ...body });
const patch = (code: string, body: object, headers?: Record<string, string>) =>
  t.call('PATCH', `/v1/parties/${encodeURIComponent(code)}`, body, headers);

const sell = (party: string) =>
  t.call('POST', '/v1/entries', {
    journal: 'OD',
    date: '2026-03-12',
    lines: [
      { account: '411000', party, debit: '1.00' },
      { account: '512000', credit: '1.00' },
    ],
  });

describe('parties.create', () => {
  test('parties.create.201 one party, two roles, each with its code and control account', async () => {
    const reply = await create({
      code: 'P1',
      name: 'Both & Co',
      roles: [
        { role: 'supplier', subledgerCode: '70001', controlAccount: '401000', currency: 'USD' },
        { role: 'customer', controlAccount: '411000', paymentTerms: 'net 30' },
      ],
      taxNumbers: [{ country: 'FR', number: 'FR83404833048' }],
      bankAccounts: [{ iban: 'FR7630006000011234567890189' }],
    });
    expect(reply).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: {
        kind: 'organisation',
        active: true,
        roles: [
          {
            role: 'customer',
            subledgerCode: 'P1',
            controlAccount: '411000',
            paymentTerms: 'net 30',
            currency: null,
          },
          { role: 'supplier', subledgerCode: '70001', controlAccount: '401000', currency: 'USD' },
        ],
      },
    });
    expect((await t.call('GET', `/v1/parties/${reply.body.id}`)).body).toEqual(reply.body);

    const events = await t.call('GET', `/v1/audit-events?resourceId=${reply.body.id}`);
    expect(events.body.items).toMatchObject([
      { operation: 'parties.create', after: { roles: reply.body.roles } },
    ]);
  });

  test('parties.create.409.conflict a subledger code that another party has in the role, also at once', async () => {
    const twice = await Promise.all([
      create({ code: 'A1', roles: [{ role: 'customer', subledgerCode: 'same' }] }),
      create({ code: 'A2', roles: [{ role: 'customer', subledgerCode: 'same' }] }),
    ]);
    expect(twice.map((r) => r.status).sort()).toEqual([201, 409]);
    const left = await t.call('GET', '/v1/parties');
    expect(left.body.items.filter((p: { code: string }) => p.code.startsWith('A'))).toHaveLength(1);

    const reply = await create({ code: 'A3', roles: [{ role: 'customer', subledgerCode: 'P1' }] });
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: [{ pointer: '/roles/0/subledgerCode' }] },
    });
    expect(reply.body.detail).toContain('party P1');
    expect((await create({ code: 'A3', roles: [{ role: 'employee', subledgerCode: 'P1' }] })).status).toBe(
      201,
    );
  });

  test('parties.create.409 the same code, the same external id', async () => {
    expect(await create({ code: 'P1' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await create({ code: 'E1', externalId: 'crm:1' });
    expect(await create({ code: 'E2', externalId: 'crm:1' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_external_id' },
    });
  });

  test('parties.create.400 a role twice, a control account that controls nothing', async () => {
    expect(await create({ code: 'B1', roles: [{ role: 'owner' }, { role: 'owner' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles/1/role' }] },
    });
    expect(
      await create({ code: 'B1', roles: [{ role: 'customer', controlAccount: '512000' }] }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles/0/controlAccount' }] },
    });
    expect((await t.call('GET', '/v1/parties/B1')).status).toBe(404);
  });

  test('parties.create.422.account_unknown, currency_unknown', async () => {
    expect(await create({ code: 'B2', roles: [{ role: 'customer', controlAccount: '4110' }] })).toMatchObject(
      {
        status: 422,
        body: { code: 'account_unknown', errors: [{ pointer: '/roles/0/controlAccount' }] },
      },
    );
    expect(await create({ code: 'B2', roles: [{ role: 'customer', currency: 'VACHR' }] })).toMatchObject({
      status: 422,
      body: { code: 'currency_unknown', errors: [{ pointer: '/roles/0/currency' }] },
    });
  });
});

describe('parties.update', () => {
  test('parties.update.409.field_fixed code and subledger codes of a used party, and its roles stay', async () => {
    await create({ code: 'U1', roles: [{ role: 'customer', subledgerCode: '411U1' }] });
    expect((await sell('U1')).status).toBe(201);

    const cases: [object, string][] = [
      [{ code: 'U2' }, '/code'],
      [{ roles: [{ role: 'customer', subledgerCode: 'other' }] }, '/roles/0/subledgerCode'],
      [{ roles: [{ role: 'customer' }] }, '/roles/0/subledgerCode'],
      [{ roles: [] }, '/roles'],
    ];
    for (const [body, pointer] of cases) {
      expect(await patch('U1', body)).toMatchObject({
        status: 409,
        body: { code: 'field_fixed', errors: [{ pointer }] },
      });
    }
    const more = await patch('U1', {
      roles: [{ role: 'supplier' }, { role: 'customer', subledgerCode: '411U1', controlAccount: '411000' }],
    });
    expect(more.body.roles).toMatchObject([
      { role: 'customer', subledgerCode: '411U1', controlAccount: '411000' },
      { role: 'supplier', subledgerCode: 'U1' },
    ]);
  });

  test('parties.update.200 roles are replaced as a whole, or stay when they are not named', async () => {
    await create({ code: 'R1', roles: [{ role: 'customer' }, { role: 'supplier' }] });
    expect((await patch('R1', { name: 'New name' })).body.roles).toHaveLength(2);
    const reply = await patch('R1', { roles: [{ role: 'owner' }] });
    expect(reply.body).toMatchObject({ roles: [{ role: 'owner' }], name: 'New name', version: 3 });
    expect(reply.body.roles).toHaveLength(1);

    const [event] = (await t.call('GET', `/v1/audit-events?resourceId=${reply.body.id}`)).body.items;
    expect(event.before.roles).toHaveLength(2);
    expect(event.after.roles).toHaveLength(1);
    expect(event.before).not.toHaveProperty('name');
  });

  test('parties.update.412.version_conflict leaves the roles as they were', async () => {
    const reply = await patch('R1', { roles: [] }, { 'if-match': '"1"' });
    expect(reply).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
    expect((await t.call('GET', '/v1/parties/R1')).body.roles).toHaveLength(1);
    expect((await patch('none', { name: 'x' })).status).toBe(404);
  });
});

describe('parties.archive', () => {
  test('parties.archive.200 takes no new lines and stays to be read', async () => {
    expect((await t.call('POST', '/v1/parties/U1/archive')).body).toMatchObject({
      active: false,
      code: 'U1',
    });
    expect(await sell('U1')).toMatchObject({
      status: 422,
      body: { code: 'party_unknown', errors: [{ pointer: '/lines/0/party' }] },
    });
    const archived = await t.call('GET', '/v1/parties?active=false');
    expect(archived.body.items).toMatchObject([
      { code: 'U1', roles: [{ role: 'customer' }, { role: 'supplier' }] },
    ]);
  });
});

describe('parties.list', () => {
  test('parties.list.200 names and codes of every script, by bytes, whole while others are added; filters', async () => {
    const names = [
      'Ñandú',
      'Ελλάς',
      'Россия',
      'עברית',
      'العربية',
      'ไทย',
      '漢字かな交じり',
      '한국어',
      'ქართული',
      '𐍈𐍉',
      '👩🏽‍🚀',
    ];
    for (const name of names) expect((await create({ code: name, name })).status).toBe(201);
    const first = await t.call('GET', '/v1/parties?limit=4');
    await create({ code: '!', name: 'before' });
    const rest = await t.call('GET', `/v1/parties?limit=500&cursor=${first.body.next}`);
    const seen = [...first.body.items, ...rest.body.items];
    const codes = seen.map((p: { code: string }) => p.code);
    expect(codes).toEqual([...codes].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    for (const name of names) expect(seen.find((p: { code: string }) => p.code === name)?.name).toBe(name);

    const byExternal = await t.call('GET', '/v1/parties?externalId=crm:1');
    expect(byExternal.body.items.map((p: { code: string }) => p.code)).toEqual(['E1']);
    expect((await t.call('GET', '/v1/parties?updatedSince=2999-01-01T00:00:00Z')).body.items).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';

let t: TestApp;

beforeAll(async () => {
  t = await openTestApp();
});

afterAll(() => t.close());

const bank = { code: '512000', name: 'Bank', statement: 'balance', type: 'asset' };

test('accounts.create.201 keeps leading zeros and fills the policies in', async () => {
  const reply = await t.call('POST', '/v1/accounts', {
    code: '0351',
    name: 'Subscribed',
    statement: 'balance',
    type: 'asset',
    control: 'receivable',
  });
  expect(reply).toMatchObject({
    status: 201,
    body: { code: '0351', partyPolicy: 'required', settleable: true, active: true, version: 1 },
    headers: { etag: '"1"' },
  });
});

test('accounts.create.409.conflict the same code twice', async () => {
  await t.call('POST', '/v1/accounts', bank);
  const reply = await t.call('POST', '/v1/accounts', bank);
  expect(reply).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ pointer: '/code' }] } });
});

test('accounts.create.409.duplicate_external_id', async () => {
  await t.call('POST', '/v1/accounts', { ...bank, code: '512001', externalId: 'bank:1' });
  const reply = await t.call('POST', '/v1/accounts', { ...bank, code: '512002', externalId: 'bank:1' });
  expect(reply).toMatchObject({ status: 409, body: { code: 'duplicate_external_id' } });
});

test('accounts.create.400 says every fault, an unknown field with the known ones', async () => {
  const reply = await t.call('POST', '/v1/accounts', {
    code: ' x',
    name: 1,
    statment: 'balance',
    type: 'asset',
  });
  expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  const pointers = reply.body.errors.map((e: { pointer: string }) => e.pointer).sort();
  expect(pointers).toEqual(['/code', '/name', '/statement', '/statment']);
  expect(reply.body.errors.find((e: { pointer: string }) => e.pointer === '/statment').message).toContain(
    'statement',
  );
});

test('accounts.create.400 a name of spaces is no name; spaces around one are trimmed', async () => {
  const blank = await t.call('POST', '/v1/accounts', { ...bank, code: '517', name: '   ' });
  expect(blank).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name' }] } });
  const padded = await t.call('POST', '/v1/accounts', {
    ...bank,
    code: '517',
    name: '  Caisse\u0065\u0301 ',
  });
  expect(padded.body.name).toBe('Caisse\u00e9');
});

test('accounts.create.400 presentation must agree with bookkeeping', async () => {
  const reply = await t.call('POST', '/v1/accounts', {
    code: '601',
    name: 'x',
    statement: 'balance',
    type: 'expense',
  });
  expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/type' }] } });
});

test('accounts.create.422.account_unknown parent that is not there', async () => {
  const reply = await t.call('POST', '/v1/accounts', { ...bank, code: '513', parent: '51' });
  expect(reply).toMatchObject({
    status: 422,
    body: { code: 'account_unknown', errors: [{ pointer: '/parent' }] },
  });
});

test('accounts.update.400 a tree has no cycles', async () => {
  await t.call('POST', '/v1/accounts', { ...bank, code: 'A', postable: false });
  await t.call('POST', '/v1/accounts', { ...bank, code: 'B', parent: 'A' });
  const reply = await t.call('PATCH', '/v1/accounts/A', { parent: 'B' });
  expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/parent' }] } });
});

test('accounts.update.412.version_conflict nothing is overwritten unseen', async () => {
  await t.call('POST', '/v1/accounts', { ...bank, code: '514' });
  await t.call('PATCH', '/v1/accounts/514', { name: 'First' }, { 'if-match': '"1"' });
  const reply = await t.call('PATCH', '/v1/accounts/514', { name: 'Second' }, { 'if-match': '"1"' });
  expect(reply).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
  expect((await t.call('GET', '/v1/accounts/514')).body).toMatchObject({ name: 'First', version: 2 });
});

test('accounts.get.200 by code with a slash, and by id', async () => {
  const created = await t.call('POST', '/v1/accounts', { ...bank, code: 'Assets:Bank/1' });
  const byCode = await t.call('GET', `/v1/accounts/${encodeURIComponent('Assets:Bank/1')}`);
  const byId = await t.call('GET', `/v1/accounts/${created.body.id}`);
  expect(byCode.body).toEqual(created.body);
  expect(byId.body).toEqual(created.body);
});

test('accounts.list.200 pages stay whole while rows are inserted', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: { items: { code: string }[]; next: string | null } } = await t.call(
      'GET',
      `/v1/accounts?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.body.items.map((a) => a.code));
    cursor = page.body.next;
    await t.call('POST', '/v1/accounts', { ...bank, code: `0-${seen.length}` });
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual([...seen].sort());
  expect(seen).toContain('512000');
});

test('accounts.create the same Idempotency-Key gives the first reply, another body is refused', async () => {
  const body = { ...bank, code: '515' };
  const first = await t.call('POST', '/v1/accounts', body, { 'idempotency-key': 'k1' });
  const again = await t.call('POST', '/v1/accounts', body, { 'idempotency-key': 'k1' });
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  const other = await t.call('POST', '/v1/accounts', { ...body, code: '516' }, { 'idempotency-key': 'k1' });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_conflict' } });
  expect((await t.call('GET', '/v1/accounts/516')).status).toBe(404);
});

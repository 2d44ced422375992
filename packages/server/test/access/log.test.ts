import { expect, test } from 'vitest';
import { openTestApp } from '../harness.ts';

const account = { code: '512000', name: 'Bank', statement: 'balance', type: 'asset' };

test('log.secrets no key is in any line, wherever a caller put it; one JSON line a request', async () => {
  const lines: string[] = [];
  const t = await openTestApp({ log: { level: 'debug', write: (line) => lines.push(line) } });
  const before = lines.length;

  const made = await t.call('POST', '/v1/api-keys', { name: 'made', scopes: ['accounts:read'] });
  const unknown = `erp_${'Z'.repeat(43)}`;
  const secrets = [t.key, t.platformKey, made.body.secret as string, unknown];
  const replies = [made];
  for (const secret of secrets) {
    const authorization = `Bearer ${secret}`;
    replies.push(
      await t.call('GET', '/v1/accounts', undefined, { authorization }),
      await t.call('POST', '/v1/accounts', { ...account, name: secret }, { authorization }),
      await t.call('GET', `/v1/accounts?externalId=${secret}`, undefined, { authorization }),
      await t.call('DELETE', `/v1/api-keys/${secret}`),
      await t.call('GET', '/v1/accounts', undefined, { authorization, 'erp-tenant': secret }),
      await t.call('POST', '/v1/accounts', `{"code": "${secret}`, { 'idempotency-key': secret }),
      await t.call('GET', `/v1/${secret}`),
    );
  }
  await t.close();

  const text = lines.join('');
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/bearer|authorization/i);

  const requests = lines.slice(before).map((line) => JSON.parse(line));
  expect(requests.map((r) => r.status)).toEqual(replies.map((r) => r.status));
  expect(requests.map((r) => r.requestId)).toEqual(replies.map((r) => r.headers['x-request-id']));
  expect(requests[1]).toMatchObject({
    level: 'info',
    msg: 'request',
    operation: 'accounts.list',
    method: 'GET',
    path: '/v1/accounts',
    status: 200,
    tenant: t.tenant.slug,
  });
});

test('log.internal a fault of ours is in the log with its cause, under the request id, and not in the reply', async () => {
  const lines: string[] = [];
  const t = await openTestApp({ log: { level: 'error', write: (line) => lines.push(line) } });
  const { authenticator } = t.app.services;
  const { authenticate } = authenticator;
  authenticator.authenticate = () => Promise.reject(new Error('the cat pulled the plug'));
  const reply = await t.call('GET', '/v1/accounts');
  authenticator.authenticate = authenticate;
  await t.close();

  expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(JSON.stringify(reply.body)).not.toContain('cat');
  expect(JSON.parse(lines.join(''))).toMatchObject({
    level: 'error',
    requestId: reply.headers['x-request-id'],
    err: { message: 'the cat pulled the plug' },
  });
});

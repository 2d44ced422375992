import type { TestApp } from './harness.ts';

export interface TestAccount {
  code: string;
  statement: 'balance' | 'result' | 'memo';
  type: string;
  control?: string;
}

export const chart: readonly TestAccount[] = [
  { code: '101', statement: 'balance', type: 'equity' },
  { code: '120', statement: 'balance', type: 'equity' },
  { code: '129', statement: 'balance', type: 'equity' },
  { code: '401', statement: 'balance', type: 'liability', control: 'payable' },
  { code: '411', statement: 'balance', type: 'asset', control: 'receivable' },
  { code: '467', statement: 'balance', type: 'asset' },
  { code: '512', statement: 'balance', type: 'asset' },
  { code: '607', statement: 'result', type: 'expense' },
  { code: '706', statement: 'result', type: 'income' },
  { code: '801', statement: 'memo', type: 'memo' },
  { code: '802', statement: 'memo', type: 'memo' },
];

/** Accounts, journals, parties, a dimension and the given years: what books need before their first entry. */
export async function furnish(t: TestApp, years: readonly [start: string, end: string][]): Promise<void> {
  const make = async (url: string, body: object) => {
    const reply = await t.call('POST', url, body);
    if (reply.status !== 201) throw new Error(`${url}: ${JSON.stringify(reply.body)}`);
  };

  for (const [start, end] of years) await make('/v1/years', { start, end });
  for (const [code, area] of [
    ['VT', 'sale'],
    ['BQ', 'bank'],
    ['OD', 'general'],
    ['AN', 'opening'],
  ]) {
    await make('/v1/journals', { code, name: `Journal ${code}`, area });
  }
  for (const account of chart) {
    await make('/v1/accounts', { ...account, name: `Account ${account.code}`, partyPolicy: 'optional' });
  }
  await make('/v1/parties', {
    code: 'C1',
    name: 'Customer',
    roles: [{ role: 'customer', subledgerCode: '90001' }],
  });
  await make('/v1/parties', { code: 'S1', name: 'Supplier', roles: [{ role: 'supplier' }] });
  await make('/v1/dimensions', { code: 'site', name: 'Site' });
  for (const code of ['north', 'south']) await make('/v1/dimensions/site/values', { code, name: code });
}

/** Posts an entry that is meant to be accepted; gives its reply. */
export async function post(t: TestApp, entry: object) {
  const reply = await t.call('POST', '/v1/entries', entry);
  if (reply.status !== 201) throw new Error(`${JSON.stringify(entry)}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

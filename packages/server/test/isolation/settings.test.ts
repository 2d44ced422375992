import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { sql } from '../../src/db/sql.ts';
import { freshDatabase, openTestPostgres } from '../harness.ts';

const tenantId = '00000000-0000-7000-8000-00000000000a';

let db: Database;

beforeAll(async () => {
  const fresh = await freshDatabase();
  if (fresh.url) await fresh.db.close();
  // One connection, so that each transaction runs where the one before it ran.
  db = fresh.url ? openTestPostgres(fresh.url, { max: 1 }) : fresh.db;
});

afterAll(() => db.close());

interface Settings {
  role: string;
  tenant: string;
  wait: string;
  isolation: string;
}

const settings = sql`
  select current_user as role, coalesce(current_setting('app.tenant_id', true), '') as tenant,
    current_setting('lock_timeout') as wait, current_setting('transaction_isolation') as isolation`;

const outside = async () => (await db.owner((tx) => tx.query<Settings>(settings)))[0];

test('tx.settings hold inside a transaction and are gone behind it', async () => {
  const before = await outside();
  const inside = await db.tx({ role: 'erp_app', tenantId, isolation: 'snapshot' }, (tx) =>
    tx.query<Settings>(settings),
  );
  expect(inside).toEqual([{ role: 'erp_app', tenant: tenantId, wait: '20s', isolation: 'repeatable read' }]);
  expect(await outside()).toEqual(before);
  expect(before).toMatchObject({ role: 'postgres', tenant: '', isolation: 'read committed' });
});

test('tx.settings are gone behind a transaction that failed, in the program or in the database', async () => {
  const before = await outside();
  const scope = { role: 'erp_app', tenantId } as const;

  await expect(db.tx(scope, () => Promise.reject(new Error('changed my mind')))).rejects.toThrow(
    'changed my mind',
  );
  expect(await outside()).toEqual(before);

  await expect(db.tx(scope, (tx) => tx.query(sql`select 1 / 0`))).rejects.toThrow('division by zero');
  expect(await outside()).toEqual(before);
});

test('tx.settings take no tenant that is not an id', async () => {
  const scope = { role: 'erp_app', tenantId: "x'; reset role; --" } as const;
  await expect(db.tx(scope, async () => undefined)).rejects.toThrow('not a tenant id');
});

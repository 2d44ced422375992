import type { Row } from '@erp/ledger';
import { expect, test } from 'vitest';
import { openTestApp, testDatabase } from '../../../../test/harness.ts';
import { importRows } from '../../../../test/import-file.ts';
import type { Database } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';

/** As if another client had made this party when a commit has decided what to write, and before it reads the rows to write them. */
function withIntruder(db: Database, party: { code: string; externalId: string }): Database {
  let reads = 0;
  return {
    ...db,
    tx: (scope, work) =>
      db.tx(scope, (tx) =>
        work({
          ...tx,
          query: async (statement) => {
            // Validation reads the rows once, and the commit twice.
            if (
              /from import_records\s+where .*order by part, n limit/s.test(statement.text) &&
              ++reads === 3
            ) {
              await tx.query(sql`
                insert into parties (tenant_id, id, code, external_id, name, kind, created_at, updated_at)
                values (${scope.tenantId}, gen_random_uuid(), ${party.code}, ${party.externalId}, 'Another', 'organisation', now(), now())`);
            }
            return tx.query(statement);
          },
        }),
      ),
  };
}

test.each([
  ['its code', { code: 'N1', externalId: 'other' }],
  ['its external id under another code', { code: 'X1', externalId: 'crm:1' }],
])(
  'imports.commit.202 a party that somebody else gives %s meanwhile: decided anew, not overwritten and not left out',
  async (_, intruder) => {
    const { db } = await testDatabase();
    const t = await openTestApp({ db: withIntruder(db, intruder) });
    const rows: Row[] = [{ record: 'party', code: 'N1', externalId: 'crm:1', name: 'Ours' }];

    const session = await importRows(t, rows, { resource: 'parties', mode: 'create' });
    expect(session).toMatchObject({ state: 'committed', written: 1, rejected: 0 });
    const party = await t.call('GET', '/v1/parties/N1');
    expect(party).toMatchObject({ status: 200, body: { name: 'Ours', externalId: 'crm:1', version: 1 } });
    await t.close();
  },
);

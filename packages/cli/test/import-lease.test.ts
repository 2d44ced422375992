import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../server/test/harness.ts';
import { bookedIn, type ImportServer, startImportServer } from './import-server.ts';

type Database = Awaited<ReturnType<typeof testDatabase>>['db'];

/** Commits that a worker took, by how often it had been tried. */
const taken: number[] = [];
let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer({}, { db: withThief((await testDatabase()).db) });
});
afterAll(() => server.close());

/** As if another server had taken the job of a commit away just when this one has taken it, and died: this one works on. */
function withThief(db: Database): Database {
  return {
    ...db,
    async tx(scope, work) {
      const done = await db.tx(scope, work);
      const [job] = Array.isArray(done) ? (done as { kind?: string; id?: string; attempts?: number }[]) : [];
      if (job?.kind !== 'imports.commit' || job.id === undefined || job.attempts === undefined) return done;

      taken.push(job.attempts);
      if (job.attempts > 1) return done;
      await db.tx(scope, (tx) =>
        tx.query({
          text: `update jobs set lease_token = gen_random_uuid(), lease_until = now() - interval '1 minute' where id = $1`,
          values: [job.id],
          name: 'steal-lease',
        }),
      );
      return done;
    },
  };
}

test('import whose lease is stolen from the server that commits it: what that one did is gone, and all is there once', async () => {
  const path = server.file(
    'ledger.csv',
    'entry,journal,date,account,account_type,debit,credit\n1,A,2026-01-15,1930,asset,125.00,\n1,A,2026-01-15,3010,income,,125.00\n',
  );
  const done = await server.run(['import', 'ledger', path]);
  expect(done.stderr).not.toContain('error');
  expect(done.code).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    state: 'committed',
    written: 1,
    lines: 2,
    debit: '125.00',
  });
  expect(taken).toEqual([1, 2]);
  expect(await bookedIn(server)).toEqual({ entries: 1, debit: '125.00' });
  expect(server.notes()).toEqual([]);
});

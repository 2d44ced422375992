import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../database.ts';
import { sql } from '../sql.ts';
import { SchemaError } from './problems.ts';
import { indexStatement } from './statements.ts';
import type { Run, Site } from './step.ts';

const tries = 10;

/**
 * Runs a statement that may take long outside a transaction; `tx` is open beside it and holds the migrator's lock. Its own lock
 * lets reads and writes pass and nobody waits behind it, so it may wait as long as it must.
 */
export async function runLong(
  site: Site,
  tx: Tx,
  run: Run,
  statement: string,
  onWait: (detail: string) => void,
): Promise<void> {
  // The embedded database has one session: nobody is kept waiting, and nothing can run beside the transaction.
  if (site.db.embedded) return run(statement.replace(/\bindex\s+concurrently\b/i, 'index'));

  for (let tried = 1; ; tried++) {
    const found = await stateOf(tx, statement);
    if (found === 'as wanted') return;
    // The last query of a transaction keeps its snapshot until the next one, and an index waits for every older snapshot: without
    // this one it would wait for the transaction that waits for it.
    await run('select 1');
    if (found === 'invalid')
      await site.db.alone(`drop index concurrently ${indexStatement(statement)?.index}`);
    try {
      return await site.db.alone(statement);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (!['40P01', '55P03', '57014'].includes(code ?? '')) throw error;
      // What is left of the index is dropped, and it is built anew.
      if (tried >= tries) throw new SchemaError(`it failed ${tries} times: ${message}`);
      onWait(`${message}: try ${tried} of ${tries}`);
      await sleep(200 * tried);
    }
  }
}

/** An index that a crash left half built is there and invalid: queries do not use it, and every write pays for it. */
async function stateOf(tx: Tx, statement: string): Promise<'as wanted' | 'invalid' | 'to do'> {
  const asked = indexStatement(statement);
  if (!asked) return 'to do';
  const [index] = await tx.query<{ valid: boolean }>(
    sql`select indisvalid and indisready as valid from pg_index where indexrelid = to_regclass(${asked.index})`,
  );
  if (asked.verb === 'drop') return index ? 'to do' : 'as wanted';
  if (!index) return 'to do';
  return index.valid ? 'as wanted' : 'invalid';
}

import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import {
  down,
  planOf,
  type Release,
  readRelease,
  readState,
  up,
  upQuickly,
} from '../../src/db/schema/index.ts';
import { announce, leave } from '../../src/db/schema/servers.ts';
import type { MigrationEvent } from '../../src/db/schema/step.ts';
import { sql } from '../../src/db/sql.ts';
import { uuidv7 } from '../../src/kernel/id.ts';
import { freshDatabase } from '../harness.ts';
import { nextRelease, releaseUpTo } from './test-release.ts';

// The worst moments of a change of the schema: cut off between two batches; two programs at once; a server of the version before
// that writes behind a backfill; one that starts beside a contract; a database that somebody else's program has changed.

let db: Database;
afterEach(() => db.close());

const tenants = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2'];
const rowsOfTenant = 1_300;

/** Two tenants with lines. */
async function openFilled(): Promise<void> {
  ({ db } = await freshDatabase());
  await db.owner(async (_, run) => {
    for (const [i, id] of tenants.entries()) {
      await run(`set local app.tenant_id = '${id}'`);
      await run(`insert into tenants (id, slug, name, country, base_currency, timezone, created_at, updated_at)
        values ('${id}', 't${i}', 'T', 'FR', 'EUR', 'UTC', now(), now())`);
      await addLines(run, id, 0, rowsOfTenant);
    }
  });
}

const addLines = (run: (text: string) => Promise<void>, tenant: string, from: number, count: number) =>
  run(`insert into lines (tenant_id, entry_id, position, account_id, year_id, period, entry_date, debit, credit, currency,
      currency_debit, currency_credit, description)
    select '${tenant}', '${tenant}', n, '${tenant}', '${tenant}', 3, '2026-03-01', 1, 0, 'EUR', 1, 0, 'line ' || n
    from generate_series(${from} + 1, ${from} + ${count}) n`);

async function count(condition: string): Promise<number> {
  const rows = await db.owner((tx) =>
    tx.query<{ n: number }>({
      text: `select count(*)::int as n from lines where ${condition}`,
      values: [],
      name: condition.slice(0, 60),
    }),
  );
  return rows[0]?.n ?? -1;
}

/** A server of a release is here, for longer than any machine takes for a test. */
async function isHere(release: Release): Promise<string> {
  const id = uuidv7(Date.now());
  await announce(db, release, id);
  await db.owner((_, run) =>
    run(`update schema_servers set seen_at = now() + interval '1 hour' where id = '${id}'`),
  );
  return id;
}

const numbers = async () => (await db.owner(readState)).applied.map(({ number }) => number);

const crash = new Error('cut off');

const columnsOf = () =>
  db.owner((tx) =>
    tx.query(sql`
      select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`),
  );

const filled = "note is not distinct from 'line ' || position and period4 is not distinct from period";
const old = readRelease();
const base = old.migrations.length;

describe('migrations', { timeout: 120_000 }, () => {
  test('migrations.up cut off in every batch goes on where it was: each row once; a hole or another text is refused', async () => {
    await openFilled();
    const release = releaseUpTo(102);
    const seen: number[] = [];
    const say = ({ event, rows }: MigrationEvent) => {
      if (event !== 'progress') return;
      seen.push(rows ?? -1);
      if ((rows ?? 0) < 2 * rowsOfTenant) throw crash;
    };
    let cuts = 0;
    while (!(await up(db, release, { say }).catch((error) => error !== crash))) cuts++;
    expect(cuts).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(2 * rowsOfTenant);
    expect(await count("memo is null or memo <> 'line ' || position")).toBe(0);
    expect((await numbers()).slice(-2)).toEqual([101, 102]);

    const change = (text: string) => db.owner((_, run) => run(text));
    await change('delete from schema_migrations where number = 101');
    await expect(up(db, nextRelease())).rejects.toThrow(/has 0102 and lacks 0101-line-memo before it/);
    await change("update schema_migrations set sha256 = 'other' where number = 2");
    await expect(up(db, nextRelease())).rejects.toThrow(/another version of migration 0002-reference/);
    expect((await numbers()).at(-1)).toBe(102);
  });

  test('migrations.up a contract waits for a server that does not know it, fills what that wrote behind, and keeps it out', async () => {
    await openFilled();
    const id = await isHere(old);
    await expect(up(db, nextRelease())).rejects.toThrow(
      /0109-drop-line-memo has to wait: a running server does not know it .*: stop it, and run this again/,
    );
    expect((await numbers()).at(-1)).toBe(108);
    expect(planOf(nextRelease(), await db.owner(readState)).steps[0]).toMatchObject({
      number: 109,
      blocked: expect.stringContaining('stop it'),
    });
    // Expanded beyond what it knows: the version before may start and go on.
    await upQuickly(db, old);

    const [tenant = ''] = tenants;
    await db.owner(async (_, run) => {
      await run(`set local app.tenant_id = '${tenant}'`);
      await addLines(run, tenant, rowsOfTenant, 10);
    });
    await announce(db, old, id);
    await leave(db, id);

    const done: number[] = [];
    const say = (event: MigrationEvent) => event.event === 'done' && done.push(event.number);
    expect(await up(db, nextRelease(), { say })).toEqual({ number: 111, isDone: true });
    expect(done).toEqual([109, 110, 111]);
    expect(await count(filled)).toBe(2 * rowsOfTenant + 10);
    expect(await up(db, nextRelease())).toEqual({ number: 111, isDone: true });
    await expect(upQuickly(db, old)).rejects.toThrow(
      /has migration 0109-drop-line-memo, which this erp-server \S+ does not know: it needs erp-server 9\.9\.0/,
    );
    await expect(down(db, nextRelease(), { to: 108 })).rejects.toThrow(
      /0110-line-period4-agrees is a contract/,
    );
    expect((await numbers()).at(-1)).toBe(111);
  });

  test('migrations.down what was only added, to where it began; not what is there for good, or what a server needs', async () => {
    await openFilled();
    const release = releaseUpTo(108);
    const before = await columnsOf();
    await up(db, release);
    expect(await columnsOf()).not.toEqual(before);
    expect(await down(db, release, { to: base })).toEqual({ number: base, isDone: true });
    expect(await columnsOf()).toEqual(before);
    await expect(down(db, release)).rejects.toThrow(/has no way back: go back to a backup/);
    await expect(up(db, release, { to: 100 })).rejects.toThrow(/has no migration 0100/);

    expect(await up(db, release, { to: 101 })).toEqual({ number: 101, isDone: true });
    await isHere(release);
    await expect(down(db, release)).rejects.toThrow(
      /0101-line-memo cannot go while a running server needs it/,
    );
  });

  test('migrations.down forgets how far a backfill after it came: the next up fills every row', async () => {
    await openFilled();
    const release = releaseUpTo(102);
    const say = ({ event }: MigrationEvent) => {
      if (event === 'progress') throw crash;
    };
    await expect(up(db, release, { say })).rejects.toThrow(crash);
    const filledRows = await count('memo is not null');
    expect(filledRows).toBeGreaterThan(0);
    expect(filledRows).toBeLessThan(2 * rowsOfTenant);

    await down(db, release, { to: base });
    await up(db, release);
    expect(await count('memo is null')).toBe(0);
  });

  test('migrations.up a contract months after its backfill fills what a server wrote in between that nobody has seen since', async () => {
    await openFilled();
    await up(db, releaseUpTo(108));
    const id = uuidv7(Date.now());
    await announce(db, old, id);
    const [tenant = ''] = tenants;
    await db.owner(async (_, run) => {
      await run(`set local app.tenant_id = '${tenant}'`);
      await addLines(run, tenant, rowsOfTenant, 10);
    });
    await leave(db, id);
    await db.owner(async (_, run) => {
      await run(
        "update schema_backfills set started_at = now() - interval '40 days', finished_at = now() - interval '40 days'",
      );
      await run(
        "update schema_servers set started_at = now() - interval '39 days', seen_at = now() - interval '35 days'",
      );
    });

    const next = uuidv7(Date.now());
    await announce(db, nextRelease(), next);
    await leave(db, next);
    await up(db, nextRelease(), { to: 109 });
    expect(await count(filled)).toBe(2 * rowsOfTenant + 10);
  });

  test('migrations.up two programs at once do the work once', async () => {
    await openFilled();
    const seen: number[] = [];
    const say = (event: MigrationEvent) => {
      if (event.event === 'progress' && event.number === 102) seen.push(event.rows ?? 0);
    };
    const outcome = { number: 111, isDone: true };
    const both = [up(db, nextRelease(), { say }), up(db, nextRelease(), { say })];
    expect(await Promise.all(both)).toEqual([outcome, outcome]);
    expect(Math.max(...seen)).toBe(2 * rowsOfTenant);
    expect(await count(filled)).toBe(2 * rowsOfTenant);
    expect((await numbers()).slice(base)).toEqual(Array.from({ length: 11 }, (_, i) => 101 + i));
  });
});

import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type Release, readRelease, readState, up, upQuickly } from '../../src/db/schema/index.ts';
import { parseMigration } from '../../src/db/schema/migration.ts';
import type { MigrationEvent } from '../../src/db/schema/step.ts';
import { sql } from '../../src/db/sql.ts';
import { freshDatabase, openTestPostgres } from '../harness.ts';

// Only where others can be: the embedded database has one connection.

const open: Database[] = [];
afterEach(() => Promise.all(open.splice(0).map((db) => db.close())));

async function openTwo(): Promise<{ db: Database; other: Database }> {
  const { db, url = '' } = await freshDatabase();
  const other = openTestPostgres(url, { max: 4 });
  open.push(db, other);
  return { db, other };
}

/** This program with one migration more. */
function withOne(text: string): Release {
  const present = readRelease();
  return { ...present, migrations: [...present.migrations, parseMigration('0901-one-more.sql', text)] };
}

test('migrations.up gives way to a long transaction, so that nobody waits behind it, and comes again', {
  timeout: 60_000,
}, async () => {
  const { db, other } = await openTwo();
  let letGo = () => {};
  let holds = () => {};
  const isHeld = new Promise<void>((resolve) => {
    holds = resolve;
  });
  const holder = other.owner(async (tx) => {
    await tx.query(sql`select count(*) from journals`);
    holds();
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  await isHeld;

  const waits: string[] = [];
  const reads: Promise<unknown>[] = [];
  const say = ({ event, detail }: MigrationEvent) => {
    if (event !== 'waiting') return;
    waits.push(detail ?? '');
    // Behind a lock that is only asked for this read would wait as long as the other transaction lasts.
    reads.push(other.owner((tx) => tx.query(sql`select count(*) from journals`)));
    if (waits.length === 4) Promise.all(reads).then(() => letGo());
  };
  const added = withOne('-- phase: expand\nalter table journals add column colour text;');
  expect(await up(db, added, { say })).toEqual({ number: 901, isDone: true });
  expect(waits[0]).toBe('rows or tables are in use: try 1 of 40');
  await holder;
});

test('migrations.up takes back what holds a lock too long, and says what it should have been', {
  timeout: 60_000,
}, async () => {
  const { db } = await openTwo();
  // Whoever asked has gone after the first try: the step is tried to its end all the same.
  let hasWaited = false;
  const work = {
    say: ({ event }: MigrationEvent) => {
      if (event === 'waiting') hasWaited = true;
    },
    shouldStop: () => hasWaited,
  };
  const slow = withOne('-- phase: expand\nalter table journals add column colour text;\nselect pg_sleep(5);');
  await expect(up(db, slow, work)).rejects.toThrow(
    /0901-one-more: it was taken back 5 times, because others would have waited .* an expand, a backfill and a contract/,
  );
  const columns = await db.owner((tx) =>
    tx.query(sql`
      select 1 from information_schema.columns where table_name = 'journals' and column_name = 'colour'`),
  );
  expect(columns).toEqual([]);
});

test('migrations.servers a server that starts while another program is at work for long does not wait for its end', {
  timeout: 60_000,
}, async () => {
  const { db, other } = await openTwo();
  const added = withOne('-- phase: expand\nalter table journals add column colour text;');
  const applied = async () => (await db.owner(readState)).applied.at(-1)?.number;
  await other.owner(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(hashtext('erp migrations'))`);
    await upQuickly(db, added, 200);
    expect(await applied()).toBe(readRelease().migrations.length);
  });
  await upQuickly(db, added, 60_000);
  expect(await applied()).toBe(901);
});

test('migrations.up builds an index anew that a crash has left half built, and leaves one alone that is whole', {
  timeout: 60_000,
}, async () => {
  const { db } = await openTwo();
  await db.owner(async (_, run) => {
    await run('create index journals_name on journals (tenant_id, code)');
    await run("update pg_index set indisvalid = false where indexrelid = 'journals_name'::regclass");
  });
  const indexed = withOne(
    '-- phase: expand\ncreate index concurrently journals_name on journals (tenant_id, name);',
  );
  const read = () =>
    db.owner((tx) =>
      tx.query<{ oid: string; valid: boolean; definition: string }>(sql`
        select indexrelid::text as oid, indisvalid as valid, pg_get_indexdef(indexrelid) as definition from pg_index
        where indexrelid = to_regclass('journals_name')`),
    );
  await Promise.all([up(db, indexed), up(db, indexed)]);
  const built = await read();
  expect(built).toEqual([
    expect.objectContaining({ valid: true, definition: expect.stringContaining('(tenant_id, name)') }),
  ]);

  await db.owner((_, run) => run('delete from schema_migrations where number = 901'));
  await up(db, indexed);
  expect(await read()).toEqual(built);
});

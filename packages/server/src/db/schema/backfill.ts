import { platformId } from '../../kernel/id.ts';
import type { Tx } from '../database.ts';
import { type Statement, sql } from '../sql.ts';
import type { Migration } from './migration.ts';
import type { Backfill } from './state.ts';
import { type Run, type Site, Stopped, step } from './step.ts';

/** Rows of a batch at first, at least and at most; and how long one should take, in milliseconds. */
const size = { first: 500, least: 50, most: 10_000 };
const aim = { slow: 250, quick: 80 };

/**
 * Goes through the rows of a backfill in batches, each a transaction that also keeps where it came to, so that a killed one goes
 * on there. Tenant by tenant: the owner of the tables stands under their policies too, and sees the rows of one tenant at a time.
 */
export async function runBackfill(
  site: Site,
  migration: Migration,
  pass: Backfill['pass'],
  say: { rows(rows: number, of: number | null): void; wait(detail: string): void },
): Promise<void> {
  let rowsAtOnce = size.first;
  for (;;) {
    if (site.shouldStop()) throw new Stopped();

    const began = performance.now();
    const after = await step(site, say.wait, async (tx, run) => {
      const at = await readPosition(tx, migration, pass);
      return at.finishedAt === null ? advance(tx, run, migration, at, rowsAtOnce) : at;
    });
    say.rows(after.rows, after.estimate);
    if (after.finishedAt !== null) return;

    const took = performance.now() - began;
    if (took > aim.slow) rowsAtOnce = Math.max(size.least, Math.floor(rowsAtOnce / 2));
    else if (took < aim.quick) rowsAtOnce = Math.min(size.most, rowsAtOnce * 2);
  }
}

async function readPosition(tx: Tx, { number, rows }: Migration, pass: number): Promise<Backfill> {
  await tx.query(sql`
    insert into schema_backfills (number, pass, estimate)
    select ${number}::int, ${pass}::int, nullif(greatest(reltuples, 0), 0)::bigint from pg_class
    where oid = to_regclass(${rows?.table})
    on conflict do nothing`);
  const [at] = await tx.query<Backfill>(sql`
    select number, pass, position, rows::float8 as rows, estimate::float8 as estimate, started_at as "startedAt",
      finished_at as "finishedAt"
    from schema_backfills where number = ${number} and pass = ${pass}`);
  if (!at) throw new Error(`there is no table ${rows?.table}`);
  return at;
}

/** One batch: rows of as many tenants as it takes to fill it. */
async function advance(
  tx: Tx,
  run: Run,
  migration: Migration,
  at: Backfill,
  most: number,
): Promise<Backfill> {
  const batch = await batchStatement(tx, migration);
  let { position } = at;
  let left = most;
  let finished = false;

  const until = performance.now() + aim.slow;
  while (left > 0 && !finished && performance.now() < until) {
    if (position === null) position = { tenant: platformId, key: null };
    await run(`set local app.tenant_id = '${position.tenant}'`);
    const [done] = await tx.query<{ read: number; last: string[] | null }>(batch(position, left));
    left -= done?.read ?? 0;

    if (left === 0) position = { tenant: position.tenant, key: done?.last ?? null };
    else {
      const [next] = await tx.query<{ id: string }>(
        sql`select id from tenants where id > ${position.tenant} order by id limit 1`,
      );
      finished = next === undefined;
      if (next) position = { tenant: next.id, key: null };
    }
  }

  const rows = at.rows + most - left;
  const [stored] = await tx.query<{ at: string | null }>(sql`
    update schema_backfills set position = ${JSON.stringify(position)}::jsonb, rows = ${rows},
      finished_at = case when ${finished}::boolean then now() end
    where number = ${at.number} and pass = ${at.pass}
    returning finished_at as at`);
  return { ...at, position, rows, finishedAt: stored?.at ?? null };
}

type Position = NonNullable<Backfill['position']>;

/** The statement of the migration on the next rows of a tenant, and which row was the last of them. */
async function batchStatement(
  tx: Tx,
  { rows, up, sha256 }: Migration,
): Promise<(position: Position, limit: number) => Statement> {
  const { table = '', key = [] } = rows ?? {};
  const types = await tx.query<{ name: string; type: string }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = to_regclass(${table})`);
  const typeOf = new Map(types.map(({ name, type }) => [name, type]));
  const columns = key.join(', ');
  const backwards = key.map((column) => `${column} desc`).join(', ');
  const last = key.map((column) => `${column}::text`).join(', ');

  return (position, limit) => {
    const values: unknown[] = [position.tenant, limit, ...(position.key ?? [])];
    const places = key.map((column, i) => `$${i + 3}::${typeOf.get(column)}`).join(', ');
    const after = position.key ? `and (${columns}) > (${places})` : '';
    return {
      name: `backfill ${sha256.slice(0, 16)} ${position.key ? 'on' : 'from'}`,
      text: `with batch as materialized (
        select tenant_id, ${columns} from ${table} where tenant_id = $1 ${after} order by ${columns} limit $2
      ), work as (${up[0]} returning 1)
      select (select count(*) from batch)::int as read, (select count(*) from work)::int as changed,
        (select array[${last}] from batch order by ${backwards} limit 1) as last`,
      values,
    };
  };
}

import type { Database, Tx } from '../../src/db/database.ts';
import { sql } from '../../src/db/sql.ts';

/** A table as the catalogue knows it. */
export interface Table {
  name: string;
  /** Row-level security, and for the owner too. */
  secured: boolean;
  /** The column that says whose a row is; undefined for a table that is nobody's. */
  owner: 'tenant_id' | 'id' | undefined;
  /** Those that a statement may write: no generated ones. */
  columns: Column[];
}

export interface Column {
  name: string;
  type: string;
  /** A row needs a value of it. */
  needed: boolean;
  /** First of the values that a CHECK lists. */
  allowed: string | null;
}

/** The tables of the schema, so that a new one is tested the day it appears. */
export async function readTables(db: Database): Promise<Table[]> {
  const rows = await db.owner((tx) =>
    tx.query<{ table: string; secured: boolean } & Column>(sql`
      select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as secured, a.attname as name,
        format_type(a.atttypid, a.atttypmod) as type, a.attnotnull and not a.atthasdef as needed,
        (select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[''([^'']*)''')
         from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p')
      order by c.relname, a.attnum`),
  );

  const tables = new Map<string, Table>();
  for (const { table: name, secured, ...column } of rows) {
    const table = tables.get(name) ?? { name, secured, owner: undefined, columns: [] };
    table.columns.push(column);
    if (column.name === 'tenant_id') table.owner = 'tenant_id';
    tables.set(name, table);
  }
  const tenants = tables.get('tenants');
  if (tenants) tenants.owner = 'id';
  return [...tables.values()];
}

/** An INSERT of one row that the table's checks accept, of the tenant given. */
export function insertOf(table: Table, tenantId: string): string {
  const needed = table.columns.filter((c) => c.needed);
  const values = needed.map((c) => (c.name === table.owner ? `'${tenantId}'` : valueFor(c)));
  return `insert into ${table.name} (${needed.map((c) => c.name).join(', ')}) values (${values.join(', ')})`;
}

function valueFor({ type, allowed }: Column): string {
  if (allowed !== null) return `'${allowed}'`;
  switch (type) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'text':
      return "'x-' || gen_random_uuid()";
    case 'date':
      return "'2026-01-01'";
    case 'boolean':
      return 'false';
    case 'jsonb':
      return "'{}'";
    case 'bytea':
      return "decode(md5(random()::text), 'hex')";
    case 'bigint':
    case 'integer':
    case 'smallint':
      return '0';
    case 'timestamp with time zone':
      return "'2026-01-01T00:00:00Z'";
    default:
      return type.endsWith('[]') ? "'{}'" : `null::${type}`;
  }
}

/** A function that runs with its owner's rights. */
export interface Definer {
  name: string;
  owner: string;
  /** Types of its parameters. */
  parameters: string[];
  firstParameter: string | null;
  settings: string[] | null;
  /** The roles that may call it, of `roles` and `public`. */
  callers: string[];
}

export const readDefiners = (db: Database): Promise<Definer[]> =>
  db.owner((tx: Tx) =>
    tx.query<Definer>(sql`
      select p.proname as name, pg_get_userbyid(p.proowner) as owner, p.proargnames[1] as "firstParameter",
        array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as u(t, i) order by i) as parameters,
        p.proconfig as settings,
        array(select r from unnest(array['erp_app', 'erp_platform', 'erp_poster', 'public']) r
              where has_function_privilege(r, p.oid, 'execute') order by r) as callers
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
      where p.prosecdef
      order by p.proname`),
  );

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

const directory = new URL('../../migrations/', import.meta.url);

export interface Migration {
  name: string;
  text: string;
  sha256: string;
}

/** A schema this program cannot run on, in one sentence for the person who started it. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

/** The numbered files of `migrations/`, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((f) => f.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(new URL(name, directory), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the schema up to the program's, all in one transaction, so that two servers that start at once do the work once and
 * a crash leaves the old schema. Refuses a database whose migrations are not a prefix of the program's.
 */
export async function migrate(db: Database): Promise<{ applied: string[] }> {
  const migrations = await readMigrations();
  return db.owner(async (tx, run) => {
    await run("select pg_advisory_xact_lock(hashtext('erp migrations'))");
    await run(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const done = await tx.query<{ name: string; sha256: string }>(
      sql`select name, sha256 from schema_migrations order by name`,
    );

    done.forEach((row, i) => {
      const ours = migrations[i];
      if (ours?.name !== row.name) {
        throw new SchemaError(
          `the database has migration ${row.name}, which this program does not know: it needs a newer erp-server`,
        );
      }
      if (ours.sha256 !== row.sha256) {
        throw new SchemaError(
          `the database was made with another version of migration ${row.name}: nothing before 1.0 can be upgraded, so start on an empty database`,
        );
      }
    });

    const missing = migrations.slice(done.length);
    for (const migration of missing) {
      for (const statement of splitStatements(migration.text)) await run(statement);
      await tx.query(
        sql`insert into schema_migrations (name, sha256) values (${migration.name}, ${migration.sha256})`,
      );
    }
    return { applied: missing.map((m) => m.name) };
  });
}

/** Whether the schema is the program's own, for `/health/ready`. */
export async function schemaState(db: Database): Promise<'current' | 'old' | 'newer'> {
  const migrations = await readMigrations();
  const [row] = await db.owner((tx) =>
    tx.query<{ count: string }>(sql`select count(*)::text as count from schema_migrations`),
  );
  const count = Number(row?.count ?? 0);
  if (count === migrations.length) return 'current';
  return count < migrations.length ? 'old' : 'newer';
}

/**
 * Statements of a file, at semicolons outside quotes, dollar quotes and comments: Citus takes one DDL statement a message.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  const token = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$[a-z_]*\$)[\s\S]*?\1|;/gi;
  let start = 0;
  for (const match of text.matchAll(token)) {
    if (match[0] !== ';') continue;
    statements.push(text.slice(start, match.index).trim());
    start = match.index + 1;
  }
  const rest = text
    .slice(start)
    .replace(/--[^\n]*/g, '')
    .trim();
  if (rest) throw new SyntaxError(`a migration ends without a semicolon: ${rest.slice(0, 60)}`);
  return statements.filter((s) => s !== '');
}

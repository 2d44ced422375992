import { describe, expect, test } from 'vitest';
import { readRelease, splitStatements } from '../src/db/schema/index.ts';
import { readSources } from './boundaries/source.ts';
import {
  routingFaults,
  type SqlStatement,
  schemaFaults,
  statementFaults,
  statementsInSource,
  tenantTables,
  withoutComments,
} from './boundaries/sql-rules.ts';

const migrations = readRelease().migrations.flatMap(({ name, text }) =>
  splitStatements(text).map((statement) => {
    const line = text.slice(0, text.indexOf(statement)).split('\n').length;
    return { place: `migrations/${name}.sql:${line}`, text: withoutComments(statement) };
  }),
);
const program = readSources('packages/server/src').flatMap(statementsInSource);

// Read across tenants by the platform's role: a key is looked up by its hash, and a worker takes the next job of any tenant.
const platformTables = ['api_keys', 'jobs'];

const statement = (text: string): SqlStatement[] => [{ place: 'made-up', text }];

describe('sql', () => {
  test('sql.schema keeps the rules of Citus: keys hold the tenant, no triggers, no enums, no sub-select in a policy', () => {
    expect([...tenantTables(migrations)]).toEqual(expect.arrayContaining(['accounts', 'entries', 'lines']));
    expect(schemaFaults(migrations)).toEqual([]);
  });

  test('sql.statements use no set_config and nothing volatile after DO UPDATE SET', () => {
    expect(program.length).toBeGreaterThan(0);
    expect(statementFaults([...migrations, ...program])).toEqual([]);
  });

  test('sql.statements on a tenant table name tenant_id', () => {
    const tables = tenantTables(migrations);
    for (const name of platformTables) tables.delete(name);
    expect(routingFaults(program, tables)).toEqual([]);
  });
});

describe('sql of made-up statements', () => {
  const keys = 'tenant_id uuid not null, id uuid not null, primary key (tenant_id, id)';

  test.each([
    [
      'create table a (tenant_id uuid not null, id uuid primary key)',
      'a: the primary key starts with tenant_id',
    ],
    [
      'create table a (tenant_id uuid, id uuid, primary key (id, tenant_id))',
      'a: the primary key starts with tenant_id',
    ],
    [
      'create table a (tenant_id uuid, id uuid)',
      'a: a tenant table has a primary key that starts with tenant_id',
    ],
    [`create table a (${keys}, code text unique)`, 'a: a unique constraint contains tenant_id'],
    [`create table a (${keys}, b uuid references b)`, 'a: a foreign key contains tenant_id on both sides'],
    [
      `create table a (${keys}, b uuid, foreign key (b) references b (id))`,
      'a: a foreign key contains tenant_id on both sides',
    ],
    [
      `create table a (${keys}, r daterange, exclude using gist (r with &&))`,
      'a: an exclusion constraint contains tenant_id with =',
    ],
  ])('schemaFaults refuses %s', (text, rule) => {
    expect(schemaFaults(statement(text))).toEqual([`made-up ${rule}`]);
  });

  test('schemaFaults accepts keys with the tenant, and tables without one', () => {
    const good = `create table a (${keys}, b uuid, unique (tenant_id, b), foreign key (tenant_id, b) references b (tenant_id, id))`;
    expect(schemaFaults(statement(good))).toEqual([]);
    expect(schemaFaults(statement('create table plain (id uuid primary key, slug text unique)'))).toEqual([]);
    expect(
      schemaFaults(statement('create policy p on a for select using (tenant_id = current_tenant())')),
    ).toEqual([]);
  });

  test.each([
    'create trigger t before insert on a for each row execute function f()',
    'create policy p on a for select using (tenant_id in (select id from tenants))',
    "create type state as enum ('open', 'closed')",
    'create view v as select 1',
    'alter table a add column n bigint generated always as identity',
    'alter table a add foreign key (tenant_id, b) references b on delete set null',
  ])('schemaFaults refuses %s', (text) => {
    expect(schemaFaults(statement(text))).toHaveLength(1);
  });

  test('schemaFaults sees a unique index without the tenant', () => {
    const table = statement(`create table a (${keys}, h bytea)`);
    expect(schemaFaults([...table, ...statement('create unique index i on a (h)')])).toHaveLength(1);
    expect(schemaFaults([...table, ...statement('create unique index i on a (tenant_id, h)')])).toEqual([]);
  });

  test('statementFaults sees set_config, and now() or a sub-select after DO UPDATE SET only', () => {
    expect(statementFaults(statement("select set_config('app.tenant_id', $1, true)"))).toHaveLength(1);
    expect(
      statementFaults(statement('insert into a values ($1, now()) on conflict (b) do update set c = $2')),
    ).toEqual([]);
    for (const value of ['now()', 'current_timestamp', '(select 1)']) {
      expect(
        statementFaults(statement(`insert into a values ($1) on conflict (b) do update set c = ${value}`)),
      ).toHaveLength(1);
    }
  });

  test('routingFaults sees a statement that leaves the tenant to the policy', () => {
    const tables = new Set(['entries']);
    const source = (text: string) =>
      statementsInSource({ path: 'store.ts', text: `\n  const q = sql\`${text}\`;` });
    expect(routingFaults(source(`select * from entries where id = \${id}`), tables)).toEqual([
      'store.ts:2 a statement on entries names tenant_id',
    ]);
    expect(
      routingFaults(source(`select * from entries where tenant_id = \${tenant} and id = \${id}`), tables),
    ).toEqual([]);
    expect(routingFaults(source(`select * from tenants where id = \${id}`), tables)).toEqual([]);
  });

  test('withoutComments keeps quoted text', () => {
    expect(withoutComments("select '--no' -- now()\n/* set_config( */, 1")).toBe("select '--no'  \n , 1");
  });
});

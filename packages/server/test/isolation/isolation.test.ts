import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { sql } from '../../src/db/sql.ts';
import { freshDatabase } from '../harness.ts';
import { type Definer, insertOf, readDefiners, readTables, type Table } from './catalogue.ts';
import { type Role, rights, roles } from './rights.ts';

const own = '00000000-0000-7000-8000-00000000000a';
const foreign = '00000000-0000-7000-8000-00000000000b';

let db: Database;
let tables: Table[];
let definers: Definer[];

beforeAll(async () => {
  ({ db } = await freshDatabase());
  tables = await readTables(db);
  definers = await readDefiners(db);
  await db.owner(async (_, run) => {
    for (const table of tables.filter((t) => t.owner)) {
      await run(insertOf(table, own));
      await run(insertOf(table, foreign));
    }
  });
});

afterAll(() => db.close());

const undo = new Error('undo');

/** Runs one statement as a role and takes it back: how many rows it met, or the SQLSTATE of its refusal. */
async function attempt(role: Role, tenantId: string | undefined, text: string): Promise<number | string> {
  let met: number | string = 0;
  const work = db.owner(async (tx, run) => {
    await run(`set local role ${role}`);
    if (tenantId) await run(`set local app.tenant_id = '${tenantId}'`);
    try {
      met = (await tx.query(sql([text] as unknown as TemplateStringsArray))).length;
    } catch (error) {
      met = (error as { code: string }).code;
    }
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
  return met;
}

const denied = '42501';

/** One statement a verb, on the rows of one tenant or on none. */
const verbs = {
  r: (t: Table, where: string) => `select 1 as met from ${t.name} where ${where}`,
  i: (t: Table, where: string) => {
    const columns = t.columns.map((column) => column.name).join(', ');
    return `insert into ${t.name} (${columns}) select ${columns} from ${t.name} where ${where} returning 1 as met`;
  },
  u: (t: Table, where: string) => {
    const column = t.columns.at(-1)?.name;
    return `update ${t.name} set ${column} = ${column} where ${where} returning 1 as met`;
  },
  d: (t: Table, where: string) => `delete from ${t.name} where ${where} returning 1 as met`,
} as const;

const verbNames = Object.keys(verbs) as (keyof typeof verbs)[];

test('isolation.tables every table of the schema is expected, and none else', () => {
  expect(tables.map((t) => t.name).sort()).toEqual(Object.keys(rights).sort());
});

test('isolation.tables row-level security stands, for the owner too, on every table that holds rows of a tenant', () => {
  const open = tables.filter((t) => t.owner && !t.secured).map((t) => t.name);
  expect(open).toEqual([]);
});

test('isolation.tables role x table x verb is as the table of rights says', async () => {
  const found: Record<string, Record<Role, string>> = {};
  for (const table of tables) {
    const row = { erp_app: '', erp_platform: '', erp_poster: '' };
    for (const role of roles) {
      for (const verb of verbNames) {
        const met = await attempt(role, own, verbs[verb](table, 'false'));
        row[role] += met === denied ? '-' : met === 0 ? verb : `(${met})`;
      }
    }
    found[table.name] = row;
  }

  const expected = Object.fromEntries(
    Object.entries(rights).map(([name, { everyTenant: _, ...row }]) => [name, row]),
  );
  expect(found).toEqual(expected);
});

describe('isolation.rows', () => {
  test('isolation.rows a role meets rows of its own tenant only, unless the table of rights says otherwise', async () => {
    const met: string[] = [];
    for (const table of tables.filter((t) => t.owner)) {
      for (const role of roles) {
        const allowed = rights[table.name]?.[role] ?? '----';
        const sees = rights[table.name]?.everyTenant?.includes(role) ? 1 : 0;
        for (const verb of ['r', 'u', 'd'] as const) {
          const may = allowed.includes(verb);
          const ofOwn = await attempt(role, own, verbs[verb](table, `${table.owner} = '${own}'`));
          const ofForeign = await attempt(role, own, verbs[verb](table, `${table.owner} = '${foreign}'`));
          if (ofOwn !== (may ? 1 : denied)) met.push(`${role} ${verb} ${table.name}: own ${ofOwn}`);
          if (ofForeign !== (may ? sees : denied))
            met.push(`${role} ${verb} ${table.name}: foreign ${ofForeign}`);
        }
      }
    }
    expect(met).toEqual([]);
  });

  test('isolation.rows nothing is written under the name of another tenant', async () => {
    const wrong: string[] = [];
    for (const table of tables.filter((t) => t.owner)) {
      for (const role of roles) {
        const may = rights[table.name]?.[role].includes('i');
        const crosses = rights[table.name]?.everyTenant?.includes(role);
        const ofOwn = await attempt(role, own, insertOf(table, own));
        const ofForeign = await attempt(role, own, insertOf(table, foreign));
        // The row of tenants is there already: its own key says so, after the policy.
        const written = table.name === 'tenants' ? '23505' : 0;
        if (ofOwn !== (may ? written : denied)) wrong.push(`${role} ${table.name}: own ${ofOwn}`);
        if (ofForeign !== (may && crosses ? written : denied))
          wrong.push(`${role} ${table.name}: foreign ${ofForeign}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('isolation.rows no row is moved to another tenant', async () => {
    const wrong: string[] = [];
    for (const table of tables.filter((t) => t.owner === 'tenant_id')) {
      for (const role of roles) {
        if (rights[table.name]?.everyTenant?.includes(role)) continue;
        const move = `update ${table.name} set tenant_id = '${foreign}' where tenant_id = '${own}'`;
        const met = await attempt(role, own, move);
        if (met !== denied) wrong.push(`${role} ${table.name}: ${met}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('isolation.rows without a tenant nothing of any tenant is visible', async () => {
    const seen: string[] = [];
    for (const table of tables.filter((t) => t.owner)) {
      for (const role of roles) {
        if (rights[table.name]?.everyTenant?.includes(role)) continue;
        const met = await attempt(role, undefined, verbs.r(table, 'true'));
        if (met !== 0 && met !== denied) seen.push(`${role} ${table.name}: ${met}`);
      }
    }
    expect(seen).toEqual([]);
  });
});

describe('isolation.functions', () => {
  test('isolation.functions with their owner`s rights have a fixed search path, no open door, and no superuser behind', () => {
    expect(definers.map((f) => f.name)).toContain('post_entries');
    for (const definer of definers) {
      expect(definer, definer.name).toMatchObject({ owner: 'erp_poster', firstParameter: 'p_tenant' });
      expect(definer.callers, definer.name).not.toContain('public');
      expect(definer.settings, definer.name).toContainEqual('search_path=public, pg_temp');
    }
  });

  test('isolation.functions refuse another tenant than that of the transaction', async () => {
    for (const { name, parameters, callers } of definers) {
      const role = roles.find((r) => r !== 'erp_poster' && callers.includes(r)) as Role;
      const nothing = parameters.slice(1).map((type) => `null::${type}`);
      const call = (tenantId: string) => `select ${name}(${[`'${tenantId}'::uuid`, ...nothing].join(', ')})`;
      expect(await attempt(role, own, call(foreign)), name).toBe('P0001');
      expect(await attempt(role, undefined, call(own)), name).toBe('P0001');
    }
  });
});

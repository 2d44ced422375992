import { isUuid } from '../kernel/id.ts';
import { fieldProblem } from '../kernel/problem.ts';
import type { ChangeTx, Field, ResourceTable } from './resource-store.ts';
import { fragment, sql } from './sql.ts';

type Row = Record<string, unknown>;

export interface InsertOptions {
  /** What becomes of a reference that nothing stands behind: the rows are refused, or it is left open. */
  readonly missing?: 'refused' | 'open';
}

/**
 * Inserts many rows of a coded resource with a statement for each set of columns that they name, and an audit row each. A
 * reference is a code, or an id; one to a row of the same list is found too, in whatever order they stand.
 */
export async function insertAll(
  tx: ChangeTx,
  tenantId: string,
  { table, noun, fields }: ResourceTable,
  rows: readonly Row[],
  options: InsertOptions = {},
): Promise<void> {
  const given = rows.map((row) => ({ id: tx.newId(), ...row })) as (Row & { id: string; code: string })[];
  const ids = await idsOf(tx, tenantId, { table, fields }, given, options);
  const groups = new Map<string, Row[]>();
  for (const row of given) {
    const named = fields.filter(({ name }) => row[name] !== undefined && row[name] !== null);
    const columns = [
      'tenant_id',
      'id',
      'external_id',
      'code',
      'created_at',
      'updated_at',
      ...named.map((f) => f.column),
    ];
    const stored: Row = {
      ...{ tenant_id: tenantId, id: row.id, external_id: row['externalId'] ?? null, code: row.code },
      ...{ created_at: tx.at, updated_at: tx.at },
      ...Object.fromEntries(
        named.map((field) => [
          field.column,
          field.kind === 'ref' ? ids(field, row[field.name]) : row[field.name],
        ]),
      ),
    };
    const key = columns.join(', ');
    const group = groups.get(key);
    if (group) group.push(stored);
    else groups.set(key, [stored]);
  }

  for (const [columns, group] of groups) {
    await tx.query(sql`
      insert into ${fragment(table)} (${fragment(columns)})
      select ${fragment(columns)} from jsonb_populate_recordset(null::${fragment(table)}, ${JSON.stringify(group)}::jsonb)`);
  }
  await tx.auditAll(
    given.map((row) => ({ resource: noun, resourceId: row.id, resourceCode: row.code, after: row })),
  );
}

/** Finds the ids of what rows refer to: in the list itself, else in the table. */
async function idsOf(
  tx: ChangeTx,
  tenantId: string,
  { table, fields }: Pick<ResourceTable, 'table' | 'fields'>,
  rows: readonly (Row & { id: string; code: string })[],
  { missing = 'refused' }: InsertOptions,
): Promise<(field: Field, value: unknown) => string | null> {
  const own = new Map(rows.map(({ code, id }) => [code, id]));
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const field of fields) {
    if (field.kind !== 'ref') continue;
    const codes = rows.map((row) => row[field.name]).filter((value) => value !== undefined && value !== null);
    if (codes.length === 0) continue;
    const known = await tx.query<{ code: string; id: string }>(sql`
      select code, id from ${fragment(field.refTable ?? '')}
      where tenant_id = ${tenantId} and code in (select unnest(${[...new Set(codes)]}::text[]))`);
    found.set(field.name, new Map(known.map(({ code, id }) => [code, id])));
  }
  return (field, value) => {
    const name = String(value);
    const id = (field.refTable === table ? own.get(name) : undefined) ?? found.get(field.name)?.get(name);
    if (id) return id;
    if (missing === 'open') return null;
    if (isUuid(name)) return name;
    throw fieldProblem(
      field.unknown ?? 'invalid_request',
      `/${field.name}`,
      `${field.name} ${JSON.stringify(name)} does not exist`,
    );
  };
}

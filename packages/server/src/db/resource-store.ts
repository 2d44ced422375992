import { isUuid } from '../kernel/id.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../kernel/page.ts';
import { fieldProblem, notFound, Problem, type ProblemCode } from '../kernel/problem.ts';
import type { Tx } from './database.ts';
import { type InsertOptions, insertAll } from './insert-all.ts';
import { fragment, joined, type Statement, sql } from './sql.ts';

/** What a change of reference data needs of its transaction. */
export interface ChangeTx extends Tx {
  readonly at: string;
  newId(): string;
  audit(row: AuditedRow): Promise<void>;
  auditAll(rows: readonly AuditedRow[]): Promise<void>;
}

interface AuditedRow {
  resource: string;
  resourceId: string;
  resourceCode?: string;
  before?: unknown;
  after?: unknown;
}

/** One field of a resource: its name on the wire, its column, and how the two translate. */
export interface Field {
  name: string;
  column: string;
  /** `ref`: the wire has another resource's code, the column its id; replies carry both (`parent`, `parentId`). */
  kind: 'text' | 'json' | 'boolean' | 'date' | 'ref' | 'number';
  /** Table that a `ref` points into, and the code of the refusal when it points nowhere. */
  refTable?: string;
  unknown?: ProblemCode;
  /** Never changed by an update. */
  fixed?: boolean;
}

export interface ResourceTable {
  table: string;
  /** As refusals and audit rows name it: `account`. */
  noun: string;
  fields: readonly Field[];
  /** A further column that every statement must name, for values that live inside another resource. */
  within?: string;
}

/** What every coded resource has. */
export interface Coded {
  id: string;
  code: string;
  version: number;
}

export interface ListQuery {
  limit?: number;
  cursor?: string;
  updatedSince?: string;
  externalId?: string;
  active?: boolean;
}

/**
 * The statements of a coded resource: list by code, get by code or id, create, update with optimistic locking. Written once
 * from the table's description, because seven areas would repeat them; what is special to an area stands in its own store.
 */
export function createStore<R extends Coded>(description: ResourceTable) {
  const { table, noun, fields, within } = description;
  const plain = fields.filter((f) => f.kind !== 'ref');
  const refs = fields.filter((f) => f.kind === 'ref');
  const columns = [
    't.id',
    't.external_id as "externalId"',
    't.code',
    // A 64-bit number is text in the driver and a number on the wire.
    ...plain.map((f) => `t.${f.column}${f.kind === 'number' ? '::float8' : ''} as "${f.name}"`),
    ...refs.flatMap((f) => [`${f.column}_r.code as "${f.name}"`, `t.${f.column} as "${f.name}Id"`]),
    't.created_at as "createdAt"',
    't.updated_at as "updatedAt"',
    't.version',
  ];
  const joins = refs.map(
    (f) =>
      `left join ${f.refTable} ${f.column}_r on ${f.column}_r.tenant_id = t.tenant_id and ${f.column}_r.id = t.${f.column}`,
  );
  const select = fragment(`select ${columns.join(', ')} from ${table} t ${joins.join(' ')}`);
  const inOwner = (ownerId: string | undefined): Statement =>
    within && ownerId !== undefined ? sql`and t.${fragment(within)} = ${ownerId}` : sql``;

  async function get(tx: Tx, tenantId: string, name: string, ownerId?: string): Promise<R | undefined> {
    if (isUuid(name)) {
      const id = name.toLowerCase();
      const [byId] = await tx.query<R>(
        sql`${select} where t.tenant_id = ${tenantId} and t.id = ${id} ${inOwner(ownerId)}`,
      );
      if (byId) return byId;
    }
    const [byCode] = await tx.query<R>(
      sql`${select} where t.tenant_id = ${tenantId} and t.code = ${name} ${inOwner(ownerId)}`,
    );
    return byCode;
  }

  async function require(tx: Tx, tenantId: string, name: string, ownerId?: string): Promise<R> {
    const found = await get(tx, tenantId, name, ownerId);
    if (!found) throw notFound(noun, JSON.stringify(name));
    return found;
  }

  /** Those that have one of the codes or external ids, in one statement. A long list that is no relation would be searched for every row. */
  async function findAll(
    tx: Tx,
    tenantId: string,
    codes: readonly string[],
    externalIds: readonly string[],
  ): Promise<R[]> {
    const name = fragment(table);
    return tx.query<R>(sql`
      ${select}
      where t.tenant_id = ${tenantId} and t.id in (
        select c.id from ${name} c where c.tenant_id = ${tenantId} and c.code in (select unnest(${codes}::text[]))
        union
        select x.id from ${name} x where x.tenant_id = ${tenantId} and x.external_id in (select unnest(${externalIds}::text[])))`);
  }

  async function list(tx: Tx, tenantId: string, query: ListQuery, ownerId?: string): Promise<Page<R>> {
    const limit = query.limit ?? defaultLimit;
    const [after] = decodeCursor(query.cursor, 1) ?? [''];
    const rows = await tx.query<R>(sql`${select}
      where t.tenant_id = ${tenantId} and t.code > ${after} ${inOwner(ownerId)}
        and (${query.updatedSince ?? null}::timestamptz is null or t.updated_at >= ${query.updatedSince ?? null}::timestamptz)
        and (${query.externalId ?? null}::text is null or t.external_id = ${query.externalId ?? null})
        and (${query.active ?? null}::boolean is null or t.active = ${query.active ?? null})
      order by t.code limit ${limit + 1}`);
    return toPage(
      rows,
      limit,
      (row) => [row.code],
      (row) => row,
    );
  }

  /** All of a tenant, by code: of what a tenant has some hundreds or thousands of. */
  const all = (tx: Tx, tenantId: string): Promise<R[]> =>
    tx.query<R>(sql`${select} where t.tenant_id = ${tenantId} order by t.code`);

  /** Takes rows away that nothing names any more; that is for the caller to know. */
  async function remove(tx: ChangeTx, tenantId: string, rows: readonly R[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(sql`
      delete from ${fragment(table)} where tenant_id = ${tenantId} and id in (select unnest(${rows.map((row) => row.id)}::uuid[]))`);
    await tx.auditAll(
      rows.map((before) => ({ resource: noun, resourceId: before.id, resourceCode: before.code, before })),
    );
  }

  async function insert(
    tx: ChangeTx,
    tenantId: string,
    body: Record<string, unknown>,
    ownerId?: string,
  ): Promise<R> {
    const id = tx.newId();
    const given: [string, unknown][] = [
      ['tenant_id', tenantId],
      ['id', id],
      ['external_id', body['externalId'] ?? null],
      ['code', body['code']],
      ['created_at', tx.at],
      ['updated_at', tx.at],
      ...(within ? [[within, ownerId] satisfies [string, unknown]] : []),
    ];
    for (const field of fields) {
      if (body[field.name] === undefined) continue;
      given.push([field.column, await stored(tx, tenantId, field, body[field.name])]);
    }

    const names = fragment(given.map(([column]) => column).join(', '));
    const values = joined(
      given.map(([, value]) => sql`${value}`),
      ', ',
    );
    await tx.query(sql`insert into ${fragment(table)} (${names}) values (${values})`);
    const created = await require(tx, tenantId, id, ownerId);
    await tx.audit({ resource: noun, resourceId: id, resourceCode: created.code, after: created });
    return created;
  }

  /** Replaces what the patch names; null clears. `ifMatch` refuses a change of what the caller has not seen. */
  async function update(
    tx: ChangeTx,
    tenantId: string,
    before: R,
    patch: Record<string, unknown>,
    ifMatch?: string,
  ): Promise<R> {
    checkVersion(before, ifMatch);
    const sets = [sql`updated_at = ${tx.at}`, sql`version = version + 1`];
    if (patch['code'] !== undefined) sets.push(sql`code = ${patch['code']}`);
    if (patch['externalId'] !== undefined) sets.push(sql`external_id = ${patch['externalId']}`);
    for (const field of fields) {
      const value = patch[field.name];
      if (value === undefined || field.fixed) continue;
      sets.push(sql`${fragment(field.column)} = ${await stored(tx, tenantId, field, value)}`);
    }
    const changed = await tx.query(sql`
      update ${fragment(table)} set ${joined(sets, ', ')}
      where tenant_id = ${tenantId} and id = ${before.id} and version = ${before.version}
      returning id`);
    if (changed.length === 0) throw versionConflict(noun);

    const after = await require(tx, tenantId, before.id);
    await tx.audit({ resource: noun, resourceId: before.id, resourceCode: after.code, before, after });
    return after;
  }

  return {
    ...{ get, require, findAll, list, all, insert, update, remove },
    /** Many at once; a row may refer to another of them. */
    insertAll: (
      tx: ChangeTx,
      tenantId: string,
      rows: readonly Record<string, unknown>[],
      options?: InsertOptions,
    ) => insertAll(tx, tenantId, description, rows, options),
  };
}

/** The value a column takes: a reference's id, JSON as text, anything else as it is. */
async function stored(tx: Tx, tenantId: string, field: Field, value: unknown): Promise<unknown> {
  if (value === null) return null;
  if (field.kind === 'json') return JSON.stringify(value);
  if (field.kind !== 'ref') return value;

  const name = String(value);
  const [row] = await tx.query<{ id: string }>(
    sql`select id from ${fragment(field.refTable ?? '')} where tenant_id = ${tenantId} and (code = ${name} or id::text = ${name})`,
  );
  if (!row) {
    throw fieldProblem(
      field.unknown ?? 'invalid_request',
      `/${field.name}`,
      `${field.name} ${JSON.stringify(name)} does not exist`,
    );
  }
  return row.id;
}

export function checkVersion(before: { version: number }, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === `"${before.version}"`) return;
  throw new Problem(
    'version_conflict',
    `It is at version ${before.version} by now: read it again, then change it`,
  );
}

export const versionConflict = (noun: string): Problem =>
  new Problem(
    'version_conflict',
    `The ${noun} was changed by somebody else meanwhile: read it again, then change it`,
  );

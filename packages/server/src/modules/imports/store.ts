import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { fragment, joined, type Statement, sql } from '../../db/sql.ts';
import { decodeCursor, defaultLimit } from '../../kernel/page.ts';

type Import = components['schemas']['Import'];
export type Options = components['schemas']['ImportOptions'];
export type Said = components['schemas']['CodecSaid'];
export type Interpretation = components['schemas']['Interpretation'];
export type State = Import['state'];

/** A session as it is stored; amounts are minor units of the base currency. */
export interface Session
  extends Omit<Import, 'parts' | 'rows' | 'debit' | 'credit' | 'entries' | 'lines' | Counted> {
  fingerprint: string;
  said: Said | null;
  idPrefix: string | null;
  entries: string;
  lines: string;
  valid: string;
  written: string;
  updated: string;
  unchanged: string;
  skipped: string;
  rejected: string;
  debit: string | null;
  credit: string | null;
  received: string;
  next: number;
  bytes: string;
  rows: string;
}

type Counted = 'valid' | 'written' | 'updated' | 'unchanged' | 'skipped' | 'rejected';

// Parts are counted when they are asked for: were the counts kept on the session, parts that arrive together would wait for
// each other.
const selectWith = ({ said, assertions }: { said: string; assertions: string }) =>
  fragment(`
  select i.id, i.resource, i.mode, i.on_error as "onError", i.format, i.options, i.source_name as "sourceName", i.size::float8 as size,
    i.sha256, i.again, i.fingerprint, i.state, ${said} as said, i.entries, i.lines, i.valid, i.written, i.updated, i.unchanged, i.skipped,
    i.rejected, i.debit, i.credit, i.interpretation, ${assertions} as assertions, i.assertion_counts as "assertionCounts", i.effects,
    i.opening_differences as "openingDifferences", i.progress, i.failure, i.created_by as "createdBy",
    i.validated_at as "validatedAt", i.committed_at as "committedAt", i.reversed_at as "reversedAt", i.reversed_by as "reversedBy",
    i.id_prefix as "idPrefix", i.created_at as "createdAt", i.updated_at as "updatedAt", i.version,
    p.received, p.bytes, p.rows, p.next
  from imports i
  cross join lateral (
    select count(*) as received, coalesce(sum(bytes), 0)::bigint as bytes, coalesce(sum(rows), 0)::bigint as rows,
      coalesce(max(part) filter (where part = place), 0) + 1 as next
    from (
      select part, bytes, rows, row_number() over (order by part) as place
      from import_parts where tenant_id = i.tenant_id and import_id = i.id) one) p`);

const select = selectWith({ said: 'i.said', assertions: 'i.assertions' });

// What a file states may be long: a list does without.
const selectShort = selectWith({ said: 'null::jsonb', assertions: "'[]'::jsonb" });

export async function find(tx: Tx, tenantId: string, id: string): Promise<Session | undefined> {
  const [session] = await tx.query<Session>(sql`${select} where i.tenant_id = ${tenantId} and i.id = ${id}`);
  return session;
}

/** The session, held until the transaction ends, so that its state is changed by one request or job at a time. */
export async function lock(tx: Tx, tenantId: string, id: string): Promise<Session | undefined> {
  await tx.query(sql`select id from imports where tenant_id = ${tenantId} and id = ${id} for update`);
  return find(tx, tenantId, id);
}

export interface ListQuery {
  limit?: number;
  cursor?: string;
  state?: State;
  sha256?: string;
}

/** Newest first, one row more than a page. */
export function list(tx: Tx, tenantId: string, query: ListQuery): Promise<Session[]> {
  const [before] = decodeCursor(query.cursor, 1) ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
  return tx.query<Session>(sql`${selectShort}
    where i.tenant_id = ${tenantId} and i.id < ${before}
      and (${query.state ?? null}::text is null or i.state = ${query.state ?? null})
      and (${query.sha256 ?? null}::text is null or i.sha256 = ${query.sha256 ?? null})
    order by i.id desc limit ${(query.limit ?? defaultLimit) + 1}`);
}

/** The committed session that holds the same file, read in the same way. */
export async function committedTwin(
  tx: Tx,
  tenantId: string,
  fingerprint: string,
): Promise<string | undefined> {
  const [twin] = await tx.query<{ id: string }>(sql`
    select id from imports where tenant_id = ${tenantId} and fingerprint = ${fingerprint} and state = 'committed'
    order by committed_at limit 1`);
  return twin?.id;
}

export interface NewSession
  extends Required<Omit<components['schemas']['NewImport'], 'sourceName' | 'size' | 'options'>> {
  id: string;
  options: Options;
  sourceName: string | null;
  size: number | null;
  fingerprint: string;
  createdBy: string;
}

export async function insert(tx: Tx & { at: string }, tenantId: string, session: NewSession): Promise<void> {
  const { id, resource, mode, onError, format, options, sourceName, size, sha256, again, fingerprint } =
    session;
  await tx.query(sql`
    insert into imports (tenant_id, id, resource, mode, on_error, format, options, source_name, size, sha256, again, fingerprint,
      state, created_by, created_at, updated_at)
    values (${tenantId}, ${id}, ${resource}, ${mode}, ${onError}, ${format}, ${JSON.stringify(options)}, ${sourceName}, ${size},
      ${sha256}, ${again}, ${fingerprint}, 'receiving', ${session.createdBy}, ${tx.at}, ${tx.at})`);
}

const columns = {
  state: 'state',
  said: 'said',
  entries: 'entries',
  lines: 'lines',
  valid: 'valid',
  written: 'written',
  updated: 'updated',
  unchanged: 'unchanged',
  skipped: 'skipped',
  rejected: 'rejected',
  debit: 'debit',
  credit: 'credit',
  interpretation: 'interpretation',
  assertions: 'assertions',
  assertionCounts: 'assertion_counts',
  effects: 'effects',
  accountEffects: 'account_effects',
  openingDifferences: 'opening_differences',
  progress: 'progress',
  failure: 'failure',
  validatedAt: 'validated_at',
  committedAt: 'committed_at',
  reversedAt: 'reversed_at',
  reversedBy: 'reversed_by',
  idPrefix: 'id_prefix',
} as const;

export type Patch = { [Field in keyof typeof columns]?: unknown };

export async function update(tx: Tx, tenantId: string, id: string, at: string, patch: Patch): Promise<void> {
  const sets = (Object.keys(columns) as (keyof typeof columns)[])
    .filter((field) => patch[field] !== undefined)
    .map((field): Statement => sql`${fragment(columns[field])} = ${stored(patch[field])}`);
  await tx.query(sql`
    update imports set updated_at = ${at}, version = version + 1, ${joined(sets, ', ')}
    where tenant_id = ${tenantId} and id = ${id}`);
}

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** The lowest part that is missing, of as many as there are to be. */
export async function missingPart(
  tx: Tx,
  tenantId: string,
  id: string,
  parts: number,
): Promise<number | undefined> {
  const [missing] = await tx.query<{ part: number }>(sql`
    select n as part from generate_series(1, ${parts}::int) n
    where not exists (select from import_parts where tenant_id = ${tenantId} and import_id = ${id} and part = n)
    order by n limit 1`);
  return missing?.part;
}

const staging = [
  'import_entries',
  'import_lines',
  'import_names',
  'import_records',
  'import_places',
] as const;

/** What is needed no longer once an import has ended; its parts are still counted, its rejects still shown. */
export async function dropStaging(tx: Tx, tenantId: string, id: string): Promise<void> {
  for (const table of staging) {
    await tx.query(sql`delete from ${fragment(table)} where tenant_id = ${tenantId} and import_id = ${id}`);
  }
}

export async function dropParts(tx: Tx, tenantId: string, id: string): Promise<void> {
  await dropStaging(tx, tenantId, id);
  await tx.query(sql`delete from import_rejects where tenant_id = ${tenantId} and import_id = ${id}`);
  await tx.query(sql`delete from import_parts where tenant_id = ${tenantId} and import_id = ${id}`);
}

/** Everything that a tenant ever imported, for a ledger that starts over. */
export async function forgetImports(tx: Tx, tenantId: string): Promise<void> {
  for (const table of [...staging, 'import_rejects', 'import_parts']) {
    await tx.query(sql`delete from ${fragment(table)} where tenant_id = ${tenantId}`);
  }
  await tx.query(sql`delete from imports where tenant_id = ${tenantId}`);
}

export type RejectRow = components['schemas']['ImportReject'];

/** The next faults after a place, by row of the source. Read page by page: a slow reader must not hold a connection. */
export function rejectsAfter(
  tx: Tx,
  tenantId: string,
  id: string,
  after: readonly [row: string, part: number, n: string],
  limit: number,
): Promise<(RejectRow & { at: [string, number, string] })[]> {
  const [row, part, n] = after;
  return tx.query(sql`
    select nullif(row, 0)::float8 as row, entry, field, value, code, message, jsonb_build_array(row::text, part, n::text) as at
    from import_rejects
    where tenant_id = ${tenantId} and import_id = ${id}
      and (row, part, n) > (${row}::bigint, ${part}::int, ${n}::bigint)
    order by import_rejects.row, part, n limit ${limit}`);
}

/** Faulty rows that name no entry. */
export async function looseRows(tx: Tx, tenantId: string, id: string): Promise<number> {
  const [row] = await tx.query<{ loose: string }>(sql`
    select coalesce(sum(loose), 0) as loose from import_parts where tenant_id = ${tenantId} and import_id = ${id}`);
  return Number(row?.loose ?? 0);
}

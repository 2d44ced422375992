import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { fragment, sql } from '../../db/sql.ts';
import { type Written, writtenBy } from '../../kernel/currencies.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';

export type Export = components['schemas']['Export'];

/** Which lines of the range, as the caller wrote them; null: all. `dimension` and `dimensionValue` are both given or neither. */
export interface Filters {
  journal: string | null;
  account: string | null;
  dimension: string | null;
  dimensionValue: string | null;
}

/** What was asked for. `period`: number of a period of the one year that the range touches. */
export interface NewExport extends Filters {
  format: Export['format'];
  from: string;
  to: string;
  year: string | null;
  period: number | null;
  baseCurrency: string;
}

/** Minor units come as decimal text. */
export interface ExportRow extends NewExport {
  id: string;
  snapshot: string | null;
  state: Export['state'];
  rows: string | null;
  entries: string | null;
  debit: string | null;
  credit: string | null;
  sha256: string | null;
  notHeld: Record<string, number>;
  files: Export['files'];
  failure: Export['failure'];
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

const select = fragment(`
  select id, format, from_date as "from", to_date as "to", year, period, journal, account, dimension,
    dimension_value as "dimensionValue", base_currency as "baseCurrency",
    snapshot_at as snapshot, state, rows, entries, debit, credit, sha256, not_held as "notHeld", files, failure,
    created_by as "createdBy", created_at as "createdAt", updated_at as "updatedAt", version
  from exports`);

export async function requireExport(tx: Tx, tenantId: string, id: string): Promise<ExportRow> {
  const [row] = await tx.query<ExportRow>(sql`${select} where tenant_id = ${tenantId} and id = ${id}`);
  if (!row) throw notFound('export', id);
  return row;
}

/** Exports, newest first. */
export async function list(
  tx: Tx,
  tenant: Parameters<typeof writtenBy>[0] & { id: string },
  query: { limit?: number; cursor?: string },
): Promise<Page<Export>> {
  const limit = query.limit ?? defaultLimit;
  const [before] = decodeCursor(query.cursor, 1) ?? [null];
  const rows = await tx.query<ExportRow>(sql`${select}
    where tenant_id = ${tenant.id} and (${before}::uuid is null or id < ${before})
    order by id desc limit ${limit + 1}`);
  const written = writtenBy(tenant);
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => shape(row, written),
  );
}

export async function insert(
  tx: Tx & { at: string; newId(): string },
  tenantId: string,
  asked: NewExport,
  createdBy: string,
): Promise<ExportRow> {
  const id = tx.newId();
  const { format, from, to, year, period, journal, account, dimension, dimensionValue, baseCurrency } = asked;
  await tx.query(sql`
    insert into exports (tenant_id, id, format, from_date, to_date, year, period, journal, account, dimension,
      dimension_value, base_currency, created_by, created_at, updated_at)
    values (${tenantId}, ${id}, ${format}, ${from}, ${to}, ${year}, ${period}, ${journal}, ${account}, ${dimension},
      ${dimensionValue}, ${baseCurrency}, ${createdBy}, ${tx.at}, ${tx.at})`);
  return requireExport(tx, tenantId, id);
}

/** What the content was, counted while it was read. Amounts are minor units of the base currency. */
export interface Manifest {
  snapshot: string;
  rows: number;
  entries: number;
  debit: bigint;
  credit: bigint;
  sha256: string;
  notHeld: Record<string, number>;
  files: Export['files'];
}

export const begin = (tx: Tx, tenantId: string, id: string, at: string): Promise<unknown> =>
  tx.query(sql`
    update exports set state = 'running', failure = null, updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);

export const finish = (
  tx: Tx,
  tenantId: string,
  id: string,
  at: string,
  manifest: Manifest,
): Promise<unknown> =>
  tx.query(sql`
    update exports set state = 'done', snapshot_at = ${manifest.snapshot}, rows = ${manifest.rows},
      entries = ${manifest.entries}, debit = ${manifest.debit}, credit = ${manifest.credit}, sha256 = ${manifest.sha256},
      not_held = ${JSON.stringify(manifest.notHeld)}, files = ${JSON.stringify(manifest.files)}, failure = null,
      updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);

/**
 * The content was not read to its end. It may be read again: a reader that went away leaves it queued, a failure is kept. One
 * that another reader has finished meanwhile stays as it is.
 */
export const giveBack = (
  tx: Tx,
  tenantId: string,
  id: string,
  at: string,
  failure: Export['failure'],
): Promise<unknown> =>
  tx.query(sql`
    update exports set state = ${failure ? 'failed' : 'queued'}, failure = ${failure ? JSON.stringify(failure) : null},
      updated_at = ${at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and state = 'running'`);

/** An export as the wire has it. */
export function shape(row: ExportRow, written: Written): Export {
  const { period, journal, account, dimension, dimensionValue, baseCurrency, ...counted } = row;
  const { rows, entries, debit, credit, ...rest } = counted;
  const count = (text: string | null) => (text === null ? null : Number(text));
  const amount = (text: string | null) => (text === null ? null : written(text, baseCurrency));
  return {
    ...rest,
    resource: 'ledger',
    year: period === null ? rest.year : null,
    filters: {
      period: period === null ? null : `${rest.year}/${period}`,
      ...{ journal, account },
      dimension:
        dimension === null || dimensionValue === null ? null : { code: dimension, value: dimensionValue },
    },
    rows: count(rows),
    entries: count(entries),
    debit: amount(debit),
    credit: amount(credit),
  };
}

import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import { Column } from './columns.ts';
import type { Reject, StagedPart } from './parts.ts';

export interface PartRow {
  part: number;
  sha256: string;
  rows: string;
  bytes: string;
}

export async function findPart(
  tx: Tx,
  tenantId: string,
  id: string,
  part: number,
): Promise<PartRow | undefined> {
  const [row] = await tx.query<PartRow>(sql`
    select part, sha256, rows, bytes from import_parts
    where tenant_id = ${tenantId} and import_id = ${id} and part = ${part}`);
  return row;
}

/** The session's state, shared, so that it stays `receiving` until the part is in. */
export async function stateForPart(tx: Tx, tenantId: string, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ state: string }>(
    sql`select state from imports where tenant_id = ${tenantId} and id = ${id} for share`,
  );
  return row?.state;
}

/** Stages a part; false when it is there already, from a request that ran at the same time. */
export async function stagePart(
  tx: Tx & { at: string },
  tenantId: string,
  id: string,
  { part, sha256, bytes }: { part: number; sha256: string; bytes: number },
  staged: StagedPart,
): Promise<boolean> {
  const taken = await tx.query(sql`
    insert into import_parts (tenant_id, import_id, part, sha256, rows, bytes, loose, received_at)
    values (${tenantId}, ${id}, ${part}, ${sha256}, ${staged.rows}, ${bytes}, ${staged.loose}, ${tx.at})
    on conflict do nothing
    returning part`);
  if (taken.length === 0) return false;

  await stageEntries(tx, tenantId, id, staged);
  await stageLines(tx, tenantId, id, staged);
  await stageNames(tx, tenantId, id, part, staged);
  await stageRecords(tx, tenantId, id, part, staged);
  await stageRejects(tx, tenantId, id, part, staged.rejects);
  return true;
}

async function stageEntries(tx: Tx, tenantId: string, id: string, staged: StagedPart): Promise<void> {
  const c = staged.entries.heads();
  await tx.query(sql`
    insert into import_entries (tenant_id, import_id, ord, entry, row, lines, debit, credit, negative, storno, kind, journal,
      series, number, sequence, period, entry_date, document_date, document_ref, tax_date, validated_on, description,
      external_id, source)
    select ${tenantId}::uuid, ${id}::uuid, u.* from unnest(${`${c.ord}`}::bigint[], ${`${c.entry}`}::text[],
      ${`${c.row}`}::bigint[], ${`${c.lines}`}::int[], ${`${c.debit}`}::bigint[], ${`${c.credit}`}::bigint[],
      ${`${c.negative}`}::boolean[], ${`${c.storno}`}::boolean[], ${`${c.kind}`}::text[], ${`${c.journal}`}::text[],
      ${`${c.series}`}::text[], ${`${c.number}`}::text[], ${`${c.sequence}`}::bigint[], ${`${c.period}`}::smallint[],
      ${`${c.date}`}::date[], ${`${c.documentDate}`}::date[], ${`${c.documentRef}`}::text[], ${`${c.taxDate}`}::date[],
      ${`${c.validatedOn}`}::date[], ${`${c.description}`}::text[], ${`${c.externalId}`}::text[],
      ${`${c.source}`}::jsonb[]) as u`);
}

async function stageLines(tx: Tx, tenantId: string, id: string, { entries }: StagedPart): Promise<void> {
  const c = entries.lines;
  await tx.query(sql`
    insert into import_lines (tenant_id, import_id, ord, position, row, account, debit, credit, currency, currency_debit,
      currency_credit, rate, party, party_role, description, document_ref, document_date, value_date, due_date, dimensions,
      quantity, unit, extra, settlement, settlement_date)
    select ${tenantId}::uuid, ${id}::uuid, u.* from unnest(${`${c.ord}`}::bigint[], ${`${c.position}`}::int[],
      ${`${c.row}`}::bigint[], ${`${c.account}`}::text[], ${`${c.debit}`}::bigint[], ${`${c.credit}`}::bigint[],
      ${`${c.currency}`}::text[], ${`${c.currencyDebit}`}::bigint[], ${`${c.currencyCredit}`}::bigint[],
      ${`${c.rate}`}::text[], ${`${c.party}`}::text[], ${`${c.partyRole}`}::text[], ${`${c.description}`}::text[],
      ${`${c.documentRef}`}::text[], ${`${c.documentDate}`}::date[], ${`${c.valueDate}`}::date[],
      ${`${c.dueDate}`}::date[], ${`${c.dimensions}`}::jsonb[], ${`${c.quantity}`}::text[], ${`${c.unit}`}::text[],
      ${`${c.extra}`}::jsonb[], ${`${c.settlement}`}::text[], ${`${c.settlementDate}`}::date[]) as u`);
}

async function stageNames(
  tx: Tx,
  tenantId: string,
  id: string,
  part: number,
  staged: StagedPart,
): Promise<void> {
  const c = staged.names.columns();
  await tx.query(sql`
    insert into import_names (tenant_id, import_id, part, n, kind, within, code, name, type, row)
    select ${tenantId}::uuid, ${id}::uuid, ${part}::int, u.n, u.kind, u.within, u.code, u.name, u.type, u.row
    from unnest(${`${c.kind}`}::text[], ${`${c.within}`}::text[], ${`${c.code}`}::text[], ${`${c.name}`}::text[],
      ${`${c.type}`}::text[], ${`${c.row}`}::bigint[]) with ordinality as u(kind, within, code, name, type, row, n)`);
}

async function stageRecords(
  tx: Tx,
  tenantId: string,
  id: string,
  part: number,
  staged: StagedPart,
): Promise<void> {
  const rows = new Column();
  const bodies = new Column();
  staged.records.forEach(({ row, body }, at) => {
    rows.plain(at, row ?? undefined);
    bodies.json(at, body);
  });
  await tx.query(sql`
    insert into import_records (tenant_id, import_id, part, n, row, body)
    select ${tenantId}::uuid, ${id}::uuid, ${part}::int, u.n, u.row, u.body
    from unnest(${`${rows}`}::bigint[], ${`${bodies}`}::jsonb[]) with ordinality as u(row, body, n)`);
}

/** Keeps faults; `after`: how many the part has already. */
export async function stageRejects(
  tx: Tx,
  tenantId: string,
  id: string,
  part: number,
  rejects: readonly Reject[],
  after = 0,
): Promise<void> {
  if (rejects.length === 0) return;
  const column = <T>(pick: (reject: Reject) => T): T[] => rejects.map(pick);
  await tx.query(sql`
    insert into import_rejects (tenant_id, import_id, part, n, ord, row, entry, field, value, code, message)
    select ${tenantId}::uuid, ${id}::uuid, ${part}::int, ${after}::bigint + u.n, u.ord, coalesce(u.row, 0), u.entry, u.field, u.value, u.code,
      u.message
    from unnest(${column((r) => r.ord)}::bigint[], ${column((r) => r.row)}::bigint[], ${column((r) => r.entry)}::text[],
      ${column((r) => r.field)}::text[], ${column((r) => r.value)}::text[], ${column((r) => r.code)}::text[],
      ${column((r) => r.message)}::text[]) with ordinality as u(ord, row, entry, field, value, code, message, n)`);
}

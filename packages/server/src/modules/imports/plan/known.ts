import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import type { NameKind } from '../staging/part-names.ts';
import type { RecordRow } from '../staging/rows.ts';

/** Something that lines name, each once; what was said of it first. */
export interface Named {
  kind: NameKind;
  within: string;
  code: string;
  name: string | null;
  type: string | null;
  row: string | null;
}

export const namesOf = (tx: Tx, tenantId: string, id: string): Promise<Named[]> =>
  tx.query(sql`
    select kind, within, code, (array_agg(name order by part, n) filter (where name is not null))[1] as name,
      (array_agg(type order by part, n) filter (where type is not null))[1] as type,
      (array_agg(row order by part, n))[1] as row
    from import_names
    where tenant_id = ${tenantId} and import_id = ${id}
    group by kind, within, code
    order by min(part), min(n)`);

/** A row that is no line. `place`: part and place in it, in the order of the source. */
export interface StagedRecord {
  part: number;
  n: number;
  row: string | null;
  body: RecordRow;
}

export const recordsOf = (tx: Tx, tenantId: string, id: string): Promise<StagedRecord[]> =>
  tx.query(sql`
    select part, n, row, body from import_records
    where tenant_id = ${tenantId} and import_id = ${id} order by part, n`);

/** The same, so many at once. */
export async function* recordsInTurn(
  tx: Tx,
  tenantId: string,
  id: string,
  atOnce: number,
): AsyncGenerator<StagedRecord[], void, undefined> {
  for (let last = { part: 0, n: -1 }; ; ) {
    const records = await tx.query<StagedRecord>(sql`
      select part, n, row, body from import_records
      where tenant_id = ${tenantId} and import_id = ${id} and (part, n) > (${last.part}::int, ${last.n}::int)
      order by part, n limit ${atOnce}`);
    if (records.length > 0) yield records;
    const end = records.at(-1);
    if (!end || records.length < atOnce) return;
    last = end;
  }
}

/** Accounts that rows are to stand under, and that neither the file nor the books have. */
export async function missingParents(tx: Tx, tenantId: string, id: string): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(sql`
    with records as materialized (
      select body ->> 'code' as code, body ->> 'parent' as parent from import_records
      where tenant_id = ${tenantId} and import_id = ${id})
    select distinct parent as code from records where parent is not null
    except select code from records
    except select code from accounts where tenant_id = ${tenantId}`);
  return new Set(rows.map(({ code }) => code));
}

export interface KnownAccount {
  id: string;
  code: string;
  name: string;
  postable: boolean;
  currency: string | null;
  partyPolicy: 'required' | 'optional' | 'forbidden';
  dimensionPolicy: Record<string, string>;
  validFrom: string | null;
  validTo: string | null;
}

export const accountsByCode = (tx: Tx, tenantId: string, codes: readonly string[]): Promise<KnownAccount[]> =>
  tx.query(sql`
    select id, code, name, postable, currency, party_policy as "partyPolicy", dimension_policy as "dimensionPolicy",
      valid_from as "validFrom", valid_to as "validTo"
    from accounts where tenant_id = ${tenantId} and code = any (${codes}::text[])`);

/** Codes that lines may go to, to guess what a wrong one meant. */
export async function postableCodes(tx: Tx, tenantId: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    sql`select code from accounts where tenant_id = ${tenantId} and postable and active order by code`,
  );
  return rows.map((row) => row.code);
}

export interface KnownJournal {
  id: string;
  code: string;
  name: string;
  area: string;
  series: string;
  neverResets: boolean;
}

export const journalsOf = (tx: Tx, tenantId: string): Promise<KnownJournal[]> =>
  tx.query(sql`
    select j.id, j.code, j.name, j.area, s.code as series, s.reset = 'never' as "neverResets"
    from journals j join series s on s.tenant_id = j.tenant_id and s.id = j.series_id
    where j.tenant_id = ${tenantId} order by j.code`);

export interface KnownSeries {
  code: string;
  neverResets: boolean;
}

export const seriesOf = (tx: Tx, tenantId: string): Promise<KnownSeries[]> =>
  tx.query(sql`select code, reset = 'never' as "neverResets" from series where tenant_id = ${tenantId}`);

export interface KnownParty {
  id: string;
  code: string;
  name: string;
}

export const partiesByCode = (tx: Tx, tenantId: string, codes: readonly string[]): Promise<KnownParty[]> =>
  tx.query(sql`
    select id, code, name from parties where tenant_id = ${tenantId} and code = any (${codes}::text[])`);

/** Holders of codes in a subledger: a file may know a party by that code and not by ours. */
export const partiesBySubledger = (
  tx: Tx,
  tenantId: string,
  codes: readonly string[],
): Promise<(KnownParty & { role: string; subledgerCode: string })[]> =>
  tx.query(sql`
    select p.id, p.code, p.name, r.role, r.subledger_code as "subledgerCode"
    from party_roles r join parties p on p.tenant_id = r.tenant_id and p.id = r.party_id
    where r.tenant_id = ${tenantId} and r.subledger_code in (select unnest(${codes}::text[]))`);

export interface KnownValue {
  dimension: string;
  code: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}

/** Every dimension, with its values; one without values has a row with `code` null. */
export const dimensionsOf = (
  tx: Tx,
  tenantId: string,
): Promise<
  (Omit<KnownValue, 'code' | 'name'> & { name: string; code: string | null; valueName: string | null })[]
> =>
  tx.query(sql`
    select d.code as dimension, d.name, v.code, v.name as "valueName", v.valid_from as "validFrom", v.valid_to as "validTo"
    from dimensions d left join dimension_values v on v.tenant_id = d.tenant_id and v.dimension_id = d.id
    where d.tenant_id = ${tenantId}`);

export async function hasUnbalancedOpening(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from import_entries
    where tenant_id = ${tenantId} and import_id = ${id} and kind = 'opening' and debit <> credit limit 1`);
  return rows.length > 0;
}

/** First days of the years that valid entries belong to. */
export async function yearsUsed(tx: Tx, tenantId: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ start: string }>(sql`
    select distinct year_start as start from import_placed_entries where tenant_id = ${tenantId} and import_id = ${id}`);
  return rows.map((row) => row.start);
}

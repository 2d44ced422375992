import type { AccountRow, ExportHead, JournalRow, PartyRow } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { unallocatedResult } from '../../kernel/unallocated-result.ts';
import type { ExportRange } from './range.ts';

/** Reference data by id, for lines that name it by id: joined here once, not by the database for each line. */
export interface Referred {
  accounts: Map<string, AccountRow & { control: string }>;
  journals: Map<string, JournalRow>;
  series: Map<string, string>;
  parties: Map<string, PartyRow>;
}

/** The head without reference data: all that a format asks for before it runs. */
export function bareHead(tenant: TenantInfo, range: ExportRange): ExportHead {
  const { slug, name, registrationNumber, country } = tenant;
  return {
    tenant: {
      ...{ slug, name, country, unallocatedResult: unallocatedResult.code },
      ...(registrationNumber === null ? {} : { registrationNumber }),
    },
    baseCurrency: range.years[0]?.baseCurrency ?? tenant.baseCurrency,
    from: range.from,
    to: range.to,
    years: range.years.map(({ code, start, end }) => ({ record: 'year', code, start, end })),
    ...{ accounts: [], journals: [], parties: [] },
  };
}

/** Everything that lines may refer to, by the bytes of its codes. Held in memory: lines are not. */
export async function readReferred(tx: Tx, tenantId: string): Promise<Referred> {
  const accounts = await tx.query<AccountRow & { id: string; control: string }>(sql`
    select a.id, 'account' as record, a.code, a.name, a.statement, a.type, p.code as parent, a.postable, a.currency, a.control,
      a.settleable, a.unit, case when a.mappings <> '[]' then a.mappings end as mappings, a.external_id as "externalId"
    from accounts a left join accounts p on p.tenant_id = ${tenantId} and p.id = a.parent_id
    where a.tenant_id = ${tenantId} order by a.code`);
  const journals = await tx.query<JournalRow & { id: string }>(sql`
    select j.id, 'journal' as record, j.code, j.name, j.area, s.code as series, j.external_id as "externalId"
    from journals j join series s on s.tenant_id = ${tenantId} and s.id = j.series_id
    where j.tenant_id = ${tenantId} order by j.code`);
  const series = await tx.query<{ id: string; code: string }>(
    sql`select id, code from series where tenant_id = ${tenantId}`,
  );
  const parties = await tx.query<PartyRow & { id: string }>(sql`
    select p.id, 'party' as record, p.code, p.name, p.kind, p.registration_number as "registrationNumber",
      p.external_id as "externalId",
      (select json_agg(json_build_object('role', r.role, 'subledgerCode', r.subledger_code, 'controlAccount', c.code)
         order by r.role collate "C")
       from party_roles r left join accounts c on c.tenant_id = ${tenantId} and c.id = r.control_account_id
       where r.tenant_id = ${tenantId} and r.party_id = p.id) as roles
    from parties p where p.tenant_id = ${tenantId} order by p.code`);
  return {
    accounts: byId(accounts),
    journals: byId(journals),
    series: new Map(series.map(({ id, code }) => [id, code])),
    parties: byId(
      parties.map((party) => ({
        ...party,
        ...(party.roles ? { roles: party.roles.map(withoutNulls) } : {}),
      })),
    ),
  };
}

/** Dimensions and their values, by the bytes of their codes. */
export async function readDimensions(
  tx: Tx,
  tenantId: string,
): Promise<Required<Pick<ExportHead, 'dimensionTypes' | 'dimensionValues'>>> {
  const types = await tx.query<{ code: string; name: string; parent?: string }>(sql`
    select d.code, d.name, p.code as parent
    from dimensions d left join dimensions p on p.tenant_id = ${tenantId} and p.id = d.parent_id
    where d.tenant_id = ${tenantId} order by d.code`);
  const values = await tx.query<{ dimension: string; code: string; name: string }>(sql`
    select d.code as dimension, v.code, v.name
    from dimension_values v join dimensions d on d.tenant_id = ${tenantId} and d.id = v.dimension_id
    where v.tenant_id = ${tenantId} order by d.code, v.code`);
  return { dimensionTypes: types.map(withoutNulls), dimensionValues: values };
}

/** Names of dimensions and extras on the lines of the range: CSV has a column for each, before its first line. */
export async function namesUsed(
  tx: Tx,
  tenantId: string,
  { from, to }: ExportRange,
): Promise<{ dimensions: string[]; extras: string[] }> {
  const rows = await tx.query<{ kind: 'dimension' | 'extra'; name: string }>(sql`
    select distinct u.kind, u.name
    from lines l
    cross join lateral (
      select 'dimension' as kind, jsonb_object_keys(l.dimensions) as name
      union all
      select 'extra', jsonb_object_keys(l.extra)) u
    where l.tenant_id = ${tenantId} and l.entry_date between ${from} and ${to}
      and (l.dimensions is not null or l.extra is not null)`);
  const named = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.name);
  return { dimensions: named('dimension'), extras: named('extra') };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, Omit<T, 'id'>> {
  return new Map(rows.map(({ id, ...row }) => [id, withoutNulls(row)]));
}

/** A field that has no value is absent from a row of a file. */
function withoutNulls<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import { valueKey } from '../plan/plan.ts';

/** What the checks have counted; amounts are minor units of the base currency, of what is valid. */
export interface Counts {
  entries: number;
  valid: number;
  rejected: number;
  lines: number;
  debit: string;
  credit: string;
}

/**
 * `surplus`: heads that are parts of one entry and could not be joined; `records`: refused rows that are no lines. Faulty rows
 * that name no entry count as one each.
 */
export async function countsOf(
  tx: Tx,
  tenantId: string,
  id: string,
  { surplus, records }: { surplus: number; records: number },
): Promise<Counts> {
  const [row] = await tx.query<
    Record<'heads' | 'valid' | 'lines' | 'debit' | 'credit' | 'loose', string>
  >(sql`
    select count(*) as heads, count(*) filter (where not fault) as valid,
      coalesce(sum(lines + (difference is not null)::int) filter (where not fault), 0) as lines,
      coalesce(sum(debit + greatest(-coalesce(difference, 0), 0)) filter (where not fault), 0)::bigint as debit,
      coalesce(sum(credit + greatest(coalesce(difference, 0), 0)) filter (where not fault), 0)::bigint as credit,
      (select coalesce(sum(loose), 0) from import_parts where tenant_id = ${tenantId} and import_id = ${id}) as loose
    from import_entries where tenant_id = ${tenantId} and import_id = ${id}`);
  if (!row) throw new Error('an aggregate has no row');
  const entries = Number(row.heads) - surplus + records + Number(row.loose);
  const valid = Number(row.valid);
  return {
    entries,
    valid,
    rejected: entries - valid,
    lines: Number(row.lines),
    debit: row.debit,
    credit: row.credit,
  };
}

/** What valid entries name, as `Plan.byName` writes it. */
export async function usedNames(tx: Tx, tenantId: string, id: string): Promise<Set<string>> {
  const rows = await tx.query<{ kind: string; code: string; within: string | null }>(sql`
    with valid as materialized (
      select l.account, l.party, l.dimensions from import_lines l
      join import_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord and not e.fault
      where l.tenant_id = ${tenantId} and l.import_id = ${id})
    select distinct 'account' as kind, account as code, null as within from valid
    union all select distinct 'account', difference_account, null from import_entries
      where tenant_id = ${tenantId} and import_id = ${id} and not fault and difference_account is not null
    union all select distinct 'party', party, null from valid where party is not null
    union all select distinct 'value', d.value, d.key from valid, jsonb_each_text(dimensions) d where dimensions is not null
    union all select distinct 'journal', journal, null from import_entries
      where tenant_id = ${tenantId} and import_id = ${id} and not fault and journal is not null
    union all select distinct 'series', series, null from import_entries
      where tenant_id = ${tenantId} and import_id = ${id} and not fault and series is not null`);
  return new Set(
    rows.map(({ kind, code, within }) => `${kind} ${within === null ? code : valueKey(within, code)}`),
  );
}

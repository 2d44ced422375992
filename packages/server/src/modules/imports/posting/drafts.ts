import { sql } from '../../../db/sql.ts';
import { uuidv7 } from '../../../kernel/id.ts';
import { amountContext } from '../../entries/index.ts';
import type { Done, Work } from '../jobs/job.ts';

/**
 * Keeps the entries as drafts in place of posting them: without numbers, which a draft never has; that of the file stays as
 * the reference of its source. Amounts are written as decimal strings, as drafts have them.
 */
export async function writeDrafts({ tx, tenant, session, by, now }: Work): Promise<Done> {
  const { exponent } = amountContext(tenant, false);
  const base = tenant.baseCurrency;
  const currencies = await tx.query<{ code: string }>(sql`
    select distinct currency as code from import_lines
    where tenant_id = ${tenant.id} and import_id = ${session.id} and currency is not null`);
  const codes = [base, ...currencies.map((c) => c.code)];
  const prefix = uuidv7(now()).slice(0, 24);

  const [written] = await tx.query<{ entries: string; lines: string; debit: string }>(sql`
    with units as materialized (
      select * from unnest(${codes}::text[], ${codes.map((code) => exponent(code) ?? 2)}::int[]) as u(code, exponent)),
    bodies as materialized (
      select l.ord, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'account', l.account, 'debit', case when l.debit <> 0 or l.credit = 0 then minor_text(l.debit, b.exponent) end,
          'credit', case when l.credit <> 0 then minor_text(l.credit, b.exponent) end, 'currency', l.currency,
          'currencyDebit', case when l.currency_debit <> 0 or l.currency_credit = 0 then minor_text(l.currency_debit, c.exponent) end,
          'currencyCredit', case when l.currency_credit <> 0 then minor_text(l.currency_credit, c.exponent) end,
          'rate', l.rate, 'party', l.party, 'partyRole', l.party_role, 'description', l.description,
          'documentRef', l.document_ref, 'documentDate', l.document_date, 'valueDate', l.value_date, 'dueDate', l.due_date,
          'dimensions', l.dimensions, 'quantity', l.quantity, 'unit', l.unit, 'extra', l.extra)) order by l.position) as lines
      from import_placed_lines l
      join units b on b.code = ${base}
      left join units c on c.code = l.currency
      where l.tenant_id = ${tenant.id} and l.import_id = ${session.id}
      group by l.ord),
    made as (
      insert into drafts (tenant_id, id, external_id, journal_id, body, created_by, created_at, updated_at)
      select ${tenant.id}::uuid, import_entry_id(${prefix}::text, e.ord), e.external_id, e.journal_id,
        jsonb_strip_nulls(jsonb_build_object(
          'date', e.entry_date, 'kind', case when e.kind not in ('reversal', 'void') then e.kind end, 'period', e.period,
          'documentDate', e.document_date, 'documentRef', e.document_ref, 'taxDate', e.tax_date, 'validatedOn', e.validated_on,
          'description', e.description, 'storno', e.storno,
          'source', jsonb_strip_nulls(jsonb_build_object('system', ${session.format}::text, 'reference', coalesce(e.number, e.entry),
            'line', e.row::text)) || coalesce(e.source, '{}'))) || jsonb_build_object('lines', coalesce(b.lines, '[]')),
        ${by.name}, ${tx.at}::timestamptz, ${tx.at}::timestamptz
      from import_placed_entries e left join bodies b on b.ord = e.ord
      where e.tenant_id = ${tenant.id} and e.import_id = ${session.id})
    select count(*) as entries, coalesce(sum(lines + (difference is not null)::int), 0) as lines,
      coalesce(sum(debit + greatest(-coalesce(difference, 0), 0)), 0)::bigint as debit
    from import_placed_entries where tenant_id = ${tenant.id} and import_id = ${session.id}`);
  const { entries = '0', lines = '0', debit = '0' } = written ?? {};
  return { written: Number(entries), lines: Number(lines), debit, credit: debit };
}

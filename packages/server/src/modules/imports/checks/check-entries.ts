import type { Tx } from '../../../db/database.ts';
import { type Statement, sql } from '../../../db/sql.ts';
import type { Nowhere } from '../plan/places.ts';
import type { Target } from '../staging/target.ts';

/** Lines of an entry at most, as for a single one. */
const linesAtMost = 10_000;

/** Entries that a faulty row has taken lines from: what their lines add up to says nothing. */
const whole = ({ tenantId, id }: Target): Statement => sql`not exists (
  select from import_rejects r
  where r.tenant_id = ${tenantId} and r.import_id = ${id} and r.part > 0 and r.ord = e.ord)`;

/** What an entry must say of itself, and how many lines it may have. */
export async function checkHeads(target: Target): Promise<void> {
  await target.faults.add(sql`
    select e.ord, e.row, e.entry, f.field, null as value, f.code, f.message
    from import_entries e
    cross join lateral (
      select 'journal' as field, 'invalid_request' as code, 'no line of the entry names its journal' as message
      where e.journal is null
      union all
      select 'date', 'invalid_request', 'no line of the entry has its date' where e.entry_date is null
      union all
      select null, 'invalid_request', 'the entry has no lines' where e.lines = 0 and e.kind is distinct from 'void'
      union all
      select null, 'invalid_request', 'a void entry is a used number without lines: leave its lines out'
      where e.lines > 0 and e.kind = 'void'
      union all
      select 'number', 'invalid_request', 'a void entry is a used number: it needs one' where e.kind = 'void' and e.number is null
      union all
      select null, 'entry_too_large', 'the entry has ' || e.lines || ' lines, and ' || ${linesAtMost}::int || ' are the most'
      where e.lines > ${linesAtMost}) f
    where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id}
      and (e.journal is null or e.entry_date is null or e.lines = 0 or e.lines > ${linesAtMost} or e.kind = 'void')
      and ${whole(target)}`);
}

export async function checkPlaces(target: Target, nowhere: readonly Nowhere[]): Promise<void> {
  if (nowhere.length === 0) return;
  const column = <T>(pick: (place: Nowhere) => T): T[] => nowhere.map(pick);
  await target.faults.add(sql`
    select e.ord, e.row, e.entry, u.field,
      case u.field when 'journal' then e.journal when 'series' then e.series when 'kind' then e.kind else e.entry_date::text end
        as value, u.code, u.message
    from import_entries e
    join unnest(${column((p) => p.journal)}::text[], ${column((p) => p.series)}::text[], ${column((p) => p.date)}::date[],
      ${column((p) => p.kind)}::text[], ${column((p) => p.period)}::smallint[], ${column((p) => p.field)}::text[],
      ${column((p) => p.code)}::text[], ${column((p) => p.message)}::text[])
      as u(journal, series, date, kind, period, field, code, message)
      on u.journal = e.journal and u.series = coalesce(e.series, '') and u.date = e.entry_date
        and u.kind = coalesce(e.kind, 'normal') and u.period = coalesce(e.period, -1)
    where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id}`);
}

/**
 * Debit and credit in base currency. `unbalanced_rounding`: it balances in each currency, has a foreign line, and the
 * difference is at most half a minor unit a line. An opening may have an account for its difference; it gets a line there.
 */
export async function checkBalance(
  target: Target,
  difference: { account: string | undefined; remedy: string },
): Promise<void> {
  const { tx, tenantId, id, base, exponent } = target;
  const { account } = difference;
  if (account !== undefined) {
    await tx.query(sql`
      update import_entries e set difference = e.debit - e.credit, difference_account = ${account}
      where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.kind = 'opening' and e.debit <> e.credit and ${whole(target)}`);
  }

  await target.faults.add(sql`
    with off as materialized (
      select e.ord, e.row, e.entry, e.kind, e.lines, e.debit, e.credit from import_entries e
      where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.debit <> e.credit and e.difference is null and ${whole(target)}),
    sums as (
      select o.ord, l.currency, sum(coalesce(l.currency_debit, l.debit) - coalesce(l.currency_credit, l.credit)) as left_over
      from off o
      join import_lines l on l.tenant_id = ${tenantId} and l.import_id = ${id} and l.ord = o.ord
      group by o.ord, l.currency),
    rounded as (
      select ord from sums group by ord having bool_and(left_over = 0) and bool_or(currency is not null))
    select o.ord, o.row, o.entry, null as field, minor_text(o.debit - o.credit, ${exponent}::int) as value, c.code,
      'debit ' || minor_text(o.debit, ${exponent}::int) || ', credit ' || minor_text(o.credit, ${exponent}::int) ||
        ': differs by ' || minor_text(abs(o.debit - o.credit), ${exponent}::int) || ' ' || ${base}::text ||
        case c.code when 'unbalanced_rounding' then ', which comes from rounding: state it as a line'
                    when 'opening_unbalanced' then ${`: ${difference.remedy}`}::text else '' end as message
    from off o
    left join rounded r on r.ord = o.ord
    cross join lateral (
      select case when o.kind = 'opening' then 'opening_unbalanced'
                  when r.ord is not null and 2 * abs(o.debit - o.credit) <= o.lines then 'unbalanced_rounding'
                  else 'unbalanced' end as code) c`);
}

/** External ids are unique, in the file and in the books. */
export async function checkExternalIds(target: Target): Promise<void> {
  const { tx, tenantId } = target;
  const [given] = await tx.query<{ count: string }>(
    sql`
      select count(*) as count from import_entries e
      where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.external_id is not null`,
  );
  const count = Number(given?.count ?? 0);
  if (count === 0) return;

  await target.faults.add(sql`
    select e.ord, e.row, e.entry, 'externalId' as field, e.external_id as value, 'duplicate_external_id' as code,
      'entry ' || e.first || ' of the file has this externalId too' as message
    from (
      select e.ord, e.row, e.entry, e.external_id, row_number() over same as rank, first_value(e.entry) over same as first
      from import_entries e
      where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.external_id is not null
      window same as (partition by e.external_id order by e.ord)) e
    where e.rank > 1`);
  await lookingUp(tx, count, () =>
    target.faults.add(sql`
      select e.ord, e.row, e.entry, 'externalId' as field, e.external_id as value, 'duplicate_external_id' as code,
        'an entry with this externalId is posted already (' || coalesce(x.number, x.id::text) || ')' as message
      from import_entries e
      join entries x on x.tenant_id = ${tenantId} and x.external_id = e.external_id
      where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.external_id is not null`),
  );
}

/** Series, by code and year, in which a number of the file stands twice: none of these can be a legal number. */
export const repeatedNumbers = ({
  tx,
  tenantId,
  id,
}: Target): Promise<{ series: string; yearStart: string }[]> =>
  tx.query(sql`
    select distinct series_code as series, year_start as "yearStart"
    from (
      select series_code, year_start from import_placed_entries
      where tenant_id = ${tenantId} and import_id = ${id} and number is not null
      group by series_code, year_start, number having count(*) > 1) d
    order by 1, 2`);

/** Openings take no numbers: they stand apart from the numbered entries of their file. */
export async function leaveOpeningsUnnumbered({ tx, tenantId, id }: Target): Promise<void> {
  await tx.query(sql`
    update import_places m set numbered = false
    where m.tenant_id = ${tenantId} and m.import_id = ${id} and m.kind = 'opening'`);
}

/** Entries of these series get new numbers; those of the file stay as references. */
export async function renumber(
  target: Target,
  series: readonly { series: string; yearStart: string }[] | 'all',
): Promise<void> {
  const { tx, tenantId, id } = target;
  const which =
    series === 'all'
      ? sql`true`
      : sql`(m.series_code, m.year_start) in (
          select * from unnest(${series.map((s) => s.series)}::text[], ${series.map((s) => s.yearStart)}::date[]))`;
  await tx.query(sql`
    update import_places m set renumber = true where m.tenant_id = ${tenantId} and m.import_id = ${id} and ${which}`);
}

/** Numbers that are kept are unique in their series and year: in the file, then in the books. */
export async function checkNumbers(target: Target): Promise<void> {
  const { tx, tenantId, id } = target;
  const kept = sql`tenant_id = ${tenantId} and import_id = ${id} and kept`;
  await target.faults.add(sql`
    select e.ord, e.row, e.entry, 'number' as field, e.number as value, 'number_taken' as code,
      'entry ' || e.first || ' of the file has number ' || e.number || ' of series ' || e.series_code || ' too' as message
    from (
      select ord, row, entry, number, series_code, row_number() over same as rank, first_value(entry) over same as first
      from import_placed_entries where ${kept}
      window same as (partition by series_code, year_start, number order by ord)) e
    where e.rank > 1`);

  const [inUse] = await tx.query<{ count: string }>(sql`
    select count(*) as count from import_entries e where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id}
      and exists (select from import_places m
        join series s on s.tenant_id = ${tenantId} and s.code = m.series_code
        join years y on y.tenant_id = ${tenantId} and y.start_date = m.year_start
        where m.tenant_id = ${tenantId} and m.import_id = ${id})`);
  if (Number(inUse?.count ?? 0) === 0) return;
  await lookingUp(tx, Number(inUse?.count), () =>
    target.faults.add(sql`
      select e.ord, e.row, e.entry, 'number' as field, e.number as value, 'number_taken' as code,
        'number ' || e.number || ' of series ' || e.series_code || ' is taken in year ' || y.code as message
      from import_placed_entries e
      join series s on s.tenant_id = ${tenantId} and s.code = e.series_code
      join years y on y.tenant_id = ${tenantId} and y.start_date = e.year_start
      join entries x on x.tenant_id = ${tenantId} and x.year_id = y.id and x.series_id = s.id and x.number = e.number
      where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.kept`),
  );
}

/** Rows at most for which looking each up in an index beats reading the whole of a ledger. */
const lookUpsAtMost = 50_000;

/** A join of staging with the books: by look-ups for few rows, which `planForBulk` rules out elsewhere. */
async function lookingUp<T>(tx: Tx, rows: number, work: () => Promise<T>): Promise<T> {
  const few = rows <= lookUpsAtMost;
  if (few) await tx.query(sql`set local enable_nestloop = on`);
  const result = await work();
  if (few) await tx.query(sql`set local enable_nestloop = off`);
  return result;
}

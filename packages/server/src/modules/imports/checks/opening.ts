import { sql } from '../../../db/sql.ts';
import { yearByName } from '../../calendar/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { NamedYear } from '../plan/plan-years.ts';
import type { Target } from '../staging/target.ts';
import type { Session } from '../store.ts';

/**
 * Opening balances come without date and journal: the year is named by an option, the journal is the named one, else the first
 * whose area is `opening`. Lines that say it themselves keep what they say.
 */
export async function openingDefaults(
  target: Target,
  session: Session,
  plan: Plan,
): Promise<NamedYear | undefined> {
  const { tx, tenantId, id } = target;
  const { options, resource } = session;
  if (resource !== 'opening-balances') return undefined;

  const year = await yearByName(tx, tenantId, options.year ?? '');
  const named = options.fiscalYear && {
    ...options.fiscalYear,
    code: options.year,
    reason: 'as --fiscal-year says',
  };
  const start = year?.start ?? named?.start ?? null;
  const ofArea = [...plan.journals.known.values()].find((journal) => journal.area === 'opening');
  const journal = options.openingJournal ?? ofArea?.code ?? null;
  if (journal !== null && !plan.journals.known.has(journal)) {
    plan.journals.unknown.set(journal, `there is no journal ${journal}: create it first`);
  }

  await tx.query(sql`
    update import_entries
    set entry_date = coalesce(entry_date, ${start}::date), journal = coalesce(journal, ${journal}::text)
    where tenant_id = ${tenantId} and import_id = ${id} and (entry_date is null or journal is null)`);
  await target.faults.add(sql`
    select ord, row, entry, f.field, f.value, f.code, f.message
    from import_entries
    cross join lateral (
      select 'year' as field, ${options.year ?? null}::text as value, 'year_unknown' as code,
        'there is no year ' || ${options.year ?? ''}::text || ': open it first (erp year open)' as message
      where ${start}::date is null
      union all
      select 'journal', null, 'invalid_request', 'no journal has the area opening: name one by --opening-journal'
      where ${journal}::text is null) f
    where tenant_id = ${tenantId} and import_id = ${id}`);
  return named;
}

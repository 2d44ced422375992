import type { Tx } from '../../../db/database.ts';
import { fragment, sql } from '../../../db/sql.ts';
import type { Faults } from './faults.ts';

const heads = [
  ...[
    'kind',
    'journal',
    'series',
    'number',
    'sequence',
    'period',
    'entry_date',
    'document_date',
    'document_ref',
  ],
  ...['tax_date', 'validated_on', 'description', 'external_id'],
] as const;

/** As the rows of a part call what the columns hold. */
const fieldOf: Record<string, string> = {
  entry_date: 'date',
  document_date: 'documentDate',
  document_ref: 'documentRef',
  tax_date: 'taxDate',
  validated_on: 'validatedOn',
  description: 'entryDescription',
  external_id: 'externalId',
};

/**
 * Joins the entries whose lines came in several parts: what one part says of the entry holds for all of it, its lines are
 * counted on. What the parts contradict each other in stays apart, to be refused each time the import is checked.
 */
export async function mergeParts(tx: Tx, tenantId: string, id: string): Promise<void> {
  const clash = fragment(
    [...heads.filter((h) => h !== 'sequence'), 'storno::int', 'source::text']
      .map((h) => `min(e.${h}) <> max(e.${h})`)
      .join(' or '),
  );
  const words = fragment(heads.map((h) => `${h} = m.${h}`).join(', '));
  const first = fragment(heads.map((h) => `min(e.${h}) as ${h}`).join(', '));

  const spread = sql`
    select entry from import_entries where tenant_id = ${tenantId} and import_id = ${id} group by entry having count(*) > 1`;
  if ((await tx.query(sql`${spread} limit 1`)).length === 0) return;

  // Heads are compared where there are several, a hundred of a hundred thousand entries. Where a head goes: the first one of
  // its entry, and behind how many lines.
  await tx.query(sql`
    with heads as materialized (
      select e.* from import_entries e join (${spread}) s on s.entry = e.entry
      where e.tenant_id = ${tenantId} and e.import_id = ${id}),
    moves as materialized (
      select e.ord, min(e.ord) over same as first, sum(e.lines) over (same order by e.ord) - e.lines as lines_before
      from heads e
      join (select e.entry from heads e group by e.entry having not coalesce(${clash}, false)) s on s.entry = e.entry
      window same as (partition by e.entry)),
    merged as (
      select m.first, ${first}, min(e.storno::int)::boolean as storno, min(e.source::text)::jsonb as source,
        bool_or(e.negative) as negative, sum(e.lines)::int as lines, sum(e.debit) as debit, sum(e.credit) as credit
      from moves m join import_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = m.ord
      group by m.first),
    lines_moved as (
      update import_lines l set ord = m.first, position = l.position + m.lines_before
      from moves m where l.tenant_id = ${tenantId} and l.import_id = ${id} and l.ord = m.ord and m.ord <> m.first),
    rejects_moved as (
      update import_rejects r set ord = m.first
      from moves m where r.tenant_id = ${tenantId} and r.import_id = ${id} and r.ord = m.ord and m.ord <> m.first),
    gone as (
      delete from import_entries e using moves m where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = m.ord and m.ord <> m.first)
    update import_entries e
    set ${words}, storno = m.storno, source = m.source, negative = m.negative, lines = m.lines, debit = m.debit, credit = m.credit
    from merged m
    where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = m.first`);
}

/** How many more heads than entries there are, because their parts contradict each other: each part is refused. */
export async function checkMerged(tx: Tx, tenantId: string, id: string, faults: Faults): Promise<number> {
  const [apart] = await tx.query<{ count: string }>(sql`
    select coalesce(sum(n - 1), 0) as count
    from (select count(*) as n from import_entries where tenant_id = ${tenantId} and import_id = ${id} group by entry having count(*) > 1) e`);
  const surplus = Number(apart?.count ?? 0);
  if (surplus === 0) return 0;

  for (const head of [...heads.filter((h) => h !== 'sequence'), 'storno::int', 'source::text']) {
    const value = fragment(head);
    const field = fieldOf[head] ?? head.replace(/::.*/, '');
    await faults.add(sql`
      select e.ord, e.row, e.entry, ${field}::text as field, ${value}::text as value, 'invalid_request' as code,
        'the lines of the entry say ' || s.least || ' and ' || s.greatest || ': one entry has one ' || ${field}::text as message
      from import_entries e
      join (select entry as name, min(${value})::text as least, max(${value})::text as greatest from import_entries
            where tenant_id = ${tenantId} and import_id = ${id}
            group by entry having min(${value}) <> max(${value})) s on s.name = e.entry
      where e.tenant_id = ${tenantId} and e.import_id = ${id}`);
  }
  return surplus;
}

import { fromMinor } from '@erp/ledger';
import { sql } from '../../../db/sql.ts';
import type { Target } from '../staging/target.ts';

/** So many are named; the rest is counted. */
const named = 10;

interface Twins {
  party: string;
  document: string;
  debit: string;
  credit: string;
  row: string | null;
  /** Line of the file, or number of an entry of the books. */
  other: string | null;
  count: string;
}

/** Lines of the file that name a party and a document, once as the keys of a grouping. */
const documents = ({ tenantId, id }: Target) => sql`
  select l.ord, l.row, l.party, coalesce(l.document_ref, e.document_ref) as document, l.debit, l.credit, e.entry_date
  from import_lines l
  join import_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord and not e.fault
    and e.kind is distinct from 'opening'
  where l.tenant_id = ${tenantId} and l.import_id = ${id} and l.party is not null
    and coalesce(l.document_ref, e.document_ref) is not null and (l.debit <> 0 or l.credit <> 0)`;

/**
 * Says which lines of two entries name the same party, document and amount on the same side: an invoice that was entered twice
 * looks so, and sometimes a sound one does. So it is said and never refused. Openings, which repeat what is open, are left out.
 */
export async function duplicateWarnings(target: Target): Promise<string[]> {
  const inFile = await twinsInFile(target);
  const inBooks = await twinsInBooks(target);
  return [
    ...said(target, inFile, (one) => `${lineOf(one.row)} and ${lineOf(one.other)}`, 'twice in the file'),
    ...said(target, inBooks, (one) => `${lineOf(one.row)} and entry ${one.other}`, 'in the books already'),
  ];
}

const lineOf = (row: string | null): string => (row === null ? 'a line' : `line ${row}`);

function said(
  { exponent }: Target,
  twins: readonly Twins[],
  places: (one: Twins) => string,
  where: string,
): string[] {
  const more = Number(twins[0]?.count ?? 0) - twins.length;
  return [
    ...twins.map((one) => {
      const { party, document, debit, credit } = one;
      const amount =
        debit === '0' ? `credit ${decimal(credit, exponent)}` : `debit ${decimal(debit, exponent)}`;
      return `${places(one)}: party ${party}, document ${document}, ${amount}: ${where}?`;
    }),
    ...(more > 0 ? [`${more} more of the same party, document and amount ${where}`] : []),
  ];
}

const decimal = (amount: string, exponent: number): string => fromMinor(BigInt(amount), exponent);

/**
 * The first and the last entry of each group, each by its place and line. Groups are told by two numbers, and only those that
 * are shown are looked at again: to carry the lines through the grouping of a whole file costs three times as much.
 */
async function twinsInFile(target: Target): Promise<Twins[]> {
  const groups = await target.tx.query<Omit<Twins, 'row' | 'other'> & { first: string; last: string }>(sql`
    select party, document, debit, credit, min(ord) as first, max(ord) as last, count(*) over () as count
    from (${documents(target)}) d group by 1, 2, 3, 4 having min(ord) <> max(ord)
    order by first, party, document, debit, credit limit ${named}`);
  if (groups.length === 0) return [];

  const column = <T>(pick: (group: (typeof groups)[number]) => T): T[] => groups.map(pick);
  return target.tx.query(sql`
    select g.party, g.document, g.debit, g.credit, g.count, min(d.row) filter (where d.ord = g.first) as row,
      max(d.row) filter (where d.ord = g.last) as other
    from unnest(${column((g) => g.party)}::text[], ${column((g) => g.document)}::text[], ${column((g) => g.debit)}::bigint[],
      ${column((g) => g.credit)}::bigint[], ${column((g) => g.first)}::bigint[], ${column((g) => g.last)}::bigint[],
      ${column((g) => g.count)}::bigint[]) with ordinality as g(party, document, debit, credit, first, last, count, n)
    join (${documents(target)}) d on d.party = g.party and d.document = g.document and d.debit = g.debit
      and d.credit = g.credit and d.ord in (g.first, g.last)
    group by g.n, g.party, g.document, g.debit, g.credit, g.count
    order by g.n`);
}

/** Posted lines of the same days, a year before and after included: older documents may have the same name by chance. */
const twinsInBooks = (target: Target): Promise<Twins[]> => {
  const { tx, tenantId } = target;
  return tx.query(sql`
    with staged as materialized (${documents(target)}),
    days as (select min(entry_date) - 366 as first, max(entry_date) + 366 as last from staged),
    keys as (
      select p.id as party_id, s.party, s.document, s.debit, s.credit, min(s.ord) as ord, min(s.row) as row
      from staged s join parties p on p.tenant_id = ${tenantId} and p.code = s.party
      group by 1, 2, 3, 4, 5),
    found as (
      select k.party, k.document, k.debit, k.credit, k.ord, k.row, min(coalesce(e.number, e.id::text)) as other
      from days d
      join lines l on l.tenant_id = ${tenantId} and l.party_id is not null and l.entry_date between d.first and d.last
      join entries e on e.tenant_id = ${tenantId} and e.id = l.entry_id and e.kind <> 'opening'
        and e.reversal_of is null
        and not exists (select from entries r where r.tenant_id = ${tenantId} and r.reversal_of = e.id)
      join keys k on k.party_id = l.party_id and k.document = coalesce(l.document_ref, e.document_ref)
        and k.debit = l.debit and k.credit = l.credit
      group by 1, 2, 3, 4, 5, 6)
    select party, document, debit, credit, row, other, count(*) over () as count
    from found order by ord, row limit ${named}`);
};

import { fragment, type Statement, sql } from '../../../db/sql.ts';
import type { Plan } from '../plan/plan.ts';
import type { Target } from '../staging/target.ts';

/**
 * Checks of lines. What the lines name was looked up once each: only for what is unknown, or has rules of its own, are the
 * lines searched at all. A file without such names is not read here.
 */
export async function checkLines(target: Target, plan: Plan): Promise<void> {
  await unknown(target, 'account', 'account_unknown', plan.accounts.unknown);
  await unknown(target, 'party', 'party_unknown', plan.parties.unknown);
  await unknown(target, 'currency', 'currency_unknown', plan.currencies.misread);
  await unknownValues(target, plan);
  await accountRules(target, plan);
  await valuesOutOfDate(target, plan);
  await minus(target);
}

const lines = ({ tenantId, id }: Target): Statement => sql`
  from import_lines l
  join import_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord`;

const ofImport = ({ tenantId, id }: Target): Statement =>
  sql`l.tenant_id = ${tenantId} and l.import_id = ${id}`;

async function unknown(
  target: Target,
  field: 'account' | 'party' | 'currency',
  code: string,
  found: ReadonlyMap<string, string>,
): Promise<void> {
  if (found.size === 0) return;
  await target.faults.add(sql`
    select l.ord, l.row, e.entry, ${field}::text as field, u.code as value, ${code}::text as code, u.message
    ${lines(target)}
    join unnest(${[...found.keys()]}::text[], ${[...found.values()]}::text[]) as u(code, message)
      on u.code = l.${fragment(field)}
    where ${ofImport(target)}`);
}

async function unknownValues(target: Target, plan: Plan): Promise<void> {
  const found = [...plan.values.unknown].map(([key, message]) => ({ key, message }));
  if (found.length === 0) return;
  await target.faults.add(sql`
    select l.ord, l.row, e.entry, 'dimensions/' || d.key as field, d.value, 'dimension_unknown' as code, u.message
    ${lines(target)}
    cross join lateral jsonb_each_text(l.dimensions) d
    join unnest(${found.map((f) => f.key)}::text[], ${found.map((f) => f.message)}::text[]) as u(key, message)
      on u.key = d.key || chr(10) || d.value
    where ${ofImport(target)} and l.dimensions is not null`);
}

/**
 * Accounts that do not take every line: headings, other currencies, days outside their validity, policies. Which lines break a
 * rule is asked before what there is to say about them, because nearly all keep to all of them.
 */
async function accountRules(target: Target, plan: Plan): Promise<void> {
  const known = [...plan.accounts.known.values()].filter(
    (a) =>
      !a.postable ||
      a.currency !== null ||
      a.partyPolicy !== 'optional' ||
      a.validFrom !== null ||
      a.validTo !== null ||
      Object.keys(a.dimensionPolicy).length > 0,
  );
  const made = [...plan.accounts.made.values()]
    .filter((a) => a.postable === false || a.currency !== undefined)
    .map((a) => ({
      ...{
        code: a.code,
        postable: a.postable ?? true,
        currency: a.currency ?? null,
        validFrom: null,
        validTo: null,
      },
      ...{ partyPolicy: 'optional', dimensionPolicy: {} },
    }));
  const special = [...known, ...made];
  if (special.length === 0) return;

  const column = <T>(pick: (account: (typeof special)[number]) => T): T[] => special.map(pick);
  await target.faults.add(sql`
    select l.ord, l.row, e.entry, f.field, f.value, f.code, f.message
    ${lines(target)}
    join unnest(${column((a) => a.code)}::text[], ${column((a) => a.postable)}::boolean[], ${column((a) => a.currency)}::text[],
      ${column((a) => a.validFrom)}::date[], ${column((a) => a.validTo)}::date[], ${column((a) => a.partyPolicy)}::text[],
      ${column((a) => JSON.stringify(a.dimensionPolicy))}::jsonb[])
      as a(code, postable, currency, valid_from, valid_to, party_policy, dimension_policy) on a.code = l.account
    cross join lateral (
      select 'account' as field, a.code as value, 'account_not_postable' as code,
        'account ' || a.code || ' is a heading: use one below it' as message
      where not a.postable
      union all
      select 'account', a.code, 'account_inactive', 'account ' || a.code || ' is not valid on ' || e.entry_date
      where e.entry_date < a.valid_from or e.entry_date > a.valid_to
      union all
      select 'currency', c.code, 'account_currency', 'account ' || a.code || ' is kept in ' || a.currency || ', the line is in ' || c.code
      from (select coalesce(l.currency, ${target.base}::text) as code) c
      where c.code <> a.currency
      union all
      select 'party', null, 'party_required', 'account ' || a.code || ' needs a party on each line'
      where a.party_policy = 'required' and l.party is null
      union all
      select 'party', l.party, 'party_required', 'account ' || a.code || ' takes no party'
      where a.party_policy = 'forbidden' and l.party is not null
      union all
      select 'dimensions/' || d.key, l.dimensions ->> d.key, 'dimension_required', 'account ' || a.code ||
        case d.value when 'required' then ' needs a value of ' else ' takes no ' end || d.key
      from jsonb_each_text(a.dimension_policy) d
      where (d.value = 'required' and l.dimensions -> d.key is null)
         or (d.value = 'forbidden' and l.dimensions -> d.key is not null)) f
    where ${ofImport(target)}
      and (not a.postable or e.entry_date < a.valid_from or e.entry_date > a.valid_to
        or coalesce(l.currency, ${target.base}::text) <> a.currency or (a.party_policy = 'required' and l.party is null)
        or (a.party_policy = 'forbidden' and l.party is not null) or a.dimension_policy <> '{}')`);
}

async function valuesOutOfDate(target: Target, plan: Plan): Promise<void> {
  const dated = [...plan.values.known].filter(
    ([, value]) => value.validFrom !== null || value.validTo !== null,
  );
  if (dated.length === 0) return;
  await target.faults.add(sql`
    select l.ord, l.row, e.entry, 'dimensions/' || d.key as field, d.value, 'dimension_unknown' as code,
      'value ' || d.value || ' of dimension ' || d.key || ' is not valid on ' || e.entry_date as message
    ${lines(target)}
    cross join lateral jsonb_each_text(l.dimensions) d
    join unnest(${dated.map(([key]) => key)}::text[], ${dated.map(([, v]) => v.validFrom)}::date[],
      ${dated.map(([, v]) => v.validTo)}::date[]) as v(key, valid_from, valid_to) on v.key = d.key || chr(10) || d.value
    where ${ofImport(target)} and l.dimensions is not null and (e.entry_date < v.valid_from or e.entry_date > v.valid_to)`);
}

/** A minus stands only in an entry that is a storno, which another of its lines may have said. */
async function minus(target: Target): Promise<void> {
  await target.faults.add(sql`
    select l.ord, l.row, e.entry, case when l.debit < 0 then 'debit' else 'credit' end as field,
      minor_text(case when l.debit < 0 then l.debit else l.credit end, ${target.exponent}::int) as value, 'amount_negative' as code,
      'an amount has a minus: write it on the other side, or mark the entry as storno' as message
    from import_entries e
    join import_lines l on l.tenant_id = ${target.tenantId} and l.import_id = ${target.id} and l.ord = e.ord
      and (l.debit < 0 or l.credit < 0 or l.currency_debit < 0 or l.currency_credit < 0)
    where e.tenant_id = ${target.tenantId} and e.import_id = ${target.id} and e.negative and e.storno is not true`);
}

import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { type Fault, Problem, type ProblemCode } from '../../kernel/problem.ts';
import type { Posted, Posting } from './posting.ts';

/**
 * The refusal of an entry in words: what the posting found by set is looked up again for this entry alone, so that the place
 * and the remedy can be named. Only refusals pay for it.
 */
export async function refusalOf(
  tx: Tx,
  tenant: TenantInfo,
  posting: Posting,
  posted: Posted,
): Promise<Problem> {
  const code = posted.fault ?? 'internal';
  if (posted.faultLine !== null) return lineRefusal(tx, tenant.id, posting, code as ProblemCode);

  const at = (pointer: string, problem: ProblemCode, message: string): Problem =>
    new Problem(problem, message, [{ in: 'body', pointer, code: problem, message }]);

  switch (code) {
    case 'journal_unknown':
      return at('/journal', 'invalid_request', `there is no journal ${posting.journal}`);
    case 'journal_inactive':
      return at('/journal', 'invalid_request', `journal ${posting.journal} is closed to new entries`);
    case 'journal_not_manual':
      return at('/journal', 'invalid_request', `journal ${posting.journal} takes no manual entries`);
    case 'year_unknown':
      return dateRefusal(tx, tenant.id, posting);
    case 'period_not_open':
    case 'area_closed':
      return periodRefusal(tx, tenant, posting, code);
    case 'opening_exists':
      return at('/kind', code, 'the year of this date has a stated opening already: a year has one');
    case 'duplicate_external_id':
      return at('/externalId', code, `an entry with externalId ${posting.externalId} is posted already`);
    case 'already_reversed':
      return new Problem(code, 'The entry is reversed already; a reversal can itself be reversed');
    default:
      return new Problem('internal', `unknown refusal ${code}`);
  }
}

async function dateRefusal(tx: Tx, tenantId: string, posting: Posting): Promise<Problem> {
  const [year] = await tx.query<{ code: string }>(sql`
    select code from years where tenant_id = ${tenantId} and ${posting.date} between start_date and end_date`);
  if (year) {
    const period = posting.period === null ? `${posting.kind} period` : `period ${posting.period}`;
    const message = `${posting.date} is not a day of the ${period} of year ${year.code}`;
    return new Problem('date_outside_period', message, [
      { in: 'body', pointer: '/period', code: 'date_outside_period', message },
    ]);
  }
  const message = `no fiscal year covers ${posting.date}: open one first (erp year open)`;
  return new Problem('year_unknown', message, [
    { in: 'body', pointer: '/date', code: 'year_unknown', message },
  ]);
}

async function periodRefusal(
  tx: Tx,
  tenant: TenantInfo,
  posting: Posting,
  code: 'period_not_open' | 'area_closed',
): Promise<Problem> {
  const [period] = await tx.query<{
    name: string;
    state: string;
    closedBy: string | null;
    closedAt: string | null;
  }>(sql`
    select p.name, p.state, p.closed_by as "closedBy", p.closed_at as "closedAt"
    from period_of(${tenant.id}, ${posting.date}, ${posting.kind}, ${posting.period}) o
    join periods p on p.tenant_id = ${tenant.id} and p.year_id = o.year_id and p.number = o.number`);
  const who = period?.closedBy ? ` (by ${period.closedBy}, ${period.closedAt?.slice(0, 10)})` : '';
  const what =
    code === 'area_closed'
      ? `period ${period?.name} is closed for the area of journal ${posting.journal}${who}`
      : `period ${period?.name} of ${tenant.slug} is ${period?.state === 'open' ? 'in a closed year' : period?.state}${who}`;
  const message = `${what}: date it in an open period, or reopen that one`;
  return new Problem(code, message, [{ in: 'body', pointer: '/date', code, message }]);
}

interface AccountFacts {
  code: string;
  postable: boolean;
  active: boolean;
  validFrom: string | null;
  validTo: string | null;
  currency: string | null;
  partyPolicy: string;
  dimensionPolicy: Record<string, string>;
}

/** Every fault of every line, not only the first. */
async function lineRefusal(tx: Tx, tenantId: string, posting: Posting, found: ProblemCode): Promise<Problem> {
  const codes = posting.lines.map((l) => l.account);
  const accounts = new Map(
    (
      await tx.query<AccountFacts>(sql`
        select code, postable, active, valid_from as "validFrom", valid_to as "validTo", currency, party_policy as "partyPolicy",
          dimension_policy as "dimensionPolicy"
        from accounts where tenant_id = ${tenantId} and code = any (${codes}::text[])`)
    ).map((a) => [a.code, a]),
  );
  const named = posting.lines.flatMap((l) => (l.party ? [l.party] : []));
  const parties = new Map(
    (
      await tx.query<{ code: string; active: boolean }>(
        sql`select code, active from parties where tenant_id = ${tenantId} and code = any (${named}::text[])`,
      )
    ).map((p) => [p.code, p.active]),
  );
  const values = new Set(
    (
      await tx.query<{ key: string }>(sql`
        select d.code || '=' || v.code as key from dimensions d
        join dimension_values v on v.tenant_id = d.tenant_id and v.dimension_id = d.id
        where d.tenant_id = ${tenantId} and d.active and v.active`)
    ).map((v) => v.key),
  );
  const required = posting.reversalOf === null ? await requiredDimensions(tx, tenantId, codes) : [];

  const faults: Fault[] = [];
  for (const [i, line] of posting.lines.entries()) {
    const say = (field: string, code: ProblemCode, message: string) => {
      faults.push({ in: 'body', pointer: `/lines/${i}/${field}`, code, message });
    };
    const account = accounts.get(line.account);
    if (!account) {
      say(
        'account',
        'account_unknown',
        `there is no account ${line.account}${await nearest(tx, tenantId, line.account)}`,
      );
      continue;
    }
    if (!account.postable)
      say('account', 'account_not_postable', `account ${line.account} is a heading: use one below it`);
    else if (!account.active)
      say('account', 'account_inactive', `account ${line.account} is closed to new lines`);
    else if ((account.validFrom ?? '') > posting.date || (account.validTo ?? '9999') < posting.date) {
      say('account', 'account_inactive', `account ${line.account} is not valid on ${posting.date}`);
    }
    if (account.currency && account.currency !== line.currency) {
      say(
        'currency',
        'account_currency',
        `account ${line.account} is kept in ${account.currency}, the line is in ${line.currency}`,
      );
    }
    if (line.party && !parties.get(line.party)) {
      say(
        'party',
        'party_unknown',
        parties.has(line.party) ? `party ${line.party} is not active` : `there is no party ${line.party}`,
      );
    } else if (!line.party && account.partyPolicy === 'required') {
      say('party', 'party_required', `account ${line.account} needs a party on each line`);
    } else if (line.party && account.partyPolicy === 'forbidden') {
      say('party', 'party_required', `account ${line.account} takes no party`);
    }
    for (const [dimension, policy] of Object.entries(account.dimensionPolicy)) {
      const given = line.dimensions?.[dimension] !== undefined;
      if (policy === 'required' && !given)
        say('dimensions', 'dimension_required', `account ${line.account} needs a value of ${dimension}`);
      if (policy === 'forbidden' && given)
        say('dimensions', 'dimension_required', `account ${line.account} takes no ${dimension}`);
    }
    for (const { dimension } of required.filter((r) => r.account === line.account)) {
      if (line.dimensions?.[dimension] !== undefined || account.dimensionPolicy[dimension]) continue;
      say(
        'dimensions',
        'dimension_required',
        `lines of account ${line.account} name a value of ${dimension}`,
      );
    }
    for (const [dimension, value] of Object.entries(line.dimensions ?? {})) {
      if (!values.has(`${dimension}=${value}`)) {
        say(
          `dimensions/${dimension}`,
          'dimension_unknown',
          `there is no active value ${value} of dimension ${dimension}`,
        );
      }
    }
  }
  const [first] = faults;
  if (!first) return new Problem(found, 'A line was refused');
  const more = faults.length > 1 ? `, and ${faults.length - 1} more` : '';
  return new Problem(
    first.code as ProblemCode,
    `line ${Number(first.pointer.split('/')[2]) + 1}: ${first.message}${more}`,
    faults,
  );
}

/** Which dimensions ask for a value on which of these accounts, by their `requiredOn`. */
const requiredDimensions = (
  tx: Tx,
  tenantId: string,
  accounts: readonly string[],
): Promise<{ account: string; dimension: string }[]> =>
  tx.query(sql`
    select distinct u.account, d.code as dimension
    from unnest(${accounts}::text[]) as u(account), dimensions d
    where d.tenant_id = ${tenantId} and d.active
      and exists (select from jsonb_array_elements_text(d.required_on) as r(range) where in_account_range(u.account, r.range))`);

/** The account whose code is closest by its beginning, for a slip of the finger. */
async function nearest(tx: Tx, tenantId: string, code: string): Promise<string> {
  const stem = code.slice(0, Math.max(code.length - 1, 2));
  const [row] = await tx.query<{ code: string }>(sql`
    select code from accounts
    where tenant_id = ${tenantId} and postable and active
      and (starts_with(code, ${code}) or starts_with(${code}, code) or left(code, ${stem.length}) = ${stem})
    order by abs(length(code) - length(${code})), code
    limit 1`);
  return row ? `; did you mean ${row.code}?` : '';
}

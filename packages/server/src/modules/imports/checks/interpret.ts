import { fromMinor } from '@erp/ledger';
import { sql } from '../../../db/sql.ts';
import type { Plan } from '../plan/plan.ts';
import type { BalancesPlan } from '../plan/plan-balances.ts';
import type { YearsPlan } from '../plan/plan-years.ts';
import type { Target } from '../staging/target.ts';
import type { Interpretation, Session } from '../store.ts';
import type { Counts } from './counts.ts';
import { duplicateWarnings } from './duplicates.ts';

interface Found {
  plan: Plan;
  years: YearsPlan;
  balances: BalancesPlan;
  counts: Counts;
  /** Series that `auto` numbers anew, because a number of the file stands twice in them. */
  numbersRepeated: readonly string[];
}

/** What the reader of the file said, and what the books make of it. Two runs over the same books say the same. */
export async function interpret(target: Target, session: Session, found: Found): Promise<Interpretation> {
  const { said } = session;
  const { plan, years, balances } = found;
  const accountKinds = { ...said?.accountKinds };
  for (const [rule, count] of Object.entries(plan.accountKinds))
    accountKinds[rule] = (accountKinds[rule] ?? 0) + count;

  return {
    format: said?.format ?? session.format,
    encoding: said?.encoding ?? 'utf-8',
    delimiter: said?.delimiter ?? null,
    decimal: said?.decimal ?? null,
    dateFormat: said?.dateFormat ?? null,
    sheet: said?.sheet ?? null,
    years: await yearsShown(target, found),
    opening: await openingOf(target, session),
    numbering: await numberingOf(target, session, found),
    created: createdBy(found),
    accountKinds,
    normalised: { ...said?.normalised },
    notStored: { ...said?.notStored, ...plan.notStored },
    warnings: [
      ...(said?.warnings ?? []),
      ...plan.warnings,
      ...years.warnings,
      ...balances.warnings,
      ...replacedWarning(years),
      ...areaWarning(plan),
      ...currencyWarning(plan),
      ...(await duplicateWarnings(target)),
    ],
  };
}

/** The years that entries are written into, and those that are made. */
async function yearsShown(
  { tx, tenantId, id }: Target,
  { years, balances }: Found,
): Promise<Interpretation['years']> {
  const rows = await tx.query<{ start: string }>(sql`
    select distinct year_start as start from import_placed_entries where tenant_id = ${tenantId} and import_id = ${id}`);
  const used = new Set([...rows.map((row) => row.start), ...balances.kept.map((one) => one.year)]);
  return years.years
    .filter((year) => year.created || used.has(year.start))
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ code, start, end, created, reason, detail }) => ({ code, start, end, created, reason, detail }));
}

async function openingOf(
  { tx, tenantId, id, exponent }: Target,
  { said }: Session,
): Promise<Interpretation['opening']> {
  const [opening] = await tx.query<{
    journal: string;
    entry: string;
    difference: string | null;
    account: string | null;
    count: string;
  }>(sql`
    select (array_agg(journal order by ord))[1] as journal, (array_agg(entry order by ord))[1] as entry,
      sum(difference)::bigint as difference, max(difference_account) as account, count(*) as count
    from import_placed_entries
    where tenant_id = ${tenantId} and import_id = ${id} and kind = 'opening'
    having count(*) > 0`);
  if (!opening) return null;

  const { journal, entry, difference, account, count } = opening;
  const together = Number(count) > 1 ? `${count} entries are one opening a year` : null;
  // What the account lacks stands there with the other sign.
  const taken = difference === null ? null : fromMinor(-BigInt(difference), exponent);
  const reason = [
    said?.opening?.reason,
    together,
    taken === null ? null : `account ${account} takes the difference`,
  ];
  return {
    ...{ journal, entry, mode: 'stated', difference: taken },
    reason: reason.filter((text) => text != null).join('; ') || null,
  };
}

async function numberingOf(
  { tx, tenantId, id }: Target,
  { said, options }: Session,
  { years, counts, numbersRepeated }: Found,
): Promise<Interpretation['numbering']> {
  if (counts.valid === 0) return null;
  // The least and the greatest by sequence, found without sorting: the sequence in front, then the number itself.
  const rows = await tx.query<{
    code: string;
    yearStart: string;
    first: string | null;
    last: string | null;
    entries: string;
    given: string;
  }>(sql`
    select series_code as code, year_start as "yearStart", substr(min(k.key), 16) as first, substr(max(k.key), 16) as last,
      count(*) as entries, count(*) filter (where not e.kept) as given
    from import_placed_entries e
    cross join lateral (
      select case when e.kept then lpad(coalesce(e.sequence, 0)::text, 15, '0') || e.number end collate "C" as key) k
    where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.numbered
    group by 1, 2 order by 1, 2`);

  const yearCodes = new Map(years.years.map((year) => [year.start, year.code]));
  const renumbered = [...new Set(rows.filter((row) => Number(row.given) > 0).map((row) => row.code))];
  const repeated =
    numbersRepeated.length > 0 ? `a number stands twice in ${numbersRepeated.join(', ')}` : undefined;
  const asked = options.numbers === 'renumber' ? 'as --numbers says' : undefined;
  return {
    policy: renumbered.length > 0 ? 'renumber' : 'keep',
    series: rows.map(({ code, yearStart, first, last, entries }) => ({
      ...{ code, year: yearCodes.get(yearStart) ?? yearStart, first, last, entries: Number(entries) },
    })),
    renumbered,
    reason: repeated ?? said?.numbering?.reason ?? asked ?? null,
  };
}

function createdBy({ plan, years, balances }: Found): Record<string, number> {
  const counts: Record<string, number> = {
    accounts: plan.accounts.made.size,
    journals: plan.journals.made.size,
    series: plan.series.made.size,
    parties: plan.parties.made.size,
    years: years.years.filter((year) => year.created).length,
    dimensions: plan.dimensions.made.size,
    values: plan.values.made.size,
    currencies: plan.currencies.made.length,
    balances: balances.kept.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** An area locks periods, so a journal that got one by default is said. */
function areaWarning(plan: Plan): string[] {
  const general = [...plan.journals.made.values()]
    .filter((journal) => journal.area === 'general')
    .map((j) => j.code);
  return general.length === 0 ? [] : [`journals made with the area general: ${general.join(', ')}`];
}

/** Comparatives end where the entries they were drawn from come. */
const replacedWarning = ({ years }: YearsPlan): string[] =>
  years
    .filter((year) => year.takesEntries)
    .map(({ code }) => `year ${code} has balances only: the entries of the file take their place`);

function currencyWarning({ currencies }: Plan): string[] {
  if (currencies.made.length === 0) return [];
  const made = currencies.made.map(({ code, exponent }) => `${code} (${exponent})`);
  return [`currencies made, with their decimals: ${made.join(', ')}`];
}

import { expect } from 'vitest';
import type { GeneratedLedger } from '../generated-ledger.ts';
import type { Site } from './site.ts';

/** What a lost, doubled or half-written row would change, in one question to the tables themselves. */
const question = `
  with tenant as (select id from tenants where slug = $1)
  select
    (select count(*) from entries where tenant_id = (select id from tenant))::int as entries,
    (select count(distinct (year_id, series_id, sequence)) from entries where tenant_id = (select id from tenant))::int as numbers,
    (select count(distinct description) from lines where tenant_id = (select id from tenant))::int as described,
    (select max(sequence) from entries where tenant_id = (select id from tenant))::int as highest,
    l.*,
    (select sum(debit) from account_totals where tenant_id = (select id from tenant))::text as "totalsDebit",
    (select sum(credit) from account_totals where tenant_id = (select id from tenant))::text as "totalsCredit",
    (select sum(lines) from account_totals where tenant_id = (select id from tenant))::int as "totalsLines",
    (select count(*) from imports where tenant_id = (select id from tenant) and state = 'committed')::int as committed,
    (select count(*) from audit_events where tenant_id = (select id from tenant) and operation = 'imports.commit'
      and resource = 'import')::int as "saidOnce"
  from (
    select count(*)::int as lines, sum(debit)::text as debit, sum(credit)::text as credit
    from lines where tenant_id = (select id from tenant)) l`;

/** The file is in the books once: every entry, every line, every cent, numbered without a gap, and in the totals. */
export async function expectOnce(
  site: Site,
  tenant: string,
  ledger: GeneratedLedger,
  story: string,
): Promise<void> {
  const [found] = await site.ask(question, [tenant]);
  const debit = String(ledger.debit);
  expect(found, story).toEqual({
    ...{
      entries: ledger.entries,
      numbers: ledger.entries,
      described: ledger.entries,
      highest: ledger.entries,
      lines: ledger.lines,
    },
    ...{ debit, credit: debit, totalsDebit: debit, totalsCredit: debit, totalsLines: ledger.lines },
    ...{ committed: 1, saidOnce: 1 },
  });
}

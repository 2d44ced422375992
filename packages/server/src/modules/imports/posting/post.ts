import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import { dayIn } from '../../../kernel/clock.ts';
import { uuidv7 } from '../../../kernel/id.ts';
import type { Work } from '../jobs/job.ts';
import type { Plan } from '../plan/plan.ts';

/** What was posted; `debit` in minor units. */
export interface Posted {
  entries: number;
  lines: number;
  debit: string;
  /** Ids of the entries begin with it. */
  prefix: string;
}

/** The first 24 characters of an id: what 12 hex digits more make whole, growing with the source. */
export const idPrefix = (now: number): string => uuidv7(now).slice(0, 24);

/** Posts what the checks left, by the one function that may: see `post_import` in the migrations. */
export async function postStaged({ tx, tenant, session, by, now }: Work, plan: Plan): Promise<Posted> {
  const prefix = idPrefix(now());
  const parties = await partyIds(tx, tenant.id, plan);
  const [posted] = await tx.query<{ entries: string; lines: string; debit: string }>(sql`
    select entries, lines, debit
    from post_import(${tenant.id}, ${session.id}, ${tx.at}, ${tenant.baseCurrency}, ${by.name},
      ${dayIn(tenant.timezone, now())}, ${session.format}, ${prefix}, ${JSON.stringify(parties)})`);
  if (!posted) throw new Error('post_import did not answer');
  return { entries: Number(posted.entries), lines: Number(posted.lines), debit: posted.debit, prefix };
}

/** Parties as the file calls them: by our code, or by the code of their subledger. */
async function partyIds(tx: Tx, tenantId: string, { parties }: Plan): Promise<Record<string, string>> {
  const ids = new Map([...parties.known].map(([code, party]) => [code, party.id]));
  const made = await tx.query<{ code: string; id: string }>(sql`
    select code, id from parties where tenant_id = ${tenantId} and code = any (${[...parties.made.keys()]}::text[])`);
  for (const { code, id } of made) ids.set(code, id);
  return Object.fromEntries(ids);
}

/** Holds the periods that will be posted into, so that none is closed between the checks and the posting. */
export async function holdPeriods(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.query(sql`
    select p.number from periods p
    where p.tenant_id = ${tenantId}
      and exists (select from import_places m
        where m.tenant_id = ${tenantId} and m.import_id = ${id} and m.entry_date between p.start_date and p.end_date)
    order by p.year_id, p.number
    for share of p`);
}

/** Imports of a tenant are committed one after the other: of two of one file the second finds the first. */
export async function takeTurn(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${tenantId}))`);
}

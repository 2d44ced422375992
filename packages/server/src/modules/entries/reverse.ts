import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Context, TenantInfo } from '../../http/context.ts';
import { dayIn } from '../../kernel/clock.ts';
import { fieldProblem, notFound, Problem } from '../../kernel/problem.ts';
import { postGroup } from './posting.ts';
import { prepare } from './prepare.ts';
import { refusalOf } from './refusal.ts';
import type { NewEntry } from './rules.ts';
import { type Entry, entryOfRow } from './shape.ts';
import * as store from './store.ts';

/**
 * Posts the entry that takes another back: accounts, parties, currencies, amounts and rates of the original, never today's,
 * sides swapped or, as the tenant keeps its books, negated. Original and reversal settle each other where the account is
 * settleable.
 */
export function reverse(
  context: Context,
  id: string,
  body: components['schemas']['ReverseEntry'],
): Promise<Entry> {
  const { tenant } = context;
  return context.change(async (tx) => {
    const original = await readEntry(tx, tenant, id);
    checkUnsettled(original);
    const date = body.date ?? (await defaultDate(tx, context, original));
    if (date < original.date) {
      throw fieldProblem(
        'invalid_request',
        '/date',
        `a reversal is not dated before its entry (${original.date})`,
      );
    }

    const posting = prepare(context, reversalOf(original, date, body.description, tenant.reversalStyle), {
      kind: 'reversal',
      reversalOf: id,
    });
    const [posted] = await postGroup(tx, tenant, tx.at, [posting]);
    if (!posted) throw new Error('post_entries did not answer');
    if (posted.fault !== null) throw await refusalOf(tx, tenant, posting, posted);
    await settleWithEachOther(tx, tenant.id, original.id, posting.id);
    return readEntry(tx, tenant, posting.id);
  });
}

async function readEntry(tx: Tx, tenant: TenantInfo, id: string): Promise<Entry> {
  const row = await store.get(tx, tenant.id, id);
  if (!row) throw notFound('entry', id);
  return entryOfRow(row, await store.linesOf(tx, tenant.id, [id]), tenant);
}

function checkUnsettled(entry: Entry): void {
  const settled = entry.lines.find((line) => line.settlement !== null);
  if (!settled) return;
  throw new Problem(
    'line_settled',
    `line ${settled.position} is settled (${settled.settlement?.code}, settlement ${settled.settlement?.id}): undo that first`,
  );
}

/** The day of the original while its period is open, else today where the tenant is. */
async function defaultDate(tx: Tx, context: Context, original: Entry): Promise<string> {
  const [open] = await tx.query(sql`
    select number from periods
    where tenant_id = ${context.tenant.id} and kind = 'regular' and state = 'open' and ${original.date} between start_date and end_date`);
  if (open) return original.date;
  const today = dayIn(context.tenant.timezone, context.now());
  return [today, original.date].sort().at(-1) ?? today;
}

function reversalOf(
  original: Entry,
  date: string,
  description: string | undefined,
  style: 'swap' | 'negative',
): NewEntry {
  const storno = style === 'negative' ? !original.storno : original.storno;
  const sides = (debit: string, credit: string): [string, string] =>
    style === 'swap' ? [credit, debit] : [negated(debit), negated(credit)];
  return {
    journal: original.journal,
    date,
    storno,
    description: description ?? `Reversal of ${original.number ?? 'the opening'}`,
    ...(original.documentRef ? { documentRef: original.documentRef } : {}),
    ...(original.documentDate ? { documentDate: original.documentDate } : {}),
    lines: original.lines.map((line) => {
      const [debit, credit] = sides(line.debit, line.credit);
      const [currencyDebit, currencyCredit] = sides(line.currencyDebit, line.currencyCredit);
      const { position: _p, accountId: _a, partyId: _q, settlement: _s, ...same } = line;
      const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== null));
      return {
        ...given,
        account: line.account,
        debit,
        credit,
        currency: line.currency,
        currencyDebit,
        currencyCredit,
      };
    }),
  };
}

const negated = (amount: string): string => {
  if (/^0(\.0*)?$/.test(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
};

/** One settlement per account and party that is settleable, holding its lines of both entries. */
async function settleWithEachOther(
  tx: Change,
  tenantId: string,
  original: string,
  reversal: string,
): Promise<void> {
  const groups = await tx.query<{ accountId: string; partyId: string | null }>(sql`
    select distinct l.account_id as "accountId", l.party_id as "partyId"
    from lines l
    join accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.settleable
    where l.tenant_id = ${tenantId} and l.entry_id = ${original}`);
  for (const { accountId, partyId } of groups) {
    const id = tx.newId();
    await tx.query(sql`
      insert into settlements (tenant_id, id, account_id, party_id, code, state, origin, created_at, updated_at)
      values (${tenantId}, ${id}, ${accountId}, ${partyId}, ${`R-${reversal.slice(-12)}`}, 'full', 'rule', ${tx.at}, ${tx.at})`);
    await tx.query(sql`
      insert into settlement_lines (tenant_id, entry_id, position, settlement_id, debit, credit, currency_debit, currency_credit)
      select tenant_id, entry_id, position, ${id}, debit, credit, currency_debit, currency_credit
      from lines
      where tenant_id = ${tenantId} and entry_id in (${original}, ${reversal}) and account_id = ${accountId}
        and party_id is not distinct from ${partyId}`);
  }
}

import type { Tx } from '../../db/database.ts';
import { fragment, joined, type Statement, sql } from '../../db/sql.ts';
import type { Grain, Movement, Place } from './cells.ts';

/** Part of a year: periods that count as a whole, and of others only the lines of some days. */
export interface Slice {
  whole: readonly number[];
  cuts: readonly { period: number; from: string; to: string }[];
}

export type Sum = Place & Movement;

/**
 * Debit and credit of a slice of a year by account and grain. Whole periods come from the totals, so the cost is accounts
 * times periods; days inside a period, what was posted until an instant, dimensions, and parties on accounts that are no
 * control accounts come from lines, of these periods only.
 */
export async function sumsOf(
  tx: Tx,
  tenantId: string,
  yearId: string,
  slice: Slice,
  grain: Grain,
  postedUntil: string | undefined,
): Promise<Sum[]> {
  const { whole, cuts } = slice;
  if (postedUntil !== undefined) {
    if (whole.length + cuts.length === 0) return [];
    const posted = sql`e.posted_at <= ${postedUntil}::timestamptz`;
    return lineSums(tx, tenantId, yearId, sql`${within(slice)} and ${posted}`, grain);
  }

  const ofCuts =
    cuts.length === 0 ? [] : await lineSums(tx, tenantId, yearId, within({ whole: [], cuts }), grain);
  const ofWhole = whole.length === 0 ? [] : await wholeSums(tx, tenantId, yearId, whole, grain);
  return [...ofWhole, ...ofCuts];
}

function within({ whole, cuts }: Slice): Statement {
  const days = cuts.map(
    (cut) => sql`(e.period = ${cut.period} and e.entry_date between ${cut.from} and ${cut.to})`,
  );
  const all = whole.length === 0 ? [] : [sql`e.period = any (${whole}::smallint[])`];
  return sql`(${joined([...all, ...days], ' or ')})`;
}

const summed =
  fragment(`sum(t.debit) as debit, sum(t.credit) as credit, sum(t.currency_debit) as "currencyDebit",
  sum(t.currency_credit) as "currencyCredit"`);

const currencyOf = (grain: Grain) => fragment(grain.currency ? 't.currency' : 'null::text');

async function lineSums(
  tx: Tx,
  tenantId: string,
  yearId: string,
  condition: Statement,
  grain: Grain,
): Promise<Sum[]> {
  return read(
    tx,
    sql`select t.account_id as "accountId", ${currencyOf(grain)} as currency, ${splitOf(grain)} as split, ${summed},
        count(*) as lines
      from entries e
      join lines t on t.tenant_id = e.tenant_id and t.entry_id = e.id
      join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
      where e.tenant_id = ${tenantId} and e.year_id = ${yearId} and ${condition}
      group by 1, 2, 3`,
  );
}

function splitOf({ split }: Grain): Statement {
  if (split === undefined) return sql`null::text`;
  return split === 'party' ? sql`t.party_id::text` : sql`t.dimensions ->> ${split.dimension}::text`;
}

async function wholeSums(
  tx: Tx,
  tenantId: string,
  yearId: string,
  periods: readonly number[],
  grain: Grain,
): Promise<Sum[]> {
  const totals = await read(
    tx,
    sql`select t.account_id as "accountId", ${currencyOf(grain)} as currency, null::text as split, ${summed},
        sum(t.lines) as lines
      from account_totals t
      where t.tenant_id = ${tenantId} and t.year_id = ${yearId} and t.period = any (${periods}::smallint[])
      group by 1, 2`,
  );
  if (grain.split === undefined) return totals;

  const ofPeriods = within({ whole: periods, cuts: [] });
  const parts =
    grain.split === 'party'
      ? [
          ...(await partySums(tx, tenantId, yearId, periods, grain)),
          ...(await lineSums(
            tx,
            tenantId,
            yearId,
            sql`${ofPeriods} and t.party_id is not null and a.control = 'none'`,
            grain,
          )),
        ]
      : await lineSums(tx, tenantId, yearId, sql`${ofPeriods} and ${splitOf(grain)} is not null`, grain);
  return [...parts, ...remainders(totals, parts)];
}

const partySums = (tx: Tx, tenantId: string, yearId: string, periods: readonly number[], grain: Grain) =>
  read(
    tx,
    sql`select t.account_id as "accountId", ${currencyOf(grain)} as currency, t.party_id::text as split, ${summed},
        sum(t.lines) as lines
      from party_totals t
      where t.tenant_id = ${tenantId} and t.year_id = ${yearId} and t.period = any (${periods}::smallint[])
      group by 1, 2, 3`,
  );

/** What the parts leave of each account: the lines without a party or value. So parts and rest always sum to the account. */
function remainders(totals: readonly Sum[], parts: readonly Sum[]): Sum[] {
  const rest = new Map(totals.map((total) => [placeOf(total), { ...total }]));
  for (const part of parts) {
    const total = rest.get(placeOf(part));
    if (!total) throw new Error(`account ${part.accountId} has lines and no totals`);
    total.debit -= part.debit;
    total.credit -= part.credit;
    total.currencyDebit -= part.currencyDebit;
    total.currencyCredit -= part.currencyCredit;
    total.lines -= part.lines;
  }
  return [...rest.values()].filter((total) => total.lines > 0);
}

const placeOf = ({ accountId, currency }: Place): string => `${accountId} ${currency ?? ''}`;

type SumRow = Place & Record<keyof Movement, string>;

async function read(tx: Tx, statement: Statement): Promise<Sum[]> {
  const rows = await tx.query<SumRow>(statement);
  return rows.map((row) => ({
    ...{ accountId: row.accountId, currency: row.currency, split: row.split },
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
    currencyDebit: BigInt(row.currencyDebit),
    currencyCredit: BigInt(row.currencyCredit),
    lines: Number(row.lines),
  }));
}

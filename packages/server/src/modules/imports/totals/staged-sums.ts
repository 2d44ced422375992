import { sql } from '../../../db/sql.ts';
import type { Target } from '../staging/target.ts';

/** What valid entries of an import add to an account, by year and currency; minor units. `opening`: in period 0. */
export interface StagedSum {
  year: string;
  opening: boolean;
  account: string;
  currency: string;
  lines: number;
  debit: bigint;
  credit: bigint;
  currencyDebit: bigint;
  currencyCredit: bigint;
}

type Summed = 'lines' | 'debit' | 'credit' | 'currencyDebit' | 'currencyCredit';

/** One pass over the lines that the checks have left, and over the lines that take the difference of an opening. */
export async function stagedSums({ tx, tenantId, id, base }: Target): Promise<StagedSum[]> {
  const rows = await tx.query<Omit<StagedSum, Summed> & Record<Summed, string>>(sql`
    select e.year_start as year, e.year_period = 0 as opening, l.account, coalesce(l.currency, ${base}::text) as currency,
      count(*) as lines, sum(l.debit) as debit, sum(l.credit) as credit,
      sum(coalesce(l.currency_debit, l.debit)) as "currencyDebit", sum(coalesce(l.currency_credit, l.credit)) as "currencyCredit"
    from import_lines l
    join import_placed_entries e on e.tenant_id = ${tenantId} and e.import_id = ${id} and e.ord = l.ord
    where l.tenant_id = ${tenantId} and l.import_id = ${id}
    group by 1, 2, 3, 4
    union all
    select e.year_start, e.year_period = 0, e.difference_account, ${base}::text, count(*), sum(greatest(-e.difference, 0)),
      sum(greatest(e.difference, 0)), sum(greatest(-e.difference, 0)), sum(greatest(e.difference, 0))
    from import_placed_entries e
    where e.tenant_id = ${tenantId} and e.import_id = ${id} and e.difference is not null
    group by 1, 2, 3`);
  return rows.map(({ year, opening, account, currency, ...summed }) => ({
    ...{ year, opening, account, currency, lines: Number(summed.lines) },
    ...{ debit: BigInt(summed.debit), credit: BigInt(summed.credit) },
    ...{ currencyDebit: BigInt(summed.currencyDebit), currencyCredit: BigInt(summed.currencyCredit) },
  }));
}

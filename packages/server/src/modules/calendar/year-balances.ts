import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/**
 * What an account opened and closed with, as an import stated it: minor units of the year's base currency, debit positive.
 * With dimensions an annotation. Null: not stated.
 */
export interface YearBalance {
  accountId: string;
  account: string;
  dimensions: Record<string, string>;
  /** Account and dimensions as they are sorted. */
  key: readonly [account: string, dimensions: string];
  opening: bigint | null;
  closing: bigint | null;
}

/** The balances of a year by account, the one without dimensions first; those that were there at an instant when it is named. */
export async function yearBalances(
  tx: Tx,
  tenantId: string,
  yearId: string,
  asked: { until?: string | undefined } = {},
): Promise<YearBalance[]> {
  const rows = await tx.query<
    Omit<YearBalance, 'opening' | 'closing' | 'key'> & {
      text: string;
      opening: string | null;
      closing: string | null;
    }
  >(sql`
    select b.account_id as "accountId", a.code as account, b.dimensions, b.dimensions::text as text, b.opening, b.closing
    from year_balances b
    join accounts a on a.tenant_id = ${tenantId} and a.id = b.account_id
    where b.tenant_id = ${tenantId} and b.year_id = ${yearId}
      and (${asked.until ?? null}::timestamptz is null or b.created_at <= ${asked.until ?? null}::timestamptz)
    order by a.code, b.dimensions::text collate "C"`);
  return rows.map(({ text, opening, closing, ...same }) => ({
    ...same,
    ...{ key: [same.account, text] as const, opening: minor(opening), closing: minor(closing) },
  }));
}

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** A year of balances only: closed in all its periods, so that no single entry is taken for its books. */
export async function closeForBalances(
  tx: Tx & { at: string },
  tenantId: string,
  yearId: string,
  by: string,
): Promise<void> {
  await tx.query(sql`
    update periods set state = 'closed', closed_by = ${by}, closed_at = ${tx.at}, updated_at = ${tx.at}, version = version + 1
    where tenant_id = ${tenantId} and year_id = ${yearId} and state = 'open'`);
  await setDetail(tx, tenantId, yearId, 'balances');
}

/** The year takes entries: its balances are gone or will be, and what was closed for them opens. */
export async function openForEntries(
  tx: Tx & { at: string },
  tenantId: string,
  yearId: string,
): Promise<void> {
  await tx.query(sql`
    update periods set state = 'open', closed_by = null, closed_at = null, updated_at = ${tx.at}, version = version + 1
    where tenant_id = ${tenantId} and year_id = ${yearId} and state = 'closed'`);
  await setDetail(tx, tenantId, yearId, 'entries');
}

async function setDetail(
  tx: Tx & { at: string },
  tenantId: string,
  yearId: string,
  detail: 'entries' | 'balances',
): Promise<void> {
  await tx.query(sql`
    update years set detail = ${detail}, updated_at = ${tx.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${yearId}`);
}

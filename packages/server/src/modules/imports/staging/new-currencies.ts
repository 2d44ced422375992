import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';

/** Decimals of a currency that the import makes where no row of the file tells them. */
export const newCurrencyDecimals = 2;

/** Decimals of the currencies that parts before this one describe: amounts of a part are typed when it arrives. */
export async function currenciesBefore(
  tx: Tx,
  tenantId: string,
  id: string,
  part: number,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ code: string; exponent: number }>(sql`
    select body ->> 'code' as code, (body ->> 'exponent')::int as exponent from import_records
    where tenant_id = ${tenantId} and import_id = ${id} and part < ${part}::int and body ->> 'record' = 'currency'
    order by part desc, n desc`);
  return new Map(rows.map(({ code, exponent }) => [code, exponent]));
}

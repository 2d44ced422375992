import type { CurrencyRow } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import { sql } from '../../../db/sql.ts';
import { newCurrencyDecimals } from '../staging/new-currencies.ts';
import type { Named } from './known.ts';

/** A currency that an import makes. */
export interface NewCurrency {
  code: string;
  exponent: number;
}

/** `misread`: lines that came before the row of their currency, whose amounts were read with other decimals. */
export interface PlannedCurrencies {
  made: NewCurrency[];
  misread: Map<string, string>;
}

/** Those that lines are in, and others that the file has a row of. */
export async function planCurrencies(
  tx: Tx,
  tenantId: string,
  id: string,
  { rows, named, isKnown }: { rows: CurrencyRow[]; named: Named[]; isKnown: (code: string) => boolean },
): Promise<PlannedCurrencies> {
  const described = new Map<string, number>();
  for (const { code, exponent } of rows) if (!described.has(code)) described.set(code, exponent);

  const used = new Map(named.map(({ code }) => [code, described.get(code) ?? newCurrencyDecimals]));
  const unused = [...described].filter(([code]) => !used.has(code) && !isKnown(code));
  const made = [...used, ...unused].map(([code, exponent]) => ({ code, exponent }));
  if (described.size === 0) return { made, misread: new Map() };

  const readAs = await tx.query<{ code: string; name: string }>(sql`
    select distinct code, name from import_names
    where tenant_id = ${tenantId} and import_id = ${id} and kind = 'currency'`);
  const misread = readAs
    .filter(({ code, name }) => Number(name) !== used.get(code))
    .map(({ code, name }): [string, string] => [
      code,
      `lines in ${code} came before its row and were read with ${name} decimals: send rows of currencies first`,
    ]);
  return { made, misread: new Map(misread) };
}

import { codecs, type YearBalance } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { yearsOf } from '../calendar/index.ts';
import { balancesThrough } from '../reports/index.ts';
import { isUnfiltered } from './filters.ts';
import { type ExportRange, yearBefore } from './range.ts';
import type { Filters, NewExport } from './store.ts';

/** Balances are those of the books: beside a choice of lines they would contradict the file. */
export const needsBalances = (asked: Pick<NewExport, 'format' | keyof Filters>): boolean =>
  codecs[asked.format].needs.includes('balances') && isUnfiltered(asked);

/**
 * Opening and closing of every account in each year of the range and in the year before it, by year and the bytes of the
 * codes: from the totals, as the trial balance, so that a file can state them without a pass over its lines.
 *
 * @throws Problem `role_account_missing` where a result is to be carried and no account has the role for it
 */
export async function balancesOf(tx: Tx, tenant: TenantInfo, range: ExportRange): Promise<YearBalance[]> {
  const [first] = range.years;
  if (!first) return [];
  const before = yearBefore(await yearsOf(tx, tenant.id), first);

  const written = writtenBy(tenant);
  const balances: YearBalance[] = [];
  for (const year of [...(before ? [before] : []), ...range.years]) {
    for (const { account, opening, closing } of await balancesThrough(tx, tenant, year.id, lastPeriod)) {
      balances.push({
        ...{ year: year.start, account },
        opening: written(opening, year.baseCurrency),
        closing: written(closing, year.baseCurrency),
      });
    }
  }
  return balances;
}

const lastPeriod = Number.POSITIVE_INFINITY;

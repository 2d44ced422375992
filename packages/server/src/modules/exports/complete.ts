import { codecs } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { type Fault, Problem } from '../../kernel/problem.ts';
import { openingOf } from '../reports/index.ts';
import { bareHead } from './head.ts';
import { beginsYear, type ExportRange } from './range.ts';
import type { NewExport } from './store.ts';

/**
 * Refuses an export that would misstate, with everything it lacks at once, before its first byte.
 *
 * @throws Problem `export_incomplete`
 */
export async function requireComplete(
  tx: Tx,
  tenant: TenantInfo,
  range: ExportRange,
  asked: Pick<NewExport, 'format' | 'journal' | 'account'>,
): Promise<void> {
  const lacks = [
    ...codecs[asked.format].lacks(bareHead(tenant, range)),
    ...(asked.format === 'fec' ? wholeYearLacks(range, asked) : []),
    ...currencyLacks(range),
    ...(await openingLacks(tx, tenant, range)),
  ];
  if (lacks.length === 0) return;

  const errors = lacks.map(
    ({ field, message }): Fault => ({ in: 'body', pointer: `/${field}`, code: 'export_incomplete', message }),
  );
  throw new Problem(
    'export_incomplete',
    `The ${asked.format} export of ${range.from}..${range.to} would be incomplete: ${lacks.map(({ message }) => message).join('; ')}`,
    errors,
  );
}

interface Lack {
  field: string;
  message: string;
}

/** A FEC holds all entries of one fiscal year: a part of them is no FEC. */
function wholeYearLacks(
  { from, to, years }: ExportRange,
  { journal, account }: Pick<NewExport, 'journal' | 'account'>,
): Lack[] {
  const [year] = years;
  const isPart = years.length === 1 && year && (from !== year.start || to !== year.end);
  const filters = Object.entries({ journal, account }).filter(([, value]) => value !== null);
  return [
    ...(isPart
      ? [
          {
            field: 'year',
            message: `a FEC holds a whole fiscal year, ${from}..${to} is a part of ${year.code} (${year.start}..${year.end})`,
          },
        ]
      : []),
    ...filters.map(([field]) => ({
      field,
      message: `a FEC holds every entry of its year: leave ${field} out`,
    })),
  ];
}

/** Amounts of one file are in one base currency. */
function currencyLacks({ years }: ExportRange): Lack[] {
  const currencies = new Set(years.map(({ baseCurrency }) => baseCurrency));
  if (currencies.size <= 1) return [];
  const message = `the years are kept in ${[...currencies].join(' and ')}: export each by itself`;
  return [{ field: 'year', message }];
}

/** An opening that cannot be carried, because no account has the role for the result. */
async function openingLacks(tx: Tx, tenant: TenantInfo, range: ExportRange): Promise<Lack[]> {
  const [first] = range.years;
  if (!first || !beginsYear(range)) return [];
  try {
    await openingOf(tx, tenant, first.id);
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'role_account_missing') throw error;
    return [{ field: 'accountRoles', message: error.message }];
  }
}

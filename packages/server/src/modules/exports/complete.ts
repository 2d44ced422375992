import { codecs } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { type Fault, Problem } from '../../kernel/problem.ts';
import { openingOf } from '../reports/index.ts';
import { balancesOf, needsBalances } from './balances.ts';
import { bareHead } from './head.ts';
import { beginsYear, type ExportRange } from './range.ts';
import type { Filters, NewExport } from './store.ts';

type Asked = Pick<NewExport, 'format' | 'period' | keyof Filters>;

/**
 * Refuses an export that would misstate, with everything it lacks at once, before its first byte.
 *
 * @throws Problem `export_incomplete`
 */
export async function requireComplete(
  tx: Tx,
  tenant: TenantInfo,
  range: ExportRange,
  asked: Asked,
): Promise<void> {
  const lacks = await lacksOf(tx, tenant, range, asked);
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

export interface Lack {
  field: string;
  message: string;
}

/** All that an export lacks, at once. */
export const lacksOf = async (
  tx: Tx,
  tenant: TenantInfo,
  range: ExportRange,
  asked: Asked,
): Promise<Lack[]> => [
  ...codecs[asked.format].lacks(bareHead(tenant, range)),
  ...yearLacks(range, asked),
  ...filterLacks(asked),
  ...currencyLacks(range),
  ...(await openingLacks(tx, tenant, range, asked)),
];

/** A file that holds a year holds exactly one, whole. */
function yearLacks({ from, to, years }: ExportRange, { format }: Pick<NewExport, 'format'>): Lack[] {
  if (codecs[format].holds !== 'year') return [];
  const one = `${aFileOf(format)} holds exactly one fiscal year, ${from}..${to}`;
  const [year] = years;
  if (!year || years.length !== 1) {
    return [{ field: 'year', message: `${one} touches ${years.length}` }];
  }
  if (from === year.start && to === year.end) return [];
  return [{ field: 'year', message: `${one} is a part of ${year.code} (${year.start}..${year.end})` }];
}

/** A choice of lines leaves entries that do not balance, a choice of entries no whole year. */
function filterLacks({ format, period, journal, account, dimension }: Asked): Lack[] {
  const { holds } = codecs[format];
  const given = (filters: Record<string, unknown>, what: string): Lack[] =>
    Object.entries(filters)
      .filter(([, value]) => value !== null)
      .map(([field]) => ({ field, message: `${aFileOf(format)} holds ${what}: leave ${field} out` }));
  return [
    ...(holds === 'year' ? given({ period, journal }, 'every entry of its year') : []),
    ...(holds === 'lines' ? [] : given({ account, dimension }, 'all lines of an entry')),
  ];
}

const aFileOf = (format: NewExport['format']) => `a ${format.toUpperCase()} file`;

/** Amounts of one file are in one base currency. */
function currencyLacks({ years }: ExportRange): Lack[] {
  const currencies = new Set(years.map(({ baseCurrency }) => baseCurrency));
  if (currencies.size <= 1) return [];
  const message = `the years are kept in ${[...currencies].join(' and ')}: export each by itself`;
  return [{ field: 'year', message }];
}

/** An opening that cannot be carried, because no account has the role for the result. */
async function openingLacks(tx: Tx, tenant: TenantInfo, range: ExportRange, asked: Asked): Promise<Lack[]> {
  const [first] = range.years;
  try {
    if (first && beginsYear(range)) await openingOf(tx, tenant, first.id);
    if (needsBalances(asked)) await balancesOf(tx, tenant, range);
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'role_account_missing') throw error;
    return [{ field: 'accountRoles', message: error.message }];
  }
}

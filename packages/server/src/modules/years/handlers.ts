import { compareCodes } from '@erp/ledger';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Tx } from '../../db/database.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { insertYear, periodsOfYear, requireYear, yearBalances, yearsOf } from '../calendar/index.ts';
import { checkBaseCurrency, type Year, yearOfRow } from './rules.ts';
import { closingEntries } from './store.ts';

export const handlers = {
  'years.list': (context, { query }) =>
    context.read(async (tx) => {
      const { limit = defaultLimit, updatedSince, externalId } = query;
      const [after] = decodeCursor(query.cursor, 1) ?? [''];
      // A tenant has some dozens of years: they are read whole and the page is cut here.
      const years = await yearsOf(tx, context.tenant.id);
      const closings = await closingEntries(tx, context.tenant.id);
      const asked = years.filter(
        (year) =>
          year.start > String(after) &&
          (updatedSince === undefined || Date.parse(year.updatedAt) >= Date.parse(updatedSince)) &&
          (externalId === undefined || year.externalId === externalId),
      );
      return toPage(
        asked.slice(0, limit + 1),
        limit,
        (year) => [year.start],
        (year) => yearOfRow(year, years, closings.get(year.id)),
      );
    }),

  'years.get': (context, { path }) => context.read((tx) => yearWithPeriods(tx, context.tenant.id, path.year)),

  'years.balances': (context, { path, query }) =>
    context.read(async (tx) => {
      const { limit = defaultLimit } = query;
      const { tenant } = context;
      const year = await requireYear(tx, tenant.id, path.year);
      const written = writtenBy(tenant);
      const money = (amount: bigint | null) => (amount === null ? null : written(amount, year.baseCurrency));
      // A chart has some hundreds of accounts: they are read whole and the page is cut here.
      const balances = await yearBalances(tx, tenant.id, year.id);
      const [account = '', dimensions = ''] = (decodeCursor(query.cursor, 2) ?? []).map(String);
      const isLater = (key: readonly [string, string]) =>
        compareCodes(key[0], account) > 0 || (key[0] === account && compareCodes(key[1], dimensions) > 0);
      return toPage(
        balances.filter(({ key }) => isLater(key)).slice(0, limit + 1),
        limit,
        ({ key }) => [...key],
        ({ key: _, opening, closing, ...same }) => ({
          ...same,
          ...{ opening: money(opening), closing: money(closing) },
        }),
      );
    }),

  'years.open': (context, { body }) => {
    const { tenant } = context;
    const baseCurrency = body.baseCurrency ?? tenant.baseCurrency;
    checkBaseCurrency(tenant.baseCurrency, baseCurrency);
    return context.change(async (tx) => {
      const { id } = await insertYear(tx, tenant.id, { ...body, baseCurrency });
      const year = await yearWithPeriods(tx, tenant.id, id);
      const { periods: _, ...after } = year;
      await tx.audit({ resource: 'year', resourceId: id, resourceCode: year.code, after });
      return year;
    });
  },
} satisfies HandlersOf<'years'>;

async function yearWithPeriods(tx: Tx, tenantId: string, name: string): Promise<Year> {
  const year = await requireYear(tx, tenantId, name);
  const years = await yearsOf(tx, tenantId);
  const closings = await closingEntries(tx, tenantId);
  const periods = await periodsOfYear(tx, tenantId, year.id);
  return { ...yearOfRow(year, years, closings.get(year.id)), periods };
}

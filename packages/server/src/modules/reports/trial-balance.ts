import { compareCodes } from '@erp/ledger';
import type { components, operations } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { notFound } from '../../kernel/problem.ts';
import { periodsOfYear } from '../calendar/index.ts';
import { chosen } from './account-filter.ts';
import { balancesIn, openBooks } from './balances.ts';
import { type Cell, closingOf, currencyClosingOf, type Grain } from './cells.ts';
import { rangeOf, slicesOf } from './range.ts';

type TrialBalance = components['schemas']['TrialBalance'];
type Row = components['schemas']['TrialBalanceRow'];
export type TrialBalanceQuery = NonNullable<operations['reports.trialBalance']['parameters']['query']>;

/**
 * Opening, movement and closing by account. Opening entries count in the opening only, and so do movements of the year before
 * `from`. Without an account filter openings and closings each sum to zero.
 */
export async function trialBalance(
  tx: Tx,
  tenant: TenantInfo,
  query: TrialBalanceQuery,
): Promise<TrialBalance> {
  const { year, from, to } = await rangeOf(tx, tenant.id, query);
  const grain = await grainOf(tx, tenant.id, query.by);
  const books = await openBooks(tx, tenant, { grain, postedUntil: query.postedUntil });
  const accounts = chosen(books.chart, query.account);

  const periods = await periodsOfYear(tx, tenant.id, year.id);
  const slices = slicesOf(periods, { from, to }, query.without?.split(','));
  const cells = byAccount(await balancesIn(books, year, slices));
  const parties = grain.split === 'party' ? await partyCodes(tx, tenant.id) : new Map<string, string>();

  const written = writtenBy(tenant);
  const base = year.baseCurrency;
  const totals = { opening: 0n, debit: 0n, credit: 0n, closing: 0n };
  const rows: Row[] = [];
  for (const account of accounts) {
    const asked = query.all === true && account.postable ? [emptyCell(account.id)] : [];
    const found = (cells.get(account.id) ?? []).filter(
      (cell) => query.all === true || isSomething(cell, grain.currency === true),
    );
    const ordered = found
      .map((cell) => ({ cell, key: cell.currency ?? parties.get(cell.split ?? '') ?? cell.split ?? '' }))
      .sort((a, b) => compareCodes(a.key, b.key))
      .map(({ cell }) => cell);

    for (const cell of ordered.length > 0 ? ordered : asked) {
      totals.opening += cell.opening;
      totals.debit += cell.debit;
      totals.credit += cell.credit;
      totals.closing += closingOf(cell);
      rows.push({
        ...{ account: account.code, accountId: account.id, name: account.name, type: account.type },
        opening: written(cell.opening, base),
        debit: written(cell.debit, base),
        credit: written(cell.credit, base),
        closing: written(closingOf(cell), base),
        ...splitFields(cell),
      });
    }
  }

  return {
    ...{ currency: base, from, to, rows },
    totals: {
      opening: written(totals.opening, base),
      debit: written(totals.debit, base),
      credit: written(totals.credit, base),
      closing: written(totals.closing, base),
    },
  };

  function splitFields(cell: Cell): Partial<Row> {
    if (grain.currency) {
      const currency = cell.currency ?? base;
      return {
        currency,
        currencyOpening: written(cell.currencyOpening, currency),
        currencyDebit: written(cell.currencyDebit, currency),
        currencyCredit: written(cell.currencyCredit, currency),
        currencyClosing: written(currencyClosingOf(cell), currency),
      };
    }
    if (grain.split === 'party') {
      return { party: parties.get(cell.split ?? '') ?? null, partyId: cell.split };
    }
    return grain.split === undefined ? {} : { value: cell.split };
  }
}

async function grainOf(tx: Tx, tenantId: string, by: string | undefined): Promise<Grain> {
  if (by === undefined) return {};
  if (by === 'currency') return { currency: true };
  if (by === 'party') return { split: 'party' };

  const dimension = by.slice('dimension:'.length);
  const known = await tx.query(
    sql`select id from dimensions where tenant_id = ${tenantId} and code = ${dimension}`,
  );
  if (known.length === 0) throw notFound('dimension', JSON.stringify(dimension));
  return { split: { dimension } };
}

async function partyCodes(tx: Tx, tenantId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; code: string }>(
    sql`select id, code from parties where tenant_id = ${tenantId}`,
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

function byAccount(cells: Iterable<Cell>): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.accountId);
    if (group) group.push(cell);
    else groups.set(cell.accountId, [cell]);
  }
  return groups;
}

/** A row of zeros is hidden; amounts in currency are seen only where they are shown. */
function isSomething(cell: Cell, byCurrency: boolean): boolean {
  const { opening, debit, credit, currencyOpening, currencyDebit, currencyCredit } = cell;
  const inCurrency = byCurrency ? [currencyOpening, currencyDebit, currencyCredit] : [];
  return [opening, debit, credit, ...inCurrency].some((amount) => amount !== 0n);
}

const emptyCell = (accountId: string): Cell => ({
  ...{ accountId, currency: null, split: null, lines: 0 },
  ...{ opening: 0n, debit: 0n, credit: 0n },
  ...{ currencyOpening: 0n, currencyDebit: 0n, currencyCredit: 0n },
});

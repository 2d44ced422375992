import { codecs, type ExportHead, type ExportLine, type ExportSource } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { type PeriodRow, periodsOfYear } from '../calendar/index.ts';
import { balancesOf, needsBalances } from './balances.ts';
import { type CarriedOpening, carriedOpening } from './carried.ts';
import { type ChosenBy, chosenBy } from './filters.ts';
import { bareHead, namesUsed, type Referred, readDimensions, readReferred } from './head.ts';
import { hasSettlements, streamLines, type Tally } from './lines.ts';
import { needsObjects, objectBalancesOf } from './object-balances.ts';
import { beginsYear, type ExportRange } from './range.ts';
import type { ExportRow } from './store.ts';

/**
 * What a codec writes of an export: reference data whole, then lines as they are read. `tally` and `notHeld` are counted
 * while it is written.
 *
 * A carried opening is written for a range that begins with its first year, in every format: import(export(x)) = x, so a
 * year imported into empty books must open as it does here. Later years of the range carry again what the entries before
 * them leave, so theirs are not written; a stated one is an entry as every other.
 */
export async function sourceOf(
  tx: Tx,
  tenant: TenantInfo,
  row: ExportRow,
  range: ExportRange,
  tally: Tally,
  notHeld: Record<string, number>,
): Promise<ExportSource> {
  // Compiling the statement takes longer than it saves: it is run once.
  await tx.query(sql`set local jit = off`);
  const codec = codecs[row.format];
  const referred = await readReferred(tx, tenant.id);
  const filter = await chosenBy(tx, tenant.id, row);
  const carried = await openingLines(tx, tenant, row, range, referred, filter);
  const names = codec.needs.includes('names') ? await namesUsed(tx, tenant.id, range) : {};

  const periods: PeriodRow[] = [];
  for (const year of range.years) periods.push(...(await periodsOfYear(tx, tenant.id, year.id)));

  const books = [...referred.journals.values()];
  if (carried && !books.some(({ code }) => code === carried.journal.code)) books.push(carried.journal);
  const head: ExportHead = {
    ...bareHead(tenant, range),
    accounts: [...referred.accounts.values()],
    parties: [...referred.parties.values()],
    journals: books,
    ...(await readDimensions(tx, tenant.id)),
    ...(needsBalances(row) ? { balances: await balancesOf(tx, tenant, range) } : {}),
    ...(needsObjects(row) ? { objectBalances: await objectBalancesOf(tx, tenant, range) } : {}),
    ...names,
  };
  const chosenLines = {
    ...range,
    ...filter,
    severalYears: range.years.length > 1,
    statutory: codec.statutory === true,
    settlements: await hasSettlements(tx, tenant.id),
  };
  const written = writtenBy(tenant);
  const context = { referred, periods, baseCurrency: row.baseCurrency, written, tally };

  async function* lines(): AsyncGenerator<readonly ExportLine[]> {
    if (carried) {
      count(tally, carried);
      yield carried.lines.map(({ line }) => line);
    }
    yield* streamLines(tx, tenant.id, chosenLines, context);
  }

  return {
    head,
    lines: lines(),
    notHeld: (field) => {
      notHeld[field] = (notHeld[field] ?? 0) + 1;
    },
  };
}

/** The carried opening of the first year, of what is chosen; it belongs to no journal that could be. */
async function openingLines(
  tx: Tx,
  tenant: TenantInfo,
  row: ExportRow,
  range: ExportRange,
  referred: Referred,
  { accountIds, dimension }: ChosenBy,
): Promise<CarriedOpening | undefined> {
  const [first] = range.years;
  if (!first || !beginsYear(range) || row.journal !== null) return undefined;
  const carried = await carriedOpening(tx, tenant, first, codecs[row.format].carried, referred, dimension);
  if (!carried || accountIds === null) return carried;

  const codes = new Set(accountIds.map((id) => referred.accounts.get(id)?.code));
  const lines = carried.lines.filter(({ line }) => codes.has(line.account));
  return lines.length === 0 ? undefined : { ...carried, lines };
}

function count(tally: Tally, { lines }: CarriedOpening): void {
  tally.entries += 1;
  tally.rows += lines.length;
  for (const { amount } of lines) {
    if (amount > 0n) tally.debit += amount;
    else tally.credit -= amount;
  }
}

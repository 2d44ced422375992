import { codecs, compareCodes, type ObjectBalance } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { type YearRow, yearsOf } from '../calendar/index.ts';
import { isUnfiltered } from './filters.ts';
import { type ExportRange, yearBefore } from './range.ts';
import type { Filters, NewExport } from './store.ts';

export const needsObjects = (asked: Pick<NewExport, 'format' | keyof Filters>): boolean =>
  codecs[asked.format].needs.includes('objects') && isUnfiltered(asked);

/** Values of dimensions on an account. Amounts are minor units of the year's base currency, debit positive. */
interface Place {
  account: string;
  dimensions: Record<string, string>;
}

/** What an import stated, which may leave either out, and what the lines with these values moved since the opening. */
type Stated = Place & { opening: bigint | null; closing: bigint | null; moved: bigint; carries: boolean };

/** What lines of an account that carries its balance hold of one value: in the opening, and after it. */
type OfLines = Place & { opening: bigint; moved: bigint };

/** What a year leaves to the next one. */
type Left = Place & { closing: bigint };

type ByKey<T> = ReadonlyMap<string, T>;

/**
 * How much of balances belongs to values of dimensions, in each year of the range and in the year before it, by account and
 * value: what imports have stated of it, and what openings hold by themselves, stated or carried. A closing is the opening and
 * what moved since, so it holds what was posted after the import. Values that came in the year are left out: lines tell of them.
 */
export async function objectBalancesOf(
  tx: Tx,
  tenant: TenantInfo,
  range: ExportRange,
): Promise<ObjectBalance[]> {
  const [first] = range.years;
  if (!first || !(await hasDimensions(tx, tenant.id))) return [];

  const all = await yearsOf(tx, tenant.id);
  const before = yearBefore(all, first);
  const asked = new Set([...(before ? [before] : []), ...range.years].map(({ id }) => id));
  const written = writtenBy(tenant);
  const found: ObjectBalance[] = [];
  let left: ByKey<Left> = new Map();

  for (const year of chainTo(all, asked)) {
    const stated = byKey(await statedIn(tx, tenant.id, year));
    const ofLines = byKey(await linesIn(tx, tenant.id, year));
    const amounts = amountsIn(year, stated, ofLines, isCarried(year, all) ? left : new Map());

    left = new Map(amounts.filter(([, { carries, closing }]) => carries && closing !== 0n));
    if (!asked.has(year.id)) continue;
    const money = (amount: bigint) => written(amount, year.baseCurrency);
    for (const [, { account, dimensions, opening, closing, tellsClosing }] of amounts) {
      if (opening === null && !tellsClosing) continue;
      found.push({
        ...{ year: year.start, account, dimensions },
        ...(opening === null ? {} : { opening: money(opening) }),
        ...(tellsClosing ? { closing: money(closing) } : {}),
      });
    }
  }
  return found;
}

/** The years that are asked for, and those that their openings are carried from. */
function chainTo(all: readonly YearRow[], asked: ReadonlySet<string>): YearRow[] {
  let from = all.findIndex(({ id }) => asked.has(id));
  for (let year = all[from]; year && isCarried(year, all); year = all[from]) from -= 1;
  return all.slice(from, all.findLastIndex(({ id }) => asked.has(id)) + 1);
}

const isCarried = (year: YearRow, all: readonly YearRow[]): boolean =>
  year.detail === 'entries' && year.openingEntryId === null && yearBefore(all, year) !== undefined;

interface Amounts extends Left {
  /** Null: nothing is known, or nothing was there. */
  opening: bigint | null;
  /** Whether the closing is written: what came in the year has none. */
  tellsClosing: boolean;
  /** Whether the next year begins with it: one value of an account that carries its balance. */
  carries: boolean;
}

function amountsIn(
  { detail }: YearRow,
  stated: ByKey<Stated>,
  ofLines: ByKey<OfLines>,
  left: ByKey<Left>,
): [key: string, Amounts][] {
  const places = new Map<string, Place>([...left, ...ofLines, ...stated]);
  const amounts = [...places].map(([key, { account, dimensions }]): [string, Amounts] => {
    const [said, lines] = [stated.get(key), ofLines.get(key)];
    const held = (left.get(key)?.closing ?? 0n) + (lines?.opening ?? 0n);
    const opening = said?.opening ?? (held === 0n ? null : held);
    const computed = (opening ?? 0n) + (said?.moved ?? lines?.moved ?? 0n);
    const closing = detail === 'balances' ? (said?.closing ?? computed) : computed;
    const tellsClosing = said ? said.closing !== null : opening !== null;
    const carries = said ? said.carries : true;
    return [key, { account, dimensions, opening, closing, tellsClosing, carries }];
  });
  return amounts.sort(
    ([aKey, a], [bKey, b]) => compareCodes(a.account, b.account) || compareCodes(aKey, bKey),
  );
}

function byKey<T extends Place>(places: readonly T[]): Map<string, T> {
  return new Map(
    places.map((place) => {
      const values = Object.entries(place.dimensions).sort(([a], [b]) => compareCodes(a, b));
      return [JSON.stringify([place.account, values]), place];
    }),
  );
}

async function hasDimensions(tx: Tx, tenantId: string): Promise<boolean> {
  const rows = await tx.query(sql`select 1 from dimensions where tenant_id = ${tenantId} limit 1`);
  return rows.length > 0;
}

async function statedIn(tx: Tx, tenantId: string, { id }: YearRow): Promise<Stated[]> {
  const rows = await tx.query<
    Place & { opening: string | null; closing: string | null; moved: string; carries: boolean }
  >(sql`
    with sums as materialized (
      select l.account_id, l.dimensions, sum(l.debit - l.credit) as moved
      from lines l
      where l.tenant_id = ${tenantId} and l.year_id = ${id} and l.period <> 0 and l.dimensions is not null
        and l.account_id in (
          select b.account_id from year_balances b
          where b.tenant_id = ${tenantId} and b.year_id = ${id} and b.dimensions <> '{}')
      group by l.account_id, l.dimensions),
    -- Nearly all are of one value: those are found by a hash, where what holds several of them is searched for.
    of_one as (
      select s.account_id, jsonb_build_object(d.key, d.value) as dimensions, sum(s.moved) as moved
      from sums s cross join lateral jsonb_each_text(s.dimensions) d
      group by 1, 2)
    select a.code as account, b.dimensions, b.opening, b.closing, a.statement = 'balance' and k.values = 1 as carries,
      coalesce(case when k.values = 1 then o.moved else (
        select sum(s.moved) from sums s where s.account_id = b.account_id and s.dimensions @> b.dimensions) end, 0) as moved
    from year_balances b
    join accounts a on a.tenant_id = ${tenantId} and a.id = b.account_id
    cross join lateral (select count(*) as values from jsonb_object_keys(b.dimensions)) k
    left join of_one o on o.account_id = b.account_id and o.dimensions = b.dimensions
    where b.tenant_id = ${tenantId} and b.year_id = ${id} and b.dimensions <> '{}'`);
  const minor = (text: string | null) => (text === null ? null : BigInt(text));
  return rows.map(({ opening, closing, moved, ...same }) => ({
    ...same,
    ...{ opening: minor(opening), closing: minor(closing), moved: BigInt(moved) },
  }));
}

async function linesIn(tx: Tx, tenantId: string, { id }: YearRow): Promise<OfLines[]> {
  const rows = await tx.query<{
    account: string;
    dimension: string;
    value: string;
    opening: string;
    moved: string;
  }>(sql`
    select a.code as account, d.key as dimension, d.value,
      coalesce(sum(l.debit - l.credit) filter (where l.period = 0), 0) as opening,
      coalesce(sum(l.debit - l.credit) filter (where l.period <> 0), 0) as moved
    from lines l
    join accounts a on a.tenant_id = ${tenantId} and a.id = l.account_id and a.statement = 'balance'
    cross join lateral jsonb_each_text(l.dimensions) d
    where l.tenant_id = ${tenantId} and l.year_id = ${id} and l.dimensions is not null
    group by 1, 2, 3`);
  return rows.map(({ account, dimension, value, opening, moved }) => ({
    ...{ account, dimensions: { [dimension]: value } },
    ...{ opening: BigInt(opening), moved: BigInt(moved) },
  }));
}

import { type Codec, compareCodes, type ExportLine, type JournalRow } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import type { YearRow } from '../calendar/index.ts';
import { type Cell, carriedInto, openBooks } from '../reports/index.ts';
import type { Referred } from './head.ts';
import { partyFields } from './parties.ts';

export interface CarriedOpening {
  journal: JournalRow;
  /** `amount`: base currency in minor units, debit positive. */
  lines: { line: ExportLine; amount: bigint }[];
}

const english = { opening: 'Opening balances', result: 'Result of the year before' };

/**
 * The opening of a year that is carried and not stated, as an entry: a line for each account, party and currency, then the
 * result of the year before. Files hold it, so that a year imported into empty books gives the same trial balance. It is
 * asked for the first year of a range only: what later years carry is computed again from the entries before them, and
 * would stand twice if it were written. Empty when nothing is carried.
 *
 * Its number is 0, which no series gives by itself. With a `dimension` it is only what its value carries, by account and
 * currency, as the trial balance by this dimension opens.
 */
export async function carriedOpening(
  tx: Tx,
  tenant: TenantInfo,
  year: YearRow,
  asFormat: Codec['carried'],
  referred: Referred,
  dimension: { code: string; value: string } | null,
): Promise<CarriedOpening | undefined> {
  if (year.openingEntryId !== null) return undefined;
  const books = await openBooks(tx, tenant, {
    grain: { currency: true, split: dimension ? { dimension: dimension.code } : 'party' },
  });
  const { mode, cells, result } = await carriedInto(books, year);
  if (mode !== 'carried') return undefined;

  const journal = openingJournal(referred, asFormat);
  const written = writtenBy(tenant);
  const base = year.baseCurrency;
  const words = asFormat ?? english;
  const head = {
    ...{ record: 'line' as const, entry: '1', kind: 'opening', date: year.start, validatedOn: year.start },
    ...{ journal: journal.code, journalName: journal.name ?? journal.code },
    ...{ series: journal.series ?? journal.code, number: '0', entryDescription: words.opening },
  };
  const lineOf = (accountId: string, split: string | null, currency: string, amount: bigint, own: bigint) => {
    const account = referred.accounts.get(accountId);
    if (!account) throw new Error(`no account ${accountId}`);
    const side = (value: bigint, debit: boolean) =>
      value > 0n === debit ? (value < 0n ? -value : value) : 0n;
    return {
      ...head,
      ...{ account: account.code, accountName: account.name ?? account.code },
      ...(account.type ? { accountType: account.type } : {}),
      ...(dimension
        ? { dimensions: { [dimension.code]: dimension.value } }
        : present(partyFields(referred, account, split ?? undefined, undefined))),
      debit: written(side(amount, true), base),
      credit: written(side(amount, false), base),
      currency,
      ...(currency === base
        ? {}
        : {
            currencyDebit: written(side(own, true), currency),
            currencyCredit: written(side(own, false), currency),
          }),
    };
  };

  const lines: CarriedOpening['lines'] = [];
  for (const cell of inOrder(cells, referred)) {
    if (dimension && cell.split !== dimension.value) continue;
    const currency = cell.currency ?? base;
    const isResult =
      result !== null && cell.accountId === result.accountId && cell.split === null && currency === base;
    const amount = cell.opening - (isResult ? result.amount : 0n);
    const own = cell.currencyOpening - (isResult ? result.amount : 0n);
    // Base and currency amount of a line stand on one side; where rates have driven them apart, each has a line.
    const apart = currency !== base && amount * own < 0n;
    for (const [a, o] of apart
      ? ([
          [amount, 0n],
          [0n, own],
        ] as const)
      : ([[amount, own]] as const)) {
      if (a === 0n && o === 0n) continue;
      lines.push({ line: lineOf(cell.accountId, cell.split, currency, a, o), amount: a });
    }
  }
  if (result && !dimension) {
    const { accountId, amount } = result;
    const line = { ...lineOf(accountId, null, base, amount, amount), description: words.result };
    lines.push({ line, amount });
  }
  return lines.length === 0 ? undefined : { journal, lines };
}

/** Without the fields that are undefined. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof present<T>
  >;
}

/** The journal that the format wants, else the tenant's own for openings; by default one named `AN`. */
function openingJournal({ journals }: Referred, asFormat: Codec['carried']): JournalRow {
  const own = [...journals.values()];
  const code = asFormat?.journal ?? 'AN';
  const found = asFormat ? undefined : own.find(({ area }) => area === 'opening');
  return (
    found ??
    own.find((journal) => journal.code === code) ?? {
      ...{
        record: 'journal',
        code,
        name: asFormat?.opening ?? english.opening,
        area: 'opening',
        series: code,
      },
    }
  );
}

/** By account, party and currency, by the bytes of their codes: the same ledger gives the same lines. */
function inOrder(cells: Iterable<Cell>, { accounts, parties }: Referred): Cell[] {
  const keyed = [...cells].map((cell) => ({
    cell,
    key: [accounts.get(cell.accountId)?.code, parties.get(cell.split ?? '')?.code, cell.currency].map(
      (code) => code ?? '',
    ),
  }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ cell }) => cell);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, code] of a.entries()) {
    const order = compareCodes(code, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

import { addDays, compareCodes, fromMinor, isMoneyFault, type StatedTotal, toMinor } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { exponentOf } from '../../../kernel/currencies.ts';
import { type AfterImport, BooksAfter } from './books-after.ts';

export type Assertion = components['schemas']['Assertion'];

export const agrees = ({ stated, computed }: Assertion): boolean => stated === computed;

/**
 * Compares the totals that a file states of its own books with what the books will hold. Those that differ come first, then by
 * account, day, kind and currency, so that two runs over the same books answer the same.
 */
export async function compareStated(
  after: AfterImport,
  stated: readonly StatedTotal[],
  counts: { valid: number },
): Promise<Assertion[]> {
  if (stated.length === 0) return [];
  const books = await BooksAfter.open(after);
  const asked = stated.map((one) => ({ one, days: daysOf(one, books) }));
  const cuts = asked.filter(({ days }) => [days.from, days.to].some((day) => books.needsCut(day)));
  const days = cuts.flatMap(({ days: { from, to } }) => [from, to]).filter((day) => books.needsCut(day));
  const accounts = [...new Set(cuts.flatMap(({ one }) => one.account ?? []))];
  await books.cut(after.target, days, accounts);

  const found = asked.map(({ one, days: range }): Assertion => {
    const exponent = decimalsOf(after, one);
    const computed = computedOf(one, range, after, books, counts);
    return {
      ...{ account: one.account ?? null, kind: one.kind },
      ...{ stated: normal(one.stated, exponent), computed: fromMinor(computed, exponent) },
      ...given(one),
    };
  });
  return found.sort(inOrder);
}

/** The days of a total: `to` is the first that no longer counts. */
interface Days {
  from: string;
  to: string;
}

function daysOf({ kind, date, from }: StatedTotal, books: BooksAfter): Days {
  const last = date ?? books.lastDay ?? '0001-01-01';
  if (kind === 'opening') {
    const day = date ?? books.yearAt(last)?.start ?? last;
    return { from: day, to: day };
  }
  const first = from ?? books.yearAt(last)?.start ?? last;
  return { from: kind === 'closing' ? addDays(last, 1) : first, to: addDays(last, 1) };
}

function computedOf(
  { kind, account, currency }: StatedTotal,
  { from, to }: Days,
  { staged }: AfterImport,
  books: BooksAfter,
  counts: { valid: number },
): bigint {
  if (kind === 'count') return BigInt(counts.valid);
  if (kind === 'total' || account === undefined) {
    return staged
      .filter((sum) => currency === undefined || sum.currency === currency)
      .reduce((total, sum) => total + (currency === undefined ? sum.debit : sum.currencyDebit), 0n);
  }
  if (kind === 'opening') return books.balanceBefore(from, account, currency);
  if (kind === 'closing') return books.balanceAfter(addDays(to, -1), account, currency);
  return books.moved(from, addDays(to, -1), account, currency);
}

function decimalsOf({ target, tenant, plan }: AfterImport, { kind, currency }: StatedTotal): number {
  if (kind === 'count') return 0;
  if (currency === undefined || currency === target.base) return target.exponent;
  const made = plan.currencies.made.find(({ code }) => code === currency);
  return made?.exponent ?? exponentOf(tenant.currencies, currency) ?? 2;
}

/** With the decimals of its currency; as it stands where it has more of them, which no balance can equal. */
function normal(text: string, exponent: number): string {
  const amount = toMinor(text, exponent);
  return isMoneyFault(amount) ? text : fromMinor(amount, exponent);
}

const given = ({ date, from, currency, row }: StatedTotal) => ({
  ...(date === undefined ? {} : { date }),
  ...(from === undefined ? {} : { from }),
  ...(currency === undefined ? {} : { currency }),
  ...(row === undefined ? {} : { row }),
});

function inOrder(a: Assertion, b: Assertion): number {
  return (
    Number(agrees(a)) - Number(agrees(b)) ||
    compareCodes(a.account ?? '', b.account ?? '') ||
    compareCodes(a.date ?? '', b.date ?? '') ||
    compareCodes(a.kind, b.kind) ||
    compareCodes(a.currency ?? '', b.currency ?? '') ||
    (a.row ?? 0) - (b.row ?? 0)
  );
}

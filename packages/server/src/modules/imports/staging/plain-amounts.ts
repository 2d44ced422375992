import type { LineAmounts, LineRow } from '@erp/ledger';

/**
 * The amounts of the commonest line: in base currency, one side, written with exactly the decimals of the currency. The answer
 * is that of `lineAmounts`, at a quarter of its cost; undefined for every other line, also for each that has a fault.
 */
export function plainAmounts(
  line: LineRow,
  base: { currency: string; exponent: number },
): LineAmounts | undefined {
  const { currency, debit, credit } = line;
  if (currency !== undefined && currency !== base.currency) return undefined;
  if (line.amount !== undefined || line.rate !== undefined) return undefined;
  if (line.currencyDebit !== undefined || line.currencyCredit !== undefined) return undefined;

  const debits = plainMinor(debit, base.exponent);
  const credits = plainMinor(credit, base.exponent);
  if (debits === undefined || credits === undefined) return undefined;
  if (debit === undefined && credit === undefined) return undefined;
  if (debits !== 0n && credits !== 0n) return undefined;
  return {
    debit: debits,
    credit: credits,
    currency: base.currency,
    currencyDebit: debits,
    currencyCredit: credits,
  };
}

const digits = /^\d+$/;

function plainMinor(text: string | undefined, exponent: number): bigint | undefined {
  if (text === undefined) return 0n;
  const point = text.length - exponent - 1;
  const bare = exponent === 0 ? text : text.slice(0, Math.max(point, 0)) + text.slice(point + 1);
  if (exponent > 0 && (point < 1 || text[point] !== '.')) return undefined;
  return digits.test(bare) ? BigInt(bare) : undefined;
}

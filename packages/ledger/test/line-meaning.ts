import { type LineRow, toMinor } from '@erp/ledger';
import { decimals } from './ledgers.ts';

const minor = (text: string | undefined, exponent: number) => toMinor(text ?? '0', exponent) as bigint;

/** A line with its amounts as numbers, and without what stands in rows of its own or says what is so by itself. */
export function meaningOf(line: LineRow, _: number, all: readonly LineRow[]) {
  const { row: _r, entry, accountName: _n, accountType: _t, journalName: _j, partyName: _p, ...rest } = line;
  const { debit, credit, currencyDebit, currencyCredit, currency = 'EUR', ...same } = rest;
  const exponent = decimals[currency] ?? 0;
  const isForeign = currency !== 'EUR';
  return {
    ...same,
    subledgerCode: undefined,
    first: all.findIndex((one) => one.entry === entry),
    series: line.series ?? line.journal,
    kind: line.kind ?? 'normal',
    taxDate: line.taxDate === line.date ? undefined : line.taxDate,
    ...{ currency, debit: minor(debit, 2), credit: minor(credit, 2) },
    currencyDebit: isForeign ? minor(currencyDebit, exponent) : undefined,
    currencyCredit: isForeign ? minor(currencyCredit, exponent) : undefined,
  };
}

import type { components } from '@erp/openapi/types';
import { type OwnCurrency, writtenBy } from '../../kernel/currencies.ts';
import type { SettledLineRow, SettlementRow } from './store.ts';

export type Settlement = components['schemas']['Settlement'];

/** A settlement as the wire has it. Closed currencies keep their decimals: what was posted in them stays readable. */
export function settlementOfRow(
  row: SettlementRow,
  lines: readonly SettledLineRow[],
  own: readonly OwnCurrency[],
): Settlement {
  const money = writtenBy({ currencies: own });
  return {
    ...row,
    externalId: null,
    lines: lines.map((line) => ({
      entry: line.entry,
      position: line.position,
      debit: money(line.debit, line.baseCurrency),
      credit: money(line.credit, line.baseCurrency),
      currency: line.currency,
      currencyDebit: money(line.currencyDebit, line.currency),
      currencyCredit: money(line.currencyCredit, line.currency),
    })),
  };
}

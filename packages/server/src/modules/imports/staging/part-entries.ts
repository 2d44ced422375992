import { type AmountContext, isAmountFault, type LineAmounts, type LineRow, lineAmounts } from '@erp/ledger';
import { columnsOf } from './columns.ts';
import { count, EntryHeads, type Head, say } from './entry-heads.ts';
import { newCurrencyDecimals } from './new-currencies.ts';
import type { PartNames } from './part-names.ts';
import type { PartReading } from './parts.ts';
import { plainAmounts } from './plain-amounts.ts';
import { faultOf, type RowFault } from './rows.ts';

/** The entries of a part and their lines, columns by columns, ready for `unnest`. */
export class PartEntries {
  readonly #exponents: Map<string, number>;
  readonly #reading: PartReading;
  readonly #names: PartNames;
  readonly #amounts: AmountContext;
  readonly #base: { currency: string; exponent: number };
  readonly #heads: EntryHeads;
  readonly lines = lineColumns();
  #lineCount = 0;

  constructor(reading: PartReading, names: PartNames) {
    this.#reading = reading;
    this.#names = names;
    this.#heads = new EntryHeads(reading);
    this.#exponents = new Map(reading.exponents);
    const { amounts, createsCurrencies } = reading;
    this.#base = { currency: amounts.base, exponent: amounts.exponent(amounts.base) ?? 0 };
    this.#amounts = {
      ...amounts,
      // A minus is checked when the whole entry is there: another line may say that it is a storno.
      storno: true,
      exponent: (code) => amounts.exponent(code) ?? (createsCurrencies ? this.#newExponent(code) : undefined),
    };
  }

  /** A currency that the file describes: lines after its row have its decimals. */
  describe(code: string, exponent: number): void {
    if (!this.#exponents.has(code)) this.#exponents.set(code, exponent);
  }

  #newExponent(code: string): number {
    return this.#exponents.get(code) ?? newCurrencyDecimals;
  }

  /** The entry of a faulty row, so that it is rejected whole. */
  named(entry: string, row: number | null): number {
    return this.#heads.of(entry, row ?? undefined).ord;
  }

  /** Takes a line in, with what is wrong about it. A faulty line is not staged: its entry will not be posted. */
  add(line: LineRow): { ord: number; faults: RowFault[] } {
    const head = this.#heads.of(line.entry, line.row);
    const faults = say(head, line);
    if (line.account === undefined) {
      const isVoid = head.said.kind === 'void' && !hasAmount(line);
      if (!isVoid) faults.push(faultOf('account', undefined, 'invalid_request', 'the line has no account'));
      return { ord: head.ord, faults };
    }

    const amounts = this.#amountsOf(line, faults);
    if (!amounts) return { ord: head.ord, faults };
    this.#seeNames(line, line.account);
    this.#putLine(head, line, line.account, amounts);
    return { ord: head.ord, faults };
  }

  #amountsOf(line: LineRow, faults: RowFault[]): LineAmounts | undefined {
    const { amounts: context, createsCurrencies } = this.#reading;
    const { currency } = line;
    const isNew = currency !== undefined && context.exponent(currency) === undefined;
    if (isNew && createsCurrencies) {
      this.#names.see('currency', currency, line.row, String(this.#newExponent(currency)));
    }

    const amounts = plainAmounts(line, this.#base) ?? lineAmounts(line, this.#amounts);
    if (!isAmountFault(amounts)) return amounts;
    faults.push(faultOf(amounts.field, line[amounts.field], amounts.code, amounts.message));
    return undefined;
  }

  #seeNames(line: LineRow, account: string): void {
    const names = this.#names;
    const { row } = line;
    names.see('account', account, row, line.accountName, line.accountType);
    if (line.journal !== undefined) names.see('journal', line.journal, row, line.journalName);
    if (line.series !== undefined) names.see('series', line.series, row);
    if (line.party !== undefined) names.see('party', line.party, row, line.partyName, line.partyRole);
    for (const dimension in line.dimensions) {
      const value = line.dimensions[dimension];
      if (value !== undefined) names.seeValue(dimension, value, row);
    }
  }

  #putLine(head: Head, line: LineRow, account: string, amounts: LineAmounts): void {
    const { lines } = this;
    const { debit, credit, currencyDebit, currencyCredit } = amounts;
    const at = this.#lineCount;
    this.#lineCount += 1;
    count(head, amounts);

    lines.ord.plain(at, head.ord);
    lines.position.plain(at, head.lines);
    lines.row.plain(at, line.row);
    lines.account.text(at, account);
    lines.debit.amount(at, debit);
    lines.credit.amount(at, credit);
    if (amounts.currency !== this.#reading.amounts.base) {
      lines.currency.text(at, amounts.currency);
      lines.currencyDebit.amount(at, currencyDebit);
      lines.currencyCredit.amount(at, currencyCredit);
    }
    lines.rate.text(at, amounts.rate);
    lines.party.text(at, line.party);
    lines.partyRole.text(at, line.partyRole);
    lines.description.text(at, line.description);
    lines.documentRef.text(at, line.lineDocumentRef);
    lines.documentDate.plain(at, line.lineDocumentDate);
    lines.valueDate.plain(at, line.valueDate);
    lines.dueDate.plain(at, line.dueDate);
    lines.dimensions.json(at, line.dimensions);
    lines.quantity.text(at, line.quantity);
    lines.unit.text(at, line.unit);
    lines.extra.json(at, line.extra);
    lines.settlement.text(at, line.settlement);
    lines.settlementDate.plain(at, line.settlementDate);
  }

  /** The entries as columns; call it when the part has ended. */
  heads() {
    return this.#heads.columns();
  }
}

const hasAmount = (line: LineRow): boolean =>
  [line.debit, line.credit, line.amount, line.currencyDebit, line.currencyCredit].some(
    (a) => a !== undefined,
  );

const lineColumns = () =>
  columnsOf([
    ...(['ord', 'position', 'row', 'account', 'debit', 'credit', 'currency', 'currencyDebit'] as const),
    ...(['currencyCredit', 'rate', 'party', 'partyRole', 'description', 'documentRef'] as const),
    ...(['documentDate', 'valueDate', 'dueDate', 'dimensions', 'quantity', 'unit', 'extra'] as const),
    ...(['settlement', 'settlementDate'] as const),
  ]);

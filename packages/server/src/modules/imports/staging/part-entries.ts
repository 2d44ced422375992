import { type AmountContext, isAmountFault, type LineAmounts, type LineRow, lineAmounts } from '@erp/ledger';
import { Column } from './columns.ts';
import { newCurrencyDecimals } from './new-currencies.ts';
import type { PartNames } from './part-names.ts';
import type { PartReading } from './parts.ts';
import { plainAmounts } from './plain-amounts.ts';
import { type RowFault, shown } from './rows.ts';

/** What a line says of its entry: said once, or the same on each line. */
type Said = Pick<
  LineRow,
  | (
      | 'kind'
      | 'journal'
      | 'series'
      | 'number'
      | 'date'
      | 'period'
      | 'documentRef'
      | 'documentDate'
      | 'taxDate'
    )
  | ('validatedOn' | 'entryDescription' | 'externalId' | 'storno')
>;

/** Kinds an entry may have in a file. `void`: a used number without lines. */
const kinds = new Set(['normal', 'opening', 'adjustment', 'closing', 'reversal', 'revaluation', 'void']);

interface Head {
  ord: number;
  entry: string;
  row: number | undefined;
  lines: number;
  debit: bigint;
  credit: bigint;
  negative: boolean;
  said: Said;
  source: LineRow['source'];
  sourceText: string | undefined;
}

/** Entries of one part are told apart by `ord`: the part, then the place in it. A part of 8 MiB has fewer rows than this. */
const placesInPart = 2 ** 20;

/** The entries of a part and their lines, columns by columns, ready for `unnest`. */
export class PartEntries {
  readonly #exponents: Map<string, number>;
  readonly #reading: PartReading;
  readonly #names: PartNames;
  readonly #amounts: AmountContext;
  readonly #base: { currency: string; exponent: number };
  readonly #heads: Head[] = [];
  readonly #byName = new Map<string, Head>();
  /** The entry of the line before: most lines belong to the same. */
  #last: Head | undefined;
  readonly lines = lineColumns();
  #lineCount = 0;

  constructor(reading: PartReading, names: PartNames) {
    this.#reading = reading;
    this.#names = names;
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
    return this.#headOf(entry, row ?? undefined).ord;
  }

  /** Takes a line in, with what is wrong about it. A faulty line is not staged: its entry will not be posted. */
  add(line: LineRow): { ord: number; faults: RowFault[] } {
    const head = this.#headOf(line.entry, line.row);
    const faults = this.#putHead(head, line);
    if (line.account === undefined) {
      const isVoid = head.said.kind === 'void' && !hasAmount(line);
      if (!isVoid) faults.push(fault('account', undefined, 'invalid_request', 'the line has no account'));
      return { ord: head.ord, faults };
    }

    const amounts = this.#amountsOf(line, faults);
    if (!amounts) return { ord: head.ord, faults };
    this.#seeNames(line, line.account);
    this.#putLine(head, line, line.account, amounts);
    return { ord: head.ord, faults };
  }

  #headOf(entry: string, row: number | undefined): Head {
    if (this.#last?.entry === entry) return this.#last;
    let head = this.#byName.get(entry);
    if (!head) {
      const ord = this.#reading.part * placesInPart + this.#heads.length;
      head = {
        ord,
        entry,
        row,
        lines: 0,
        debit: 0n,
        credit: 0n,
        negative: false,
        said: {},
        source: undefined,
        sourceText: undefined,
      };
      if (this.#reading.isOpening) head.said.kind = 'opening';
      this.#heads.push(head);
      this.#byName.set(entry, head);
    }
    this.#last = head;
    return head;
  }

  /** What the line says of its entry. The first word stands; another one is a contradiction. */
  #putHead(head: Head, line: LineRow): RowFault[] {
    const faults: RowFault[] = [];
    const { said } = head;
    // Field by field: a loop over names looks each of them up in a line that has few.
    if (line.kind !== said.kind) say(head, 'kind', line.kind, faults);
    if (line.journal !== said.journal) say(head, 'journal', line.journal, faults);
    if (line.series !== said.series) say(head, 'series', line.series, faults);
    if (line.number !== said.number) say(head, 'number', line.number, faults);
    if (line.date !== said.date) say(head, 'date', line.date, faults);
    if (line.period !== said.period) say(head, 'period', line.period, faults);
    if (line.documentRef !== said.documentRef) say(head, 'documentRef', line.documentRef, faults);
    if (line.documentDate !== said.documentDate) say(head, 'documentDate', line.documentDate, faults);
    if (line.taxDate !== said.taxDate) say(head, 'taxDate', line.taxDate, faults);
    if (line.validatedOn !== said.validatedOn) say(head, 'validatedOn', line.validatedOn, faults);
    if (line.entryDescription !== said.entryDescription)
      say(head, 'entryDescription', line.entryDescription, faults);
    if (line.externalId !== said.externalId) say(head, 'externalId', line.externalId, faults);
    if (line.storno !== said.storno) say(head, 'storno', line.storno, faults);

    if (line.kind !== undefined && !kinds.has(line.kind)) {
      faults.push(fault('kind', line.kind, 'invalid_request', `kind is one of ${[...kinds].join(', ')}`));
    }
    if (line.source) this.#putSource(head, line.source, faults);
    return faults;
  }

  #putSource(head: Head, source: NonNullable<LineRow['source']>, faults: RowFault[]): void {
    const text = JSON.stringify(source);
    if (head.sourceText === undefined) {
      head.source = source;
      head.sourceText = text;
    } else if (head.sourceText !== text)
      faults.push(contradiction('source', text, head.sourceText, head.row));
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
    faults.push(fault(amounts.field, line[amounts.field], amounts.code, amounts.message));
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
    head.lines += 1;
    head.debit += debit;
    head.credit += credit;
    head.negative ||= debit < 0n || credit < 0n || currencyDebit < 0n || currencyCredit < 0n;

    lines.ord.plain(at, head.ord);
    lines.position.plain(at, head.lines);
    lines.row.plain(at, line.row);
    lines.account.text(at, account);
    lines.debit.plain(at, digits(debit));
    lines.credit.plain(at, digits(credit));
    if (amounts.currency !== this.#reading.amounts.base) {
      lines.currency.text(at, amounts.currency);
      lines.currencyDebit.plain(at, digits(currencyDebit));
      lines.currencyCredit.plain(at, digits(currencyCredit));
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
    const columns = headColumns();
    this.#heads.forEach((head, at) => {
      putHead(columns, at, head);
    });
    return columns;
  }
}

function putHead(columns: ReturnType<typeof headColumns>, at: number, head: Head): void {
  const { said } = head;
  columns.ord.plain(at, head.ord);
  columns.entry.text(at, head.entry);
  columns.row.plain(at, head.row);
  columns.lines.plain(at, head.lines);
  columns.debit.plain(at, digits(head.debit));
  columns.credit.plain(at, digits(head.credit));
  columns.negative.plain(at, head.negative);
  columns.storno.plain(at, said.storno);
  columns.kind.text(at, said.kind);
  columns.journal.text(at, said.journal);
  columns.series.text(at, said.series);
  columns.number.text(at, said.number);
  columns.sequence.plain(at, sequenceOf(said.number));
  columns.period.plain(at, said.period);
  columns.date.plain(at, said.date);
  columns.documentDate.plain(at, said.documentDate);
  columns.documentRef.text(at, said.documentRef);
  columns.taxDate.plain(at, said.taxDate);
  columns.validatedOn.plain(at, said.validatedOn);
  columns.description.text(at, said.entryDescription);
  columns.externalId.text(at, said.externalId);
  columns.source.json(at, head.source);
}

/** The digits that a number ends with; none, or more than a sequence can hold, is no sequence. */
export function sequenceOf(number: string | undefined): number | undefined {
  const digits = /\d+$/.exec(number ?? '')?.[0];
  return digits !== undefined && digits.length <= 15 ? Number(digits) : undefined;
}

/** Of two sides one is zero. */
const digits = (amount: bigint): string => (amount === 0n ? '0' : amount.toString());

/** Keeps the first word that is said of an entry. */
function say<Field extends keyof Said>(
  head: Head,
  field: Field,
  value: Said[Field],
  faults: RowFault[],
): void {
  if (value === undefined) return;
  const before = head.said[field];
  if (before === undefined) head.said[field] = value;
  else faults.push(contradiction(field, value, before, head.row));
}

const hasAmount = (line: LineRow): boolean =>
  [line.debit, line.credit, line.amount, line.currencyDebit, line.currencyCredit].some(
    (a) => a !== undefined,
  );

const fault = (field: string, value: unknown, code: string, message: string): RowFault => ({
  field,
  value: shown(value),
  code,
  message,
});

const contradiction = (field: string, value: unknown, before: unknown, row: number | undefined): RowFault =>
  fault(
    field,
    value,
    'invalid_request',
    `${field} is ${shown(value)} here and ${shown(before)} ${row === undefined ? 'before' : `from row ${row} on`}: one entry has one ${field}`,
  );

const columnsOf = <Name extends string>(names: readonly Name[]): Record<Name, Column> =>
  Object.fromEntries(names.map((name) => [name, new Column()])) as Record<Name, Column>;

const headColumns = () =>
  columnsOf([
    ...([
      'ord',
      'entry',
      'row',
      'lines',
      'debit',
      'credit',
      'negative',
      'storno',
      'kind',
      'journal',
    ] as const),
    ...([
      'series',
      'number',
      'sequence',
      'period',
      'date',
      'documentDate',
      'documentRef',
      'taxDate',
    ] as const),
    ...(['validatedOn', 'description', 'externalId', 'source'] as const),
  ]);

const lineColumns = () =>
  columnsOf([
    ...(['ord', 'position', 'row', 'account', 'debit', 'credit', 'currency', 'currencyDebit'] as const),
    ...([
      'currencyCredit',
      'rate',
      'party',
      'partyRole',
      'description',
      'documentRef',
      'documentDate',
    ] as const),
    ...(['valueDate', 'dueDate', 'dimensions', 'quantity', 'unit', 'extra', 'settlement'] as const),
    ...(['settlementDate'] as const),
  ]);

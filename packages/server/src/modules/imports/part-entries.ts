import { type AmountContext, isAmountFault, type LineAmounts, type LineRow, lineAmounts } from '@erp/ledger';
import { Column } from './columns.ts';
import type { PartNames } from './part-names.ts';
import type { PartReading } from './parts.ts';
import { plainAmounts } from './plain-amounts.ts';
import { type RowFault, shown } from './rows.ts';

/** Fields of a line that speak of its entry: said once, or the same on each line. */
const headFields = [
  ...['kind', 'journal', 'series', 'number', 'date', 'period', 'documentRef', 'documentDate', 'taxDate'],
  ...['validatedOn', 'entryDescription', 'externalId', 'storno'],
] as const satisfies readonly (keyof LineRow)[];

type HeadField = (typeof headFields)[number];

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
  said: Partial<Pick<LineRow, HeadField>>;
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
        ...{ ord, entry, row, lines: 0, debit: 0n, credit: 0n, negative: false },
        ...{ said: {}, source: undefined, sourceText: undefined },
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
    const said = head.said as Record<HeadField, LineRow[HeadField]>;
    for (const field of headFields) {
      const value = line[field];
      if (value === undefined) continue;
      const before = said[field];
      if (before === undefined) said[field] = value;
      else if (before !== value) faults.push(contradiction(field, value, before, head.row));
    }
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
    const isForeign = amounts.currency !== this.#reading.amounts.base;
    head.lines += 1;
    head.debit += amounts.debit;
    head.credit += amounts.credit;
    head.negative ||=
      amounts.debit < 0n || amounts.credit < 0n || amounts.currencyDebit < 0n || amounts.currencyCredit < 0n;

    lines.ord.plain(head.ord);
    lines.position.plain(head.lines);
    lines.row.plain(line.row);
    lines.account.text(account);
    lines.debit.plain(amounts.debit.toString());
    lines.credit.plain(amounts.credit.toString());
    lines.currency.text(isForeign ? amounts.currency : undefined);
    lines.currencyDebit.plain(isForeign ? amounts.currencyDebit.toString() : undefined);
    lines.currencyCredit.plain(isForeign ? amounts.currencyCredit.toString() : undefined);
    lines.rate.text(amounts.rate);
    lines.party.text(line.party);
    lines.partyRole.text(line.partyRole);
    lines.description.text(line.description);
    lines.documentRef.text(line.lineDocumentRef);
    lines.documentDate.plain(line.lineDocumentDate);
    lines.valueDate.plain(line.valueDate);
    lines.dueDate.plain(line.dueDate);
    lines.dimensions.json(line.dimensions);
    lines.quantity.text(line.quantity);
    lines.unit.text(line.unit);
    lines.extra.json(line.extra);
    lines.settlement.text(line.settlement);
    lines.settlementDate.plain(line.settlementDate);
  }

  /** The entries as columns; call it when the part has ended. */
  heads() {
    const columns = headColumns();
    for (const head of this.#heads) putHead(columns, head);
    return columns;
  }
}

/** Decimals of a currency that the import makes where no row of the file tells them. */
export const newCurrencyDecimals = 2;

function putHead(columns: ReturnType<typeof headColumns>, head: Head): void {
  const { said } = head;
  columns.ord.plain(head.ord);
  columns.entry.text(head.entry);
  columns.row.plain(head.row);
  columns.lines.plain(head.lines);
  columns.debit.plain(head.debit.toString());
  columns.credit.plain(head.credit.toString());
  columns.negative.plain(head.negative);
  columns.storno.plain(said.storno);
  columns.kind.text(said.kind);
  columns.journal.text(said.journal);
  columns.series.text(said.series);
  columns.number.text(said.number);
  columns.sequence.plain(sequenceOf(said.number));
  columns.period.plain(said.period);
  columns.date.plain(said.date);
  columns.documentDate.plain(said.documentDate);
  columns.documentRef.text(said.documentRef);
  columns.taxDate.plain(said.taxDate);
  columns.validatedOn.plain(said.validatedOn);
  columns.description.text(said.entryDescription);
  columns.externalId.text(said.externalId);
  columns.source.json(head.source);
}

/** The digits that a number ends with; none, or more than a sequence can hold, is no sequence. */
export function sequenceOf(number: string | undefined): number | undefined {
  const digits = /\d+$/.exec(number ?? '')?.[0];
  return digits !== undefined && digits.length <= 15 ? Number(digits) : undefined;
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

import type { LineAmounts, LineRow } from '@erp/ledger';
import { columnsOf } from './columns.ts';
import { faultOf, type RowFault, shown } from './rows.ts';

/** What a line says of its entry: said once, or the same on each line. */
type Said = Pick<
  LineRow,
  | 'kind'
  | 'journal'
  | 'series'
  | 'number'
  | 'date'
  | 'period'
  | 'documentRef'
  | 'documentDate'
  | 'taxDate'
  | 'validatedOn'
  | 'entryDescription'
  | 'externalId'
  | 'storno'
>;

/** Kinds an entry may have in a file. `void`: a used number without lines. */
const kinds = new Set(['normal', 'opening', 'adjustment', 'closing', 'reversal', 'revaluation', 'void']);

export interface Head {
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

/** The entries of one part, and what their lines say of them. */
export class EntryHeads {
  readonly #part: number;
  readonly #isOpening: boolean;
  readonly #heads: Head[] = [];
  readonly #byName = new Map<string, Head>();
  /** The entry of the line before: most lines belong to the same. */
  #last: Head | undefined;

  constructor({ part, isOpening }: { part: number; isOpening: boolean }) {
    this.#part = part;
    this.#isOpening = isOpening;
  }

  /** The entry of that name; `row` is where it begins. */
  of(entry: string, row: number | undefined): Head {
    if (this.#last?.entry === entry) return this.#last;
    let head = this.#byName.get(entry);
    if (!head) {
      const ord = this.#part * placesInPart + this.#heads.length;
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
      if (this.#isOpening) head.said.kind = 'opening';
      this.#heads.push(head);
      this.#byName.set(entry, head);
    }
    this.#last = head;
    return head;
  }

  /** The entries as columns; call it when the part has ended. */
  columns() {
    const columns = headColumns();
    this.#heads.forEach((head, at) => {
      putHead(columns, at, head);
    });
    return columns;
  }
}

/** What the line says of its entry. The first word stands; another one is a contradiction. */
export function say(head: Head, line: LineRow): RowFault[] {
  const faults: RowFault[] = [];
  const { said } = head;
  // Field by field: a loop over names looks each of them up in a line that has few.
  if (line.kind !== said.kind) sayOne(head, 'kind', line.kind, faults);
  if (line.journal !== said.journal) sayOne(head, 'journal', line.journal, faults);
  if (line.series !== said.series) sayOne(head, 'series', line.series, faults);
  if (line.number !== said.number) sayOne(head, 'number', line.number, faults);
  if (line.date !== said.date) sayOne(head, 'date', line.date, faults);
  if (line.period !== said.period) sayOne(head, 'period', line.period, faults);
  if (line.documentRef !== said.documentRef) sayOne(head, 'documentRef', line.documentRef, faults);
  if (line.documentDate !== said.documentDate) sayOne(head, 'documentDate', line.documentDate, faults);
  if (line.taxDate !== said.taxDate) sayOne(head, 'taxDate', line.taxDate, faults);
  if (line.validatedOn !== said.validatedOn) sayOne(head, 'validatedOn', line.validatedOn, faults);
  if (line.entryDescription !== said.entryDescription)
    sayOne(head, 'entryDescription', line.entryDescription, faults);
  if (line.externalId !== said.externalId) sayOne(head, 'externalId', line.externalId, faults);
  if (line.storno !== said.storno) sayOne(head, 'storno', line.storno, faults);

  if (line.kind !== undefined && !kinds.has(line.kind)) {
    faults.push(faultOf('kind', line.kind, 'invalid_request', `kind is one of ${[...kinds].join(', ')}`));
  }
  if (line.source) putSource(head, line.source, faults);
  return faults;
}

/** Keeps the first word that is said of an entry. */
function sayOne<Field extends keyof Said>(
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

function putSource(head: Head, source: NonNullable<LineRow['source']>, faults: RowFault[]): void {
  const text = JSON.stringify(source);
  if (head.sourceText === undefined) {
    head.source = source;
    head.sourceText = text;
  } else if (head.sourceText !== text) faults.push(contradiction('source', text, head.sourceText, head.row));
}

/** Counts a line into its entry. */
export function count(head: Head, { debit, credit, currencyDebit, currencyCredit }: LineAmounts): void {
  head.lines += 1;
  head.debit += debit;
  head.credit += credit;
  head.negative ||= debit < 0n || credit < 0n || currencyDebit < 0n || currencyCredit < 0n;
}

function putHead(columns: ReturnType<typeof headColumns>, at: number, head: Head): void {
  const { said } = head;
  columns.ord.plain(at, head.ord);
  columns.entry.text(at, head.entry);
  columns.row.plain(at, head.row);
  columns.lines.plain(at, head.lines);
  columns.debit.amount(at, head.debit);
  columns.credit.amount(at, head.credit);
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

const contradiction = (field: string, value: unknown, before: unknown, row: number | undefined): RowFault =>
  faultOf(
    field,
    value,
    'invalid_request',
    `${field} is ${shown(value)} here and ${shown(before)} ${row === undefined ? 'before' : `from row ${row} on`}: one entry has one ${field}`,
  );

const headColumns = () =>
  columnsOf([
    ...(['ord', 'entry', 'row', 'lines', 'debit', 'credit', 'negative', 'storno', 'kind'] as const),
    ...(['journal', 'series', 'number', 'sequence', 'period', 'date', 'documentDate'] as const),
    ...(['documentRef', 'taxDate', 'validatedOn', 'description', 'externalId', 'source'] as const),
  ]);

import { daysBetween } from '../../calendar/index.ts';
import type { LineRow } from '../../records/rows.ts';
import type { Read, ReadOptions, Said } from '../codec.ts';
import { type FecDecisions, isOpening, partsOf } from './decide.ts';
import type { FecLine } from './lines.ts';
import { type FecGroup, type FecPart, type FecSurvey, groupKey } from './survey.ts';

/** A document this much older or younger than its entry is likely a slip. */
const oddDays = 3660;

interface FoundEntry {
  journal: string;
  number: string;
  date: string;
  part: FecPart | undefined;
  entry: string;
  /** Why the entry is rejected as a whole. */
  split: string | undefined;
}

/** Makes rows of the lines of a FEC, by what was decided about the file. */
export class LineRows {
  readonly #survey: FecSurvey;
  readonly #decisions: FecDecisions;
  readonly #base: string;
  readonly #notStored: Record<string, number>;
  #oddDocumentDates = 0;
  /** The entry of the line before: most lines belong to the same. */
  #last: FoundEntry | undefined;

  constructor(survey: FecSurvey, decisions: FecDecisions, options: ReadOptions, said: Said) {
    this.#survey = survey;
    this.#decisions = decisions;
    this.#base = options.baseCurrency ?? 'EUR';
    this.#notStored = said.notStored;
  }

  warnings(): string[] {
    if (this.#oddDocumentDates === 0) return [];
    return [`${this.#oddDocumentDates} lines have a PieceDate more than ten years from their entry: kept`];
  }

  /** The key of the entry that a line belongs to: journal and number, and the day where a number does not tell it. */
  entryOf(line: FecLine): string | undefined {
    if (line.journal === '') return undefined;
    return entryKey(line, this.#survey.groups.get(groupKey(line)));
  }

  rowOf(line: FecLine, at: number): Read {
    const { part, entry, split } = this.#found(line);
    if (!part) throw new Error(`line ${at} was not in the first pass: the file changed while it was read`);

    if (split) {
      const fault = { field: 'EcritureDate', value: line.date, code: 'unbalanced', message: split };
      return { line: at, entry, faults: [fault] };
    }

    return { line: at, row: this.#lineRow(line, part, entry, at) };
  }

  #found(line: FecLine): FoundEntry {
    const { journal, number, date } = line;
    const last = this.#last;
    if (last?.journal === journal && last.number === number && last.date === date) return last;

    const group = this.#survey.groups.get(groupKey(line));
    const part = group?.first.date === date ? group.first : group?.more?.get(date);
    const split = group && this.#splitFault(group);
    this.#last = { journal, number, date, part, entry: entryKey(line, group), split };
    return this.#last;
  }

  /** Several days under one number are several entries, if each balances; else nobody can tell which lines belong together. */
  #splitFault(group: FecGroup): string | undefined {
    if (!group.more || group.number === '' || this.#decisions.constant) return undefined;

    const parts = partsOf(group);
    if (parts.every((part) => part.sum === 0n)) return undefined;
    const days = parts.map((part) => part.date);
    return `number ${group.number} of ${group.journal} has lines of ${days.join(', ')} that do not balance day by day`;
  }

  #lineRow(line: FecLine, part: FecPart, entry: string, at: number): LineRow {
    const { openingJournals, sharedSeries, renumbered, year } = this.#decisions;
    const row: LineRow = { record: 'line', row: at, entry };

    if (year && openingJournals.has(line.journal) && isOpening(part, year.start)) row.kind = 'opening';
    row.journal = line.journal;
    if (sharedSeries !== undefined) row.series = sharedSeries;

    if (!renumbered.has(line.journal)) {
      if (line.number !== '') row.number = line.number;
    } else if (line.number !== '') {
      row.source = { system: 'fec', reference: line.number };
    }

    row.date = line.date;
    if (part.validatedOn !== '') row.validatedOn = part.validatedOn;
    row.account = line.account;
    if (line.party !== '') row.party = line.party;
    if (line.description !== '') row.description = line.description;

    putAmounts(row, line);
    if (part.storno) row.storno = true;
    this.#putCurrency(row, line);
    this.#putSettlement(row, line);

    if (line.documentRef !== '') row.lineDocumentRef = line.documentRef;
    if (line.documentDate !== '') row.lineDocumentDate = line.documentDate;
    if (line.documentDate !== '' && Math.abs(daysBetween(line.documentDate, line.date)) > oddDays) {
      this.#oddDocumentDates += 1;
    }

    if (line.extra) row.extra = line.extra;
    return row;
  }

  #putSettlement(row: LineRow, line: FecLine): void {
    if (line.letter === '') {
      if (line.letterDate !== '') this.#drop('DateLet without EcritureLet');
      return;
    }

    row.settlement = line.letter;
    if (line.letterDate !== '') row.settlementDate = line.letterDate;
  }

  /** The currency amount has its side and sign from Debit and Credit; alone, a minus puts it on the credit side. */
  #putCurrency(row: LineRow, line: FecLine): void {
    const amount = line.currencyAmount;
    if (line.currency === '') {
      if (!isZero(amount)) this.#drop('Montantdevise without Idevise');
      return;
    }

    const size = amount.replace('-', '');
    if (line.currency === this.#base) {
      const same = isZero(size) || sameSize(size, isZero(line.debit) ? line.credit : line.debit);
      if (!same) this.#drop(`Montantdevise in ${this.#base}, the base currency`);
      return;
    }

    if (amount === '') {
      this.#drop('Idevise without Montantdevise');
      return;
    }

    row.currency = line.currency;
    const debit = !isZero(line.debit);
    const credit = !isZero(line.credit);
    const onCredit = credit || (!debit && amount.startsWith('-'));
    const minus = (credit ? line.credit : line.debit).startsWith('-') ? '-' : '';
    row[onCredit ? 'currencyCredit' : 'currencyDebit'] = isZero(size) ? size : `${minus}${size}`;
  }

  #drop(name: string): void {
    this.#notStored[name] = (this.#notStored[name] ?? 0) + 1;
  }
}

function entryKey(line: FecLine, group: FecGroup | undefined): string {
  // A slash in a journal's code is written so that no two journals and numbers give one key.
  const journal = line.journal.replaceAll('%', '%25').replaceAll('/', '%2F');
  const key = `${journal}/${line.number}`;
  return group?.more || line.number === '' ? `${key} ${line.date}` : key;
}

function putAmounts(row: LineRow, line: FecLine): void {
  const debit = !isZero(line.debit);
  const credit = !isZero(line.credit);
  if (debit || !credit) row.debit = line.debit;
  if (credit) row.credit = line.credit;
}

function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** Whether two decimals are equal but for sign and trailing zeros. */
function sameSize(a: string, b: string): boolean {
  const bare = (text: string) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
  return bare(a.replace('-', '')) === bare(b.replace('-', ''));
}

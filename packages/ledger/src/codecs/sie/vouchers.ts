import type { LineRow } from '../../records/rows.ts';
import type { Read, RowFault, Said } from '../codec.ts';
import { isZero } from './balances.ts';
import type { SieRecord } from './records.ts';
import { seriesLess } from './reference-rows.ts';
import { kindIn, type SieSurvey } from './survey.ts';
import { fault, type SieValues } from './values.ts';

/** The voucher that the reading stands in. */
interface Voucher {
  line: number;
  entry: string;
  series: string;
  number: string;
  date: string;
  description: string;
  registered: string;
  sign: string;
  faults: RowFault[];
  /** Whether a row has said what the entry is: its first does, for all of them. */
  headed: boolean;
}

/**
 * Makes rows of vouchers, one behind the records that it is given: only `}` or the next line tells whether a line was the last
 * of its voucher, and the last has the end of the block in a rejects file.
 */
export class Vouchers {
  readonly #survey: SieSurvey;
  readonly #values: SieValues;
  readonly #notStored: Record<string, number>;
  readonly #types = new Map<string, string | undefined>();
  #voucher: Voucher | undefined;
  #pending: Read | undefined;
  /** Lines of the file since the pending row began. */
  #lines: string[] = [];
  /** Lines of the row that was returned last. */
  returned: readonly string[] = [];

  constructor(survey: SieSurvey, values: SieValues, said: Said) {
    this.#survey = survey;
    this.#values = values;
    this.#notStored = said.notStored;
  }

  /** Where the voucher began that is not closed. */
  get openSince(): number | undefined {
    return this.#voucher?.line;
  }

  /** Takes a record of a voucher, its text and its line; returns the row before it, once that is complete. */
  take(record: SieRecord, text: string, line: number): Read | undefined {
    switch (record.label) {
      case '#TRANS':
        return this.#trans(record, text, line);
      case '#VER':
        return this.#begin(record, text, line);
      case '}':
        return this.#end(text, line);
      case '{':
        if (this.#voucher === undefined) return stray(line, text);
        break;
      default:
        if (this.#voucher === undefined) return stray(line, text);
        if (record.label === '') return this.#junk(text, line);
        this.#notStored[record.label] = (this.#notStored[record.label] ?? 0) + 1;
    }
    this.#lines.push(text);
    return undefined;
  }

  #begin(record: SieRecord, text: string, line: number): Read | undefined {
    const unclosed = this.#voucher && this.#unclosed(this.#voucher);
    this.#voucher = this.#voucherOf(record, line);
    this.#lines = [text];
    return unclosed;
  }

  #voucherOf(record: SieRecord, line: number): Voucher {
    const [series = '', number = '', day = '', text = '', registered = '', sign = ''] = record.fields;
    const faults: RowFault[] = [];
    if (record.fault !== undefined) faults.push(fault('', '#VER', record.fault));

    const date = this.#values.day(day);
    if (!('value' in date)) faults.push({ field: 'date', value: day.slice(0, 255), ...date });
    const made = registered === '' ? { value: '' } : this.#values.day(registered);
    if (!('value' in made)) faults.push({ field: 'registered', value: registered.slice(0, 255), ...made });

    const own = this.#values.text(series);
    const numbered = this.#values.text(number);
    return {
      ...{ line, faults, headed: false },
      entry: `${own.slice(0, 100)} ${numbered.slice(0, 100)}, line ${line}`.trim(),
      series: own === '' ? seriesLess : own,
      // A file to import may leave series and number to the program that reads it, and some write 0 for a number.
      number: own === '' && numbered === '0' ? '' : numbered,
      date: 'value' in date ? date.value : '',
      description: this.#values.text(text),
      registered: 'value' in made ? made.value : '',
      sign: this.#values.text(sign),
    };
  }

  /** The row before, or in its place the fault that its voucher has no end. */
  #unclosed(voucher: Voucher): Read {
    const { line, entry } = voucher;
    const at = this.#pending?.line ?? line;
    this.returned = this.#lines;
    this.#pending = undefined;
    return { line: at, entry, faults: [fault('', '', `the voucher of line ${line} is not closed by }`)] };
  }

  #trans(record: SieRecord, text: string, line: number): Read | undefined {
    const voucher = this.#voucher;
    if (voucher === undefined) return stray(line, text);

    const read = this.#line(voucher, record, line);
    const before = this.#pending;
    this.#pending = read;
    if (before === undefined) {
      this.#lines.push(text);
      return undefined;
    }

    this.returned = this.#lines;
    this.#lines = [text];
    return before;
  }

  #junk(text: string, line: number): Read | undefined {
    const voucher = this.#voucher;
    if (voucher === undefined) return undefined;
    voucher.faults.push(fault('', text, `line ${line} is no record of SIE: those begin with #, { or }`));
    if (this.#pending) {
      const { faults } = voucher;
      this.#pending = { line: this.#pending.line, entry: voucher.entry, faults: [...faults] };
    }
    this.#lines.push(text);
    return undefined;
  }

  #end(text: string, line: number): Read | undefined {
    const voucher = this.#voucher;
    if (voucher === undefined) return stray(line, text);

    const last = this.#pending ?? this.#empty(voucher);
    this.#lines.push(text);
    this.returned = this.#lines;
    this.#lines = [];
    this.#pending = undefined;
    this.#voucher = undefined;
    return last;
  }

  /** A voucher without lines is a number that was used, and nothing else. */
  #empty(voucher: Voucher): Read | undefined {
    const { line, entry, faults, number } = voucher;
    if (faults.length > 0) return { line, entry, faults };
    if (number === '') {
      this.#notStored['#VER without lines'] = (this.#notStored['#VER without lines'] ?? 0) + 1;
      return undefined;
    }
    const row: LineRow = { record: 'line', row: line, entry, kind: 'void' };
    putHead(row, voucher);
    return { line, row };
  }

  #line(voucher: Voucher, record: SieRecord, line: number): Read {
    const { fields, objectsAt } = record;
    const { entry } = voucher;
    const from = objectsAt === 1 ? 2 : 1;
    const faults = voucher.headed ? [] : [...voucher.faults];
    const account = this.#values.text(fields[0] ?? '');
    const amount = this.#values.amount(fields[from] ?? '');
    const list = this.#values.objects(record);

    const row: LineRow = { record: 'line', row: line, entry };
    if (!voucher.headed) putHead(row, voucher);
    voucher.headed = true;
    row.account = account;
    if (!this.#survey.accounts.has(account)) {
      const type = this.#typeOf(account);
      if (type !== undefined) row.accountType = type;
    }

    if (record.fault !== undefined) faults.push(fault('', '#TRANS', record.fault));
    if (account === '') faults.push(fault('account', '', '#TRANS names no account'));
    if ('value' in amount) putAmount(row, amount.value);
    else faults.push({ field: 'amount', value: (fields[from] ?? '').slice(0, 255), ...amount });
    if (list.fault) faults.push(list.fault);
    if (list.dimensions) row.dimensions = list.dimensions;
    if (fields.length > from + 1 || voucher.sign !== '') this.#putRest(row, fields, from, voucher, faults);
    return faults.length > 0 ? { line, entry, faults } : { line, row };
  }

  /** Day, text, quantity and signature. */
  #putRest(row: LineRow, fields: string[], from: number, voucher: Voucher, faults: RowFault[]): void {
    const day = fields[from + 1] ?? '';
    if (day !== '') {
      const date = this.#values.day(day);
      if (!('value' in date)) faults.push({ field: 'valueDate', value: day.slice(0, 255), ...date });
      else if (date.value !== voucher.date) row.valueDate = date.value;
    }

    const text = this.#values.text(fields[from + 2] ?? '');
    if (text !== '') row.description = text;

    const given = fields[from + 3] ?? '';
    if (given !== '') {
      const quantity = this.#values.quantity(given);
      if (!('value' in quantity)) faults.push({ field: 'quantity', value: given.slice(0, 255), ...quantity });
      else if (!isZero(quantity.value)) row.quantity = quantity.value;
    }

    const sign = this.#values.text(fields[from + 4] ?? '') || voucher.sign;
    if (sign !== '') row.extra = { sign };
  }

  #typeOf(account: string): string | undefined {
    if (!this.#types.has(account)) this.#types.set(account, kindIn(this.#survey, account)?.type);
    return this.#types.get(account);
  }
}

/** What the first row of an entry says for all of them. */
function putHead(row: LineRow, voucher: Voucher): void {
  const { series, number, date, description, registered } = voucher;
  row.journal = series;
  if (number !== '') row.number = number;
  row.date = date;
  if (registered !== '') row.validatedOn = registered;
  if (description !== '') row.entryDescription = description;
  row.source = { system: 'sie', reference: `${series} ${number}`.trim() };
}

export function putAmount(row: LineRow, amount: string): void {
  if (amount.startsWith('-')) row.credit = amount.slice(1);
  else row.debit = amount;
}

function stray(line: number, text: string): Read {
  const message = `"${text.trim().slice(0, 40)}" stands outside of a voucher`;
  return { line, faults: [fault('', text, message)] };
}

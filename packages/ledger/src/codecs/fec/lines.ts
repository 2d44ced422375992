import { isDate } from '../../calendar/index.ts';
import type { ReadOptions, RowFault } from '../codec.ts';
import { type Normaliser, type Parsed, parseDate } from '../text/values.ts';
import type { FecColumn, FecPlan } from './columns.ts';

/** One line of a FEC, read: texts trimmed and empty where the file has nothing, days and amounts in our form. */
export interface FecLine {
  journal: string;
  journalName: string;
  number: string;
  date: string;
  account: string;
  accountName: string;
  party: string;
  partyName: string;
  documentRef: string;
  documentDate: string;
  description: string;
  debit: string;
  credit: string;
  letter: string;
  letterDate: string;
  validatedOn: string;
  currencyAmount: string;
  currency: string;
  extra: Record<string, string> | undefined;
}

export interface FecLineOptions {
  plan: FecPlan;
  decimal: '.' | ',';
  dateFormat: ReadOptions['dateFormat'] | undefined;
  normaliser: Normaliser;
}

/** Reads the cells of lines, one after the other. */
export class FecLineReader {
  readonly #options: FecLineOptions;
  #values: readonly string[] = [];
  #faults: RowFault[] = [];
  /** The last day read of each column: most lines repeat the one before. */
  readonly #dates = new Map<FecColumn, { text: string; value: string }>();

  constructor(options: FecLineOptions) {
    this.#options = options;
  }

  read(values: readonly string[]): { line: FecLine; faults: readonly RowFault[] } {
    this.#values = values;
    this.#faults = [];

    const { debit, credit } = this.#sides();
    const line: FecLine = {
      journal: this.#required('JournalCode'),
      journalName: this.#text('JournalLib'),
      number: this.#text('EcritureNum'),
      date: this.#date('EcritureDate', true),
      account: this.#required('CompteNum'),
      accountName: this.#text('CompteLib'),
      party: this.#text('CompAuxNum'),
      partyName: this.#text('CompAuxLib'),
      documentRef: absentIfDash(this.#text('PieceRef')),
      documentDate: this.#date('PieceDate', false),
      description: absentIfDash(this.#text('EcritureLib')),
      debit,
      credit,
      letter: this.#text('EcritureLet'),
      letterDate: this.#date('DateLet', false),
      validatedOn: this.#date('ValidDate', false),
      currencyAmount: this.#amount('Montantdevise'),
      currency: this.#text('Idevise'),
      extra: this.#extra(),
    };

    return { line, faults: this.#faults };
  }

  #raw(column: FecColumn): string {
    const index = this.#options.plan.at.get(column);
    return index === undefined ? '' : (this.#values[index] ?? '');
  }

  #text(column: FecColumn): string {
    const raw = this.#raw(column);
    if (raw === '') return raw;

    const text = this.#options.normaliser.text(raw);
    if (text.includes('\0')) this.#fault(column, 'file_format', 'holds a NUL byte, which is no text');
    return text;
  }

  #required(column: FecColumn): string {
    const text = this.#text(column);
    if (text === '') this.#fault(column, 'invalid_request', 'is empty, which the law does not allow');
    return text;
  }

  #date(column: FecColumn, isRequired: boolean): string {
    const raw = this.#raw(column);
    const last = this.#dates.get(column);
    if (last?.text === raw) return last.value;

    const text = this.#text(column);
    if (text === '') {
      if (isRequired) this.#fault(column, 'date_invalid', 'is empty, which the law does not allow');
      return '';
    }

    // A program that fills amounts with zeros fills days with them too.
    if (text === '00000000' && !isRequired) {
      this.#options.normaliser.count('padded');
      return '';
    }

    const parsed = fecDate(text, this.#options.dateFormat);
    if ('code' in parsed) {
      this.#fault(column, parsed.code, parsed.message);
      return '';
    }

    if (raw === text) this.#dates.set(column, { text: raw, value: parsed.value });
    return parsed.value;
  }

  #amount(column: FecColumn): string {
    const text = this.#text(column);
    if (text === '') return '';

    const parsed = fecAmount(text, this.#options.decimal, this.#options.normaliser);
    if ('value' in parsed) return parsed.value;
    this.#fault(column, parsed.code, parsed.message);
    return '';
  }

  /** Debit and credit, from their columns or from Montant and Sens (`D`, `C`, `+1`, `-1`). */
  #sides(): { debit: string; credit: string } {
    if (this.#options.plan.at.has('Debit')) {
      return { debit: this.#amount('Debit') || '0', credit: this.#amount('Credit') || '0' };
    }

    const amount = this.#amount('Montant') || '0';
    const side = this.#text('Sens').toUpperCase();
    if (side === 'D' || side === '+1' || side === '1' || side === '+') return { debit: amount, credit: '0' };
    if (side === 'C' || side === '-1' || side === '-') return { debit: '0', credit: amount };

    this.#fault('Sens', 'invalid_request', 'is neither D nor C (nor +1, -1)');
    return { debit: '0', credit: '0' };
  }

  #extra(): Record<string, string> | undefined {
    let extra: Record<string, string> | undefined;
    for (const { name, index } of this.#options.plan.extra) {
      const text = this.#options.normaliser.text(this.#values[index] ?? '');
      if (text === '') continue;
      extra ??= {};
      extra[name] = text;
    }
    return extra;
  }

  #fault(column: FecColumn, code: string, message: string): void {
    const index = this.#options.plan.at.get(column);
    const field = index === undefined ? column : (this.#options.plan.header[index] ?? column);
    this.#faults.push({ field, value: this.#raw(column), code, message });
  }
}

/** `-` stands where the law wants a value and the books have none. */
function absentIfDash(text: string): string {
  return text === '-' ? '' : text;
}

function fecDate(text: string, order: ReadOptions['dateFormat'] | undefined): Parsed {
  if (order !== undefined) return parseDate(text, order);

  if (/^\d{8}$/.test(text)) {
    const value = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    return isDate(value) ? { value } : { code: 'date_invalid', message: `there is no ${value}` };
  }

  const hint = isDate(text) ? `: a FEC writes ${text.replaceAll('-', '')}` : '; a FEC writes 20221231';
  return { code: 'date_invalid', message: `"${text.slice(0, 40)}" is not a date of a FEC${hint}` };
}

const amounts = {
  ',': /^([-+]?)(0*)(\d{1,15})(?:,(\d{1,8}))?([-+]?)$/,
  '.': /^([-+]?)(0*)(\d{1,15})(?:\.(\d{1,8}))?([-+]?)$/,
};

const zero: Parsed = { value: '0.00' };

/** Amounts may be filled with zeros and carry their sign first or last; thousands separators are not allowed. */
function fecAmount(text: string, decimal: '.' | ',', normaliser: Normaliser): Parsed {
  if (text === '0,00' && decimal === ',') return zero;

  const match = amounts[decimal].exec(text);
  const [, first = '', zeros = '', whole = '', decimals, last = ''] = match ?? [];
  if (!match || (first !== '' && last !== ''))
    return { code: 'amount_format', message: amountMessage(text, decimal) };

  if (zeros !== '') normaliser.count('padded');
  if (last !== '') normaliser.count('signLast');

  const digits = decimals === undefined ? whole : `${whole}.${decimals}`;
  const negative = (first || last) === '-' && /[1-9]/.test(digits);
  return { value: negative ? `-${digits}` : digits };
}

function amountMessage(text: string, decimal: '.' | ','): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const other = decimal === ',' ? '.' : ',';

  if (amounts[other].test(text)) {
    const name = other === '.' ? 'point' : 'comma';
    return `"${shown}" is not a decimal: this looks like a decimal ${name}; try --decimal ${other}`;
  }

  const grouped = /^[-+]?\d{1,3}([.,\s\u00a0\u202f']\d{3})+([.,]\d+)?[-+]?$/.test(text);
  const hint = grouped ? ': a FEC has no thousands separators' : ` such as 1234${decimal}50`;
  return `"${shown}" is not a decimal${hint}`;
}

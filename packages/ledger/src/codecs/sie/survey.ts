import { FormatError, type ReadOptions, type RowFault } from '../codec.ts';
import { isBalance, isZero, readBalance, SieBalances, type SieYear } from './balances.ts';
import { type KindSigns, kindFromSwedishClass, kindOfAccount } from './kinds.ts';
import { firstOf, rest, type SieRecord, sieRecord } from './records.ts';
import { fault, type SieValues } from './values.ts';

export interface SieAccount extends KindSigns {
  name: string;
  line: number;
  unit: string;
  sru: string[];
  /** A #RES other than zero was seen; the first tells whether the account earns. */
  hasResult: boolean;
}

interface Named {
  name: string;
  line: number;
}

/** What the first pass over a SIE file finds out: everything but its vouchers. */
export interface SieSurvey {
  type: string;
  currency: string;
  years: Map<string, SieYear>;
  accounts: Map<string, SieAccount>;
  dimensions: Map<string, Named & { parent: string }>;
  objects: (Named & { dimension: string; code: string })[];
  series: Map<string, Named>;
  /** Vouchers without a series. */
  withoutSeries: number;
  vouchers: number;
  balances: SieBalances;
  /** Lines of identification and chart as they stand, which a rejects file begins with. */
  head: string[];
}

/** Labels that say something of the file itself, or that are written anew. */
const ofFile = new Set(['#FLAGGA', '#FORMAT', '#SIETYP', '#GEN', '#PROGRAM', '#KSUMMA', '#ERP_REJECT']);
/** The checksum is not verified, and that is said as of everything that is left out. */
const counted = '#KSUMMA';
const vouchers = new Set(['', '{', '}', '#TRANS', '#RTRANS', '#BTRANS']);

/** Finds out about a file record by record; faulty records are left to the second pass, which says what is wrong. */
export class Surveyor {
  readonly survey: SieSurvey;
  readonly #values: SieValues;
  readonly #options: ReadOptions;
  readonly #notStored: Record<string, number>;
  /** Balances wait for the end: a year may be named after them, and whether there are vouchers is not known before. */
  readonly #balances: { record: SieRecord; line: number }[] = [];

  constructor(values: SieValues, options: ReadOptions, notStored: Record<string, number>) {
    this.#values = values;
    this.#options = options;
    this.#notStored = notStored;
    this.survey = {
      ...{ type: '', currency: '', withoutSeries: 0, vouchers: 0, head: [], objects: [] },
      ...{ years: new Map(), accounts: new Map(), dimensions: new Map(), series: new Map() },
      balances: new SieBalances(new Map(), false),
    };
  }

  take(text: string, line: number): void {
    const at = firstOf(text);
    if (text.startsWith('#TRANS', at)) return;

    const record = sieRecord(text);
    const { label } = record;
    if (record.fault !== undefined || vouchers.has(label)) return;

    if (label === '#VER') this.#addVoucher(record, line);
    else if (isBalance(label)) this.#balances.push({ record, line });
    else {
      if (!ofFile.has(label)) this.survey.head.push(text);
      this.#addRecord(record, line);
    }
  }

  end(): SieSurvey {
    const { survey } = this;
    const { fiscalYear } = this.#options;
    if (fiscalYear) survey.years.set('0', { ...fiscalYear, line: 1 });

    survey.balances = new SieBalances(survey.years, survey.vouchers > 0 || survey.type === '4');
    for (const { record, line } of this.#balances) {
      const { balance, faults } = readBalance(record, this.#values);
      if (faults.length > 0) continue;
      survey.balances.add(balance, line);
      const account = this.#account(balance.account, line);
      if (!balance.dimensions) sign(account, balance.label, balance.amount);
    }
    for (const [name, count] of survey.balances.unused) this.#notStored[name] = count;
    return survey;
  }

  #addRecord(record: SieRecord, line: number): void {
    const { survey } = this;
    const [first = '', second = ''] = record.fields.map((field) => this.#values.text(field));

    switch (record.label) {
      case '#SIETYP':
        survey.type = first;
        return;
      case '#VALUTA':
        this.#putCurrency(first.toUpperCase());
        return;
      case '#RAR':
        this.#addYear(record, line);
        return;
      case '#KONTO':
        if (first !== '') this.#account(first, line).name ||= this.#values.text(rest(record, 1));
        return;
      case '#KTYP':
        if (first !== '') this.#account(first, line).ktyp = second.toUpperCase();
        return;
      case '#ENHET':
        if (first !== '') this.#account(first, line).unit = second;
        return;
      case '#SRU':
        if (first !== '' && second !== '') this.#account(first, line).sru.push(second);
        return;
      case '#DIM':
      case '#UNDERDIM':
        this.#addDimension(record, line);
        return;
      case '#OBJEKT': {
        const name = this.#values.text(rest(record, 2));
        if (first !== '' && second !== '')
          survey.objects.push({ dimension: first, code: second, name, line });
        return;
      }
      default:
        if (record.label === counted || !ofFile.has(record.label)) {
          this.#notStored[record.label] = (this.#notStored[record.label] ?? 0) + 1;
        }
    }
  }

  /** @throws FormatError when the amounts of the file are not in the currency of the books. */
  #putCurrency(currency: string): void {
    const { baseCurrency } = this.#options;
    this.survey.currency = currency;
    if (baseCurrency === undefined || currency === '' || currency === baseCurrency) return;
    throw new FormatError(
      'file_format',
      `its amounts are in ${currency} (#VALUTA), and the books are kept in ${baseCurrency}`,
      'Import it into a tenant with the base currency of the file.',
    );
  }

  #addYear(record: SieRecord, line: number): void {
    const year = readYear(record, this.#values);
    if ('start' in year) this.survey.years.set(record.fields[0] ?? '', { ...year, line });
  }

  #addDimension({ label, fields }: SieRecord, line: number): void {
    const under = label === '#UNDERDIM';
    const words = fields.map((field) => this.#values.text(field));
    const code = words[0] ?? '';
    const parent = under ? (words.at(-1) ?? '') : '';
    const name = words.slice(1, under ? -1 : undefined).join(' ');
    if (code !== '') this.survey.dimensions.set(code, { name, parent: parent === code ? '' : parent, line });
  }

  #addVoucher({ fields }: SieRecord, line: number): void {
    const series = this.#values.text(fields[0] ?? '');
    this.survey.vouchers += 1;
    if (series === '') this.survey.withoutSeries += 1;
    else if (!this.survey.series.has(series)) this.survey.series.set(series, { name: series, line });
  }

  #account(code: string, line: number): SieAccount {
    const known = this.survey.accounts.get(code);
    if (known) return known;

    const made: SieAccount = {
      ...{ name: '', line, ktyp: '', unit: '', sru: [] },
      ...{ inBalance: false, inResult: false, earns: false, hasResult: false },
    };
    this.survey.accounts.set(code, made);
    return made;
  }
}

function sign(account: SieAccount, label: string, amount: string): void {
  if (label === '#IB' || label === '#UB') account.inBalance = true;
  if (label !== '#RES') return;

  account.inResult = true;
  if (account.hasResult || isZero(amount)) return;
  account.hasResult = true;
  account.earns = amount.startsWith('-');
}

/** The days of #RAR; undefined ones where the record states none, as in a file of vouchers to import. */
export function readYear(
  { fields }: SieRecord,
  values: SieValues,
): { start: string; end: string } | { faults: RowFault[] } {
  const [number = '', from = '', to = ''] = fields;
  if (from === '' && to === '') return { faults: [] };

  const [start, end] = [values.day(from), values.day(to)];
  const faults: RowFault[] = [];
  if (!/^(0|-\d{1,2})$/.test(number)) {
    faults.push(fault('year', number, `"${number.slice(0, 20)}" is no year of a SIE file: 0, -1, -2 …`));
  }
  if (!('value' in start)) faults.push({ field: 'start', value: from, ...start });
  if (!('value' in end)) faults.push({ field: 'end', value: to, ...end });
  if ('value' in start && 'value' in end) {
    if (start.value <= end.value && faults.length === 0) return { start: start.value, end: end.value };
    if (start.value > end.value)
      faults.push(fault('end', to, `the year ends before it begins`, 'date_invalid'));
  }
  return { faults };
}

/** The kind of an account of the file, declared or merely named by a voucher; undefined when nothing tells. */
export function kindIn(survey: SieSurvey, code: string) {
  const account = survey.accounts.get(code);
  if (account) return kindOfAccount(code, account);

  const type = kindFromSwedishClass(code);
  return type && { type, rule: `class ${code.charAt(0)} -> ${type}` };
}

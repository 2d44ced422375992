import type { LineRow } from '../../records/rows.ts';
import { FormatError, type Open, type Read, type Reading, type ReadOptions, type Said } from '../codec.ts';
import { decodeText, type Encoding, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { readRecords, type TextRecord } from '../text/records.ts';
import { Normaliser } from '../text/values.ts';
import { isBalance, isZero, readBalance } from './balances.ts';
import { looksLikeSie } from './detect.ts';
import { sieEncoding } from './encoding.ts';
import { firstOf, type SieRecord, sieRecord } from './records.ts';
import { openingJournalOf, referenceRows } from './reference-rows.ts';
import { readYear, type SieSurvey, Surveyor } from './survey.ts';
import { fault, SieValues } from './values.ts';
import { putAmount, Vouchers } from './vouchers.ts';

/** The entry of the opening: #IB has no voucher. */
const openingEntry = 'IB';

/**
 * Reads a SIE file in two passes: the first finds out about everything but the vouchers, because balances tell what the
 * accounts are, and may stand behind them; the second makes the rows. Memory grows with the chart, never with the vouchers.
 */
export function readSie(open: Open, options: ReadOptions): Reading {
  const normaliser = new Normaliser();
  const values = new SieValues(normaliser, options.decimal);
  const said: Said = {
    ...{ format: 'sie', encoding: '', decimal: '.', rows: 0 },
    ...{ normalised: normaliser.counts, accountKinds: {}, notStored: {}, warnings: [] },
  };
  const withLines = options.resource === 'ledger' || options.resource === 'entries';
  let header: readonly string[] = [];
  let piece: readonly string[] = [];
  let pass: SecondPass | undefined;

  async function* batches(): AsyncGenerator<(Read | TextRecord)[]> {
    const encoding = await encodingOf(open, options, said);
    const survey = await surveyOf(open, encoding, options, said);
    header = [...survey.head, ...kindLines(survey)];
    pass = new SecondPass(survey, values, options, said);
    yield referenceRows(survey, options, said);

    if (!withLines) return;
    yield* linesOf(open, encoding);
    pass.requireEnd();
  }

  function read(item: Read | TextRecord): Read | undefined {
    if (!('values' in item)) return item;

    const found = pass?.take(item);
    if (found === undefined) return undefined;
    said.rows += 1;
    piece = pass?.piece ?? [];
    return found;
  }

  return {
    rows: mapBatches(batches(), read),
    said: () => said,
    columns: () => ({ header, values: piece }),
  };
}

async function encodingOf(open: Open, options: ReadOptions, said: Said): Promise<Encoding> {
  const head = await readHead(open);
  requireText(head, options.fileName);
  if (!looksLikeSie(head)) {
    const message = `${options.fileName} does not look like SIE: no #FLAGGA, #SIETYP or #KONTO among its first lines`;
    throw new FormatError('file_format', message);
  }
  if (options.resource === 'opening-balances' || options.resource === 'parties') {
    throw new FormatError(
      'file_format',
      `a SIE file is a ledger: import it as ledger, not as ${options.resource}`,
    );
  }

  const found = options.encoding ? { encoding: options.encoding } : await sieEncoding(open, head);
  if ('warning' in found && found.warning !== undefined) said.warnings.push(found.warning);
  said.encoding = found.encoding;
  return found.encoding;
}

function linesOf(open: Open, encoding: Encoding): AsyncGenerator<TextRecord[]> {
  return readRecords(decodeText(open, encoding), { delimiter: undefined, quotes: false });
}

async function surveyOf(
  open: Open,
  encoding: Encoding,
  options: ReadOptions,
  said: Said,
): Promise<SieSurvey> {
  const surveyor = new Surveyor(new SieValues(new Normaliser(), options.decimal), options, said.notStored);
  for await (const batch of linesOf(open, encoding)) {
    for (const { values, fault: wrong, line } of batch) {
      if (wrong === undefined) surveyor.take(values[0] ?? '', line);
    }
  }

  const survey = surveyor.end();
  const year = survey.years.get('0');
  if (year && survey.vouchers + survey.balances.totals.length > 0) {
    const reason = options.fiscalYear ? 'as --fiscal-year says' : '#RAR 0';
    said.year = { start: year.start, end: year.end, reason };
  }
  if (survey.balances.hasOpening) said.opening = { journal: openingJournalOf(options), reason: '#IB' };
  if (survey.balances.totals.length > 0) said.assertions = survey.balances.totals;
  return survey;
}

/** Kinds that the balances told, for a rejects file, which has none. */
function kindLines({ accounts }: SieSurvey): string[] {
  return [...accounts].flatMap(([code, { ktyp, inBalance, inResult, earns }]) => {
    if (ktyp !== '' || inBalance === inResult) return [];
    const letter = inBalance ? (code.startsWith('1') ? 'T' : 'S') : earns ? 'I' : 'K';
    return [`#KTYP "${code}" ${letter}`];
  });
}

/** Turns the lines of a file into rows, its reference data known. */
class SecondPass {
  readonly #survey: SieSurvey;
  readonly #values: SieValues;
  readonly #options: ReadOptions;
  readonly #vouchers: Vouchers;
  #opened = false;
  /** Lines of the file that belong to the row that was returned last. */
  piece: readonly string[] = [];

  constructor(survey: SieSurvey, values: SieValues, options: ReadOptions, said: Said) {
    this.#survey = survey;
    this.#values = values;
    this.#options = options;
    this.#vouchers = new Vouchers(survey, values, said);
  }

  take({ line, values, fault: wrong }: TextRecord): Read | undefined {
    const text = values[0] ?? '';
    if (wrong !== undefined) {
      this.piece = [text];
      return { line, faults: [fault('', '', wrong)] };
    }
    // DOS ended its texts with this.
    if (firstOf(text) === text.length) return undefined;

    const record = sieRecord(text);
    const { label } = record;
    if (label === '#ERP_REJECT') return undefined;
    if (isOfVoucher(label) || this.#vouchers.openSince !== undefined) {
      const found = this.#vouchers.take(record, text, line);
      if (found)
        this.piece = 'faults' in found && found.entry === undefined ? [text] : this.#vouchers.returned;
      return found;
    }

    this.piece = [text];
    if (isBalance(label)) return this.#balance(record, line);
    if (record.fault !== undefined)
      return { line, record: 'account', faults: [fault('', label, record.fault)] };
    return label === '#RAR' ? this.#year(record, line) : undefined;
  }

  /** @throws FormatError when the file ends inside a voucher. */
  requireEnd(): void {
    const since = this.#vouchers.openSince;
    if (since === undefined) return;
    const message = `the file ends inside the voucher of line ${since}: it has no }`;
    throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
  }

  #year(record: SieRecord, line: number): Read | undefined {
    const year = readYear(record, this.#values);
    if ('start' in year || year.faults.length === 0 || this.#options.fiscalYear) return undefined;
    return { line, record: 'year', faults: year.faults };
  }

  #balance(record: SieRecord, line: number): Read | undefined {
    const { balance, faults } = readBalance(record, this.#values);
    const { years, vouchers, type } = this.#survey;
    const year = years.get(balance.year);
    const isOpening = record.label === '#IB' && balance.year === '0' && (vouchers > 0 || type === '4');

    if (!year && faults.length === 0 && balance.year === '0' && record.label !== '#PSALDO') {
      const message = 'no #RAR says which days year 0 has: give them by --fiscal-year START..END';
      faults.push(fault('year', balance.year, message, 'year_unknown'));
    }
    if (faults.length > 0) {
      return isOpening ? { line, entry: openingEntry, faults } : { line, record: 'balance', faults };
    }
    if (!isOpening || !year || isZero(balance.amount)) return undefined;

    const row: LineRow = { record: 'line', row: line, entry: openingEntry };
    if (!this.#opened) {
      Object.assign(row, { kind: 'opening', journal: openingJournalOf(this.#options), date: year.start });
      row.source = { system: 'sie', reference: '#IB' };
    }
    this.#opened = true;
    row.account = balance.account;
    putAmount(row, balance.amount);
    if (balance.quantity !== '' && !isZero(balance.quantity)) row.quantity = balance.quantity;
    return { line, row };
  }
}

const isOfVoucher = (label: string): boolean =>
  ['', '{', '}', '#VER', '#TRANS', '#RTRANS', '#BTRANS'].includes(label);

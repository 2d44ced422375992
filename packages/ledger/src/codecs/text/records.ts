import { FormatError } from '../codec.ts';

/** One record of a delimited file. */
export interface TextRecord {
  /** Line of the file where it begins, from 1. */
  line: number;
  values: string[];
  /** What is wrong with its form; its values are then not to be trusted. */
  fault?: string;
  /** Whether a line end follows: false only for a last record that may have been cut. */
  ended: boolean;
}

export interface RecordOptions {
  /** One character; undefined takes whole lines. */
  delimiter: string | undefined;
  /** RFC 4180 quotes. FEC and JSONL have none: there a quote is a character like any other. */
  quotes: boolean;
}

/** Beyond these a file is broken, and reading on would only fill the memory. */
const longestField = 1_000_000;
const longestRecord = 8_000_000;

/**
 * Cuts text into records as it comes, by searching for the next delimiter of interest and never looking at characters one
 * by one. Lines end in CR LF, LF, CR or CR CR LF; blank lines are skipped and counted.
 */
export class RecordReader {
  readonly #delimiter: string | undefined;
  readonly #quotes: boolean;
  #text = '';
  #at = 0;
  #line = 1;
  /** Inside a record that is too long: its characters are dropped until the line ends. */
  #dropping = false;
  #final = false;
  /** Next place of each character, at or after where the reading stands; -1 when there is none in this text. */
  #lf = -1;
  #cr = -1;
  #quote = -1;

  constructor(options: RecordOptions) {
    this.#delimiter = options.delimiter;
    this.#quotes = options.quotes;
  }

  /** Takes more text and returns the records that are complete. */
  push(text: string): TextRecord[] {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text;
    this.#at = 0;
    return this.#records();
  }

  /**
   * Returns what is left at the end of the file.
   *
   * @throws FormatError `file_truncated` when a quote is still open.
   */
  end(): TextRecord[] {
    this.#final = true;
    return this.#records();
  }

  #records(): TextRecord[] {
    this.#lf = this.#text.indexOf('\n', this.#at);
    this.#cr = this.#text.indexOf('\r', this.#at);
    this.#quote = this.#quotes ? this.#text.indexOf('"', this.#at) : -1;

    const found: TextRecord[] = [];
    for (let record = this.#next(); record; record = this.#next()) {
      if (record.values.length > 1 || record.values[0] !== '' || record.fault) found.push(record);
    }
    return found;
  }

  #next(): TextRecord | undefined {
    if (this.#at >= this.#text.length) return undefined;

    const end = this.#lineEnd(this.#at);
    const quote = this.#nextQuote();
    if (quote >= 0 && !this.#dropping && (end < 0 || quote < end)) return this.#quoted();
    if (end < 0) return this.#unfinished();

    const line = this.#line;
    const width = this.#endWidth(end);
    if (width < 0) return undefined;

    const text = this.#text.slice(this.#at, end);
    this.#at = end + width;
    this.#line += 1;

    if (this.#dropping) {
      this.#dropping = false;
      return { line, values: [], fault: tooLong, ended: true };
    }
    return this.#plain(line, text, true);
  }

  #plain(line: number, text: string, ended: boolean): TextRecord {
    const values = this.#delimiter === undefined ? [text] : text.split(this.#delimiter);
    const record: TextRecord = { line, values, ended };
    if (text.length > longestField && this.#delimiter !== undefined) {
      if (values.some((value) => value.length > longestField))
        return { line, values: [], fault: tooLong, ended };
    }
    if (text.length > longestRecord) return { line, values: [], fault: tooLong, ended };
    return record;
  }

  /** Text without a line end: the last record of the file, or the beginning of one. */
  #unfinished(): TextRecord | undefined {
    if (this.#final) {
      const text = this.#text.slice(this.#at);
      this.#at = this.#text.length;
      if (this.#dropping) return { line: this.#line, values: [], fault: tooLong, ended: false };
      return this.#plain(this.#line, text, false);
    }

    if (this.#text.length - this.#at > longestRecord || this.#dropping) {
      this.#dropping = true;
      // A CR kept back: it may be half of a line end.
      this.#at = this.#text.endsWith('\r') ? this.#text.length - 1 : this.#text.length;
    }
    return undefined;
  }

  #nextQuote(): number {
    if (this.#quote >= 0 && this.#quote < this.#at) this.#quote = this.#text.indexOf('"', this.#at);
    return this.#quote;
  }

  /** Where the line that `from` is in ends, or -1. */
  #lineEnd(from: number): number {
    if (this.#lf >= 0 && this.#lf < from) this.#lf = this.#text.indexOf('\n', from);
    if (this.#cr >= 0 && this.#cr < from) this.#cr = this.#text.indexOf('\r', from);
    if (this.#lf < 0) return this.#cr;
    return this.#cr >= 0 && this.#cr < this.#lf ? this.#cr : this.#lf;
  }

  /** Characters of the line end at `end`: LF, CR, CR LF or CR CR LF; -1 when the next chunk decides. */
  #endWidth(end: number): number {
    const text = this.#text;
    if (text.charCodeAt(end) === lf) return 1;
    if (text.charCodeAt(end + 1) === lf) return 2;
    if (text.charCodeAt(end + 1) === cr && text.charCodeAt(end + 2) === lf) return 3;

    const mayGoOn = end + 1 >= text.length || (text.charCodeAt(end + 1) === cr && end + 2 >= text.length);
    return mayGoOn && !this.#final ? -1 : 1;
  }

  /** A record with at least one quote in its first line: field by field. */
  #quoted(): TextRecord | undefined {
    const start = this.#at;
    const firstEnd = this.#lineEnd(start);
    const values: string[] = [];
    let fault: string | undefined;

    for (let at = start; ; ) {
      const field = this.#text.charCodeAt(at) === quoteMark ? this.#quotedField(at) : this.#plainField(at);
      if (!field) return this.#incomplete(start);

      values.push(field.value);
      if (field.fault) fault ??= field.fault;

      if (this.#text.charAt(field.end) === this.#delimiter && field.end < this.#text.length) {
        at = field.end + 1;
        continue;
      }

      const ended = field.end < this.#text.length;
      if (!ended && !this.#final) return this.#incomplete(start);

      const width = ended ? this.#endWidth(field.end) : 0;
      if (width < 0) return this.#incomplete(start);

      const line = this.#line;
      const within = firstEnd >= 0 && firstEnd < field.end ? linesIn(this.#text, start, field.end) : 0;
      this.#line += within + (ended ? 1 : 0);
      this.#at = field.end + width;
      return fault ? { line, values, fault, ended } : { line, values, ended };
    }
  }

  #plainField(at: number): Field | undefined {
    const end = this.#fieldEnd(at);
    return end < 0 ? undefined : { value: this.#text.slice(at, end), end };
  }

  #quotedField(at: number): Field | undefined {
    let doubled = false;
    let close = this.#text.indexOf('"', at + 1);

    while (close >= 0 && this.#text.charCodeAt(close + 1) === quoteMark) {
      doubled = true;
      close = this.#text.indexOf('"', close + 2);
    }

    const length = (close < 0 ? this.#text.length : close) - at;
    if (length > longestField) throw this.#openQuote(at, 'file_format', 'is not closed within 1 MB');
    if (close < 0 && this.#final) {
      throw this.#openQuote(at, 'file_truncated', 'is still open at the end of the file');
    }
    if (close < 0 || (close + 1 === this.#text.length && !this.#final)) return undefined;

    const raw = this.#text.slice(at + 1, close);
    const value = doubled ? raw.replaceAll('""', '"') : raw;

    const end = this.#fieldEnd(close + 1);
    if (end < 0) return undefined;
    return end === close + 1 ? { value, end } : { value, end, fault: 'text follows a closing quote' };
  }

  /** The next delimiter or line end, or the end of the file; -1 when it has not come yet. */
  #fieldEnd(from: number): number {
    const lineEnd = this.#lineEnd(from);
    const delimiter = this.#delimiter === undefined ? -1 : this.#text.indexOf(this.#delimiter, from);
    if (delimiter >= 0 && (lineEnd < 0 || delimiter < lineEnd)) return delimiter;
    if (lineEnd >= 0) return lineEnd;
    return this.#final ? this.#text.length : -1;
  }

  #incomplete(start: number): undefined {
    if (this.#text.length - start > longestRecord) {
      throw new FormatError(
        'file_format',
        `line ${this.#line}: a record of more than 8 MB; a quote is not closed`,
      );
    }
    return undefined;
  }

  #openQuote(at: number, code: FormatError['code'], what: string): FormatError {
    const line = this.#line + linesIn(this.#text, this.#at, at);
    return new FormatError(code, `line ${line}: the quote that opens here ${what}`);
  }
}

interface Field {
  value: string;
  end: number;
  fault?: string;
}

const lf = 10;
const cr = 13;
const quoteMark = 34;
const tooLong = 'longer than 1 MB in a field or 8 MB in a line';

function linesIn(text: string, from: number, to: number): number {
  return (text.slice(from, to).match(/\r\n|\r(?!\r?\n)|\n/g) ?? []).length;
}

/** The records of a text, in batches: one for each chunk, so that a reader pays for waiting once a chunk. */
export async function* readRecords(
  chunks: AsyncIterable<string>,
  options: RecordOptions,
): AsyncGenerator<TextRecord[]> {
  const reader = new RecordReader(options);
  for await (const chunk of chunks) yield reader.push(chunk);
  yield reader.end();
}

import { kindFromRoot } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import type { ExportLine, ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { typeLetters } from './account-kinds.ts';
import { AccountNames, journalNames } from './account-names.ts';
import { tagsOfAccount } from './account-tags.ts';
import { decimalsOf, entriesOf, isLeftOut, writtenAmount } from './entries-of.ts';
import { marksOf, tagsText } from './own-rows.ts';
import { encodedValue, headTagsOf, tagsOfLine } from './tags.ts';

/**
 * Writes a journal that hledger and ledger read alike: what it needs declared first, each thing before its use, amounts in full,
 * foreign ones with their cost in base currency, all that a journal has no place for in tags. Openings of later years are left
 * out: the file carries the balances itself. `point` ends the number of a currency without decimals: hledger wants one, and ledger
 * takes what follows it for nothing.
 */
export async function* writeJournal(source: ExportSource, point: '.' | ''): AsyncGenerator<Uint8Array> {
  const journal = new JournalText(source, point);
  const output = new TextOutput();
  output.add(journal.heading());

  for await (const entries of entriesOf(source)) {
    for (const lines of entries) output.add(journal.entry(lines));
    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

class JournalText {
  readonly #source: ExportSource;
  readonly #point: '.' | '';
  readonly #base: string;
  readonly #names = new AccountNames(journalNames);
  readonly #accounts = new Map<string, string>();
  readonly #symbols = new Map<string, string>();
  readonly #journals: Set<string>;
  readonly #parties: Set<string>;
  /** Series of a journal, which its entries need not repeat. */
  readonly #series: Map<string, string>;

  constructor(source: ExportSource, point: '.' | '') {
    const { head } = source;
    this.#source = source;
    this.#point = point;
    this.#base = head.baseCurrency;
    this.#journals = new Set(head.journals.map(({ code }) => code));
    this.#parties = new Set(head.parties.map(({ code }) => code));
    this.#series = new Map(head.journals.map(({ code, series }) => [code, series ?? code]));
  }

  heading(): string {
    const { head } = this.#source;
    const marks = marksOf(head).map(({ kind, tags }) => mark(kind, tags));
    const accounts = head.accounts.map((account) => this.#declared(account, account.type));
    return [`; ${oneLine(head.tenant.name)}, ${head.from} to ${head.to}\n`, ...marks, ...accounts].join('');
  }

  entry(lines: readonly ExportLine[]): string {
    const [first] = lines;
    if (!first) return '';
    if (isLeftOut(lines, this.#source)) return '';

    const before = lines.map((line) => this.#declarations(line)).join('');
    const postings = lines.map((line) => this.#posting(line)).join('');
    return `${before}\n${this.#head(first)}${postings}`;
  }

  #declarations(line: ExportLine): string {
    const { account, accountName: name, accountType } = line;
    let text = '';
    if (!this.#accounts.has(account)) {
      text += this.#declared({ record: 'account', code: account, name }, accountType as AccountRow['type']);
    }
    if (!this.#journals.has(line.journal)) {
      this.#journals.add(line.journal);
      text += mark('journal', [
        ['code', line.journal],
        ['name', line.journalName],
      ]);
    }
    const { party, partyName } = line;
    if (party !== undefined && !this.#parties.has(party)) {
      this.#parties.add(party);
      text += mark('party', [
        ['code', party],
        ...(partyName ? [['name', partyName] as [string, string]] : []),
      ]);
    }
    if (line.currency !== this.#base) {
      text += this.#commodity(line.currency, line.currencyDebit ?? line.currencyCredit ?? '0');
    }
    return text + this.#commodity(this.#base, line.debit);
  }

  #declared(account: AccountRow, type = kindFromRoot(account.code)?.type ?? 'asset'): string {
    const name = this.#names.nameOf(account.code, type);
    this.#accounts.set(account.code, name);
    const tags: [string, string][] = [['type', typeLetters[type]], ...tagsOfAccount(account, type)];
    return `account ${name}\n    ; ${tagsText(tags)}\n`;
  }

  #commodity(currency: string, amount: string): string {
    if (this.#symbols.has(currency)) return '';
    const symbol = /^[A-Za-z]+$/.test(currency) ? currency : `"${currency}"`;
    this.#symbols.set(currency, symbol);
    const decimals = decimalsOf(amount);
    const number = decimals === 0 ? `1000${this.#point}` : `1000.${'0'.repeat(decimals)}`;
    return `commodity ${symbol}\n    format ${number} ${symbol}\n`;
  }

  #head(line: ExportLine): string {
    const { number, entryDescription: description = '' } = line;
    const isCode = /^[^()\p{Cc}\p{Z};][^()\p{Cc};]{0,39}$/u.test(number);
    const isPlain = plainText.test(description) && (isCode || !description.startsWith('('));
    const words = isPlain ? description : oneLine(description);
    const without = [...(isCode ? ['number'] : []), ...(isPlain ? ['description'] : [])];
    const tags = headTagsOf(line, this.#series, without);

    const code = isCode ? ` (${number})` : '';
    return `${line.date} *${code}${words === '' ? '' : ` ${words}`}\n    ; ${tagsText(tags)}\n`;
  }

  #posting(line: ExportLine): string {
    const { units, currency, cost, foreign, side } = writtenAmount(line, this.#base);
    const symbol = (code: string) => this.#symbols.get(code) ?? code;
    const price = cost === undefined ? '' : ` @@ ${cost} ${symbol(this.#base)}`;
    const tags = tagsOfLine(line);
    if (foreign !== undefined) tags.push(['currency', foreign]);
    if (side !== undefined) tags.push(['side', side]);

    const comment = tags.length === 0 ? '' : `  ; ${tagsText(tags)}`;
    return `    ${this.#accounts.get(line.account)}  ${units} ${symbol(currency)}${price}${comment}\n`;
  }
}

const mark = (kind: string, tags: [string, string][]): string => `; @${kind} ${tagsText(tags)}\n`;

/** A description that reads back as it is: no comment begins in it, and it is one line without blanks at its edges. */
const plainText = /^(?![*!])[^;\p{Cc}\u2028\u2029]*$/u;

/** Words for a reader; what they stand for is in a tag. */
const oneLine = (text: string): string =>
  encodedValue(text)
    .replace(/[;(*!%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

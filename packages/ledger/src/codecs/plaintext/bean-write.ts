import { addDays } from '../../calendar/index.ts';
import { kindFromRoot } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import type { ExportLine, ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { AccountNames, beancountNames } from './account-names.ts';
import { tagsOfAccount } from './account-tags.ts';
import { quoted } from './bean-values.ts';
import { add, type Decimal, decimalOf, textOf, zero } from './decimals.ts';
import { decimalsOf, entriesOf, isLeftOut, writtenAmount } from './entries-of.ts';
import { marksOf, tagsText } from './own-rows.ts';
import { headTagsOf, tagsOfLine } from './tags.ts';

/**
 * Writes a ledger that beancount reads: every account opened before its use, foreign amounts with their cost in base currency,
 * what it has no place for in metadata, and at the end the balances as of the day after each fiscal year, which it checks.
 */
export async function* writeBeancount(source: ExportSource): AsyncGenerator<Uint8Array> {
  const ledger = new BeanText(source);
  const output = new TextOutput();
  output.add(ledger.heading());

  for await (const entries of entriesOf(source)) {
    for (const lines of entries) output.add(ledger.entry(lines));
    const chunk = output.full();
    if (chunk) yield chunk;
  }
  for (const balance of ledger.balances()) {
    output.add(balance);
    const chunk = output.full();
    if (chunk) yield chunk;
  }
  if (!output.empty) yield output.take();
}

type AccountType = NonNullable<AccountRow['type']>;

class BeanText {
  readonly #source: ExportSource;
  readonly #base: string;
  readonly #names = new AccountNames(beancountNames);
  readonly #accounts = new Map<string, { name: string; type: AccountType }>();
  readonly #journals: Set<string>;
  readonly #parties: Set<string>;
  readonly #series: Map<string, string>;
  readonly #words = new Set<string>();
  /** The day before which the file has nothing. */
  readonly #start: string;
  /** What each fiscal year moves, by account and currency. */
  readonly #moved: Map<string, { code: string; currency: string; sum: Decimal }>[];

  constructor(source: ExportSource) {
    const { head } = source;
    this.#source = source;
    this.#base = head.baseCurrency;
    this.#journals = new Set(head.journals.map(({ code }) => code));
    this.#parties = new Set(head.parties.map(({ code }) => code));
    this.#series = new Map(head.journals.map(({ code, series }) => [code, series ?? code]));
    this.#start = [head.from, ...head.years.map(({ start }) => start)].sort()[0] ?? head.from;
    this.#moved = head.years.map(() => new Map());
  }

  heading(): string {
    const { head } = this.#source;
    const base = symbolOf(this.#base);
    const options = [
      `option "title" ${quoted(head.tenant.name)}\n`,
      `option "operating_currency" "${base}"\n`,
      // beancount divides the cost of all units by their number: what that takes from an entry without decimals is no difference.
      `option "inferred_tolerance_default" "${base}:0.000001"\n`,
    ];
    const marks = marksOf(head).map(({ kind, tags }) => mark(kind, tags));
    const accounts = head.accounts.map((account) => this.#opened(account, account.type));
    return [...options, ...marks, ...accounts].join('');
  }

  entry(lines: readonly ExportLine[]): string {
    const [first] = lines;
    if (!first) return '';
    if (isLeftOut(lines, this.#source)) return '';

    const before = lines.map((line) => this.#declarations(line)).join('');
    const postings = lines.map((line) => this.#posting(line)).join('');
    const tags = headTagsOf(first, this.#series, ['description']);
    return `${before}\n${first.date} * ${quoted(first.entryDescription ?? '')}\n${metadata(tags, '  ')}${postings}`;
  }

  /** Balances on the day after each year; of later years those that nothing is carried into at its end. */
  *balances(): Generator<string> {
    const sums = new Map<string, { code: string; currency: string; sum: Decimal }>();
    const above = new Set([...this.#accounts.values()].flatMap(({ name }) => namesAbove(name)));
    for (const [at, { end }] of this.#source.head.years.entries()) {
      for (const [key, moved] of this.#moved[at] ?? []) {
        sums.set(key, { ...moved, sum: add(sums.get(key)?.sum ?? zero, moved.sum) });
      }
      yield '\n';
      const [last = end] = [end, this.#source.head.to].sort();
      const day = addDays(last, 1);
      for (const { code, currency, sum } of sums.values()) {
        const account = this.#accounts.get(code);
        if (!account || (at > 0 && account.type !== 'asset' && account.type !== 'liability')) continue;
        // Of an account with others below it beancount would compare the sum of them all.
        if (above.has(account.name)) continue;
        yield `${day} balance ${account.name}  ${textOf(sum)} ${symbolOf(currency)}\n`;
      }
    }
  }

  #declarations(line: ExportLine): string {
    const { account, accountName: name, accountType, journal, party, partyName, currency } = line;
    let text = '';
    if (words.test(currency) && !this.#words.has(currency)) {
      this.#words.add(currency);
      text += `${this.#start} commodity ${symbolOf(currency)}\n  code: ${quoted(currency)}\n`;
    }
    if (!this.#accounts.has(account)) {
      text += this.#opened({ record: 'account', code: account, name }, accountType as AccountRow['type']);
    }
    if (!this.#journals.has(journal)) {
      this.#journals.add(journal);
      text += mark('journal', [
        ['code', journal],
        ['name', line.journalName],
      ]);
    }
    if (party !== undefined && !this.#parties.has(party)) {
      this.#parties.add(party);
      text += mark(
        'party',
        partyName
          ? [
              ['code', party],
              ['name', partyName],
            ]
          : [['code', party]],
      );
    }
    return text;
  }

  #opened(account: AccountRow, type: AccountType = kindFromRoot(account.code)?.type ?? 'asset'): string {
    const name = this.#names.nameOf(account.code, type);
    this.#accounts.set(account.code, { name, type });
    const tags = tagsOfAccount(account, type);
    return `${this.#start} open ${name}\n${metadata(tags, '  ')}`;
  }

  #posting(line: ExportLine): string {
    const { units, currency, cost, foreign, side } = writtenAmount(line, this.#base);
    const price = cost === undefined ? '' : ` @@ ${cost} ${symbolOf(this.#base)}`;
    const tags = tagsOfLine(line);
    if (foreign !== undefined) tags.push(['currency', foreign]);
    if (side !== undefined) tags.push(['side', side]);
    this.#add(line, units, currency);
    const { name } = this.#accounts.get(line.account) ?? { name: line.account };
    return `  ${name}  ${units} ${symbolOf(currency)}${price}\n${metadata(tags, '    ')}`;
  }

  #add({ account: code, date }: ExportLine, units: string, currency: string): void {
    const year = this.#source.head.years.findIndex(({ start, end }) => start <= date && date <= end);
    const moved = this.#moved[year];
    if (!moved) return;
    const amount = decimalOf(units.replace('.', ''), decimalsOf(units));
    const key = `${currency} ${code}`;
    const known = moved.get(key);
    if (known) known.sum = add(known.sum, amount);
    else moved.set(key, { code, currency, sum: amount });
  }
}

/** Words of beancount that are currencies of ours, and what stands for them, so that no two become one. */
const words = /^(?:X-)*(?:TRUE|FALSE|NULL)$/;

const symbolOf = (currency: string): string => (words.test(currency) ? `X-${currency}` : currency);

const mark = (kind: string, tags: [string, string][]): string => `; @${kind} ${tagsText(tags)}\n`;

/** A key of metadata that beancount does not use itself; other names stand together in one string. */
const key = /^(?!(?:filename|lineno|more)$)[a-z][A-Za-z0-9_-]+$/;

function metadata(tags: [string, string][], indent: string): string {
  const others = tags.filter(([tag]) => !key.test(tag));
  const own = tags.filter(([tag]) => key.test(tag));
  const all: [string, string][] = others.length > 0 ? [...own, ['more', tagsText(others)]] : own;
  return all.map(([tag, value]) => `${indent}${tag}: ${quoted(value)}\n`).join('');
}

/** `Assets:Bank:Main` -> `Assets`, `Assets:Bank`. */
function namesAbove(name: string): string[] {
  const parts = name.split(':');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join(':'));
}

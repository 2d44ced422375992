import { addDays } from '../../calendar/index.ts';
import { isoExponent } from '../../money/index.ts';
import type { AccountRow, JournalRow, LineRow, Row } from '../../records/rows.ts';
import { FormatError, type Open, type Read, type Reading, type ReadOptions, type Said } from '../codec.ts';
import { isUtf8, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { accountRow } from './account-rows.ts';
import { Assertions, assigned, Balances } from './balances.ts';
import { Commodities } from './commodities.ts';
import { type EntryContext, type EntryItem, entryItems } from './entry-rows.ts';
import { isStray, JournalBlocks, type Stray } from './journal-blocks.ts';
import { type Dialect, JournalState } from './journal-state.ts';
import { Padding } from './padding.ts';
import { sourceLines } from './source-lines.ts';
import { plainJournal, Survey, sayKinds } from './survey.ts';
import type { Transaction } from './transaction.ts';

/** A row with the text of the file that is its own: lines of a transaction, or a line by itself. */
type Item = EntryItem | { read: Read; text: string };

/** Cuts the lines of a file into transactions and directives. */
interface Blocks {
  push(lines: readonly string[]): (Transaction | Stray)[];
  end(): (Transaction | Stray)[];
}
type BlocksOf = (state: JournalState, base: string) => Blocks;

/**
 * Reads a journal in two passes: the first learns what rules the whole file (formats of commodities, prices, accounts, codes),
 * the second makes the rows. Memory grows with accounts, prices and codes, not with lines.
 */
export function readJournal(
  open: Open,
  options: ReadOptions,
  dialect: Dialect,
  blocksOf: BlocksOf = (state, base) => new JournalBlocks(state, base),
): Reading {
  const said: Said = {
    ...{
      format: dialect.name,
      encoding: '',
      rows: 0,
      normalised: {},
      accountKinds: {},
      notStored: {},
      warnings: [],
    },
  };
  let current: Item | undefined;
  let directives: readonly string[] = [];

  async function* batches(): AsyncGenerator<Item[]> {
    if (options.resource === 'opening-balances') {
      throw new FormatError(
        'file_format',
        'opening balances are read from CSV or JSONL; a journal is a ledger',
      );
    }
    said.encoding = await encodingOf(open, options);
    const found = await survey(open, options, dialect, said, blocksOf);
    directives = found.state.directives;

    yield referenceRows(found, options, said).map((row) => ({
      read: { line: row.row ?? 1, row },
      text: '',
    }));
    if (options.resource !== 'ledger' && options.resource !== 'entries') return;
    yield* secondPass(open, options, found, said);
  }

  return {
    rows: mapBatches(batches(), (item) => {
      current = item;
      return item.read;
    }),
    said: () => said,
    columns: () => ({ header: directives, values: current ? [pieceOf(current)] : [] }),
  };
}

async function encodingOf(open: Open, options: ReadOptions): Promise<string> {
  requireText(await readHead(open), options.fileName);
  if (options.encoding) return options.encoding;
  return (await isUtf8(open)) ? 'utf-8' : 'windows-1252';
}

interface Found {
  state: JournalState;
  survey: Survey;
  assigns: boolean;
  base: string;
  blocksOf: BlocksOf;
}

function newState(options: ReadOptions, dialect: Dialect, before?: JournalState): JournalState {
  const base = options.baseCurrency ?? 'EUR';
  const commodities = before?.commodities ?? new Commodities(base);
  return new JournalState(dialect, commodities, base, options.decimal);
}

async function survey(
  open: Open,
  options: ReadOptions,
  dialect: Dialect,
  said: Said,
  blocksOf: BlocksOf,
): Promise<Found> {
  const base = options.baseCurrency ?? 'EUR';
  const state = newState(options, dialect);
  const found: Found = { state, survey: new Survey(), assigns: false, base, blocksOf };
  const take = (one: Transaction | Stray) => {
    if (isStray(one)) return;
    found.survey.add(one);
    found.assigns ||= one.postings.some(({ amount, asserted }) => asserted && !amount);
  };

  const blocks = blocksOf(state, base);
  for await (const lines of sourceLines(open, said.encoding as 'utf-8')) blocks.push(lines).forEach(take);
  blocks.end().forEach(take);

  if (state.pads.length > 0) state.padded = await padsOf(open, options, found, said);

  if (found.survey.transactions === 0 && state.directives.length === 0) {
    throw new FormatError(
      'file_format',
      `${options.fileName} has no transaction such as "2025-12-31 * Rent"`,
    );
  }
  if (said.encoding !== 'utf-8' && !options.encoding) {
    said.warnings.push(`not UTF-8: read as ${said.encoding}; --encoding decides`);
  }
  if (found.survey.foreign > 0) said.numbering = found.survey.numbering();
  if (state.prices.count > 0) said.notStored['prices'] = state.prices.count;
  const opening = found.survey.openingLine(options.fiscalYear);
  if (opening !== undefined) {
    said.opening = {
      journal: plainJournal,
      reason: `line ${opening} is against Equity:Opening on ${found.survey.first}`,
    };
  }
  const warning = found.survey.openingWarning(options.fiscalYear);
  if (warning !== undefined) said.warnings.push(warning);
  return found;
}

function referenceRows({ state, survey: found }: Found, { resource }: ReadOptions, said: Said): Row[] {
  const accounts: AccountRow[] = [];
  const rules: (string | undefined)[] = [];
  for (const [name, account] of state.accounts) {
    const root = state.roots.get(name.split(':', 1)[0] ?? '');
    if (root !== undefined && !account.tags.has('kind')) account.tags.set('kind', root);
    const { row, rule } = accountRow(name, account, (other) => state.accounts.get(other));
    accounts.push(row);
    rules.push(rule);
  }

  const all = resource === 'ledger';
  const own = (record: Row['record']) => state.rows.filter((row) => row.record === record);
  const journal: JournalRow = {
    record: 'journal',
    code: plainJournal,
    name: 'General journal',
    area: 'general',
  };
  if (all || resource === 'accounts') sayKinds(accounts, rules, said);

  return [
    ...(all || resource === 'entries' ? state.commodities.rows() : []),
    ...(all ? [...own('year'), ...own('dimension'), ...own('dimensionValue')] : []),
    ...(all || resource === 'journals' ? [...own('journal'), ...(found.foreign > 0 ? [journal] : [])] : []),
    ...(all || resource === 'accounts' ? accounts : []),
    ...(all || resource === 'parties' ? own('party') : []),
  ];
}

/** What pads move: of their accounts, and of nothing else, every amount is kept for it. */
async function padsOf(open: Open, options: ReadOptions, found: Found, said: Said) {
  const padding = new Padding(found.state);
  const state = newState(options, found.state.dialect, found.state);
  const unsaid: Said = { ...said, normalised: {}, notStored: {} };
  const ctx = contextOf(found, options, unsaid, new Assertions(), undefined);
  const blocks = found.blocksOf(state, found.base);
  const take = (one: Transaction | Stray) => {
    if (!isStray(one)) padding.add(one, ctx);
  };
  for await (const lines of sourceLines(open, said.encoding as 'utf-8')) blocks.push(lines).forEach(take);
  blocks.end().forEach(take);

  const moves = padding.moves();
  said.warnings.push(
    `${moves.size} of ${found.state.pads.length} pads are entries now, each with the amount that it had to be`,
  );
  return moves;
}

async function* secondPass(
  open: Open,
  options: ReadOptions,
  found: Found,
  said: Said,
): AsyncGenerator<Item[]> {
  const { base } = found;
  const state = newState(options, found.state.dialect, found.state);
  const assertions = new Assertions();
  const balances = found.assigns ? new Balances() : undefined;
  const ctx = contextOf(found, options, said, assertions, balances);
  state.padded = found.state.padded;
  const blocks = found.blocksOf(state, base);
  const { inOrder } = found.survey;

  const itemsOf = (found: (Transaction | Stray)[]): Item[] => {
    const items: Item[] = [];
    for (const one of found) {
      if (isStray(one)) {
        items.push(strayItem(one));
        continue;
      }
      if (balances) assign(one, balances, inOrder);
      const own = entryItems(one, ctx);
      said.rows += own.length;
      for (const item of own) items.push(item);
    }
    return items;
  };

  for await (const lines of sourceLines(open, said.encoding as 'utf-8')) yield itemsOf(blocks.push(lines));
  yield itemsOf(blocks.end());

  for (const { line, date, account, amount } of found.state.stated) {
    const { currency, quantity: stated } = amount;
    assertions.add({ account, currency, date: addDays(date, -1), line, stated, tree: true });
  }
  const names = [...found.state.accounts.keys()];
  const hasBelow = (account: string) => names.some((name) => name.startsWith(`${account}:`));
  const { totals, trees } = assertions.totals(base, ctx.codeOf, hasBelow);
  if (totals.length > 0) said.assertions = totals;
  if (trees > 0) said.notStored['assertions over several accounts'] = trees;
  for (const [name, count] of Object.entries(state.notStored)) said.notStored[name] = count;
  said.warnings.push(...state.warnings());
}

function assign(tx: Transaction, balances: Balances, inOrder: boolean): void {
  if (!tx.postings.some(({ amount, asserted }) => asserted && !amount)) return;
  if (inOrder) {
    tx.postings = assigned(tx.postings, balances);
    return;
  }
  const message =
    'a balance is assigned in a file that is not in the order of its dates: sort it, or write the amount';
  tx.faults.push({ field: 'amount', value: '', code: 'amount_format', message });
}

function contextOf(
  { state, survey: found, base }: Found,
  options: ReadOptions,
  said: Said,
  assertions: Assertions,
  balances: Balances | undefined,
): EntryContext {
  const opening = found.openingLine(options.fiscalYear);
  const codes = new Map([...state.accounts].map(([name, { tags }]) => [name, tags.get('code') || name]));
  const lineFields = options.resource === 'entries' ? state : undefined;

  return {
    base,
    exponent: isoExponent(base) ?? 2,
    infersPrices: state.dialect.infersPrices,
    tolerates: state.dialect.tolerates,
    rateOn: (currency, date) => state.prices.on(currency, date),
    codeOf: (account) => codes.get(account) ?? account,
    headOf: (tx) => headFields(tx, found.numbered, tx.line === opening),
    describe: lineFields && ((row, account) => describe(row, account, lineFields)),
    count: (kind, name, by = 1) => {
      said[kind][name] = (said[kind][name] ?? 0) + by;
    },
    seen: (tx, lines) => {
      assertions.seen(tx, lines);
      if (balances) for (const { posting, amount } of lines) balances.add(posting.account, amount);
    },
  };
}

/** What a transaction is in our books; one with a journal of ours says it all itself. */
function headFields(tx: Transaction, numbered: boolean, isOpening: boolean): Partial<LineRow> {
  const { code } = tx;
  if (tx.head.journal !== undefined) return code === '' ? {} : { number: code };
  return {
    journal: plainJournal,
    ...(isOpening ? { kind: 'opening' } : {}),
    ...(code === '' ? {} : numbered ? { number: code } : { documentRef: code }),
  };
}

/** Without rows of accounts, a line says what its account is. */
function describe(line: LineRow, name: string, state: JournalState): void {
  const account = state.accounts.get(name);
  if (!account) return;
  const { row } = accountRow(name, account, (other) => state.accounts.get(other));
  if (row.name !== undefined) line.accountName = row.name;
  if (row.type !== undefined) line.accountType = row.type;
}

function strayItem({ line, text, message }: Stray): Item {
  const fault = { field: '', value: text.slice(0, 100), code: 'file_format', message };
  return { read: { line, entry: String(line), faults: [fault] }, text: `${text}\n` };
}

function pieceOf(item: Item): string {
  if ('text' in item) return item.text;
  const { tx, from, to } = item;
  return tx.raw
    .slice(from, to)
    .map((line) => `${line}\n`)
    .join('');
}

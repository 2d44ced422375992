import type { AccountRow, JournalRow, Row } from '../../records/rows.ts';
import { FormatError, type Open, type ReadOptions, type Said } from '../codec.ts';
import { accountRow } from './account-rows.ts';
import { Assertions } from './balances.ts';
import { isStray, type Stray } from './journal-blocks.ts';
import { type BlocksOf, contextOf, type Found, newState } from './journal-passes.ts';
import type { Dialect } from './journal-state.ts';
import { Padding } from './padding.ts';
import { sourceLines } from './source-lines.ts';
import { plainJournal, Survey, sayKinds } from './survey.ts';
import type { Transaction } from './transaction.ts';

/** Learns what rules the whole file: formats of commodities, prices, accounts, codes. */
export async function firstPass(
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

/** Rows of what the file describes: commodities, years, dimensions, journals, accounts, parties. */
export function referenceRows({ state, survey: found }: Found, { resource }: ReadOptions, said: Said): Row[] {
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

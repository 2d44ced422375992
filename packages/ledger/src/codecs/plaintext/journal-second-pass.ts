import { addDays } from '../../calendar/index.ts';
import type { Open, Read, ReadOptions, Said } from '../codec.ts';
import { Assertions, assigned, Balances } from './balances.ts';
import { type EntryItem, entryItems } from './entry-rows.ts';
import { isStray, type Stray } from './journal-blocks.ts';
import { contextOf, type Found, newState } from './journal-passes.ts';
import { sourceLines } from './source-lines.ts';
import type { Transaction } from './transaction.ts';

/** A row with the text of the file that is its own: lines of a transaction, or a line by itself. */
export type Item = EntryItem | { read: Read; text: string };

/** Makes the rows of transactions; what holds at the end of the file is said at its end. */
export async function* secondPass(
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

function strayItem({ line, text, message }: Stray): Item {
  const fault = { field: '', value: text.slice(0, 100), code: 'file_format', message };
  return { read: { line, entry: String(line), faults: [fault] }, text: `${text}\n` };
}

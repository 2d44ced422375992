import { FormatError, type Open, type Reading, type ReadOptions, type Said } from '../codec.ts';
import { isUtf8, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { JournalBlocks } from './journal-blocks.ts';
import { firstPass, referenceRows } from './journal-first-pass.ts';
import type { BlocksOf } from './journal-passes.ts';
import { type Item, secondPass } from './journal-second-pass.ts';
import type { Dialect } from './journal-state.ts';

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
    const found = await firstPass(open, options, dialect, said, blocksOf);
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

function pieceOf(item: Item): string {
  if ('text' in item) return item.text;
  const { tx, from, to } = item;
  return tx.raw
    .slice(from, to)
    .map((line) => `${line}\n`)
    .join('');
}

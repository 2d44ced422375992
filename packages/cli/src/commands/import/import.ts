import type { CommandBody, Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { Failure } from '../../failure.ts';
import { mappingOf } from '../../mapping/mapping-of.ts';
import type { Result } from '../../output/result.ts';
import { beginImport, type ImportFlags } from '../../transfer/begin-import.ts';
import { chooseCodec } from '../../transfer/detect-format.ts';
import { ImportJournal } from '../../transfer/import-journal.ts';
import { carryOut } from '../../transfer/import-session.ts';
import type { Resource } from '../../transfer/reading-options.ts';
import { type Receipt, receiptText } from '../../transfer/receipt.ts';

/** Imports files one after the other and stops at the first that fails. */
const importFiles: CommandBody<ImportFlags, string[]> = async (context, flags, ...files) => {
  const resource = context.command.name() as Resource;
  const receipts: Receipt[] = [];

  for (const path of files) {
    try {
      receipts.push(await importFile(context, resource, path, flags));
    } catch (error) {
      throw receipts.length === 0 ? error : afterOthers(error, receipts);
    }
  }

  return receiptResult(receipts, resource, flags.dryRun === true);
};

async function importFile(
  context: Context,
  resource: Resource,
  path: string,
  flags: ImportFlags,
): Promise<Receipt> {
  const mapping = await mappingOf(resource, flags.mapping);
  const codec = await chooseCodec(resource, path, flags, mapping);
  const journal = new ImportJournal(context.settings.stateFolder);
  const job = await beginImport(context, journal, { resource, path, codec, flags, mapping });

  return carryOut(job);
}

/** The document of one import is its receipt, that of several a list of them. */
export function receiptResult(receipts: readonly Receipt[], resource: string, isDryRun: boolean): Result {
  const [first] = receipts;
  const isWhole = receipts.every(({ rejected }) => rejected === 0);

  return {
    ...(receipts.length === 1 ? { data: first } : { data: receipts, rows: receipts }),
    message: receipts.map((receipt) => receiptText(receipt, resource, isDryRun)).join('\n'),
    exit: isWhole ? EXIT.done : EXIT.partly,
  };
}

/** The failure of a later file, with the receipts of those that were written before it. */
function afterOthers(error: unknown, receipts: readonly Receipt[]): unknown {
  if (!(error instanceof Failure)) return error;

  const written =
    receipts.length === 1
      ? 'The file before it was imported'
      : `${receipts.length} files before it were imported`;
  return new Failure(error.message, {
    ...error.details,
    lines: [...error.lines, `${written}: ${receipts.map(({ id }) => id).join(', ')}`],
    extra: { ...error.details.extra, receipts },
  });
}

export default importFiles;

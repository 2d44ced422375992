import { UsageError } from '../../failure.ts';
import { mappingOf } from '../../mapping/mapping-of.ts';
import { nearest } from '../../nearest.ts';
import type { ImportFlags } from '../../transfer/begin-import.ts';
import { chooseCodec } from '../../transfer/detect-format.ts';
import { parseRange, type Resource } from '../../transfer/reading-options.ts';

const CREATABLE = ['accounts', 'journals', 'parties', 'years', 'dimensions', 'currencies'];

/** Everything about the files that can be wrong before anything is sent: that they are there, their format, their columns. */
export async function checkFiles(
  resource: Resource,
  files: readonly string[],
  flags: ImportFlags,
): Promise<void> {
  if (flags.rejects !== undefined && files.length > 1) {
    throw new UsageError('--rejects names one file, for the import of one file', 'leave --rejects out');
  }
  if (flags.fiscalYear !== undefined) parseRange(flags.fiscalYear, '--fiscal-year');

  for (const what of flags.create ?? []) requireCreatable(what);

  const mapping = await mappingOf(resource, flags.mapping);
  for (const file of files) await chooseCodec(resource, file, flags, mapping);
}

function requireCreatable(what: string): void {
  if (CREATABLE.includes(what)) return;

  const meant = nearest(what, CREATABLE);
  throw new UsageError(
    `--create: an import cannot create "${what}"${meant ? `; did you mean ${meant}?` : ''}`,
    `--create ${CREATABLE.join(',')}`,
  );
}

import { basename } from 'node:path';
import type { Context } from '../context.ts';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';
import { mappingOf } from '../mapping/mapping-of.ts';
import { documentOf, type FailureDocument } from '../output/errors.ts';
import { failureOf, isErpError } from '../output/server-failure.ts';
import { beginImport, type ImportFlags } from '../transfer/begin-import.ts';
import { chooseCodec } from '../transfer/detect-format.ts';
import { ImportJournal } from '../transfer/import-journal.ts';
import { carryOut } from '../transfer/import-session.ts';
import type { Receipt } from '../transfer/receipt.ts';
import { type NamedFile, namedFiles } from './beside.ts';
import type { ParsedTenantFile } from './parse.ts';

/** What is done beside the tenant, or would be. */
export interface BesideStep {
  readonly resource: 'parties' | 'opening-balances' | 'api-key';
  /** Of the file, or the key. */
  readonly name: string;
  /** `later`: it can be told only when the tenant is as its file says. */
  readonly result: 'import' | 'create' | 'later' | 'blocked' | 'imported' | 'created' | 'unchanged';
  readonly written: number;
  readonly updated: number;
  readonly error: FailureDocument['error'] | null;
}

export const step = (
  resource: BesideStep['resource'],
  name: string,
  result: BesideStep['result'],
  counts: Pick<Receipt, 'written' | 'updated'> = { written: 0, updated: 0 },
): BesideStep => ({
  ...{ resource, name, result, written: counts.written, updated: counts.updated, error: null },
});

/** What importing the files would do to the tenant as it is. `isMoving`: its own file is to change it first. */
export async function plannedImports(
  context: Context,
  parsed: ParsedTenantFile,
  { isNew, isMoving }: { readonly isNew: boolean; readonly isMoving: boolean },
): Promise<BesideStep[]> {
  const steps: BesideStep[] = [];
  for (const named of namedFiles(parsed.beside, parsed.folder)) {
    steps.push(isNew ? later(named) : await planned(context, named, isMoving));
  }
  return steps;
}

const later = ({ resource, file }: NamedFile): BesideStep => step(resource, basename(file), 'later');

/** A receipt that brings nothing, or none because the very file is in the books, is of a list that changes nothing. */
function stepOf(
  { resource, file }: NamedFile,
  result: 'import' | 'imported',
  receipt: Receipt | undefined,
): BesideStep {
  const isSame = receipt === undefined || receipt.written + receipt.updated === 0;
  return step(resource, basename(file), isSame ? 'unchanged' : result, receipt);
}

async function planned(context: Context, named: NamedFile, isMoving: boolean): Promise<BesideStep> {
  const { resource, file } = named;
  try {
    const receipt = await importOne(context, named, true);
    return stepOf(named, 'import', receipt);
  } catch (error) {
    const failure = failureOf(error, context.settings);
    if (!isOfList(failure)) throw failure;
    if (isMoving) return later(named);
    return { ...step(resource, basename(file), 'blocked'), error: documentOf(failure).error };
  }
}

const ofServer = new Set(['unreachable', 'timeout', 'internal', 'unavailable']);

/** Whether a list is refused, which its file or the tenant's may cure; no server, no answer and no right tell nothing of it. */
const isOfList = ({ code, exit, cause }: Failure): boolean =>
  !(exit === EXIT.busy || exit === EXIT.denied || ofServer.has(code)) &&
  !(isErpError(cause) && cause.status >= 500);

/** Imports the files, one after the other; `done` gets a receipt of each, which is all there is when one of them fails. */
export async function importFiles(
  context: Context,
  parsed: ParsedTenantFile,
  done: BesideStep[],
): Promise<void> {
  for (const named of namedFiles(parsed.beside, parsed.folder)) {
    const receipt = await importOne(context, named, false);
    done.push(stepOf(named, 'imported', receipt));
  }
}

/** The receipt; undefined when the very file is in the books already. */
async function importOne(context: Context, named: NamedFile, dryRun: boolean): Promise<Receipt | undefined> {
  try {
    return await attempt(context, named, dryRun);
  } catch (error) {
    const { code } = failureOf(error, context.settings);
    if (code === 'already_imported') return undefined;
    if (code !== 'opening_exists') throw error;
    // By a run that was cut off, perhaps, whose import the server has ended meanwhile: then this file is known now.
    return attempt(context, named, dryRun).catch((second: unknown) => {
      if (failureOf(second, context.settings).code === 'already_imported') return undefined;
      throw error;
    });
  }
}

async function attempt(context: Context, named: NamedFile, dryRun: boolean): Promise<Receipt> {
  const { resource, file: path } = named;
  const flags = { ...flagsOf(named), dryRun };
  const mapping = await mappingOf(resource, named.mapping);
  const codec = await chooseCodec(resource, path, flags, mapping);
  const journal = new ImportJournal(context.settings.stateFolder);
  return carryOut(await beginImport(context, journal, { resource, path, codec, flags, mapping }));
}

/** Parties are brought up to date by the file; an opening is one entry, and is there once. */
function flagsOf({ resource, year, difference }: NamedFile): ImportFlags {
  if (resource === 'parties') return { mode: 'upsert', onError: 'abort', again: true };
  return {
    ...{ mode: 'create', onError: 'abort' },
    ...(year === undefined ? {} : { year }),
    ...(difference === undefined ? {} : { openingDifference: difference }),
  };
}

/** A failure of what comes after the tenant, with what was done before it. */
export function afterTenant(error: unknown, context: Context, done: readonly BesideStep[]): Failure {
  const failure = failureOf(error, context.settings);
  const before = done.map(({ resource, name, result }) => `${resource} ${name} ${result}`);
  return new Failure(failure.message, {
    ...failure.details,
    lines: [
      ...failure.lines,
      `Done before it: ${['the tenant', ...before].join(', ')}. The same command goes on.`,
    ],
    extra: { ...failure.details.extra, beside: done },
  });
}

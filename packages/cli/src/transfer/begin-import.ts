import { resolve } from 'node:path';
import type { Reader } from '@erp/ledger';
import type { ErpError, Schemas } from '@erp/sdk';
import type { Context } from '../context.ts';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';
import { failureOf } from '../output/server-failure.ts';
import { actingTenant } from '../settings-guard.ts';
import type { ImportJob } from './import-job.ts';
import type { ImportJournal } from './import-journal.ts';
import { nextCommand } from './next-command.ts';
import {
  type Format,
  type MeaningFlags,
  parseRange,
  type ReadingFlags,
  type Resource,
  type UsedMapping,
} from './reading-options.ts';
import { measure, type SourceFile } from './source-file.ts';

type ImportOptions = Schemas['ImportOptions'];

export interface ImportFlags extends ReadingFlags, MeaningFlags {
  readonly format?: Format;
  readonly mapping?: string;
  readonly mode: 'create' | 'upsert';
  readonly onError: 'abort' | 'skip';
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly rejects?: string;
  readonly openingDifference?: string;
  readonly create?: readonly NonNullable<ImportOptions['create']>[number][];
  readonly as?: 'draft' | 'posted';
  readonly amountsIn?: 'base' | 'currency';
  readonly strict?: boolean;
  readonly year?: string;
  readonly again?: boolean;
}

export interface NewJob {
  readonly resource: Resource;
  readonly path: string;
  readonly codec: Reader;
  readonly flags: ImportFlags;
  readonly mapping: UsedMapping | undefined;
}

/** Opens a session for a file and leaves a note of it, by which it can be resumed. */
export async function beginImport(
  context: Context,
  journal: ImportJournal,
  { resource, path, codec, flags, mapping }: NewJob,
): Promise<ImportJob> {
  const { erp, settings, terminal } = context;
  const startedAt = performance.now();
  const source = await measured(context, path);
  const tenant = (await actingTenant(erp, settings.tenant)).value;
  const base = codec.needsBase ? { baseCurrency: (await erp.tenants.get(tenant)).baseCurrency } : {};

  const session = await create(context, newImport({ resource, path, codec, flags, mapping }, source));
  const { delimiter, encoding, decimal, dateFormat, sheet, fiscalYear, openingJournal, numbers } = flags;
  const note = {
    id: session.id,
    server: settings.server.value,
    tenant,
    resource,
    format: codec.name,
    file: resolve(path),
    sha256: source.sha256,
    flags: {
      ...{ delimiter, encoding, decimal, dateFormat, sheet },
      ...{ fiscalYear, openingJournal, numbers },
    } as ReadingFlags & MeaningFlags,
    ...(mapping === undefined ? {} : { mapping: notedOf(mapping) }),
    ...base,
    ...(flags.rejects === undefined ? {} : { rejects: resolve(flags.rejects) }),
    dryRun: flags.dryRun === true,
    startedAt: session.createdAt,
  };
  await journal.write(note).catch(async (error: unknown) => {
    // Nobody could resume it: it is not left behind.
    await erp.imports.cancel(note.id).catch(() => undefined);
    throw error;
  });
  terminal.note(`import ${note.id} · if it is interrupted: ${nextCommand(settings, 'erp import resume')}`);

  return { context, note, journal, codec, source, startedAt, isResumed: false };
}

/** The file with its hash, and a progress while it is read. */
export async function measured({ terminal }: Context, path: string): Promise<SourceFile> {
  const progress = terminal.progress();
  await progress.phase('Reading the file', undefined, 'bytes');
  try {
    return await measure(path, progress.reach);
  } finally {
    progress.stop();
  }
}

/** The parts that a note keeps, and no function of a mapping that was just loaded. */
export function notedOf({ file, sha256, mapping, reading }: UsedMapping): UsedMapping {
  return { file, sha256, mapping, reading };
}

function newImport({ resource, codec, flags, mapping }: NewJob, source: SourceFile): Schemas['NewImport'] {
  return {
    resource,
    mode: flags.mode,
    onError: flags.onError,
    format: codec.name,
    options: { ...optionsOf(flags), ...(mapping === undefined ? {} : { mapping: mapping.sha256 }) },
    sourceName: source.name.slice(0, 255),
    size: source.size,
    sha256: source.sha256,
    ...(flags.again ? { again: true } : {}),
  };
}

function optionsOf(flags: ImportFlags): ImportOptions {
  const { numbers, create, as, amountsIn, openingJournal, openingDifference, fiscalYear, strict, year } =
    flags;
  const { sheet } = flags;

  return {
    ...(numbers === undefined ? {} : { numbers }),
    ...(create === undefined ? {} : { create: [...create] }),
    ...(as === undefined ? {} : { as }),
    ...(amountsIn === undefined ? {} : { amountsIn }),
    ...(openingJournal === undefined ? {} : { openingJournal }),
    ...(openingDifference === undefined ? {} : { openingDifference }),
    ...(fiscalYear === undefined ? {} : { fiscalYear: parseRange(fiscalYear, '--fiscal-year') }),
    ...(strict ? { strict } : {}),
    ...(year === undefined ? {} : { year }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

async function create({ erp, settings }: Context, body: Schemas['NewImport']): Promise<Schemas['Import']> {
  try {
    return await erp.imports.create(body);
  } catch (error) {
    const failure = failureOf(error, settings);
    if (failure.code !== 'already_imported') throw failure;

    const id = (error as ErpError).problem?.importId;
    throw new Failure(failure.message, {
      code: failure.code,
      exit: EXIT.conflict,
      lines: ['Importing it again would write everything twice.'],
      actions: [
        { label: 'See what was imported', command: nextCommand(settings, `erp import status ${id ?? 'ID'}`) },
        { label: 'Import it again all the same', command: 'the same command with --again' },
      ],
      requestId: failure.requestId,
      extra: { importId: id ?? null },
      cause: error,
    });
  }
}

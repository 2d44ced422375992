import { basename, resolve } from 'node:path';
import { readers } from '@erp/ledger';
import type { Schemas } from '@erp/sdk';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../failure.ts';
import { mappingOf } from '../mapping/mapping-of.ts';
import { actingTenant } from '../settings-guard.ts';
import { measured, notedOf } from './begin-import.ts';
import type { ImportJob } from './import-job.ts';
import type { ImportJournal, ImportNote } from './import-journal.ts';
import { nextCommand } from './next-command.ts';
import { type MeaningFlags, type ReadingFlags, shellWord, type UsedMapping } from './reading-options.ts';

export interface ResumeFlags extends ReadingFlags {
  readonly file?: string;
  readonly mapping?: string;
  readonly rejects?: string;
}

/**
 * Takes up an import again: the one named, else the newest that was begun on this machine for the tenant and has not ended.
 * The server says where to go on; the file must be the very same one.
 */
export async function resumeImport(
  context: Context,
  journal: ImportJournal,
  id: string | undefined,
  flags: ResumeFlags,
): Promise<ImportJob> {
  const { erp, settings } = context;
  const startedAt = performance.now();
  const tenant = (await actingTenant(erp, settings.tenant)).value;
  const known =
    id === undefined ? await newest(journal, settings.server.value, tenant) : await journal.find(id);
  const session = await erp.imports.get(known?.id ?? id ?? '');

  const note = known
    ? await knownNote(context, known, session, flags)
    : await noteOf(context, session, tenant, flags);
  const source = await measured(context, note.file);
  requireSame(context, note, session, source.sha256);
  await journal.write(note);

  return { context, note, journal, codec: readers[note.format], source, startedAt, isResumed: true };
}

/** The note of this machine, with what the command line says of files that have moved. */
async function knownNote(
  context: Context,
  known: ImportNote,
  session: Schemas['Import'],
  flags: ResumeFlags,
): Promise<ImportNote> {
  const { mapping: _, ...rest } = known;
  const mapping =
    flags.mapping === undefined ? known.mapping : await sameMapping(context, session, flags.mapping);

  return {
    ...rest,
    ...(mapping === undefined ? {} : { mapping }),
    ...(flags.file === undefined ? {} : { file: resolve(flags.file) }),
    ...(flags.rejects === undefined ? {} : { rejects: resolve(flags.rejects) }),
  };
}

/** The mapping that is named again: it must say the same as the one that the import was begun with. */
async function sameMapping(
  { settings }: Context,
  session: Schemas['Import'],
  path: string | undefined,
): Promise<UsedMapping | undefined> {
  const begun = session.options.mapping;
  const line = `erp import resume ${session.id} --file ${shellWord(session.sourceName ?? 'FILE')}`;
  if (begun === undefined && path === undefined) return undefined;
  if (begun === undefined) {
    throw new UsageError(`import ${session.id} was begun without a mapping`, nextCommand(settings, line));
  }
  if (path === undefined) {
    throw new UsageError(
      `import ${session.id} was begun with a mapping: name it`,
      nextCommand(settings, `${line} --mapping map.yaml`),
    );
  }

  const mapping = await mappingOf(session.resource, path);
  if (mapping?.sha256 === begun) return notedOf(mapping);
  throw new Failure(
    `${basename(path)} does not say what the mapping that import ${session.id} was begun with says`,
    {
      code: 'digest_mismatch',
      actions: [
        { label: 'Name the right mapping', command: nextCommand(settings, `${line} --mapping FILE`) },
        { label: 'Or drop the import', command: nextCommand(settings, `erp import cancel ${session.id}`) },
      ],
    },
  );
}

async function newest(journal: ImportJournal, server: string, tenant: string): Promise<ImportNote> {
  const [note] = await journal.list(server, tenant);
  if (note) return note;

  throw new UsageError(
    `no import of ${tenant} was begun here and is unfinished`,
    'erp import resume ID --file books.csv',
    ['An import that was begun on another machine is named by its id: erp import list'],
  );
}

/** On another machine: what the server knows of the import, and the file and its form from the command line. */
async function noteOf(
  context: Context,
  session: Schemas['Import'],
  tenant: string,
  { file, rejects, mapping: mappingPath, ...reading }: ResumeFlags,
): Promise<ImportNote> {
  const { erp, settings } = context;
  if (file === undefined) {
    throw new UsageError(
      `import ${session.id} was begun elsewhere: name its file`,
      nextCommand(
        settings,
        `erp import resume ${session.id} --file ${shellWord(session.sourceName ?? 'FILE')}`,
      ),
    );
  }

  const { delimiter, encoding, decimal, dateFormat } = reading;
  const mapping = await sameMapping(context, session, mappingPath);
  const { fiscalYear, openingJournal, numbers, sheet } = session.options;
  const base = readers[session.format].needsBase
    ? { baseCurrency: (await erp.tenants.get(tenant)).baseCurrency }
    : {};
  const meaning = {
    fiscalYear: fiscalYear && `${fiscalYear.start}..${fiscalYear.end}`,
    openingJournal,
    numbers,
  };

  return {
    id: session.id,
    server: settings.server.value,
    tenant,
    resource: session.resource,
    format: session.format,
    file: resolve(file),
    sha256: session.sha256,
    flags: { delimiter, encoding, decimal, dateFormat, sheet, ...meaning } as ReadingFlags & MeaningFlags,
    ...(mapping === undefined ? {} : { mapping }),
    ...base,
    ...(rejects === undefined ? {} : { rejects: resolve(rejects) }),
    dryRun: false,
    startedAt: session.createdAt,
  };
}

function requireSame(
  { settings }: Context,
  note: ImportNote,
  session: Schemas['Import'],
  sha256: string,
): void {
  if (sha256 === session.sha256) return;

  throw new Failure(`${basename(note.file)} is not the file that import ${note.id} was begun with`, {
    code: 'digest_mismatch',
    lines: [`Its sha256 is ${sha256.slice(0, 16)}…, begun with ${session.sha256.slice(0, 16)}….`],
    actions: [
      {
        label: 'Name the right file',
        command: nextCommand(settings, `erp import resume ${note.id} --file FILE`),
      },
      { label: 'Or drop the import', command: nextCommand(settings, `erp import cancel ${note.id}`) },
    ],
  });
}

import { basename, resolve } from 'node:path';
import { codecs } from '@erp/ledger';
import type { Schemas } from '@erp/sdk';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../failure.ts';
import { actingTenant } from '../settings-guard.ts';
import { measured } from './begin-import.ts';
import type { ImportJob } from './import-job.ts';
import type { ImportJournal, ImportNote } from './import-journal.ts';
import { nextCommand } from './next-command.ts';
import { type MeaningFlags, type ReadingFlags, shellWord } from './reading-options.ts';

export interface ResumeFlags extends ReadingFlags {
  readonly file?: string;
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
    ? { ...known, ...(flags.file === undefined ? {} : { file: resolve(flags.file) }) }
    : await noteOf(context, session, tenant, flags);
  const source = await measured(context, note.file);
  requireSame(context, note, session, source.sha256);
  await journal.write(note);

  return { context, note, journal, codec: codecs[note.format], source, startedAt, isResumed: true };
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
  { erp, settings }: Context,
  session: Schemas['Import'],
  tenant: string,
  { file, rejects, ...reading }: ResumeFlags,
): Promise<ImportNote> {
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
  const { fiscalYear, openingJournal, numbers } = session.options;
  const base = codecs[session.format].needsBase
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
    flags: { delimiter, encoding, decimal, dateFormat, ...meaning } as ReadingFlags & MeaningFlags,
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

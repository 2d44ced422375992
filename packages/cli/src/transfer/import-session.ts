import { FormatError } from '@erp/ledger';
import type { Schemas } from '@erp/sdk';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';
import type { Progress } from '../output/progress.ts';
import { formatFailure } from './detect-format.ts';
import { differences, showEffects, showTotals } from './effect-tables.ts';
import { jobFailure, rejectedFailure, resumable } from './import-failures.ts';
import { type ImportJob, readingOf, secondsOf } from './import-job.ts';
import { interpretationLines } from './interpretation-lines.ts';
import { nextCommand } from './next-command.ts';
import { outgoingRows } from './outgoing-rows.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { writeRejects } from './rejects-file.ts';
import { requireUnchanged } from './source-file.ts';

type Import = Schemas['Import'];

/**
 * Brings an import from wherever it stands to its end: parts, validation, interpretation, commit, receipt. What the server
 * has is never sent twice, so it may be called again after any crash. Returns the receipt; throws what nothing was written
 * for. The note that a resume needs is gone once the import has ended, whichever way.
 */
export async function carryOut(job: ImportJob): Promise<Receipt> {
  const { erp, terminal } = job.context;
  const progress = terminal.progress();

  try {
    const receipt = await steps(job, await erp.imports.get(job.note.id), progress);
    await job.journal.remove(job.note.id);
    return receipt;
  } catch (error) {
    if (error instanceof Ended) {
      await job.journal.remove(job.note.id);
      throw error.failure;
    }
    throw resumable(error, job);
  } finally {
    progress.stop();
  }
}

/** The import has ended without being written; there is nothing to go on with. */
class Ended extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

async function steps(job: ImportJob, found: Import, progress: Progress): Promise<Receipt> {
  const { erp } = job.context;
  const { id, dryRun } = job.note;
  let session = found;

  if (session.state === 'receiving') session = await sendAndValidate(job, progress);
  session = await settled(job, session, progress);

  if (session.state === 'receiving' && session.failure) await giveUp(job, session.failure);
  progress.stop();
  if (session.state === 'valid' || session.state === 'invalid') showInterpretation(job, session);
  if (session.state === 'valid' && dryRun) await showEffects(job.context, session);
  if (session.state === 'invalid') throw new Ended(await invalidFailure(job, session));

  if (session.state === 'valid') {
    if (dryRun) return dryRunReceipt(job, session);
    session = await settled(job, await erp.imports.commit(id), progress);
    if (session.state !== 'committed' && session.failure) throw movedFailure(job, session, session.failure);
  }

  if (session.state !== 'committed') throw new Ended(elsewhereFailure(job, session));
  return receiptWithRejects(job, session);
}

/**
 * Bytes. Several copies of a part are in memory on its way, so small parts keep a million lines (some 500 parts) below
 * 150 MB; 1 MiB took 157. Another size would cut an import that is resumed in another way.
 */
const PART_SIZE = 512 * 1024;

async function sendAndValidate(job: ImportJob, progress: Progress): Promise<Import> {
  const { erp } = job.context;
  const { note, source, codec } = job;
  const reading = readingOf(job);
  const lines = codec.mixesRecords ? source.lines : Math.max(0, source.lines - 1);
  await progress.phase('Sending', lines, 'lines');

  try {
    const sent = await erp.imports.upload(note.id, outgoingRows(reading, note.resource, codec), {
      verifyFirst: job.isResumed,
      partSize: PART_SIZE,
      // A FEC gives rows of accounts and parties beside those of its lines.
      onProgress: ({ rows }) => progress.reach(Math.min(rows, lines)),
    });
    await requireUnchanged(source);

    return await erp.imports.validate(note.id, { said: reading.said(), parts: sent.parts });
  } catch (error) {
    if (error instanceof FormatError) return giveUp(job, formatFailure(error, note.resource, source.path));
    if (error instanceof Failure) return giveUp(job, error);
    throw error;
  }
}

/** Cancels on the server, so that its parts are not kept for nothing, and fails. */
async function giveUp(job: ImportJob, reason: Failure | Schemas['Problem']): Promise<never> {
  await job.context.erp.imports.cancel(job.note.id).catch(() => undefined);
  throw new Ended(reason instanceof Failure ? reason : jobFailure(job.source.name, reason, []));
}

const PHASES: Readonly<Record<string, string>> = {
  reading: 'Reading',
  checking: 'Checking',
  posting: 'Posting',
  settling: 'Settling',
  reversing: 'Reversing',
};

/** An embedded database shows the first phase of a commit alone, so that is named for the whole. */
function phaseName(phase: string, { state }: Import): string {
  return state === 'committing' && phase === 'checking' ? 'Writing' : (PHASES[phase] ?? phase);
}

/** A validation counts rows; what other jobs count depends on what they write. */
function unitOf({ state }: Import): string | undefined {
  return state === 'validating' ? 'rows' : undefined;
}

/** Milliseconds between two questions: short for a small file, and few for a long one. */
const FIRST_WAIT = 50;
const LONGEST_WAIT = 1000;

/** The session once no job of the server works on it any more. */
export async function settled(
  { context: { erp } }: Pick<ImportJob, 'context'>,
  begun: Import,
  progress: Progress,
  isAtWork: (session: Import) => boolean = isValidatingOrCommitting,
): Promise<Import> {
  let session = begun;
  let phase: string | undefined;

  for (let wait = FIRST_WAIT; isAtWork(session); wait = Math.min(wait * 1.5, LONGEST_WAIT)) {
    if (session.progress) {
      const { phase: name, done, total } = session.progress;
      if (name !== phase) await progress.phase(phaseName(name, session), total, unitOf(session));
      phase = name;
      progress.reach(done);
    }

    await new Promise((resolve) => setTimeout(resolve, wait));
    session = await erp.imports.get(session.id);
  }

  return session;
}

function isValidatingOrCommitting({ state }: Import): boolean {
  return state === 'validating' || state === 'committing';
}

function showInterpretation({ context, source, note }: ImportJob, session: Import): void {
  const { terminal } = context;
  if (!session.interpretation) return;

  interpretationLines(source.name, session.interpretation, note.mapping).forEach(terminal.note);
  session.interpretation.warnings.forEach(terminal.warn);
  showTotals(context, session);
}

/** Why nothing can be written. The session is cancelled: its parts are of no more use. */
async function invalidFailure(job: ImportJob, session: Import): Promise<Failure> {
  const failure = await reasonOf(job, session);
  await job.context.erp.imports.cancel(job.note.id).catch(() => undefined);

  return failure;
}

/** Rejected rows, totals of the file that differ under `--strict`, or a check that could not be made at all. */
async function reasonOf(job: ImportJob, session: Import): Promise<Failure> {
  const { name } = job.source;
  if (session.rejected > 0) return rejectedFailure(job, session, await writeRejects(job));

  const differing = differences(session);
  if (differing.length === 0 && session.failure) return jobFailure(name, session.failure, []);

  return new Failure(`${name}: totals that the file states differ, so nothing was written`, {
    code: session.failure?.code ?? 'unbalanced',
    exit: EXIT.unverified,
    lines: differing.map(
      ({ account, kind, stated, computed }) =>
        `${kind} ${account ?? ''}: stated ${stated}, computed ${computed}`,
    ),
    extra: { assertions: session.assertions },
  });
}

async function dryRunReceipt(job: ImportJob, session: Import): Promise<Receipt> {
  const receipt = await receiptWithRejects(job, session);
  await job.context.erp.imports.cancel(job.note.id);

  return receipt;
}

async function receiptWithRejects(job: ImportJob, session: Import): Promise<Receipt> {
  const seconds = secondsOf(job);
  const report = session.rejected > 0 ? await writeRejects(job) : undefined;

  return receiptOf(session, report?.file ?? null, seconds);
}

/** The books have moved since the file was validated; what it means now is for somebody to look at. */
function movedFailure(job: ImportJob, session: Import, problem: Schemas['Problem']): Failure {
  showInterpretation(job, session);
  return jobFailure(job.source.name, problem, [
    { label: 'Try without writing', command: 'the same command with --dry-run' },
  ]);
}

function elsewhereFailure({ note, context }: ImportJob, { state, failure }: Import): Failure {
  return new Failure(
    `import ${note.id} is ${state}${failure ? `: ${failure.detail ?? failure.title}` : ''}`,
    {
      code: failure?.code ?? 'conflict',
      exit: EXIT.conflict,
      actions: [{ label: 'See it', command: nextCommand(context.settings, `erp import status ${note.id}`) }],
    },
  );
}

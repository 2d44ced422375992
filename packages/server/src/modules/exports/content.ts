import { createHash, type Hash } from 'node:crypto';
import { codecs, type ExportHead } from '@erp/ledger';
import type { Tx } from '../../db/database.ts';
import type { Context } from '../../http/context.ts';
import { instant } from '../../kernel/clock.ts';
import { Problem } from '../../kernel/problem.ts';
import { Handover, HandoverEnded } from './handover.ts';
import type { Tally } from './lines.ts';
import type { ExportRange } from './range.ts';
import { sourceOf } from './source.ts';
import { begin, type ExportRow, finish, giveBack, type Manifest } from './store.ts';

/** Milliseconds after which a reader that takes nothing loses the transaction: on the embedded database all wait for it. */
export const patience = 30_000;

/** The beginning of the file that a reader has already. */
export interface Read {
  size: number;
  sha256: string;
}

type Counted = Omit<Manifest, 'sha256' | 'files'>;

/** The name of the file: the one that its format gives it, else by tenant and range. */
export function fileNameOf(row: ExportRow, head: ExportHead): string {
  const { fileName, extension } = codecs[row.format];
  if (fileName) return fileName(head);
  const range = row.period === null ? (row.year ?? `${row.from}_${row.to}`) : `${row.year}-${row.period}`;
  return `${head.tenant.slug}-${range}.${extension}`.replaceAll('..', '_');
}

/** The text that a law wants beside the file of an export, where it wants one. */
export function descriptionOf(
  row: ExportRow,
  head: ExportHead,
): { fileName: string; text: string } | undefined {
  const text = codecs[row.format].description?.(head);
  if (text === undefined) return undefined;
  return { fileName: fileNameOf(row, head).replace(/(\.[^.]*)?$/, '_description.txt'), text };
}

/** The file of an export, then what belongs beside it. */
function filesOf(row: ExportRow, head: ExportHead, size: number, sha256: string): Manifest['files'] {
  const beside = descriptionOf(row, head);
  const file = { name: fileNameOf(row, head), size, sha256 };
  if (!beside) return [file];

  const bytes = Buffer.from(beside.text);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return [file, { name: beside.fileName, size: bytes.length, sha256: digest }];
}

/**
 * The bytes of an export, from one transaction that sees one moment. Once they have all been taken its row holds what they
 * were; until then it does not, so that a stream that broke is never taken for a file. A reader that goes away, stands still
 * for `patience`, or a server that stops ends the transaction, and the export may be read again. What was `read` is written
 * again and compared, not sent: the whole stays of one moment, whatever server and whatever time it began on.
 */
export async function* contentOf(
  context: Context,
  row: ExportRow,
  range: ExportRange,
  head: ExportHead,
  { read, patienceMs = patience }: { read?: Read; patienceMs?: number } = {},
): AsyncGenerator<Uint8Array> {
  const { db, stopping } = context.services;
  const { id: tenantId } = context.tenant;
  const change = (work: (tx: Tx, at: string) => Promise<unknown>) =>
    db.tx({ role: 'erp_app', tenantId }, (tx) => work(tx, instant(context.now())));

  const handover = new Handover<Uint8Array>(patienceMs);
  const stop = () => handover.fail(new HandoverEnded('server stopping'));
  await change((tx, at) => begin(tx, tenantId, row.id, at));
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();

  const work = context.snapshot((tx) => write(tx, context, row, range, (chunk) => handover.put(chunk)));
  work.then(
    () => handover.end(),
    (error: unknown) => handover.fail(error),
  );

  const hash = createHash('sha256');
  const skip = read?.size ?? 0;
  let size = 0;
  let done = false;
  try {
    for (;;) {
      const chunk = await handover.take();
      if (chunk === undefined) break;
      const known = Math.min(Math.max(skip - size, 0), chunk.length);
      hash.update(chunk.subarray(0, known));
      if (read && known > 0 && size + known === skip) requireSame(hash, read);
      hash.update(chunk.subarray(known));
      size += chunk.length;
      if (known < chunk.length) yield chunk.subarray(known);
    }
    if (read && size < skip) throw changed(read);
    const counted = await work;
    const sha256 = hash.digest('hex');
    const files = filesOf(row, head, size, sha256);
    await change((tx, at) => finish(tx, tenantId, row.id, at, { ...counted, sha256, files }));
    done = true;
  } finally {
    stopping.removeEventListener('abort', stop);
    if (!done) {
      handover.fail(new HandoverEnded('reader gone'));
      const failure = await work.then(
        () => null,
        (error: unknown) => failureOf(error),
      );
      await change((tx, at) =>
        giveBack(tx, tenantId, row.id, at, failure?.toBody(context.requestId) ?? null),
      );
    }
  }
}

function requireSame(hash: Hash, read: Read): void {
  if (hash.copy().digest('hex') !== read.sha256) throw changed(read);
}

const changed = ({ size }: Read): Problem =>
  new Problem(
    'conflict',
    `The first ${size} bytes of the file are others by now: read it from its beginning`,
  );

/** What is kept of a failure; null when the export merely has not been read. */
function failureOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (!(error instanceof HandoverEnded)) {
    return new Problem('internal', 'Something failed on our side; the log has it under this request id');
  }
  return error.reason === 'stalled'
    ? new Problem(
        'timeout',
        `The reader took nothing for ${patience / 1_000} seconds: read the content again`,
      )
    : null;
}

async function write(
  tx: Tx,
  context: Context,
  row: ExportRow,
  range: ExportRange,
  put: (chunk: Uint8Array) => Promise<void>,
): Promise<Counted> {
  const snapshot = instant(context.now());
  const tally: Tally = { rows: 0, entries: 0, debit: 0n, credit: 0n };
  const notHeld: Record<string, number> = {};
  const source = await sourceOf(tx, context.tenant, row, range, tally, notHeld);
  for await (const chunk of codecs[row.format].write(source)) await put(chunk);
  return { snapshot, ...tally, notHeld };
}

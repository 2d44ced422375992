import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Schemas } from '@erp/sdk';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { write } from '../output/print.ts';
import type { Progress } from '../output/progress.ts';
import { failureOf } from '../output/server-failure.ts';
import { gzipped, type Put } from './gzipped.ts';
import { OutFile } from './out-file.ts';

type Export = Schemas['Export'];

export interface Downloaded {
  readonly row: Export;
  /** Null: stdout. */
  readonly file: string | null;
  readonly size: number;
}

/**
 * Downloads an export to `out`, to stdout for `-`, or to the name that the server gives it. The bytes are compared with the
 * server's own hash before the file gets its name, so that a file which is there is whole.
 */
export async function downloadTo(
  context: Context,
  id: string,
  out: string | undefined,
  gzip: boolean,
): Promise<Downloaded> {
  const progress = context.terminal.progress();
  await progress.phase('Writing', undefined, 'bytes');
  try {
    return out === '-'
      ? await toStdout(context, id, gzip, progress)
      : await toFile(context, id, out, gzip, progress);
  } finally {
    progress.stop();
  }
}

async function toFile(
  { erp }: Context,
  id: string,
  out: string | undefined,
  gzip: boolean,
  progress: Progress,
): Promise<Downloaded> {
  const file = await OutFile.open(out, `export-${id}`);

  try {
    const { row, size } = await copy(erp, id, gzip, progress, (chunk) => file.write(chunk));
    const own = basename(row.files[0]?.name ?? `ledger-${row.to}.${row.format}`);
    const name = out ?? (gzip ? `${own}.gz` : own);
    await file.keep(name);
    return { row, file: name, size };
  } catch (error) {
    await file.drop();
    throw error;
  }
}

async function toStdout(
  { erp, settings }: Context,
  id: string,
  gzip: boolean,
  progress: Progress,
): Promise<Downloaded> {
  let isBegun = false;

  try {
    const { row, size } = await copy(erp, id, gzip, progress, async (chunk) => {
      isBegun = true;
      await write(chunk);
    });
    return { row, file: null, size };
  } catch (error) {
    const failure = failureOf(error, settings);
    throw new Failure(failure.message, { ...failure.details, stdoutTaken: isBegun });
  }
}

async function copy(
  erp: Context['erp'],
  id: string,
  gzip: boolean,
  progress: Progress,
  put: Put,
): Promise<{ row: Export; size: number }> {
  const bytes = erp.exports.download(id, { hasher: createHash('sha256') });
  let size = 0;
  const counted: Put = async (chunk) => {
    await put(chunk);
    size += chunk.length;
  };
  const sink = gzip ? gzipped(counted) : { put: counted, end: async () => {} };

  for (let read = 0, next = await bytes.next(); ; next = await bytes.next()) {
    if (next.done) {
      await sink.end();
      return { row: next.value, size };
    }

    await sink.put(next.value);
    read += next.value.length;
    progress.reach(read);
  }
}

import { exitOfStatus } from '../exits.ts';
import { isErpError } from '../output/server-failure.ts';
import { stepsOf } from '../yaml-file/located.ts';
import { mistakesFailure } from '../yaml-file/mistakes.ts';
import type { ParsedTenantFile } from './parse.ts';

/** Sends a file; what the server refuses of it is told with line and column. */
export async function placed<T>(file: ParsedTenantFile, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isErpError(error)) throw error;
    const faults = (error.errors ?? []).filter(({ pointer }) => pointer.startsWith('/file'));
    if (faults.length === 0) throw error;
    throw mistakesFailure(
      file.path,
      error.code,
      faults.map(({ pointer, message }) => file.mistakeAt(stepsOf(pointer).slice(1), message)),
      { exit: exitOfStatus(error.status, error.code) },
    );
  }
}

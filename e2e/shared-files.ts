import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real ledgers, their expected figures and the programs that compare; beside the repository, never part of it. */
const folder = fileURLToPath(new URL('../../shared', import.meta.url));

export const hasShared = existsSync(join(folder, 'expected', 'check_tb.py'));

export const shared = (path: string): string => join(folder, path);

/** What a Python program ended with. */
export interface Checked {
  readonly code: number | null;
  readonly said: string;
}

/** Runs one of the shared Python programs to its end. */
export function python(program: string, ...args: string[]): Checked {
  const done = spawnSync('python3', [shared(program), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

/**
 * Writes the ledger of `gen_ledger.py` with base amounts into a folder, and returns the path of its CSV.
 *
 * @param naive base amounts rounded line by line, so that some entries do not balance
 */
export function writeSharedLedger(into: string, entries: number, { naive = false } = {}): string {
  const raw = join(into, `raw-${entries}`);
  const csv = join(into, `${naive ? 'naive' : 'base'}-${entries}.csv`);
  const flags = naive ? ['--naive'] : [];

  for (const { code, said } of [
    python('tools/gen_ledger.py', String(entries), raw),
    python('expected/gen_base.py', join(raw, 'lines.csv'), csv, `${csv}.json`, ...flags),
  ]) {
    if (code !== 0) throw new Error(`the shared ledger of ${entries} entries was not made: ${said}`);
  }
  return csv;
}

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/erp.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
  /** What starts the program in its place: `['sh', '-c', 'ulimit …; exec "$0" "$@"']`. */
  readonly through?: readonly string[];
  /** Called with the process as soon as it runs. */
  readonly started?: (process: ReturnType<typeof spawn>) => void;
}

/** A home without profiles, for tests that share nothing. */
export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'erp-cli-'));
}

/** Runs the bundled program as a script would: no terminal, and nothing of the environment but what is given. */
export function erp(
  args: readonly string[],
  { env = {}, stdin, cwd, through = [], started }: RunOptions = {},
): Promise<Run> {
  const [program = process.execPath, ...before] = [...through, process.execPath];
  const child = spawn(program, [...before, BIN, ...args], {
    env: { PATH: process.env['PATH'], XDG_CONFIG_HOME: newHome(), ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';

  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin?.end(stdin);
  started?.(child);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

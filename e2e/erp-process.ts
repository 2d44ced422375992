import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** As npm links it. */
const bin = fileURLToPath(new URL('../node_modules/.bin/erp', import.meta.url));

/** An `erp` that has ended. */
export interface Run {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An `erp` that runs. */
export interface ErpProcess {
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Run>;
}

export interface ErpOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Called with what comes on stdout, as it comes. */
  readonly heard?: (text: string) => void;
  /** No file may grow: every write to one fails, as on a disk that is full. */
  readonly isDiskFull?: boolean;
}

/** Starts the command line as a script would: no terminal, nothing of the environment but what is given. */
export function startErp(
  args: readonly string[],
  { env, cwd, heard, isDiskFull = false }: ErpOptions,
): ErpProcess {
  const limit = isDiskFull ? 'ulimit -f 0;' : '';
  const child = spawn('sh', ['-c', `${limit} exec "$0" "$@"`, process.execPath, bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';

  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });

  return {
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    }),
  };
}

/** The one document that a run has printed. Throws with everything it said when that is none. */
export function documentOf<T>(run: Run): T {
  try {
    return JSON.parse(run.stdout) as T;
  } catch {
    throw new Error(
      `no document: exit ${run.code}\n${run.stdout.slice(0, 2000)}\n${run.stderr.slice(0, 2000)}`,
    );
  }
}

/** The document of a failure. */
export interface Refusal {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint: string | null;
    readonly requestId: string | null;
    readonly errors: readonly {
      readonly code: string;
      readonly message: string;
      readonly pointer?: string;
      readonly row?: number | null;
      readonly entry?: string | null;
      readonly field?: string | null;
      readonly value?: string | null;
    }[];
    readonly rejectsFile?: string | null;
    readonly importId?: string | null;
  };
}

/** The document that an import ends with. */
export interface Receipt {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly entries: number;
  readonly lines: number;
  readonly written: number;
  readonly rejected: number;
  readonly debit: string;
  readonly credit: string;
  readonly rejectsFile: string | null;
  readonly interpretation: {
    readonly years: readonly { readonly code: string; readonly start: string; readonly end: string }[];
    readonly opening: { readonly journal: string | null; readonly mode: string } | null;
    readonly created: Readonly<Record<string, number>>;
    readonly warnings: readonly string[];
  };
}

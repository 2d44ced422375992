import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./next-server.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the version after this one, with its own folder for profiles. */
export interface NextProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** It has printed something, or ended. */
  readonly begun: Promise<unknown>;
  stderr(): string;
  /** Waits until the text was said; throws when it ended before. */
  hears(text: RegExp): Promise<RegExpExecArray>;
}

export function startNext(folder: string, args: readonly string[]): NextProgram {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithTests = () => child.kill('SIGKILL');
  process.once('exit', endWithTests);
  child.once('exit', () => process.removeListener('exit', endWithTests));

  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));

  return {
    child,
    ended,
    begun: Promise.race([ended, once(child.stdout, 'data')]),
    stderr: () => stderr,
    hears: async (text) => {
      for (;;) {
        const match = text.exec(stderr);
        if (match) return match;
        const isOver = await Promise.race([
          ended.then(() => true),
          once(child.stderr, 'data').then(() => false),
        ]);
        if (isOver && !text.test(stderr)) throw new Error(`it ended without ${text}: ${stderr}${stdout}`);
      }
    },
  };
}

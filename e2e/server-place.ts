import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../packages/server/bin/erp-server.js', import.meta.url));

/** One run of the built `erp-server`, for tests of how it starts, what it says and how it ends. */
export interface ServerRun {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits for the line that says where it listens; throws with what it said when it ends before. */
  ready(): Promise<string>;
  /** Exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
}

/** A folder of its own for data and profiles of a test, and the servers that run there. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  /** Starts on a free port unless the arguments name one. */
  start(args?: string[]): ServerRun;
  /** Ends what still runs, and removes the folder. */
  clear(): Promise<void>;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'erp-server-'));
  const data = join(folder, 'data');
  const running: ServerRun[] = [];

  return {
    folder,
    data,
    start: (args = []) => {
      const port = args.includes('--port') ? [] : ['--port', '0'];
      const child = spawn(process.execPath, [bin, '--data', data, ...port, ...args], {
        env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const run = follow(child);
      running.push(run);
      return run;
    },
    clear: async () => {
      for (const { child, ended } of running) {
        child.kill('SIGKILL');
        await ended();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function follow(child: ChildProcess): ServerRun {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (text: Buffer) => {
    stdout += text;
  });
  child.stderr?.on('data', (text: Buffer) => {
    stderr += text;
  });
  const closed = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);

  const ready = async () => {
    for (;;) {
      const address = /^erp-server \S+ on (\S+),/m.exec(stderr)?.[1];
      if (address) return address;
      const isOver = await Promise.race([
        closed.then(() => true),
        once(child.stderr as NodeJS.ReadableStream, 'data').then(() => false),
      ]);
      if (isOver) throw new Error(`the server ended before it listened: ${stderr}`);
    }
  };
  return { child, stdout: () => stdout, stderr: () => stderr, ready, ended: () => closed };
}

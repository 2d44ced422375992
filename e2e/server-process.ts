import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './services/free-port.mjs';

/** As npm links it. */
const bin = fileURLToPath(new URL('../node_modules/.bin/erp-server', import.meta.url));

/** Milliseconds: an empty embedded database is migrated in them, on a machine that does other things too. */
const startWithin = 110_000;

/** `erp-server` as it is shipped: it can be killed, and started again on the same port and the same data. */
export interface ServerProcess {
  readonly url: string;
  /** The key of the platform, which the first start has shown. */
  readonly apiKey: string;
  readonly pid: number;
  /** Sends a signal and waits until the process has ended; its exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  start(): Promise<void>;
  /** Everything that it has said, over all its starts. */
  said(): string;
}

/**
 * Starts the server on a free port.
 *
 * @param folder for the profile that it writes and, without `--database-url` among `args`, for its data
 */
export async function startServer(folder: string, args: readonly string[] = []): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const isEmbedded = !args.includes('--database-url');
  const all = [
    ...['--port', String(port), '--log-level', 'warn', '--rate-limit', '1000000', ...args],
    ...(isEmbedded ? ['--data', join(folder, 'data')] : []),
  ];

  let child: ChildProcess | undefined;
  let said = '';
  const endWithTests = () => child?.kill('SIGKILL');
  process.once('exit', endWithTests);

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [bin, ...all], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: join(folder, 'server-home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const from = said.length;

    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        started.kill('SIGKILL');
        reject(new Error(`erp-server did not listen in time: ${said}`));
      }, startWithin);
      const hear = (text: string) => {
        said += text;
        if (!said.includes(`on ${url},`, from)) return;
        clearTimeout(late);
        resolve();
      };
      started.stdout?.setEncoding('utf8').on('data', hear);
      started.stderr?.setEncoding('utf8').on('data', hear);
      started.once('exit', (code) => {
        clearTimeout(late);
        if (child === started) child = undefined;
        reject(new Error(`erp-server ended with ${code}: ${said}`));
      });
    });
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const running = child;
    if (!running) return null;

    const ended = once(running, 'exit') as Promise<[number | null]>;
    running.kill(signal);
    const [code] = await ended;
    return code;
  }

  await start();
  const apiKey = /shown this once: (\S+)/.exec(said)?.[1] ?? '';

  return {
    url,
    apiKey,
    get pid() {
      return child?.pid ?? 0;
    },
    end,
    start,
    said: () => said,
  };
}
